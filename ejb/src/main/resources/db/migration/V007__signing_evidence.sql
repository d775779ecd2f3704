-- One signing of one document: freeze, show, consent, prove, sign, seal, deliver, check.
create table signing (
  tenant_id    uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id           uuid not null,
  subject_kind text not null check (subject_kind in ('agreement', 'plan')),
  subject_id   uuid not null,
  status       text not null check (status in ('open', 'sealing', 'sealed', 'declined', 'expired', 'voided')),
  first_language text not null check (first_language in ('fr', 'en')),
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  end_reason   text,
  version      integer not null default 0,
  primary key (tenant_id, id)
);
create index signing_subject on signing (tenant_id, subject_id);
create index signing_unfinished on signing (status, expires_at) where status in ('open', 'sealing');
call protect('signing');
grant select, insert, update on signing to entente_app;

-- The exact bytes shown, one per language. Immutable.
create table frozen_document (
  tenant_id   uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id          uuid not null,
  signing_id  uuid not null,
  language    text not null check (language in ('fr', 'en')),
  title       text not null,
  source_id   uuid not null,
  document_id uuid not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (tenant_id, id),
  unique (tenant_id, signing_id, language),
  foreign key (tenant_id, signing_id) references signing (tenant_id, id),
  foreign key (tenant_id, source_id) references stored_document (tenant_id, id),
  foreign key (tenant_id, document_id) references stored_document (tenant_id, id)
);
call protect('frozen_document');
grant select, insert on frozen_document to entente_app;

create table signing_party (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  signing_id uuid not null,
  position   integer not null,
  part       text not null check (part in ('client', 'practitioner')),
  person_id  uuid,
  account_id uuid,
  name       text not null,
  capacity_fr text not null,
  capacity_en text not null,
  status     text not null check (status in ('waiting', 'signed', 'declined')),
  chosen_language text check (chosen_language in ('fr', 'en')),
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, signing_id, position),
  foreign key (tenant_id, signing_id) references signing (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  check ((part = 'client') = (person_id is not null)),
  check ((part = 'practitioner') = (account_id is not null))
);
create index signing_party_person on signing_party (tenant_id, person_id);
call protect('signing_party');
grant select, insert, update on signing_party to entente_app;

-- A consent asked for beside the signature itself, each with its own box and its own text.
create table consent_text (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  signing_id uuid not null,
  position   integer not null,
  code       text not null,
  language   text not null check (language in ('fr', 'en')),
  required   boolean not null,
  text       text not null,
  help       text not null default '',
  sha256     text not null,
  primary key (tenant_id, id),
  unique (tenant_id, signing_id, code, language),
  foreign key (tenant_id, signing_id) references signing (tenant_id, id)
);
call protect('consent_text');
grant select, insert on consent_text to entente_app;

-- One party's act. It begins as an intent (five minutes, one use) and becomes a signature by fresh proof of the same person.
create table signing_act (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  party_id   uuid not null,
  account_id uuid not null references account (id),
  nonce_hash text not null,
  frozen_sha256 text not null,
  consents   text not null,
  typed_name text not null check (length(typed_name) between 1 and 200),
  drawing_id uuid,
  status     text not null check (status in ('intended', 'signed', 'lapsed')),
  intended_at timestamptz not null,
  signed_at  timestamptz,
  auth_time  timestamptz,
  acr        text,
  session_id text,
  version    integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, party_id) references signing_party (tenant_id, id),
  foreign key (tenant_id, drawing_id) references stored_document (tenant_id, id),
  check ((status = 'signed') = (signed_at is not null and auth_time is not null and acr is not null))
);
create unique index signing_act_once on signing_act (tenant_id, party_id) where status = 'signed';
call protect('signing_act');
grant select, insert, update on signing_act to entente_app;

-- What happened, in order, each entry holding the hash of the one before it. `body` is the exact text that was hashed.
create table evidence_event (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  signing_id uuid not null,
  sequence   integer not null check (sequence > 0),
  at         timestamptz not null,
  kind       text not null,
  body       text not null,
  previous   text not null check (previous ~ '^[0-9a-f]{64}$'),
  hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (tenant_id, id),
  unique (tenant_id, signing_id, sequence),
  foreign key (tenant_id, signing_id) references signing (tenant_id, id)
);
call protect('evidence_event');
grant select, insert on evidence_event to entente_app;

-- Work left over for the sealing and expiring timer: workspace and signing, nothing else.
create policy directory_work on signing for select to entente_directory using (status in ('open', 'sealing'));
grant select (tenant_id, id, status, expires_at) on signing to entente_directory;
create function signings_to_finish()
  returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id, id from signing where status = 'sealing' or (status = 'open' and expires_at < now()) order by id limit 100
$$;
revoke all on function signings_to_finish() from public;
grant execute on function signings_to_finish() to entente_app;
alter function signings_to_finish() owner to entente_directory;
