-- A series: an RFC 5545 rule in the local time of its zone. Its meetings are rows of their own, each with the place it has in the rule; a series
-- that was split ends before the split and is followed by the one that names it.
create table meeting_series (
  tenant_id    uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id           uuid not null,
  file_id      uuid not null,
  service_id   uuid not null,
  rule         text not null,
  first_local  timestamp not null,
  zone         text not null,
  ended_before timestamp,
  previous_id  uuid,
  created_at   timestamptz not null,
  version      integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  foreign key (tenant_id, previous_id) references meeting_series (tenant_id, id)
);
create index meeting_series_file on meeting_series (tenant_id, file_id);
call protect('meeting_series');
grant select, insert, update on meeting_series to entente_app;

-- Who is expected at a meeting, among the people of its file; a meeting without any is with the file's client.
create table meeting_attendee (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  meeting_id uuid not null,
  person_id  uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, meeting_id, person_id),
  foreign key (tenant_id, meeting_id) references meeting (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index meeting_attendee_person on meeting_attendee (tenant_id, person_id);
call protect('meeting_attendee');
grant select, insert, delete on meeting_attendee to entente_app;

-- The sequence counts what has been told about a meeting, as calendars ask; occurrence is its local place in the rule of its series.
alter table meeting
  add column series_id      uuid,
  add column occurrence     timestamp,
  add column sequence       integer not null default 0,
  add column link           text not null default '',
  add column phone          text not null default '',
  add column travel_minutes integer not null default 0,
  add column reason         text not null default '',
  add column settled_at     timestamptz,
  add column late           boolean not null default false,
  add column asked          text not null default '',
  add column asked_at       timestamptz,
  add column reminded_at    timestamptz;
-- Not valid: a scan as the owner would see no row at all. Rows from now on are checked.
alter table meeting add foreign key (tenant_id, series_id) references meeting_series (tenant_id, id) not valid;
create index meeting_series_meetings on meeting (tenant_id, series_id, starts_at) where series_id is not null;
create index meeting_reminders on meeting (starts_at) where status = 'booked' and reminded_at is null;

-- When the practice receives: a week, and days that are otherwise. Outside is told, never refused.
create table opening_hours (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  weekday   integer check (weekday between 1 and 7),
  day       date,
  opens     time,
  closes    time,
  primary key (tenant_id, id),
  check ((weekday is null) <> (day is null)),
  check ((opens is null and closes is null and day is not null) or opens < closes)
);
create index opening_hours_day on opening_hours (tenant_id, day);
call protect('opening_hours');
grant select, insert, delete on opening_hours to entente_app;
