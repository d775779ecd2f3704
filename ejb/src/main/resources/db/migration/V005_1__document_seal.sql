-- A sealed PDF. Its code may be checked in public without telling anything about a person.
create table sealed_document (
  tenant_id     uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id            uuid not null,
  document_id   uuid not null,
  kind          text not null check (kind in ('agreement', 'evidence', 'receipt', 'plan')),
  subject_id    uuid not null,
  title         text not null,
  language      text not null check (language in ('fr', 'en')),
  check_code    text not null,
  code_sha256   text not null check (code_sha256 ~ '^[0-9a-f]{64}$'),
  sha256_before text not null,
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  certificate_fingerprint text not null,
  stamped_at    timestamptz not null,
  stamp_serial  text not null,
  sealed_at     timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references stored_document (tenant_id, id)
);
create index sealed_document_subject on sealed_document (tenant_id, subject_id);
create index sealed_document_sha256 on sealed_document (sha256);
create index sealed_document_code on sealed_document (code_sha256);
call protect('sealed_document');
grant select, insert on sealed_document to entente_app;

-- The state of a seal changes (superseded, revoked), the seal does not: a row of its own.
create table seal_revocation (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  sealed_id uuid not null,
  state     text not null check (state in ('superseded', 'revoked')),
  at        timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, sealed_id),
  foreign key (tenant_id, sealed_id) references sealed_document (tenant_id, id)
);
call protect('seal_revocation');
grant select, insert on seal_revocation to entente_app;

-- The public check: by the hash of the code or of the file. 128 random bits or a whole file's hash; both are unguessable.
create policy directory_check on sealed_document for select to entente_directory using (true);
create policy directory_check on seal_revocation for select to entente_directory using (true);
create policy directory_check on practice for select to entente_directory using (true);
grant select on sealed_document, seal_revocation to entente_directory;
grant select (tenant_id, legal_name) on practice to entente_directory;

create function seal_of(code_hash text, file_hash text)
  returns table (kind text, practice text, sealed_at timestamptz, state text, sha256 text, certificate_fingerprint text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select s.kind, p.legal_name, s.sealed_at, coalesce(r.state, 'valid'), s.sha256, s.certificate_fingerprint
      from sealed_document s
      join practice p on p.tenant_id = s.tenant_id
      left join seal_revocation r on r.tenant_id = s.tenant_id and r.sealed_id = s.id
     where s.code_sha256 = code_hash or s.sha256 = file_hash
     limit 1
$$;
revoke all on function seal_of(text, text) from public;
grant execute on function seal_of(text, text) to entente_app;
alter function seal_of(text, text) owner to entente_directory;
