-- A file that a practice brought along. Its cells stay only until they are no longer needed; what was made of each row stays known.
create table import (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  kind       text not null check (kind in ('clients', 'meetings')),
  name       text not null,
  status     text not null check (status in ('uploaded', 'mapped', 'queued', 'running', 'done', 'cancelled', 'undoing', 'undone', 'expired')),
  encoding   text not null,
  separator  text not null,
  headers    text not null,
  header_key text not null,
  mapping    text not null default '',
  date_order text not null check (date_order in ('dmy', 'mdy', 'ymd')),
  total      integer not null,
  made       integer not null default 0,
  skipped    integer not null default 0,
  refused    integer not null default 0,
  taken_back integer not null default 0,
  kept       integer not null default 0,
  account_id uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at   timestamptz,
  erased_at  timestamptz,
  -- When the worker has something to do with it: at once while it runs, else the day its cells are erased; empty afterwards.
  due_at     timestamptz,
  version    integer not null default 0,
  primary key (tenant_id, id)
);
create index import_recent on import (tenant_id, created_at desc);
create index import_due on import (due_at) where due_at is not null;
call protect('import');
grant select, insert, update on import to entente_app;

create policy directory_work on import for select to entente_directory using (due_at is not null);
grant select (tenant_id, id, due_at) on import to entente_directory;
create function imports_to_run()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id, id from import where due_at <= now() order by due_at limit 50
$$;
revoke all on function imports_to_run() from public;
grant execute on function imports_to_run() to entente_app;
alter function imports_to_run() owner to entente_directory;

-- What a row made is named without a foreign key: the row outlives what is taken back.
create table import_row (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  import_id  uuid not null,
  line       integer not null,
  cells      text,
  state      text not null check (state in ('waiting', 'made', 'skipped', 'refused', 'taken_back', 'kept')),
  reference  text,
  file_id    uuid,
  person_id  uuid,
  meeting_id uuid,
  note       text,
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, import_id, line),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
create index import_row_state on import_row (tenant_id, import_id, state, line);
create index import_row_file on import_row (tenant_id, file_id) where file_id is not null;
create index import_row_person on import_row (tenant_id, person_id) where person_id is not null;
create index import_row_meeting on import_row (tenant_id, meeting_id) where meeting_id is not null;
call protect('import_row');
grant select, insert, update on import_row to entente_app;

-- Which column was which field the last time a file had these headers.
create table import_mapping (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  kind       text not null check (kind in ('clients', 'meetings')),
  header_key text not null,
  mapping    text not null,
  date_order text not null check (date_order in ('dmy', 'mdy', 'ymd')),
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, kind, header_key)
);
call protect('import_mapping');
grant select, insert, update on import_mapping to entente_app;

-- Files, people and meetings are never deleted, but for what an import made and is being taken back.
create function only_imported() returns trigger language plpgsql as $$
begin
  if not exists (select from import_row r join import i on i.tenant_id = r.tenant_id and i.id = r.import_id
       where r.tenant_id = old.tenant_id and i.status = 'undoing' and r.state = 'made'
         and (tg_argv[0] = 'file' and r.meeting_id is null and r.file_id = (to_jsonb(old) ->> tg_argv[1])::uuid
           or tg_argv[0] = 'person' and r.meeting_id is null and r.person_id = (to_jsonb(old) ->> tg_argv[1])::uuid
           or tg_argv[0] = 'meeting' and r.meeting_id = (to_jsonb(old) ->> tg_argv[1])::uuid)) then
    raise exception '% % is not deleted', tg_table_name, old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
do $$
declare
  one record;
begin
  -- What is born with a file, in the order in which it goes.
  for one in select * from (values ('client_file', 'file', 'id'), ('participant', 'file', 'file_id'), ('episode', 'file', 'file_id'),
      ('path_step', 'file', 'file_id'), ('person', 'person', 'id'), ('meeting', 'meeting', 'id')) as born (relation, origin, key) loop
    if to_regclass('public.' || one.relation) is not null then
      execute format('grant delete on %I to entente_app', one.relation);
      execute format('create trigger only_imported before delete on %I for each row when (current_user = %L) execute function only_imported(%L, %L)',
        one.relation, 'entente_app', one.origin, one.key);
    end if;
  end loop;
end $$;

-- The first table with a row that refers to this one, but for those named; null when there is none. Asked of the catalogue: a table to come counts too.
create function refers_to(target text, sought uuid, but text[]) returns text language plpgsql stable set search_path = public, pg_temp as $$
declare
  one record;
  there boolean;
begin
  for one in select c.relname as name, a.attname as key from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
      where k.contype = 'f' and k.confrelid = target::regclass and cardinality(k.conkey) = 2 order by 1 loop
    if one.name <> all (but) and has_table_privilege('public.' || one.name, 'select') then
      execute format('select exists (select from %I where %I = $1)', one.name, one.key) into there using sought;
      if there then
        return one.name;
      end if;
    end if;
  end loop;
  return null;
end $$;

-- Takes a file and its person back as if they had never come. Answers null, or the table in which something was built on them: then nothing is done.
create function take_back_file(sought uuid) returns text language plpgsql set search_path = public, pg_temp as $$
declare
  who uuid;
  born text[];
  one text;
  several bigint;
  changed boolean;
  why text;
begin
  perform 1 from client_file where id = sought for update;
  select person_id into who from participant where file_id = sought and principal;
  if who is null or exists (select from client_file where id = sought and version > 1) then
    return 'client_file';
  end if;
  if exists (select from person where id = who and version > 1) then
    return 'person';
  end if;
  select array_agg(name order by place) into born from unnest(array['path_step', 'episode', 'participant']) with ordinality as t (name, place)
    where to_regclass('public.' || name) is not null;
  foreach one in array born loop
    execute format('select count(*), coalesce(bool_or((to_jsonb(t) ->> ''version'')::integer > 1), false) from %I t where file_id = $1', one)
      into several, changed using sought;
    if several > 1 or changed then
      return one;
    end if;
  end loop;
  why := coalesce(refers_to('client_file', sought, born || array['file_opening']), refers_to('person', who, array['participant']));
  if why is null and exists (select from participant where person_id = who and file_id <> sought) then
    why := 'participant';
  end if;
  if why is not null then
    return why;
  end if;
  if to_regclass('public.file_opening') is not null then
    execute 'delete from file_opening where file_id = $1' using sought;
  end if;
  foreach one in array born loop
    execute format('delete from %I where file_id = $1', one) using sought;
  end loop;
  delete from client_file where id = sought;
  delete from person where id = who;
  return null;
end $$;

-- The same for a meeting.
create function take_back_meeting(sought uuid) returns text language plpgsql set search_path = public, pg_temp as $$
declare
  why text;
  of_file uuid;
  held_on date;
begin
  perform 1 from meeting where id = sought for update;
  if not exists (select from meeting where id = sought and version = 1) then
    return 'meeting';
  end if;
  why := refers_to('meeting', sought, array[]::text[]);
  if why is null then
    select file_id, case when status = 'held' then (starts_at at time zone zone)::date end into of_file, held_on from meeting where id = sought;
    delete from meeting where id = sought;
    -- The last service is again the one before, if this was the last. That is no change of the file itself.
    update client_file set last_service_on = (select max((m.starts_at at time zone m.zone)::date) from meeting m where m.file_id = of_file and m.status = 'held')
      where id = of_file and last_service_on = held_on;
  end if;
  return why;
end $$;
