create table client_file (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  reference  text not null,
  kind       text not null check (kind in ('individual', 'couple', 'family', 'minor')),
  status     text not null check (status in ('open', 'closed', 'retention', 'due_for_review', 'destroyed')),
  reason     text not null default '',
  step       text not null default 'intake',
  opened_on  date not null,
  created_at timestamptz not null,
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, reference)
);
create index client_file_recent on client_file (tenant_id, created_at desc);
call protect('client_file');
grant select, insert, update on client_file to entente_app;

create table file_counter (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  year      integer not null,
  last      integer not null,
  version   integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, year)
);
call protect('file_counter');
grant select, insert, update on file_counter to entente_app;

create table participant (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  file_id   uuid not null,
  person_id uuid not null,
  capacity  text not null check (capacity in ('client', 'parent', 'guardian', 'partner', 'relative')),
  since     date not null,
  until     date,
  version   integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, file_id, person_id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index participant_person on participant (tenant_id, person_id);
call protect('participant');
grant select, insert, update on participant to entente_app;
