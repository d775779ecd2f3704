-- Work for a timer that failed: it waits longer each time, and the others pass. Nothing is given up, and nothing says whose it is.
create table postponement (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  subject_id uuid not null,
  kind       text not null check (kind ~ '^[a-z][a-z_]{1,39}$'),
  attempts   integer not null check (attempts >= 1),
  next_at    timestamptz not null,
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, subject_id)
);
call protect('postponement');
grant select, insert, update, delete on postponement to entente_app;

create policy directory_work on postponement for select to entente_directory using (true);
grant select (tenant_id, subject_id, attempts, next_at) on postponement to entente_directory;

-- What never failed comes first, the oldest before the others; then what failed least often.
set role entente_directory;
create or replace function receipts_to_seal()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select r.tenant_id, r.id from receipt r left join postponement p on p.tenant_id = r.tenant_id and p.subject_id = r.id
      where r.status = 'issued' and r.issued_at < now() - interval '5 seconds' and (p.next_at is null or p.next_at <= now())
      order by p.attempts nulls first, r.issued_at limit 100
$$;
create or replace function entries_to_seal()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select e.tenant_id, e.id from entry e left join postponement p on p.tenant_id = e.tenant_id and p.subject_id = e.id
      where e.status = 'signed' and e.sealed_id is null and e.signed_at < now() - interval '5 seconds' and (p.next_at is null or p.next_at <= now())
      order by p.attempts nulls first, e.signed_at limit 100
$$;
create or replace function addenda_to_seal()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select s.tenant_id, s.addendum_id from addendum_sheet s left join postponement p on p.tenant_id = s.tenant_id and p.subject_id = s.addendum_id
      where s.sealed_id is null and s.written_at < now() - interval '5 seconds' and (p.next_at is null or p.next_at <= now())
      order by p.attempts nulls first, s.written_at limit 100
$$;
create or replace function signings_to_finish()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select s.tenant_id, s.id from signing s left join postponement p on p.tenant_id = s.tenant_id and p.subject_id = s.id
      where (s.status = 'sealing' or (s.status = 'open' and s.expires_at < now())) and (p.next_at is null or p.next_at <= now())
      order by p.attempts nulls first, s.id limit 100
$$;
create or replace function exports_due()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select j.tenant_id, j.id from export_job j left join postponement p on p.tenant_id = j.tenant_id and p.subject_id = j.id
      where (j.status = 'waiting' or j.erase_at < now()) and (p.next_at is null or p.next_at <= now())
      order by p.attempts nulls first, j.asked_at limit 50
$$;
reset role;
