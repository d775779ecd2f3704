create table meeting (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  file_id    uuid not null,
  service_id uuid not null,
  starts_at  timestamptz not null,
  zone       text not null,
  minutes    integer not null check (minutes between 1 and 600),
  mode       text not null check (mode in ('office', 'home', 'video', 'phone')),
  place      text not null default '',
  status     text not null check (status in ('booked', 'held', 'missed', 'cancelled_by_client', 'cancelled_by_practitioner')),
  created_at timestamptz not null,
  version    integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id)
);
create index meeting_start on meeting (tenant_id, starts_at);
create index meeting_file on meeting (tenant_id, file_id, starts_at desc);
call protect('meeting');
grant select, insert, update on meeting to entente_app;
