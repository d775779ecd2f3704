-- The sealed and frozen documents of each workspace, encrypted, and the keys that open them.
-- A key of its own per document lets one document be forgotten; destroying the row of tenant_key forgets them all.

create table tenant_key (
  tenant_id  uuid        not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid        not null,
  wrapped    bytea       not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);

create table stored_document (
  tenant_id     uuid        not null default current_setting('app.tenant')::uuid references workspace (id),
  id            uuid        not null,
  key_id        uuid        not null,
  kind          text        not null check (kind ~ '^[a-z][a-z_]{1,39}$'),
  media_type    text        not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  size_bytes    integer     not null check (size_bytes > 0),
  sha256        bytea       not null check (octet_length(sha256) = 32),
  cipher_sha256 bytea       not null check (octet_length(cipher_sha256) = 32),
  wrapped_key   bytea       not null,
  content       bytea       not null,
  created_at    timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, key_id) references tenant_key (tenant_id, id)
);

-- ciphertext does not compress
alter table stored_document alter column content set storage external;

comment on column stored_document.sha256 is 'of the document itself, as third parties compute it';
comment on column stored_document.cipher_sha256 is 'of the stored bytes, to check the storage without any key';

alter table tenant_key enable row level security;
alter table tenant_key force row level security;
create policy tenant_isolation on tenant_key to entente_app, entente_owner
  using      (tenant_id = (select current_setting('app.tenant'))::uuid)
  with check (tenant_id = (select current_setting('app.tenant'))::uuid);

alter table stored_document enable row level security;
alter table stored_document force row level security;
create policy tenant_isolation on stored_document to entente_app, entente_owner
  using      (tenant_id = (select current_setting('app.tenant'))::uuid)
  with check (tenant_id = (select current_setting('app.tenant'))::uuid);

grant select, insert on tenant_key      to entente_app;
grant select, insert on stored_document to entente_app;
