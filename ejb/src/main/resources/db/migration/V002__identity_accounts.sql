-- One account per human, known by the subject of the identity provider. It holds nothing that a practitioner typed.
create table account (
  id         uuid primary key,
  subject    text        not null unique,
  email      citext      not null,
  locale     text        not null default 'fr',
  created_at timestamptz not null default now(),
  version    integer     not null default 0
);
create index account_email on account (email);
grant select, insert, update on account to entente_app;
grant select on account to entente_directory, entente_operator;

create table operator (
  account_id uuid primary key references account (id),
  since      timestamptz not null default now()
);
grant select on operator to entente_app, entente_operator;
grant insert on operator to entente_operator;

create table membership (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  account_id uuid not null references account (id),
  role       text not null check (role in ('owner', 'assistant', 'supervisor')),
  since      timestamptz not null default now(),
  until      timestamptz,
  version    integer not null default 0,
  primary key (tenant_id, id)
);
create unique index membership_active on membership (tenant_id, account_id) where until is null;
create index membership_account on membership (account_id);
call protect('membership');
grant select, insert, update on membership to entente_app;

-- An invitation is single-use and bound to a second fact both sides know; only hashes of the link and the fact are kept.
create table invitation (
  tenant_id    uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id           uuid not null,
  person_id    uuid not null,
  email        citext not null,
  token_hash   bytea not null check (length(token_hash) = 32),
  fact_kind    text not null check (fact_kind in ('birth_date', 'word')),
  fact_salt    bytea not null,
  fact_hash    bytea not null,
  attempts     integer not null default 0,
  status       text not null check (status in ('open', 'confirmed', 'accepted', 'revoked', 'expired', 'exhausted')),
  account_subject text,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  accepted_at  timestamptz,
  version      integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index invitation_person on invitation (tenant_id, person_id);
call protect('invitation');
grant select, insert, update on invitation to entente_app;

create table portal_access (
  tenant_id     uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id            uuid not null,
  person_id     uuid not null,
  account_id    uuid not null references account (id),
  invitation_id uuid,
  since         timestamptz not null default now(),
  until         timestamptz,
  version       integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, invitation_id) references invitation (tenant_id, id)
);
create unique index portal_access_active on portal_access (tenant_id, account_id) where until is null;
create index portal_access_account on portal_access (account_id);
call protect('portal_access');
grant select, insert, update on portal_access to entente_app;

-- Where one person may go: the only question asked across workspaces by the application, answered for one account at a time.
create policy directory_places on membership for select to entente_directory using (true);
create policy directory_places on portal_access for select to entente_directory using (true);
grant select on membership, portal_access to entente_directory;

create function places_of(account uuid)
  returns table (slug text, name text, accent text, status text, part text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select w.slug::text, w.name, w.accent, w.status, 'practice'
      from membership m join workspace w on w.id = m.tenant_id
     where m.account_id = account and m.until is null and w.status <> 'erased'
    union all
    select w.slug::text, w.name, w.accent, w.status, 'client'
      from portal_access p join workspace w on w.id = p.tenant_id
     where p.account_id = account and p.until is null and w.status <> 'erased'
    order by 5 desc, 2
$$;
revoke all on function places_of(uuid) from public;
grant execute on function places_of(uuid) to entente_app;
alter function places_of(uuid) owner to entente_directory;

-- Sessions that the identity provider has ended: every node refuses them from the next click on.
create table ended_session (
  sid      text primary key,
  ended_at timestamptz not null default now()
);
grant select, insert, delete on ended_session to entente_app;
