-- Somebody of the platform may look into a workspace: asked for by them, granted by its practitioner, for thirty minutes. It belongs to the platform as
-- much as to the workspace, so it lies outside; a workspace sees only its own.
create table support_access (
  id           uuid primary key,
  workspace_id uuid not null references workspace (id),
  operator_id  uuid not null,
  reason       text not null check (length(reason) between 1 and 1000),
  status       text not null check (status in ('asked', 'granted', 'declined', 'revoked')),
  asked_at     timestamptz,
  decided_by   uuid,
  decided_at   timestamptz,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  version      integer not null default 0,
  check ((status = 'asked') = (decided_at is null)),
  check ((status in ('granted', 'revoked')) = (expires_at is not null)),
  check ((status = 'revoked') = (revoked_at is not null)),
  check (expires_at <= decided_at + interval '30 minutes')
);
create index support_access_workspace on support_access (workspace_id, coalesce(decided_at, asked_at) desc);
create index support_access_operator on support_access (operator_id, coalesce(decided_at, asked_at) desc);
create unique index support_access_asked_once on support_access (workspace_id, operator_id) where status = 'asked';
alter table support_access enable row level security;
create policy support_of_one on support_access to entente_app
  using (workspace_id = (select current_setting('app.tenant'))::uuid) with check (workspace_id = (select current_setting('app.tenant'))::uuid);
create policy support_seen on support_access for select to entente_operator using (true);
create policy support_asked on support_access for insert to entente_operator with check (status = 'asked');
grant select, insert, update on support_access to entente_app;
grant select, insert on support_access to entente_operator;

-- What the platform's own trail says of it: that it happened, when and where; never what was looked at.
create function support_noted(kind text, actor uuid, workspace uuid) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  if to_regprocedure('append_platform_event(text,uuid,uuid,text)') is not null then
    perform append_platform_event(kind, actor, workspace, '');
  end if;
end $$;
revoke all on function support_noted(text, uuid, uuid) from public;
grant execute on function support_noted(text, uuid, uuid) to entente_app, entente_operator;

-- It goes with the workspace.
create function support_goes_with_workspace() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  delete from support_access where workspace_id = new.id;
  return new;
end $$;
create trigger support_goes_with_workspace after update of status on workspace for each row when (new.status = 'erased')
  execute function support_goes_with_workspace();
