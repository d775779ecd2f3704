-- Logins that led into an erased workspace alone: what the identity provider knows of them is removed as well. A row lives until that has worked.
create table departed_login (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  subject   text not null,
  primary key (tenant_id, id)
);
call protect('departed_login');
grant select, delete on departed_login to entente_app;

-- Whether somebody who departed is somebody here again, or is asked to be.
create policy directory_invitation on invitation for select to entente_directory using (status in ('open', 'confirmed'));
grant select (status, account_subject) on invitation to entente_directory;
create function login_is_used(login text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from account a where a.subject = login)
      or exists (select from member_invitation m where m.account_subject = login and m.status in ('sent', 'confirmed'))
      or exists (select from invitation i where i.account_subject = login and i.status in ('open', 'confirmed'))
$$;
revoke all on function login_is_used(text) from public;
grant execute on function login_is_used(text) to entente_app;
alter function login_is_used(text) owner to entente_directory;

create or replace function erase_workspace(erased uuid, typed_slug text, actor uuid, retained date)
  returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  w workspace;
  remaining regclass[];
  next_table regclass;
  quiet name[];
  trigger_name name;
  people uuid[];
  person uuid;
  login text;
  removed integer := 0;
  gone bigint;
  counts jsonb := '{}';
begin
  select * into w from workspace where id = erased for update;
  if not found then
    raise exception 'platform.unknown' using errcode = 'P0002';
  end if;
  if w.status = 'erased' then
    return (select c.counts from erase_certificate c where c.workspace_id = erased);
  end if;
  if w.status <> 'closing' or w.closing_until > now() then
    raise exception 'platform.grace_not_over' using errcode = '23514';
  end if;
  if typed_slug is distinct from w.slug::text then
    raise exception 'platform.other_slug' using errcode = '23514';
  end if;
  perform set_config('app.tenant', erased::text, true), set_config('app.read_only', 'off', true);
  select coalesce(array_agg(distinct account_id), '{}') into people
    from (select account_id from membership union all select account_id from portal_access) as seats;
  select array_agg(c.oid::regclass) into remaining from pg_class c join pg_attribute a on a.attrelid = c.oid
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'tenant_id' and not a.attisdropped;
  while cardinality(remaining) > 0 loop
    select t into next_table from unnest(remaining) as t
     where not exists (select from pg_constraint k where k.contype = 'f' and k.confrelid = t and k.conrelid <> t and k.conrelid = any (remaining))
     order by t::text limit 1;
    if next_table is null then
      raise exception 'these tables refer to one another in a circle: %', remaining;
    end if;
    -- What may otherwise only be added to has triggers that say so.
    select coalesce(array_agg(tgname), '{}') into quiet from pg_trigger where tgrelid = next_table and not tgisinternal and tgenabled <> 'D';
    foreach trigger_name in array quiet loop
      execute format('alter table %s disable trigger %I', next_table, trigger_name);
    end loop;
    execute format('delete from %s where tenant_id = $1', next_table) using erased;
    get diagnostics gone = row_count;
    foreach trigger_name in array quiet loop
      execute format('alter table %s enable trigger %I', next_table, trigger_name);
    end loop;
    if gone > 0 then
      counts := counts || jsonb_build_object(next_table::text, gone);
    end if;
    remaining := array_remove(remaining, next_table);
  end loop;
  -- What the nightly comparison found about these logins is found again tomorrow where it still holds.
  if to_regclass('public.reconciliation_finding') is not null then
    execute 'delete from reconciliation_finding where workspace_id = $1 or account_id = any ($2)' using erased, people;
  end if;
  -- A login that led only here leads nowhere now; one that somebody still uses elsewhere is held by that place's rows.
  foreach person in array people loop
    begin
      delete from account where id = person returning subject into login;
      removed := removed + 1;
      -- Its login at the identity provider goes by the outbox, which asks until it has worked.
      insert into departed_login (tenant_id, id, subject) values (erased, person, login);
      insert into outbox_command (tenant_id, id, kind, subject_id, status, next_at, created_at) values (erased, uuidv7(), 'login.remove', person, 'waiting', now(), now());
    exception when foreign_key_violation then
      null;
    end;
  end loop;
  delete from workspace_usage where workspace_id = erased;
  delete from platform_mail where recipient in (select email from workspace_request where workspace_id = erased);
  delete from workspace_request where workspace_id = erased;
  insert into retired_slug values (sha256(convert_to(w.slug::text, 'UTF8'))) on conflict do nothing;
  insert into erase_certificate (workspace_id, opened_at, closing_since, erased_at, erased_by, jurisdiction, language, counts, accounts, retained_until)
    values (erased, w.opened_at, w.status_since, now(), actor, w.jurisdiction, w.language, counts, removed, retained);
  update workspace set status = 'erased', erased_at = now(), status_since = now(), closing_until = null, slug = 'erased-' || erased, name = '—',
    version = version + 1 where id = erased;
  return counts;
end $$;

-- A request that was refused is kept for as long as somebody may ask why, then it goes, and the mail about it.
alter table workspace_request add column forget_on date;
update workspace_request set forget_on = (decided_at at time zone 'UTC')::date + 180 where status = 'refused';
create index workspace_request_forget on workspace_request (forget_on) where forget_on is not null;
create function forget_requests(today date) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone integer;
begin
  delete from platform_mail m using workspace_request r where r.status = 'refused' and r.forget_on <= today and m.dedup_key = 'refused:' || r.id;
  delete from workspace_request where status = 'refused' and forget_on <= today;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function forget_requests(date) from public;
grant execute on function forget_requests(date) to entente_operator;
