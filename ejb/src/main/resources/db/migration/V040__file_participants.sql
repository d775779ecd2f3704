-- Who takes part in a file, in which capacity, and what each may see; who pays; who is insured, signs or represents. One role is not another.
alter table participant no force row level security;
alter table participant
  add column principal boolean not null default false,
  add column sees text not null default 'nothing' check (sees in ('nothing', 'meetings', 'shared')),
  add column granted_at timestamptz,
  add column created_at timestamptz not null default now();
update participant set principal = true, sees = 'shared' where capacity = 'client';
alter table participant force row level security;
alter table participant drop constraint participant_tenant_id_file_id_person_id_key;
-- Somebody may leave and come back; at any time they take part once.
create unique index participant_now on participant (tenant_id, file_id, person_id) where until is null;
-- The client a file is named after: one a file, however many clients it has.
create unique index participant_principal on participant (tenant_id, file_id) where principal;

alter table person
  add column pronoun text,
  add column name_at_birth text,
  add column voicemail_is_safe boolean not null default false,
  add column post_is_safe boolean not null default true,
  add column preferred_channel text check (preferred_channel in ('mail', 'phone', 'post')),
  add column emergency_name text,
  add column emergency_relation text,
  add column emergency_phone text,
  add column reminders boolean not null default true;

-- Further ways to reach somebody, each with what is safe about it.
create table contact (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  person_id uuid not null,
  kind      text not null check (kind in ('mail', 'phone', 'post')),
  label     text not null default '',
  value     text not null check (length(value) between 1 and 300),
  safe      boolean not null,
  voicemail_safe boolean not null default false,
  version   integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index contact_person on contact (tenant_id, person_id);
call protect('contact');
grant select, insert, update, delete on contact to entente_app;

-- Each time a relation changes between tu and vous: who changed it.
create table address_change (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  person_id  uuid not null,
  before     text not null check (before in ('tu', 'vous')),
  after      text not null check (after in ('tu', 'vous')),
  by_client  boolean not null,
  account_id uuid,
  at         timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index address_change_person on address_change (tenant_id, person_id);
call protect('address_change');
grant select, insert on address_change to entente_app;

create table payer (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  file_id    uuid not null,
  kind       text not null check (kind in ('person', 'organisation')),
  person_id  uuid,
  insured_id uuid,
  name       text not null check (length(name) between 1 and 200),
  email      citext,
  phone      text,
  street     text,
  city       text,
  postal_code text,
  authorisation text,
  session_cap integer check (session_cap > 0),
  amount_cap_minor bigint check (amount_cap_minor > 0),
  currency   char(3) not null check (currency in ('CAD', 'EUR')),
  since      date not null,
  until      date check (until >= since),
  version    integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, insured_id) references person (tenant_id, id)
);
create index payer_file on payer (tenant_id, file_id);
call protect('payer');
grant select, insert, update on payer to entente_app;

create table file_role (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  file_id   uuid not null,
  person_id uuid not null,
  role      text not null check (role in ('insured', 'signatory', 'representative')),
  capacity  text not null default '',
  since     date not null,
  until     date check (until >= since),
  version   integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index file_role_file on file_role (tenant_id, file_id);
create unique index file_role_now on file_role (tenant_id, file_id, person_id, role) where until is null;
call protect('file_role');
grant select, insert, update on file_role to entente_app;

-- What each holder of parental authority has said. The attestation is for the practice's eyes alone: the other parent is never shown it.
create table guardian_consent (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  file_id    uuid not null,
  person_id  uuid not null,
  state      text not null check (state in ('asked', 'given', 'refused', 'not_required')),
  decided_on date,
  attestation text,
  attested_on date,
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, file_id, person_id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  check ((attestation is null) = (attested_on is null))
);
call protect('guardian_consent');
grant select, insert, update on guardian_consent to entente_app;
