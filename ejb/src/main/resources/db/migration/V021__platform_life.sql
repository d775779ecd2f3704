-- The operator's side: plans, the life of a workspace, requests for one, and the platform's own trail. Nothing here comes from inside a workspace.
create table plan (
  code           text primary key check (code ~ '^[a-z][a-z0-9_]{1,29}$'),
  name_fr        text not null check (length(name_fr) between 1 and 60),
  name_en        text not null check (length(name_en) between 1 and 60),
  -- Empty means without limit.
  quota_clients  integer check (quota_clients >= 0),
  quota_storage  bigint check (quota_storage >= 0),
  quota_mails    integer check (quota_mails >= 0),
  position       integer not null,
  version        integer not null default 0
);
grant select on plan to entente_app;
grant select, insert, update on plan to entente_operator;
insert into plan (code, name_fr, name_en, quota_clients, quota_storage, quota_mails, position) values
  ('depart', 'Départ', 'Starter', 15, 1073741824, 200, 1),
  ('solo', 'Solo', 'Solo', 120, 10737418240, 2000, 2),
  ('ample', 'Ample', 'Wide', 500, 53687091200, 10000, 3);

alter table workspace add column status_since timestamptz, add column closing_until timestamptz, add column erased_at timestamptz,
  add column quota_clients integer check (quota_clients >= 0), add column quota_storage bigint check (quota_storage >= 0),
  add column quota_mails integer check (quota_mails >= 0);
update workspace set status_since = opened_at;
alter table workspace alter column status_since set not null, alter column status_since set default now(),
  add foreign key (plan) references plan (code),
  add check ((status = 'closing') = (closing_until is not null)),
  add check ((status = 'erased') = (erased_at is not null));
-- The console sorts by these, ten thousand rows long.
create index workspace_name on workspace (lower(name), id);
create index workspace_opened on workspace (opened_at desc, id);
create index workspace_status on workspace (status, lower(name), id);

-- The stages, once more, for whoever comes past the application; the way to «erased» leads through the purge alone.
create function workspace_life() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.status <> old.status and not (
       (old.status = 'requested' and new.status = 'open')
    or (old.status = 'open' and new.status in ('suspended', 'closing'))
    or (old.status = 'suspended' and new.status in ('open', 'closing'))
    or (old.status = 'closing' and new.status in ('open', 'suspended'))
    or (old.status = 'closing' and new.status = 'erased' and current_user = 'entente_owner')) then
    raise exception 'platform.illegal_step' using errcode = '23514';
  end if;
  if old.status = 'erased' then
    raise exception 'platform.erased' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger workspace_life before update on workspace for each row execute function workspace_life();

-- Somebody asks for a workspace from the public site. The visitor's own request cannot be read back: only the desk reads, and the workspace
-- that came of it reads its own.
create table workspace_request (
  id            uuid primary key,
  status        text not null check (status in ('received', 'approved', 'refused')),
  name          text not null check (length(name) between 1 and 120),
  practice_name text not null check (length(practice_name) between 1 and 120),
  profession    text not null check (profession in ('ts', 'tcf', 'pair_aidant', 'other')),
  jurisdiction  text not null check (jurisdiction in ('CA-QC', 'FR')),
  email         citext not null,
  language      text not null check (language in ('fr', 'en')),
  message       text not null default '' check (length(message) <= 4000),
  created_at    timestamptz not null,
  decided_at    timestamptz,
  decided_by    uuid,
  reason        text check (length(reason) <= 2000),
  workspace_id  uuid references workspace (id),
  version       integer not null default 0,
  check ((status = 'received') = (decided_at is null)),
  check ((status = 'approved') = (workspace_id is not null)),
  check (status <> 'refused' or length(reason) > 0)
);
create index workspace_request_desk on workspace_request (status, created_at, id);
create unique index workspace_request_workspace on workspace_request (workspace_id);
alter table workspace_request enable row level security;
create policy request_made on workspace_request for insert to entente_app with check (status = 'received' and workspace_id is null);
create policy request_of_one on workspace_request for select to entente_app
  using (workspace_id = (select current_setting('app.tenant'))::uuid);
create policy request_desk on workspace_request to entente_operator using (true) with check (true);
grant select, insert on workspace_request to entente_app;
grant select, update on workspace_request to entente_operator;

-- Mails of the platform itself, to people who are in no workspace yet.
create table platform_mail (
  id         uuid primary key,
  dedup_key  text not null unique,
  recipient  citext not null,
  language   text not null check (language in ('fr', 'en')),
  subject    text not null,
  body       text not null,
  status     text not null check (status in ('queued', 'sent', 'failed')),
  attempts   integer not null default 0,
  next_at    timestamptz not null default now(),
  sent_at    timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  version    integer not null default 0
);
create index platform_mail_queued on platform_mail (next_at) where status = 'queued';
grant select, insert, update on platform_mail to entente_app;
grant insert on platform_mail to entente_operator;

