-- A statement of a year that was made: whose, which year, and which words it froze. The same words again are the same document.
create table payment_statement (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  person_id  uuid,
  payer_name text not null default '',
  year       integer not null check (year between 1900 and 9999),
  digest     text not null check (length(digest) = 64),
  made_at    timestamptz not null,
  account_id uuid,
  sealed_id  uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, sealed_id) references sealed_document (tenant_id, id),
  check (person_id is not null or payer_name <> '')
);
create index payment_statement_person on payment_statement (tenant_id, person_id, year);
create index payment_statement_payer on payment_statement (tenant_id, payer_name, year) where payer_name <> '';
call protect('payment_statement');
grant select, insert on payment_statement to entente_app;

-- An export that somebody asked for: made month by month by a timer, taken away again after some days.
create table export_job (
  tenant_id   uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id          uuid not null,
  kind        text not null check (kind in ('journal', 'fec')),
  first_on    date not null,
  last_on     date not null,
  name        text not null,
  status      text not null check (status in ('waiting', 'ready', 'failed')),
  next_on     date not null,
  next_number bigint not null check (next_number >= 1),
  asked_at    timestamptz not null,
  erase_at    timestamptz not null,
  account_id  uuid,
  version     integer not null default 0,
  primary key (tenant_id, id),
  check (last_on >= first_on)
);
create index export_job_latest on export_job (tenant_id, asked_at desc);
call protect('export_job');
grant select, insert, update, delete on export_job to entente_app;

create table export_part (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  export_id uuid not null,
  position  integer not null,
  body      text not null,
  primary key (tenant_id, id),
  unique (tenant_id, export_id, position),
  foreign key (tenant_id, export_id) references export_job (tenant_id, id)
);
call protect('export_part');
grant select, insert, delete on export_part to entente_app;

create policy directory_work on export_job for select to entente_directory using (true);
grant select (tenant_id, id, status, asked_at, erase_at) on export_job to entente_directory;
create function exports_due()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id, id from export_job where status = 'waiting' or erase_at < now() order by asked_at limit 50
$$;
revoke all on function exports_due() from public;
grant execute on function exports_due() to entente_app;
alter function exports_due() owner to entente_directory;
