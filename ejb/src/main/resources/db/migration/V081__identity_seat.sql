-- What one account is in one workspace, and whether its session still lives: asked on every request, in one question.
create function seat_at(session text, account uuid, workspace uuid)
  returns table (ended boolean, role text, person_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from ended_session e where e.sid = session),
      (select m.role from membership m where m.tenant_id = workspace and m.account_id = account and m.until is null),
      (select p.person_id from portal_access p where p.tenant_id = workspace and p.account_id = account and p.until is null)
$$;
revoke all on function seat_at(text, uuid, uuid) from public;
grant execute on function seat_at(text, uuid, uuid) to entente_app;
grant select on ended_session to entente_directory;
alter function seat_at(text, uuid, uuid) owner to entente_directory;
