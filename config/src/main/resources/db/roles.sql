-- Roles of Entente, run by a superuser, as often as one likes. Passwords are not set here: whoever runs this sets them next,
-- and until then no role can sign in.
do $$
declare
  name text;
begin
  foreach name in array array['entente_owner', 'entente_app', 'entente_operator', 'keycloak'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I login nosuperuser nocreatedb nocreaterole nobypassrls', name);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'entente_directory') then
    create role entente_directory nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
end
$$;

-- A migration hands a function over to entente_directory; the owner does not thereby hold its rights.
grant entente_directory to entente_owner with inherit false, set true;
