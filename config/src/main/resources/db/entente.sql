-- Rights on the database «entente», run inside it by a superuser, as often as one likes.
alter database entente owner to entente_owner;
revoke all on database entente from public;
grant connect on database entente to entente_app, entente_operator, entente_auditor;

alter schema public owner to entente_owner;
revoke all on schema public from public;
grant usage on schema public to entente_app, entente_operator, entente_directory, entente_scribe, entente_auditor;

-- Row security keeps every test that might tell of a row, by an error for instance, behind the policy, and with it the index of words. Matching
-- words raises no error about what it reads. Where this right is not to be had, search reads the rows of the workspace one by one.
do $$
begin
  alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
exception when insufficient_privilege then
  raise notice 'search goes without its index: only a superuser may mark ts_match_vq leakproof';
end
$$;
