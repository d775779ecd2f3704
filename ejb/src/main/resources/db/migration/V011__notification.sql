-- Mails waiting to leave. Written in the transaction of what they tell about; sent once by the timer. They hold a link, never content.
create table mail (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  dedup_key  text not null,
  recipient  citext not null,
  language   text not null check (language in ('fr', 'en')),
  subject    text not null,
  body       text not null,
  status     text not null check (status in ('queued', 'sent', 'failed')),
  attempts   integer not null default 0,
  next_at    timestamptz not null,
  sent_at    timestamptz,
  last_error text,
  created_at timestamptz not null,
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, dedup_key)
);
create index mail_queued on mail (next_at) where status = 'queued';
call protect('mail');
grant select, insert, update on mail to entente_app;

create policy directory_work on mail for select to entente_directory using (status = 'queued');
grant select (tenant_id, id, status, next_at) on mail to entente_directory;
create function mails_to_send()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id, id from mail where status = 'queued' and next_at <= now() order by next_at limit 50
$$;
revoke all on function mails_to_send() from public;
grant execute on function mails_to_send() to entente_app;
alter function mails_to_send() owner to entente_directory;

-- Commands for the identity provider, carried out by the timer until they succeed or need a person.
create table outbox_command (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  kind       text not null,
  subject_id uuid not null,
  status     text not null check (status in ('waiting', 'done', 'parked')),
  attempts   integer not null default 0,
  next_at    timestamptz not null,
  last_error text,
  created_at timestamptz not null,
  done_at    timestamptz,
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, kind, subject_id)
);
create index outbox_command_waiting on outbox_command (next_at) where status = 'waiting';
call protect('outbox_command');
grant select, insert, update on outbox_command to entente_app;
create policy directory_work on outbox_command for select to entente_directory using (status = 'waiting');
grant select (tenant_id, id, status, next_at) on outbox_command to entente_directory;
create function commands_to_run()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id, id from outbox_command where status = 'waiting' and next_at <= now() order by next_at limit 50
$$;
revoke all on function commands_to_run() from public;
grant execute on function commands_to_run() to entente_app;
alter function commands_to_run() owner to entente_directory;
