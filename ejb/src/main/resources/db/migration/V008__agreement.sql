create table agreement_template (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  code       text not null,
  title_fr   text not null,
  title_en   text not null,
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
call protect('agreement_template');
grant select, insert, update on agreement_template to entente_app;

-- Clauses, variables and consents of one published version, as one document. A published version never changes.
create table template_version (
  tenant_id    uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id           uuid not null,
  template_id  uuid not null,
  number       integer not null,
  content      text not null,
  sha256       text not null,
  published_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, template_id, number),
  foreign key (tenant_id, template_id) references agreement_template (tenant_id, id)
);
call protect('template_version');
grant select, insert on template_version to entente_app;

create table agreement (
  tenant_id   uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id          uuid not null,
  file_id     uuid not null,
  person_id   uuid not null,
  template_version_id uuid not null,
  service_id  uuid,
  status      text not null check (status in ('draft', 'sent', 'signed_by_client', 'sealing', 'active', 'superseded', 'ended', 'declined', 'expired', 'voided')),
  approaches  text not null default '',
  left_out    text not null default '',
  signing_id  uuid,
  previous_id uuid,
  created_at  timestamptz not null,
  sent_at     timestamptz,
  ended_at    timestamptz,
  end_reason  text,
  version     integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, template_version_id) references template_version (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  foreign key (tenant_id, signing_id) references signing (tenant_id, id),
  foreign key (tenant_id, previous_id) references agreement (tenant_id, id),
  check ((status = 'draft') = (signing_id is null))
);
create index agreement_file on agreement (tenant_id, file_id);
create index agreement_person on agreement (tenant_id, person_id);
call protect('agreement');
grant select, insert, update on agreement to entente_app;

create table agreement_value (
  tenant_id    uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id           uuid not null,
  agreement_id uuid not null,
  code         text not null,
  value        text not null,
  version      integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, agreement_id, code),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id)
);
call protect('agreement_value');
grant select, insert, update, delete on agreement_value to entente_app;
