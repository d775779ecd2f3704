create table practice (
  tenant_id      uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id             uuid not null,
  legal_name     text not null,
  profession     text not null check (profession in ('ts', 'tcf', 'pair_aidant', 'other')),
  title_fr       text not null,
  title_en       text not null,
  title_abbreviation text,
  professional_order text,
  professional_order_en text,
  order_website  text,
  permit         text,
  permit_since   date,
  psychotherapy_permit boolean not null default false,
  siret          text,
  legal_status   text,
  legal_status_en text,
  street         text not null,
  city           text not null,
  region         text,
  postal_code    text not null,
  country        text not null,
  phone          text not null,
  email          text not null,
  privacy_officer text not null,
  privacy_title_fr text not null,
  privacy_title_en text not null,
  privacy_email  text not null,
  mediator       text,
  tax_regime     text not null,
  tax_since      date,
  -- The usual length of a whole path, apart from the estimate of each step; empty when the practice gives none.
  path_meetings_min integer,
  path_meetings_max integer check (path_meetings_max >= path_meetings_min),
  currency       char(3) not null check (currency in ('CAD', 'EUR')),
  version        integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id)
);
call protect('practice');
grant select, insert, update on practice to entente_app;

-- What the practice says of itself, part by part (introduction, principles, limits, rhythms, tools …), in its order.
create table practice_text (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  part      text not null check (part in ('tagline', 'introduction', 'section', 'principle', 'limit', 'difference', 'rhythm', 'mode', 'area', 'tool',
                               'path_note', 'tax', 'complaint', 'contact', 'helpline')),
  position  integer not null,
  code      text,
  title_fr  text not null default '',
  title_en  text not null default '',
  text_fr   text not null default '',
  text_en   text not null default '',
  link      text,
  version   integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, part, position)
);
call protect('practice_text');
grant select, insert, update, delete on practice_text to entente_app;

create table service (
  tenant_id      uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id             uuid not null,
  code           text not null,
  kind           text not null,
  title_fr       text not null,
  title_en       text not null,
  description_fr text not null default '',
  description_en text not null default '',
  modes          text not null,
  areas          text not null default '',
  travel_minutes integer not null default 0 check (travel_minutes between 0 and 240),
  usual_minutes  integer not null check (usual_minutes between 5 and 600),
  max_minutes    integer not null check (max_minutes >= usual_minutes and max_minutes <= 600),
  price_minor    bigint not null check (price_minor >= 0),
  currency       char(3) not null check (currency in ('CAD', 'EUR')),
  tax_treatment  text not null check (tax_treatment in ('exempt', 'franchise', 'taxable')),
  position       integer not null default 0,
  active         boolean not null default true,
  version        integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
call protect('service');
grant select, insert, update on service to entente_app;

-- Rules of the place, dated, so that a text may change without a release. `checked` says whether a professional has confirmed it;
-- an empty valid_from says that the day of effect is not established.
create table law_text (
  id         uuid primary key default uuidv7(),
  jurisdiction text not null,
  code       text not null,
  kind       text not null check (kind in ('rule', 'mention', 'constant', 'helpline')),
  text_fr    text not null,
  text_en    text not null,
  value      text,
  unit       text,
  valid_from date,
  valid_to   date check (valid_to >= valid_from),
  source     text not null,
  checked    boolean not null,
  unique nulls not distinct (jurisdiction, code, valid_from)
);
grant select, insert on law_text to entente_app;
