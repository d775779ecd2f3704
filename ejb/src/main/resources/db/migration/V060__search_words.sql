-- The way into the words of one workspace. It serves where PostgreSQL has been told that matching words reveals nothing (see entente.sql of the
-- launcher); elsewhere the rows of the workspace are read one by one, which is slower and finds the same.
create extension if not exists btree_gin;
create index search_entry_words on search_entry using gin (tenant_id, words);
