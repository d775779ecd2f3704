-- The read-only lock asked a function with a setting of its own for each statement, which made an insert nearly twice as dear. The setting is read
-- in the policy itself now, and the function is called only to refuse. Volatile: the planner must not try it out while it estimates.
create function refuse_change() returns boolean language plpgsql volatile as $$
begin
  -- An error, not «no rows»: a change that is passed over in silence would look like one that was made. The message is the one people are shown.
  raise exception 'frame.read_only' using errcode = '25006';
end $$;

create or replace procedure fence(name regclass) language plpgsql as $$
declare
  open constant text := 'case when (select current_setting(''app.read_only'', true)) = ''on'' then refuse_change() else true end';
begin
  execute format('create policy read_only_insert on %s as restrictive for insert to entente_app with check (%s)', name, open);
  execute format('create policy read_only_update on %s as restrictive for update to entente_app using (true) with check (%s)', name, open);
  execute format('create policy read_only_delete on %s as restrictive for delete to entente_app using (%s)', name, open);
end $$;

do $$
declare fenced regclass;
begin
  for fenced in select p.polrelid::regclass from pg_policy p where p.polname = 'read_only_insert' order by 1 loop
    call leave_writable(fenced);
    call fence(fenced);
  end loop;
end $$;

drop function writable();
