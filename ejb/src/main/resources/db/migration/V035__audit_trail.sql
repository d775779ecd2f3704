-- What was done and what was opened in a workspace, one chain per workspace. The application may read it and may ask one function to add to it;
-- the function belongs to a role that can do nothing else. These rights are the fence; the chain and what is kept of it outside are the evidence.
create table audit_event (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null default uuidv7(),
  seq        bigint not null check (seq > 0),
  at         timestamptz not null,
  kind       text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  actor_id   uuid,
  actor_role text not null check (actor_role in ('practitioner', 'assistant', 'supervisor', 'client', 'support', 'visitor', 'system')),
  subject_id uuid,
  file_id    uuid,
  person_id  uuid,
  commitment bytea not null check (length(commitment) = 32),
  previous   bytea not null check (length(previous) = 32),
  hash       bytea not null check (length(hash) = 32),
  primary key (tenant_id, id),
  unique (tenant_id, seq)
);
create index audit_event_at on audit_event (tenant_id, at);
create index audit_event_file on audit_event (tenant_id, file_id, seq) where file_id is not null;
create index audit_event_person on audit_event (tenant_id, person_id, seq) where person_id is not null;
call protect('audit_event');
grant select on audit_event to entente_app;

-- Where the chain has got to. Writers of one workspace take turns on this row, last of all they do.
create table audit_head (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null default uuidv7(),
  seq       bigint not null,
  hash      bytea not null check (length(hash) = 32),
  primary key (tenant_id, id),
  unique (tenant_id)
);
call protect('audit_head');
grant select on audit_head to entente_app;

-- From where: the part of an entry that says more about a human than a random identifier does. The chain holds only a salted commitment to it, so
-- that it can be erased in its time and every link still holds.
create table audit_detail (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  salt      bytea not null check (length(salt) = 32),
  body      text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references audit_event (tenant_id, id)
);
call protect('audit_detail');
grant select on audit_detail to entente_app;

create function audit_is_only_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is only added to: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create function audit_head_only_moves_on() returns trigger language plpgsql as $$
begin
  if new.tenant_id <> old.tenant_id or new.seq <= old.seq then
    raise exception 'the head of an audit chain only moves on' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger audit_event_stays before update or delete on audit_event for each row execute function audit_is_only_added_to();
create trigger audit_event_is_not_emptied before truncate on audit_event for each statement execute function audit_is_only_added_to();
create trigger audit_head_stays before delete on audit_head for each row execute function audit_is_only_added_to();
create trigger audit_head_moves_on before update on audit_head for each row execute function audit_head_only_moves_on();
create trigger audit_head_is_not_emptied before truncate on audit_head for each statement execute function audit_is_only_added_to();
create trigger audit_detail_stays before update on audit_detail for each row execute function audit_is_only_added_to();

-- SHA-256(0x00 ‖ version ‖ previous hash ‖ fields), a field being its length in four bytes and its UTF-8 bytes; what is empty has length zero. The
-- platform's own trail is hashed in the same way. Times are UTC in microseconds, identifiers and numbers as PostgreSQL writes them.
create function audit_hash(previous bytea, variadic fields text[]) returns bytea
  language sql stable parallel safe set search_path = public, pg_temp as $$
    select sha256('\x0001'::bytea || previous || string_agg(int4send(octet_length(field)) || convert_to(field, 'UTF8'), ''::bytea order by place))
      from (select coalesce(value, '') as field, place from unnest(fields) with ordinality as given (value, place)) as each_field
$$;
create function audit_event_hash(event audit_event) returns bytea
  language sql stable parallel safe set search_path = public, pg_temp as $$
    select audit_hash(event.previous, event.tenant_id::text, event.seq::text, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      event.kind, event.actor_id::text, event.actor_role, event.subject_id::text, event.file_id::text, event.person_id::text,
      encode(event.commitment, 'hex'))
$$;

