-- Receipts and invoices that another tool issued, kept as they were under their own numbers. They belong to no series of this practice and enter none of its accounts.
create table earlier_receipt (
  tenant_id    uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id           uuid not null,
  file_id      uuid not null,
  import_id    uuid not null,
  number       text not null check (number <> ''),
  number_key   text not null,
  issued_on    date not null,
  amount_minor bigint not null,
  currency     text not null check (currency ~ '^[A-Z]{3}$'),
  serviced_on  date,
  paid_on      date,
  means        text not null default '',
  payer        text not null default '',
  label        text not null default '',
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
create index earlier_receipt_file on earlier_receipt (tenant_id, file_id, issued_on desc);
create index earlier_receipt_recent on earlier_receipt (tenant_id, issued_on desc, number);
create index earlier_receipt_number on earlier_receipt (tenant_id, number_key);
call protect('earlier_receipt');
grant select, insert, delete on earlier_receipt to entente_app;

alter table import drop constraint import_kind_check;
alter table import add constraint import_kind_check check (kind in ('clients', 'meetings', 'receipts')) not valid;
alter table import_mapping drop constraint import_mapping_kind_check;
alter table import_mapping add constraint import_mapping_kind_check check (kind in ('clients', 'meetings', 'receipts')) not valid;
alter table import_row add column receipt_id uuid;
create index import_row_receipt on import_row (tenant_id, receipt_id) where receipt_id is not null;

-- Such a record goes only with the import that brought it, while that is taken back, or with its file, once that has been destroyed.
create function earlier_receipt_stays() returns trigger language plpgsql as $$
begin
  if exists (select from import_row r join import i on i.tenant_id = r.tenant_id and i.id = r.import_id
       where r.tenant_id = old.tenant_id and r.receipt_id = old.id and i.status = 'undoing' and r.state = 'made')
     or exists (select from client_file f where f.tenant_id = old.tenant_id and f.id = old.file_id and f.status = 'destroyed') then
    return old;
  end if;
  raise exception 'earlier receipt % is not deleted', old.id using errcode = 'restrict_violation';
end $$;
create trigger earlier_receipt_stays before delete on earlier_receipt for each row when (current_user = 'entente_app') execute function earlier_receipt_stays();

-- A row that brought a receipt or a meeting has not made the file it names.
create or replace function only_imported() returns trigger language plpgsql as $$
begin
  if not exists (select from import_row r join import i on i.tenant_id = r.tenant_id and i.id = r.import_id
       where r.tenant_id = old.tenant_id and i.status = 'undoing' and r.state = 'made'
         and (tg_argv[0] = 'file' and r.meeting_id is null and r.receipt_id is null and r.file_id = (to_jsonb(old) ->> tg_argv[1])::uuid
           or tg_argv[0] = 'person' and r.meeting_id is null and r.receipt_id is null and r.person_id = (to_jsonb(old) ->> tg_argv[1])::uuid
           or tg_argv[0] = 'meeting' and r.meeting_id = (to_jsonb(old) ->> tg_argv[1])::uuid)) then
    raise exception '% % is not deleted', tg_table_name, old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
