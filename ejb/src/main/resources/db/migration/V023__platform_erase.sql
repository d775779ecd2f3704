-- Erasing a workspace: everything it holds goes, its key with it. What stays is a certificate without a name.
create table erase_certificate (
  workspace_id uuid primary key references workspace (id),
  opened_at    timestamptz not null,
  closing_since timestamptz not null,
  erased_at    timestamptz not null,
  erased_by    uuid,
  jurisdiction text not null,
  language     text not null,
  -- Rows that went, by table.
  counts       jsonb not null,
  accounts     integer not null,
  -- The last day up to which the law asks somebody to keep receipts or files of this practice; its owner, who has their documents, does.
  retained_until date,
  pdf          bytea,
  sha256       text check (sha256 ~ '^[0-9a-f]{64}$'),
  sealed_at    timestamptz,
  check ((pdf is null) = (sha256 is null) and (pdf is null) = (sealed_at is null))
);
grant select, update (pdf, sha256, sealed_at) on erase_certificate to entente_operator;
grant select on law_text to entente_operator;

-- An address that was printed on documents must not lead to somebody else one day; the address itself may be a name, so its hash is kept.
create table retired_slug (
  slug_sha256 bytea primary key check (octet_length(slug_sha256) = 32)
);
grant select on retired_slug to entente_operator;

-- The purge. It runs as the owner of the tables, whom forced row security confines to the one workspace that is set; the tables come from the
-- catalogue, so that those of tomorrow are covered; rows that refer to others go before them.
create function erase_workspace(erased uuid, typed_slug text, actor uuid, retained date)
  returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  w workspace;
  remaining regclass[];
  next_table regclass;
  quiet name[];
  trigger_name name;
  people uuid[];
  person uuid;
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
      delete from account where id = person;
      removed := removed + 1;
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
revoke all on function erase_workspace(uuid, text, uuid, date) from public;
grant execute on function erase_workspace(uuid, text, uuid, date) to entente_operator;
