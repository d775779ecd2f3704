-- The read-only lock: a request of a workspace that is not open, or of somebody who was only let in to look, changes nothing there.
-- `app.read_only` is set together with `app.tenant`; work that timers do never has it.
create function writable() returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  -- An error, not «no rows»: a change that is passed over in silence would look like one that was made. The message is the one people are shown.
  if current_setting('app.read_only', true) = 'on' then
    raise exception 'frame.read_only' using errcode = '25006';
  end if;
  return true;
end $$;

-- Restrictive: whatever else lets a row pass, this has to as well. Reading with a lock stays possible, so an update is judged by what it writes.
create procedure fence(name regclass) language plpgsql as $$
begin
  execute format('create policy read_only_insert on %s as restrictive for insert to entente_app with check ((select writable()))', name);
  execute format('create policy read_only_update on %s as restrictive for update to entente_app using (true) with check ((select writable()))', name);
  execute format('create policy read_only_delete on %s as restrictive for delete to entente_app using ((select writable()))', name);
end $$;

-- For the few tables that are written even then: called after protect().
create procedure leave_writable(name regclass) language plpgsql as $$
begin
  execute format('drop policy read_only_insert on %s', name);
  execute format('drop policy read_only_update on %s', name);
  execute format('drop policy read_only_delete on %s', name);
end $$;

create or replace procedure protect(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format($p$create policy tenant_isolation on %s to entente_app, entente_owner
    using (tenant_id = (select current_setting('app.tenant'))::uuid)
    with check (tenant_id = (select current_setting('app.tenant'))::uuid)$p$, name);
  call fence(name);
end $$;

do $$
declare protected regclass;
begin
  for protected in select p.polrelid::regclass from pg_policy p where p.polname = 'tenant_isolation' order by 1 loop
    call fence(protected);
  end loop;
end $$;

-- That a document was shown to somebody is noted even then: they may still read it.
call leave_writable('evidence_event');
