-- What is written in a file: notes, assessments, closing summaries. A draft is saved by itself; what is signed never changes again.
create table entry (
  tenant_id   uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id          uuid not null,
  file_id     uuid not null,
  kind        text not null check (kind in ('note', 'assessment', 'closing')),
  meeting_id  uuid,
  status      text not null check (status in ('draft', 'signed')),
  language    text not null check (language in ('fr', 'en')),
  author_id   uuid not null,
  author_name text not null,
  content     text not null,
  revision    integer not null check (revision >= 0),
  begun_at    timestamptz not null,
  saved_at    timestamptz not null,
  service_at  timestamptz,
  minutes     integer check (minutes between 1 and 1440),
  mode        text check (mode in ('office', 'home', 'video', 'phone')),
  ordinal     integer check (ordinal >= 1),
  title       text,
  document    text,
  late_reason text,
  signed_at   timestamptz,
  sealed_id   uuid,
  version     integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, meeting_id) references meeting (tenant_id, id),
  foreign key (tenant_id, sealed_id) references sealed_document (tenant_id, id),
  check ((status = 'signed') = (signed_at is not null and title is not null and document is not null and ordinal is not null))
);
create index entry_file on entry (tenant_id, file_id, begun_at desc);
create index entry_service on entry (tenant_id, service_at desc);
-- One note a meeting; one signed assessment or closing of a number a file.
create unique index entry_meeting on entry (tenant_id, meeting_id) where kind = 'note' and meeting_id is not null;
create unique index entry_ordinal on entry (tenant_id, file_id, kind, ordinal) where ordinal is not null;
call protect('entry');
grant select, insert, update, delete on entry to entente_app;

-- Every save of a draft, until it is signed. Aside: from a window that had not seen the latest save; kept apart until somebody decides.
create table entry_revision (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  entry_id  uuid not null,
  revision  integer not null,
  aside     boolean not null,
  decided   boolean not null default false,
  content   text not null,
  saved_at  timestamptz not null,
  version   integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, entry_id) references entry (tenant_id, id) on delete cascade
);
create index entry_revision_entry on entry_revision (tenant_id, entry_id, revision desc);
call protect('entry_revision');
grant select, insert, update, delete on entry_revision to entente_app;

-- What was said, by whom, for whom to read: written when the note is signed.
create table statement (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  entry_id  uuid not null,
  position  integer not null,
  person_id uuid,
  context   text not null check (context in ('joint', 'individual')),
  shelf     text not null check (shelf in ('shared', 'record', 'personal')),
  text      text not null,
  primary key (tenant_id, id),
  unique (tenant_id, entry_id, position),
  foreign key (tenant_id, entry_id) references entry (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index statement_person on statement (tenant_id, person_id);
call protect('statement');
grant select, insert on statement to entente_app;

-- What is added to a signed entry: dated, visible, for good.
create table addendum (
  tenant_id   uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id          uuid not null,
  entry_id    uuid not null,
  author_id   uuid not null,
  author_name text not null,
  text        text not null,
  written_at  timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, entry_id) references entry (tenant_id, id)
);
create index addendum_entry on addendum (tenant_id, entry_id, written_at);
call protect('addendum');
grant select, insert on addendum to entente_app;

-- Signed is signed, whoever asks: only the seal may still be put under it, once.
create function entry_stays() returns trigger language plpgsql as $$
begin
  if old.status <> 'signed' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or old.sealed_id is not null and new.sealed_id is distinct from old.sealed_id
     or to_jsonb(new) - 'sealed_id' - 'version' is distinct from to_jsonb(old) - 'sealed_id' - 'version' then
    raise exception 'entry % is signed and does not change', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger entry_stays before update or delete on entry for each row execute function entry_stays();

-- Signed entries whose sealed PDF is still to be made.
create policy directory_work on entry for select to entente_directory using (status = 'signed' and sealed_id is null);
grant select (tenant_id, id, status, signed_at, sealed_id) on entry to entente_directory;
create function entries_to_seal()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id, id from entry where status = 'signed' and sealed_id is null and signed_at < now() - interval '5 seconds' order by signed_at limit 100
$$;
revoke all on function entries_to_seal() from public;
grant execute on function entries_to_seal() to entente_app;
alter function entries_to_seal() owner to entente_directory;

-- Which kinds of document there are is said by the features that seal them.
alter table sealed_document drop constraint sealed_document_kind_check;
alter table sealed_document add constraint sealed_document_kind_check check (kind ~ '^[a-z][a-z_]{1,39}$') not valid;