-- Adds entries to the chain of the current workspace; answers how many. A reading that stands there already, a minute old at most, is not written twice.
create function audit_append(entries jsonb) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tenant constant uuid := current_setting('app.tenant')::uuid;
  fresh  jsonb := '[]';
  entry  jsonb;
  head   audit_head;
  event  audit_event;
  salt   bytea;
begin
  for entry in select value from jsonb_array_elements(entries) loop
    if not ((entry ->> 'reading')::boolean and exists (
        select from audit_event e
         where e.tenant_id = tenant and e.seq > (select h.seq from audit_head h where h.tenant_id = tenant) - 50
           and e.at > clock_timestamp() - interval '1 minute' and e.kind = entry ->> 'kind'
           and e.actor_id is not distinct from (entry ->> 'actor')::uuid and e.actor_role = entry ->> 'role'
           and e.subject_id is not distinct from (entry ->> 'subject')::uuid)) then
      fresh := fresh || entry;
    end if;
  end loop;
  if fresh = '[]' then
    return 0;
  end if;
  select * into head from audit_head h where h.tenant_id = tenant for update;
  if not found then
    insert into audit_head (tenant_id, seq, hash) values (tenant, 0, decode(repeat('00', 32), 'hex')) on conflict (tenant_id) do nothing;
    select * into head from audit_head h where h.tenant_id = tenant for update;
  end if;
  for entry in select value from jsonb_array_elements(fresh) loop
    salt := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
    event.tenant_id := tenant;
    event.id := uuidv7();
    event.seq := head.seq + 1;
    event.at := clock_timestamp();
    event.kind := entry ->> 'kind';
    event.actor_id := (entry ->> 'actor')::uuid;
    event.actor_role := entry ->> 'role';
    event.subject_id := (entry ->> 'subject')::uuid;
    event.file_id := (entry ->> 'file')::uuid;
    event.person_id := (entry ->> 'person')::uuid;
    event.commitment := audit_hash(salt, entry ->> 'detail');
    event.previous := head.hash;
    event.hash := audit_event_hash(event);
    insert into audit_event select event.*;
    insert into audit_detail (tenant_id, id, salt, body) values (tenant, event.id, salt, entry ->> 'detail');
    head.seq := event.seq;
    head.hash := event.hash;
  end loop;
  update audit_head h set seq = head.seq, hash = head.hash where h.tenant_id = tenant;
  return jsonb_array_length(fresh);
end $$;

create policy audit_append on audit_event to entente_scribe
  using (tenant_id = (select current_setting('app.tenant'))::uuid) with check (tenant_id = (select current_setting('app.tenant'))::uuid);
create policy audit_append on audit_head to entente_scribe
  using (tenant_id = (select current_setting('app.tenant'))::uuid) with check (tenant_id = (select current_setting('app.tenant'))::uuid);
create policy audit_append on audit_detail to entente_scribe
  using (tenant_id = (select current_setting('app.tenant'))::uuid) with check (tenant_id = (select current_setting('app.tenant'))::uuid);
grant select, insert on audit_event to entente_scribe;
grant select, insert, update on audit_head to entente_scribe;
grant insert on audit_detail to entente_scribe;
revoke all on function audit_append(jsonb) from public;
grant execute on function audit_append(jsonb) to entente_app;
-- PostgreSQL asks this right of a function's new owner; the scribe needs it for this moment alone.
grant create on schema public to entente_scribe;
alter function audit_append(jsonb) owner to entente_scribe;
revoke create on schema public from entente_scribe;

-- Whom a thing is about, by the feature whose word it is; looked up with the caller's own eyes, so inside the workspace. What is none of these is
-- looked for in every table that says of its rows which file or person they belong to: a feature of tomorrow needs no line here.
create function audit_concerns(feature text, subject uuid, out file uuid, out person uuid) language plpgsql stable set search_path = public, pg_temp as $$
declare
  place record;