-- What the platform and its operators did, in order, each entry holding the hash of the one before it.
create table platform_event (
  seq          bigint primary key check (seq > 0),
  at           timestamptz not null,
  kind         text not null check (kind ~ '^[a-z]+(\.[a-z_]+)+$'),
  actor        uuid,
  workspace_id uuid,
  detail       text not null default '' check (length(detail) <= 4000),
  prev         bytea not null check (octet_length(prev) = 32),
  hash         bytea not null check (octet_length(hash) = 32)
);
create index platform_event_workspace on platform_event (workspace_id, seq desc);
create index platform_event_kind on platform_event (kind, seq desc);
create table platform_head (
  one  boolean primary key default true check (one),
  seq  bigint not null,
  hash bytea not null
);
insert into platform_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));
grant select on platform_event, platform_head to entente_operator, entente_directory;
grant insert on platform_event to entente_directory;
grant update on platform_head to entente_directory;

create function platform_event_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'the trail is only added to' using errcode = '42501';
end $$;
create trigger platform_event_stays before update or delete or truncate on platform_event for each statement execute function platform_event_stays();

-- SHA-256(0x00 || version 0x01 || hash before || fields), a field being its length in four bytes and its UTF-8 bytes, in this order:
-- number, time (UTC, microseconds), kind, actor, workspace, detail. What is empty is a field of length zero.
create function platform_event_hash(seq bigint, at timestamptz, kind text, actor uuid, workspace uuid, detail text, prev bytea)
  returns bytea language sql stable set search_path = public, pg_temp as $$
    select sha256('\x0001'::bytea || prev || string_agg(int4send(octet_length(field)) || field, ''::bytea order by place))
      from (values (1, convert_to(seq::text, 'UTF8')), (2, convert_to(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'UTF8')),
                   (3, convert_to(kind, 'UTF8')), (4, convert_to(coalesce(actor::text, ''), 'UTF8')),
                   (5, convert_to(coalesce(workspace::text, ''), 'UTF8')), (6, convert_to(detail, 'UTF8'))) as fields (place, field)
$$;

create function append_platform_event(kind text, actor uuid, workspace uuid, detail text)
  returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head platform_head;
  moment timestamptz := clock_timestamp();
  this bytea;
begin
  select * into head from platform_head for update;
  this := platform_event_hash(head.seq + 1, moment, kind, actor, workspace, coalesce(detail, ''), head.hash);
  insert into platform_event values (head.seq + 1, moment, kind, actor, workspace, coalesce(detail, ''), head.hash, this);
  update platform_head set seq = head.seq + 1, hash = this;
  return head.seq + 1;
end $$;
revoke all on function append_platform_event(text, uuid, uuid, text) from public;
grant execute on function append_platform_event(text, uuid, uuid, text) to entente_operator, entente_app;
alter function append_platform_event(text, uuid, uuid, text) owner to entente_directory;

-- The operator's share of the outbox: asking for the furnishing of a workspace, seeing what is stuck, trying again. Never for whom.
create policy directory_asked on outbox_command for select to entente_directory using (kind like 'workspace.%' or status = 'parked');
create policy directory_ask on outbox_command for insert to entente_directory with check (kind like 'workspace.%' and status = 'waiting');
create policy directory_retry on outbox_command for update to entente_directory
  using (kind like 'workspace.%' or status = 'parked') with check (status = 'waiting');
grant select (kind, subject_id, attempts, last_error, created_at, done_at, version), insert (tenant_id, id, kind, subject_id, status, next_at, created_at),
  update (status, attempts, next_at, last_error, done_at, version) on outbox_command to entente_directory;

create function ask_of_workspace(tenant uuid, asked text)
  returns void language sql security definer set search_path = public, pg_temp as $$
    insert into outbox_command as c (tenant_id, id, kind, subject_id, status, next_at, created_at)
      values (tenant, uuidv7(), asked, tenant, 'waiting', now(), now())
      on conflict (tenant_id, kind, subject_id) do update
        set status = 'waiting', attempts = 0, next_at = now(), last_error = null, done_at = null, version = c.version + 1 where c.status <> 'waiting'
$$;
revoke all on function ask_of_workspace(uuid, text) from public;
grant execute on function ask_of_workspace(uuid, text) to entente_operator;
alter function ask_of_workspace(uuid, text) owner to entente_directory;

-- Addresses are struck out of what went wrong: it was written for a log.
create function outbox_troubles(tenant uuid)
  returns table (tenant_id uuid, id uuid, kind text, status text, attempts integer, next_at timestamptz, created_at timestamptz, last_error text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id, id, kind, status, attempts, next_at, created_at, regexp_replace(coalesce(last_error, ''), '[^[:space:]@<>"]+@[^[:space:]@<>"]+', '…@…', 'g')
      from outbox_command
     where (status = 'parked' or status = 'waiting' and attempts > 0) and (tenant is null or tenant_id = tenant)
     order by status, created_at limit 500
$$;
revoke all on function outbox_troubles(uuid) from public;
grant execute on function outbox_troubles(uuid) to entente_operator;
alter function outbox_troubles(uuid) owner to entente_directory;

create function retry_command(command uuid)
  returns uuid language sql security definer set search_path = public, pg_temp as $$
    update outbox_command set status = 'waiting', attempts = 0, next_at = now(), version = version + 1
     where id = command and status = 'parked' returning tenant_id
$$;
revoke all on function retry_command(uuid) from public;
grant execute on function retry_command(uuid) to entente_operator;
alter function retry_command(uuid) owner to entente_directory;
