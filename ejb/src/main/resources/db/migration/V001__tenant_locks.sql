-- The border between workspaces: what every later table stands on. See CONVENTIONS.md.
revoke create on schema public from public;
grant usage on schema public to entente_app, entente_operator, entente_directory;
-- Nobody can log in as the directory; PostgreSQL asks a function's new owner for this right.
grant create on schema public to entente_directory;
create extension if not exists citext;
create extension if not exists unaccent;

create table workspace (
  id         uuid primary key,
  slug       citext      not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{1,48}[a-z0-9])$'),
  name       text        not null check (length(name) between 1 and 200),
  status     text        not null check (status in ('requested', 'open', 'suspended', 'closing', 'erased')),
  plan       text        not null default 'solo',
  jurisdiction text      not null check (jurisdiction in ('CA-QC', 'FR')),
  zone       text        not null,
  language   text        not null check (language in ('fr', 'en')),
  accent     text        not null default 'sapin' check (accent in ('sapin', 'prune', 'ardoise', 'ocre', 'lilas', 'foret')),
  opened_at  timestamptz not null default now(),
  version    integer     not null default 0
);
grant select on workspace to entente_app, entente_directory;
grant insert on workspace to entente_app;
grant select, insert, update on workspace to entente_operator;

-- Both locks begin here: forced row security with one strict policy. The setting is read once a statement (the inner select), and an
-- unset or empty one fails the cast.
create procedure protect(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format($p$create policy tenant_isolation on %s to entente_app, entente_owner
    using (tenant_id = (select current_setting('app.tenant'))::uuid)
    with check (tenant_id = (select current_setting('app.tenant'))::uuid)$p$, name);
end $$;