begin
  if subject is null or feature in ('member', 'service', 'practice', 'support') then
    return;
  end if;
  case feature
    when 'file' then
      select f.id, (select t.person_id from participant t where t.file_id = f.id and t.capacity = 'client' order by t.id limit 1)
        into file, person from client_file f where f.id = subject;
    when 'person', 'invitation' then
      select (select t.file_id from participant t where t.person_id = p.id and t.capacity = 'client' order by t.id desc limit 1), p.id
        into file, person from person p where p.id = subject;
    when 'agreement' then
      select a.file_id, a.person_id into file, person from agreement a where a.id = subject;
    when 'signing' then
      select a.file_id, a.person_id into file, person from signing s join agreement a on s.subject_kind = 'agreement' and a.id = s.subject_id
       where s.id = subject;
    when 'meeting' then
      select m.file_id, (select t.person_id from participant t where t.file_id = m.file_id and t.capacity = 'client' order by t.id limit 1)
        into file, person from meeting m where m.id = subject;
    when 'receipt' then
      select r.file_id, r.person_id into file, person from receipt r where r.id = subject;
    else
      null;
  end case;
  if file is not null or person is not null then
    return;
  end if;
  for place in
    select c.relname as name, bool_or(a.attname = 'file_id') as has_file, bool_or(a.attname = 'person_id') as has_person
      from pg_policy p join pg_class c on c.oid = p.polrelid join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
     where p.polname = 'tenant_isolation' and a.attname in ('file_id', 'person_id') and c.relname not like 'audit\_%'
       and has_table_privilege(c.oid, 'select')
     group by c.relname order by c.relname = feature desc, c.relname
  loop
    execute format('select %s, %s from %I where id = $1', case when place.has_file then 'file_id' else 'null::uuid' end,
      case when place.has_person then 'person_id' else 'null::uuid' end, place.name) into file, person using subject;
    exit when file is not null or person is not null;
  end loop;
end $$;

-- What the application calls: says whom each entry is about where it does not know by itself, and hands them on.
create function audit_record(entries jsonb) returns integer language sql as $$
  select audit_append(coalesce(jsonb_agg(e.value || jsonb_build_object('file', coalesce((e.value ->> 'file')::uuid, c.file),
      'person', coalesce((e.value ->> 'person')::uuid, c.person)) order by e.place), '[]'))
    from jsonb_array_elements(entries) with ordinality as e (value, place)
    left join lateral audit_concerns(split_part(e.value ->> 'kind', '.', 1), (e.value ->> 'subject')::uuid) c
      on e.value ->> 'file' is null or e.value ->> 'person' is null
$$;

-- Who checks the chains from outside sees every chain and nothing else: random identifiers, times, kinds, hashes.
create policy audit_verify on audit_event for select to entente_auditor using (true);
create policy audit_verify on audit_head for select to entente_auditor using (true);
grant select on audit_event, audit_head to entente_auditor;
grant select (id, slug) on workspace to entente_auditor;

-- Checks the chain of the current workspace: how many entries, since when, and the number of the first that does not hold (null: all do).
create function audit_check(out entries bigint, out since timestamptz, out first_broken bigint) language plpgsql stable set search_path = public, pg_temp as $$
declare
  head audit_head;
  last bytea;
begin
  select count(*), min(x.at), min(x.place) filter (where x.bad), (array_agg(x.hash order by x.place desc) filter (where x.final))[1]
    into entries, since, first_broken, last
    from (select e.at, e.hash, row_number() over (order by e.seq) as place, lead(e.seq) over (order by e.seq) is null as final,
                 e.seq <> row_number() over (order by e.seq) or e.previous <> lag(e.hash, 1, decode(repeat('00', 32), 'hex')) over (order by e.seq)
                   or e.hash <> audit_event_hash(e) or d.id is not null and audit_hash(d.salt, d.body) <> e.commitment as bad
            from audit_event e left join audit_detail d on d.tenant_id = e.tenant_id and d.id = e.id) x;
  select * into head from audit_head;
  if first_broken is null and coalesce(head.seq, 0) <> entries then
    first_broken := least(coalesce(head.seq, 0), entries) + 1;
  elsif first_broken is null and entries > 0 and head.hash <> last then
    first_broken := entries;
  end if;
end $$;
