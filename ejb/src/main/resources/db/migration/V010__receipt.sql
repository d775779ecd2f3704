-- The next number of a series is a row that is locked while a number is given: no gap and no reuse, as a sequence could not promise.
create table receipt_series (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  code      text not null,
  prefix    text not null,
  next      bigint not null check (next >= 1),
  last_issued_on date,
  version   integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
call protect('receipt_series');
grant select, insert, update on receipt_series to entente_app;

create table receipt (
  tenant_id    uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id           uuid not null,
  series_id    uuid not null,
  number       bigint not null check (number >= 1),
  display_number text not null,
  idempotency_key text not null,
  file_id      uuid not null,
  person_id    uuid not null,
  recipient    text not null,
  meeting_id   uuid not null,
  issued_on    date not null,
  issued_at    timestamptz not null,
  net_minor    bigint not null check (net_minor >= 0),
  total_minor  bigint not null check (total_minor >= 0),
  currency     char(3) not null check (currency in ('CAD', 'EUR')),
  language     text not null check (language in ('fr', 'en')),
  payment_means text not null check (payment_means in ('cash', 'transfer', 'card', 'cheque', 'interac')),
  paid_on      date not null,
  content      text not null,
  status       text not null check (status in ('issued', 'sealed')),
  sealed_id    uuid,
  version      integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, series_id, number),
  unique (tenant_id, idempotency_key),
  unique (tenant_id, meeting_id),
  foreign key (tenant_id, series_id) references receipt_series (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, meeting_id) references meeting (tenant_id, id),
  foreign key (tenant_id, sealed_id) references sealed_document (tenant_id, id)
);
create index receipt_latest on receipt (tenant_id, issued_at desc);
create index receipt_person on receipt (tenant_id, person_id, issued_at desc);
call protect('receipt');
grant select, insert, update on receipt to entente_app;

create table receipt_line (
  tenant_id   uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id          uuid not null,
  receipt_id  uuid not null,
  position    integer not null,
  service_on  date not null,
  label       text not null,
  minutes     integer not null,
  amount_minor bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, receipt_id, position),
  foreign key (tenant_id, receipt_id) references receipt (tenant_id, id)
);
call protect('receipt_line');
grant select, insert on receipt_line to entente_app;

-- Receipts whose number was given and whose sealed PDF is still to be made (the stamp was down, the server was killed).
create policy directory_work on receipt for select to entente_directory using (status = 'issued');
grant select (tenant_id, id, status, issued_at) on receipt to entente_directory;
create function receipts_to_seal()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id, id from receipt where status = 'issued' and issued_at < now() - interval '5 seconds' order by issued_at limit 100
$$;
revoke all on function receipts_to_seal() from public;
grant execute on function receipts_to_seal() to entente_app;
alter function receipts_to_seal() owner to entente_directory;
