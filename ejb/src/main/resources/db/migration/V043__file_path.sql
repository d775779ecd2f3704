-- Where a file was on its path, each stay at a step with what the practice said of it then: a step that is renamed later keeps its history.
create table path_step (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  file_id    uuid not null,
  episode_id uuid not null,
  code       text not null,
  position   integer not null,
  title_fr   text not null,
  title_en   text not null,
  goal_fr    text not null,
  goal_en    text not null,
  meetings_min integer,
  meetings_max integer,
  documents  text not null default '',
  how        text not null check (how in ('begun', 'forward', 'back', 'skip')),
  reason     text not null default '',
  entered_on date not null,
  left_on    date check (left_on >= entered_on),
  entered_at timestamptz not null,
  left_at    timestamptz,
  account_id uuid,
  version    integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id),
  foreign key (tenant_id, episode_id) references episode (tenant_id, id),
  check ((left_on is null) = (left_at is null)),
  check (how in ('begun', 'forward') or length(reason) > 0)
);
create index path_step_file on path_step (tenant_id, file_id, entered_at);
create unique index path_step_now on path_step (tenant_id, file_id) where left_on is null;

alter table client_file no force row level security;
alter table process_step no force row level security;
alter table episode no force row level security;
insert into path_step (tenant_id, id, file_id, episode_id, code, position, title_fr, title_en, goal_fr, goal_en, meetings_min, meetings_max, documents,
                       how, entered_on, entered_at)
  select f.tenant_id, uuidv7(), f.id, e.id, s.code, s.position, s.title_fr, s.title_en, s.goal_fr, s.goal_en, s.meetings_min, s.meetings_max, s.documents,
         'begun', f.opened_on, f.opened_on
    from client_file f
    join episode e on e.tenant_id = f.tenant_id and e.file_id = f.id
    join process_step s on s.tenant_id = f.tenant_id and s.code = f.step;
alter table process_step add column hidden boolean not null default false;
alter table client_file force row level security;
alter table process_step force row level security;
alter table episode force row level security;
call protect('path_step');
grant select, insert, update on path_step to entente_app;
