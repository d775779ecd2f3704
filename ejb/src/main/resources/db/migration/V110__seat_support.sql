-- Whether anybody of the platform may look, or asks to, is part of the one question of every request: a notice on every page asks no second one.
-- What is long over is left out by the database's clock; the rest is judged where it is shown.
drop function seat_at(text, uuid, uuid);
create function seat_at(session text, account uuid, workspace uuid)
  returns table (ended boolean, role text, person_id uuid, support boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from ended_session e where e.sid = session),
      (select m.role from membership m where m.tenant_id = workspace and m.account_id = account and m.until is null),
      (select p.person_id from portal_access p where p.tenant_id = workspace and p.account_id = account and p.until is null),
      exists (select 1 from support_access a where a.workspace_id = workspace
        and exists (select 1 from membership m where m.tenant_id = workspace and m.account_id = account and m.until is null)
        and (a.status = 'asked' or a.status = 'granted' and a.expires_at > now() - interval '1 day'))
$$;
revoke all on function seat_at(text, uuid, uuid) from public;
grant execute on function seat_at(text, uuid, uuid) to entente_app;
grant select on support_access to entente_directory;
create policy directory_seat on support_access for select to entente_directory using (status in ('asked', 'granted'));
alter function seat_at(text, uuid, uuid) owner to entente_directory;
