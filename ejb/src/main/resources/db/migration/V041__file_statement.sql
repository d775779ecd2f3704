-- What somebody said of the request or the situation, apart from notes. Who said it, whether together or alone, and on which shelf it lies:
-- whatever holds words of several people carries these three, so that one person's part can be split off.
create table file_statement (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  file_id    uuid not null,
  source_person_id uuid,
  context    text not null check (context in ('joint', 'individual')),
  shelf      text not null check (shelf in ('shared', 'record', 'personal')),
  said_on    date not null,
  text       text not null check (length(text) between 1 and 20000),
  created_at timestamptz not null,
  shared_at  timestamptz,
  version    integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, source_person_id) references person (tenant_id, id),
  check ((shelf = 'shared') = (shared_at is not null))
);
create index file_statement_file on file_statement (tenant_id, file_id, said_on desc);
call protect('file_statement');
-- A statement leaves with its file, when the file is destroyed; never alone.
grant select, insert, update, delete on file_statement to entente_app;
