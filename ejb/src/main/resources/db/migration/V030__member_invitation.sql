-- Somebody is asked to work in a workspace. The membership itself begins when that person, signed in with this address, has accepted.
alter table membership add column name text;

create table member_invitation (
  tenant_id       uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id              uuid not null,
  email           citext not null,
  name            text not null check (length(name) between 1 and 200),
  role            text not null check (role in ('owner', 'assistant', 'supervisor')),
  language        text not null check (language in ('fr', 'en')),
  status          text not null check (status in ('preparing', 'sent', 'confirmed', 'accepted', 'declined', 'revoked')),
  sendings        integer not null default 1,
  token_hash      bytea check (length(token_hash) = 32),
  account_subject text,
  enforced        boolean not null default false,
  fresh           boolean not null default false,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  expires_at      timestamptz,
  ended_at        timestamptz,
  membership_id   uuid,
  version         integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, membership_id) references membership (tenant_id, id)
);
create unique index member_invitation_open on member_invitation (tenant_id, email) where status in ('preparing', 'sent', 'confirmed');
create index member_invitation_subject on member_invitation (account_subject) where status in ('sent', 'confirmed');
call protect('member_invitation');
grant select, insert, update on member_invitation to entente_app;

-- Who is asked to join where: asked for one account, which has signed in with the address that was invited.
create policy directory_joinings on member_invitation for select to entente_directory using (status in ('sent', 'confirmed'));
grant select (tenant_id, id, email, role, status, account_subject, expires_at) on member_invitation to entente_directory;
create function joinings_of(account uuid)
  returns table (tenant_id uuid, id uuid, slug text, name text, accent text, role text, status text, expires_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select i.tenant_id, i.id, w.slug::text, w.name, w.accent, i.role, i.status, i.expires_at
      from account a join member_invitation i on i.account_subject = a.subject and i.email = a.email
      join workspace w on w.id = i.tenant_id
     where a.id = joinings_of.account and i.status in ('sent', 'confirmed') and w.status not in ('requested', 'erased')
     order by w.name, i.id
$$;
revoke all on function joinings_of(uuid) from public;
grant execute on function joinings_of(uuid) to entente_app;
alter function joinings_of(uuid) owner to entente_directory;
