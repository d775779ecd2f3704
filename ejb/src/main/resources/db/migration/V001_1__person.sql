create table person (
  tenant_id     uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id            uuid not null,
  given_name    text not null check (length(given_name) between 1 and 100),
  family_name   text not null check (length(family_name) between 1 and 100),
  chosen_name   text check (length(chosen_name) between 1 and 100),
  birth_date    date,
  email         citext,
  phone         text,
  street        text,
  city          text,
  postal_code   text,
  mail_is_safe  boolean not null default true,
  phone_is_safe boolean not null default true,
  address_form  text not null check (address_form in ('tu', 'vous')),
  language      text not null check (language in ('fr', 'en')),
  created_at    timestamptz not null,
  version       integer not null default 0,
  primary key (tenant_id, id)
);
create index person_name on person (tenant_id, family_name, given_name);
call protect('person');
grant select, insert, update on person to entente_app;
