-- A private address under which a calendar program reads meetings. Only the digest of its secret is kept; it belongs to an account that works here,
-- or to a person and their portal.
create table calendar_feed (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  account_id uuid references account (id),
  person_id  uuid,
  digest     text not null check (digest ~ '^[0-9a-f]{64}$'),
  titles     text not null check (titles in ('reference', 'initials', 'plain')),
  created_at timestamptz not null,
  revoked_at timestamptz,
  version    integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  check ((account_id is null) <> (person_id is null))
);
create index calendar_feed_digest on calendar_feed (digest) where revoked_at is null;
call protect('calendar_feed');
grant select, insert, update on calendar_feed to entente_app;

create policy directory_feed on calendar_feed for select to entente_directory using (revoked_at is null);
grant select (tenant_id, id, digest, revoked_at) on calendar_feed to entente_directory;
create function feed_of(secret_digest text)
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id, id from calendar_feed where digest = secret_digest and revoked_at is null
$$;
revoke all on function feed_of(text) from public;
grant execute on function feed_of(text) to entente_app;
alter function feed_of(text) owner to entente_directory;

-- How somebody wishes to hear of their meetings; without a row: reminded the day before, in discreet words.
create table meeting_wish (
  tenant_id      uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id             uuid not null,
  person_id      uuid not null,
  reminder_hours integer not null check (reminder_hours in (0, 2, 24, 48)),
  plain          boolean not null,
  version        integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
call protect('meeting_wish');
grant select, insert, update on meeting_wish to entente_app;

-- Meetings of the next two days and a little more of which nobody has been reminded yet.
create policy directory_work on meeting for select to entente_directory using (status = 'booked' and reminded_at is null);
grant select (tenant_id, id, status, starts_at, reminded_at) on meeting to entente_directory;
create function meetings_to_remind_of()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id, id from meeting
     where status = 'booked' and reminded_at is null and starts_at > now() and starts_at < now() + interval '49 hours'
     order by starts_at limit 500
$$;
revoke all on function meetings_to_remind_of() from public;
grant execute on function meetings_to_remind_of() to entente_app;
alter function meetings_to_remind_of() owner to entente_directory;
