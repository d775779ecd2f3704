-- Full text of what is signed. Words are kept as they stand and as each language bends them; accents are optional in both.
create text search configuration entente_words (copy = pg_catalog.simple);
alter text search configuration entente_words alter mapping for hword, hword_part, word with unaccent, simple;
create text search configuration entente_fr (copy = pg_catalog.french);
alter text search configuration entente_fr alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration entente_en (copy = pg_catalog.english);
alter text search configuration entente_en alter mapping for hword, hword_part, word with unaccent, english_stem;

-- One row per signed entry, per addendum and per personal working note (which only its author finds).
create table search_entry (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null,
  entry_id  uuid not null,
  file_id   uuid not null,
  kind      text not null check (kind in ('note', 'assessment', 'closing', 'addendum', 'personal')),
  author_id uuid not null,
  language  text not null check (language in ('fr', 'en')),
  title     text not null,
  at        timestamptz not null,
  text      text not null,
  words     tsvector not null generated always as (to_tsvector('public.entente_words'::regconfig, left(text, 200000))
              || case language when 'en' then to_tsvector('public.entente_en'::regconfig, left(text, 200000))
                 else to_tsvector('public.entente_fr'::regconfig, left(text, 200000)) end) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, entry_id) references entry (tenant_id, id),
  foreign key (tenant_id, file_id) references client_file (tenant_id, id)
);
-- Row security asks for the workspace before any test that could tell of other rows, and «@@» is such a test: the way in is the workspace.
create index search_entry_at on search_entry (tenant_id, at desc);
call protect('search_entry');
grant select, insert, delete on search_entry to entente_app;

-- What is typed, as a question: every word has to be there, as its beginning or in another of its forms. Null when there is no word.
create function search_query(typed text) returns tsquery language plpgsql stable set search_path = public, pg_temp as $$
declare
  word text;
  every tsquery;
  one tsquery;
begin
  for word in select m[1] from regexp_matches(unaccent(lower(typed)), '[[:alnum:]]+', 'g') as m where length(m[1]) > 1 limit 8 loop
    one := to_tsquery('pg_catalog.simple', word || ':*') || plainto_tsquery('entente_fr', word) || plainto_tsquery('entente_en', word);
    every := case when every is null then one else every && one end;
  end loop;
  return every;
end $$;
