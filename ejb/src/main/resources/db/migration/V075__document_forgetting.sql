-- A destroyed file takes its documents with it: their bytes and the key they were locked with. The row stays, so that the check page still knows that
-- there was such a document. Nothing else of a stored document ever changes.
alter table stored_document alter column wrapped_key drop not null;
grant update (wrapped_key, content) on stored_document to entente_app;

create function document_only_forgotten() returns trigger language plpgsql as $$
begin
  if new.wrapped_key is not null or octet_length(new.content) > 0
     or to_jsonb(new) - 'wrapped_key' - 'content' is distinct from to_jsonb(old) - 'wrapped_key' - 'content' then
    raise exception 'document % does not change', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger document_only_forgotten before update on stored_document for each row execute function document_only_forgotten();
