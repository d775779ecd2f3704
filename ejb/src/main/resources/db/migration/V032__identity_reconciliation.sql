-- What the nightly comparison of our accounts with the identity provider's users has found: identifiers and counts, no person. It repairs nothing.
create table reconciliation (
  id          uuid primary key,
  day         date        not null unique,
  started_at  timestamptz not null,
  finished_at timestamptz,
  accounts    integer     not null default 0,
  users       integer     not null default 0
);
create table reconciliation_finding (
  id                uuid primary key,
  reconciliation_id uuid not null references reconciliation (id),
  kind              text not null check (kind in ('user_missing', 'user_disabled', 'role_missing', 'account_missing')),
  account_id        uuid references account (id),
  subject           text not null,
  workspace_id      uuid references workspace (id)
);
create index reconciliation_finding_run on reconciliation_finding (reconciliation_id, kind);
grant select, insert, update on reconciliation to entente_app;
grant select, insert on reconciliation_finding to entente_app;
grant select on reconciliation, reconciliation_finding to entente_operator;

create function seats_of(accounts uuid[])
  returns table (account_id uuid, tenant_id uuid, role text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select m.account_id, m.tenant_id, m.role from membership m join workspace w on w.id = m.tenant_id
     where m.account_id = any (accounts) and m.until is null and w.status <> 'erased'
$$;
revoke all on function seats_of(uuid[]) from public;
grant execute on function seats_of(uuid[]) to entente_app;
alter function seats_of(uuid[]) owner to entente_directory;
