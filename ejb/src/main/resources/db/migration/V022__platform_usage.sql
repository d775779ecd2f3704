-- How much a workspace holds, as counts, sizes and days: written by the workspace itself, read by the operator. No name comes here.
create table workspace_usage (
  workspace_id   uuid primary key references workspace (id),
  files_open     integer not null,
  files_all      integer not null,
  storage_bytes  bigint not null,
  documents      integer not null,
  mails_month    integer not null,
  month          date not null,
  owners         integer not null,
  assistants     integer not null,
  supervisors    integer not null,
  portals        integer not null,
  receipts       integer not null,
  last_receipt_on date,
  last_meeting_on date,
  counted_at     timestamptz not null
);
alter table workspace_usage enable row level security;
create policy usage_of_one on workspace_usage to entente_app
  using (workspace_id = (select current_setting('app.tenant'))::uuid) with check (workspace_id = (select current_setting('app.tenant'))::uuid);
create policy usage_for_operator on workspace_usage for select to entente_operator using (true);
grant select, insert, update on workspace_usage to entente_app;
grant select on workspace_usage to entente_operator;
create index mail_month on mail (tenant_id, created_at);

-- Counts the workspace that is set; row security sees to it that it counts no other.
create function take_usage() returns void language sql set search_path = public, pg_temp as $$
  insert into workspace_usage as u
  select current_setting('app.tenant')::uuid,
         (select count(*) from client_file where status = 'open'), (select count(*) from client_file where status <> 'destroyed'),
         (select coalesce(sum(size_bytes), 0) from stored_document), (select count(*) from stored_document),
         (select count(*) from mail where created_at >= date_trunc('month', now() at time zone 'UTC') at time zone 'UTC'),
         date_trunc('month', now() at time zone 'UTC')::date,
         (select count(*) from membership where role = 'owner' and until is null), (select count(*) from membership where role = 'assistant' and until is null),
         (select count(*) from membership where role = 'supervisor' and until is null), (select count(*) from portal_access where until is null),
         (select count(*) from receipt), (select max(issued_on) from receipt),
         (select max((starts_at at time zone zone)::date) from meeting where status = 'held'), now()
  on conflict (workspace_id) do update set files_open = excluded.files_open, files_all = excluded.files_all, storage_bytes = excluded.storage_bytes,
    documents = excluded.documents, mails_month = excluded.mails_month, month = excluded.month, owners = excluded.owners,
    assistants = excluded.assistants, supervisors = excluded.supervisors, portals = excluded.portals, receipts = excluded.receipts,
    last_receipt_on = excluded.last_receipt_on, last_meeting_on = excluded.last_meeting_on, counted_at = excluded.counted_at
$$;
revoke all on function take_usage() from public;
grant execute on function take_usage() to entente_app;
