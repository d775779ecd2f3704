-- The document of an addendum: its words are frozen when it is written, its seal follows, once.
create table addendum_sheet (
  tenant_id   uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id          uuid not null,
  addendum_id uuid not null,
  entry_id    uuid not null,
  title       text not null,
  language    text not null check (language in ('fr', 'en')),
  document    text not null,
  written_at  timestamptz not null,
  sealed_id   uuid,
  version     integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, addendum_id),
  foreign key (tenant_id, addendum_id) references addendum (tenant_id, id),
  foreign key (tenant_id, entry_id) references entry (tenant_id, id),
  foreign key (tenant_id, sealed_id) references sealed_document (tenant_id, id)
);
create index addendum_sheet_entry on addendum_sheet (tenant_id, entry_id);
call protect('addendum_sheet');
grant select, insert, update, delete on addendum_sheet to entente_app;

create function sheet_stays() returns trigger language plpgsql as $$
begin
  if old.sealed_id is not null and new.sealed_id is distinct from old.sealed_id
     or to_jsonb(new) - 'sealed_id' - 'version' is distinct from to_jsonb(old) - 'sealed_id' - 'version' then
    raise exception 'what is in entry % does not change', old.entry_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger sheet_stays before update on addendum_sheet for each row execute function sheet_stays();
create trigger written_stays before delete on addendum_sheet for each row execute function written_stays();

-- Addenda whose sealed PDF is still to be made.
create policy directory_work on addendum_sheet for select to entente_directory using (sealed_id is null);
grant select (tenant_id, addendum_id, written_at, sealed_id) on addendum_sheet to entente_directory;
create function addenda_to_seal()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id, addendum_id from addendum_sheet where sealed_id is null and written_at < now() - interval '5 seconds' order by written_at limit 100
$$;
revoke all on function addenda_to_seal() from public;
grant execute on function addenda_to_seal() to entente_app;
alter function addenda_to_seal() owner to entente_directory;
