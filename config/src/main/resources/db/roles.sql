-- Roles of Entente, run by a superuser, as often as one likes. Passwords are not set here: whoever runs this sets them next,
-- and until then no role can sign in.
do $$
declare
  name text;
begin
  foreach name in array array['entente_owner', 'entente_app', 'entente_operator', 'entente_auditor', 'keycloak'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I login nosuperuser nocreatedb nocreaterole nobypassrls', name);
    end if;
  end loop;
  foreach name in array array['entente_directory', 'entente_scribe'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', name);
    end if;
  end loop;
end
$$;

-- Of an error PostgreSQL would log the row it refuses, the key and the statement, and so what people wrote: it says what went wrong, and no more.
do $$
declare
  name text;
begin
  foreach name in array array['entente_owner', 'entente_app', 'entente_operator', 'entente_auditor', 'keycloak'] loop
    execute format('alter role %I set log_error_verbosity = terse', name);
    execute format('alter role %I set log_min_error_statement = panic', name);
  end loop;
exception when insufficient_privilege then
  raise notice 'the log of PostgreSQL quotes rows in errors: only a superuser may set log_error_verbosity for a role';
end
$$;

-- A migration hands functions over to them; the owner does not thereby hold their rights.
grant entente_directory, entente_scribe to entente_owner with inherit false, set true;
