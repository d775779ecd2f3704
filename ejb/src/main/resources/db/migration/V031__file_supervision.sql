-- Which files a supervisor reads. It hangs on the membership: when that ends, nothing is named to anybody any more.
create table file_naming (
  tenant_id     uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id            uuid not null,
  file_id       uuid not null,
  membership_id uuid not null,
  since         timestamptz not null,
  until         timestamptz,
  version       integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, membership_id) references membership (tenant_id, id)
);
create unique index file_naming_active on file_naming (tenant_id, membership_id, file_id) where until is null;
create index file_naming_file on file_naming (tenant_id, file_id);
call protect('file_naming');
grant select, insert, update on file_naming to entente_app;

-- What a supervisor, or the practitioner in answer, has written about a file. It stays as it was written.
create table file_comment (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  file_id    uuid not null,
  account_id uuid not null references account (id),
  author     text not null,
  role       text not null check (role in ('practitioner', 'supervisor')),
  body       text not null check (length(body) between 1 and 10000),
  written_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id)
);
create index file_comment_file on file_comment (tenant_id, file_id, written_at);
call protect('file_comment');
grant select, insert on file_comment to entente_app;
