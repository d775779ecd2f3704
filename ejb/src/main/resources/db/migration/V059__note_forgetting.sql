-- What is signed leaves with its file, when the file has been destroyed; never before and never alone.
create or replace function entry_stays() returns trigger language plpgsql as $$
begin
  if old.status <> 'signed' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' and exists (select from client_file f where f.tenant_id = old.tenant_id and f.id = old.file_id and f.status = 'destroyed') then
    return old;
  end if;
  if tg_op = 'DELETE' or old.sealed_id is not null and new.sealed_id is distinct from old.sealed_id
     or to_jsonb(new) - 'sealed_id' - 'version' is distinct from to_jsonb(old) - 'sealed_id' - 'version' then
    raise exception 'entry % is signed and does not change', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create function written_stays() returns trigger language plpgsql as $$
begin
  if exists (select from entry e join client_file f on f.tenant_id = e.tenant_id and f.id = e.file_id
              where e.tenant_id = old.tenant_id and e.id = old.entry_id and f.status = 'destroyed') then
    return old;
  end if;
  raise exception 'what is in entry % does not change', old.entry_id using errcode = 'restrict_violation';
end $$;
create trigger written_stays before delete on statement for each row execute function written_stays();
create trigger written_stays before delete on addendum for each row execute function written_stays();
grant delete on statement, addendum to entente_app;
