create table approach (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  code       text not null,
  position   integer not null,
  title_fr   text not null,
  title_en   text not null,
  purpose_fr text not null,
  purpose_en text not null,
  how_fr     text not null,
  how_en     text not null,
  effect_fr  text not null,
  effect_en  text not null,
  note_fr    text not null default '',
  note_en    text not null default '',
  links      text not null default '',
  psychotherapy_model boolean not null default false,
  sensitive  boolean not null default false,
  published  boolean not null default true,
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
call protect('approach');
grant select, insert, update, delete on approach to entente_app;

create table process_step (
  tenant_id    uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id           uuid not null,
  code         text not null,
  position     integer not null,
  title_fr     text not null,
  title_en     text not null,
  goal_fr      text not null,
  goal_en      text not null,
  detail_fr    text not null default '',
  detail_en    text not null default '',
  meetings_min integer,
  meetings_max integer check (meetings_max >= meetings_min),
  documents    text not null default '',
  follow_up    boolean not null default false,
  version      integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
call protect('process_step');
grant select, insert, update on process_step to entente_app;
