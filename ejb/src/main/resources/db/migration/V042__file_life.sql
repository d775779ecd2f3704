-- From opening to destruction. The clock of retention runs from the last service, not from the closing.
create table episode (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  file_id    uuid not null,
  number     integer not null check (number > 0),
  opened_on  date not null,
  closed_on  date,
  last_service_on date,
  reason     text not null default '',
  created_at timestamptz not null,
  closed_at  timestamptz,
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, file_id, number),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  check ((closed_on is null) = (closed_at is null))
);
create unique index episode_now on episode (tenant_id, file_id) where closed_on is null;

alter table client_file no force row level security;
insert into episode (tenant_id, id, file_id, number, opened_on, created_at)
  select tenant_id, uuidv7(), id, 1, opened_on, created_at from client_file;
alter table client_file
  add column last_service_on date,
  add column closed_on date,
  add column retain_until date,
  add column hold_reason text,
  add column destroyed_on date;
alter table client_file force row level security;
call protect('episode');
grant select, insert, update on episode to entente_app;
create index client_file_kept on client_file (status, retain_until) where status in ('closed', 'retention');

-- The line a destroyed file leaves. It never changes.
create table destruction (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  file_id    uuid not null,
  reference  text not null,
  kind       text not null,
  opened_on  date not null,
  closed_on  date not null,
  last_service_on date,
  retained_until date not null,
  destroyed_at timestamptz not null,
  method     text not null,
  decider_id uuid not null references account (id),
  decider    text not null,
  primary key (tenant_id, id),
  unique (tenant_id, file_id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id)
);
call protect('destruction');
grant select, insert on destruction to entente_app;

-- Which files somebody has had open lately.
create table file_opening (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  account_id uuid not null,
  file_id    uuid not null,
  opened_at  timestamptz not null,
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, file_id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id)
);
create index file_opening_latest on file_opening (tenant_id, account_id, opened_at desc);
call protect('file_opening');
grant select, insert, update, delete on file_opening to entente_app;

-- Files whose state changes with the day: workspace and file, nothing else.
create policy directory_work on client_file for select to entente_directory using (status in ('closed', 'retention'));
grant select (tenant_id, id, status, closed_on, retain_until, hold_reason) on client_file to entente_directory;
create function files_to_review()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id, id from client_file
     where (status = 'closed' and closed_on < current_date) or (status = 'retention' and hold_reason is null and retain_until < current_date)
     order by id limit 500
$$;
revoke all on function files_to_review() from public;
grant execute on function files_to_review() to entente_app;
alter function files_to_review() owner to entente_directory;
