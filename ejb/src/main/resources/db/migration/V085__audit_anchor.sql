-- What the chains had come to on a day, sealed and time-stamped. It is kept here until it lies outside as well; the evidence is what lies outside.
create table audit_anchor (
  number   bigint primary key check (number > 0),
  made_at  timestamptz not null,
  previous bytea not null check (length(previous) = 32),
  root     bytea not null check (length(root) = 32),
  heads    integer not null check (heads >= 0),
  sealed   bytea not null,
  kept_at  timestamptz
);
grant select, insert, update (kept_at) on audit_anchor to entente_operator;
create trigger audit_anchor_stays before delete on audit_anchor for each row execute function audit_is_only_added_to();
create trigger audit_anchor_is_not_emptied before truncate on audit_anchor for each statement execute function audit_is_only_added_to();

-- The heads of all chains, for the one who anchors them: random identifiers, numbers and hashes.
create policy directory_anchor on audit_head for select to entente_directory using (true);
grant select (tenant_id, seq, hash) on audit_head to entente_directory;
create function audit_heads() returns table (tenant_id uuid, seq bigint, hash bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
    select h.tenant_id, h.seq, h.hash from audit_head h where h.seq > 0
$$;
revoke all on function audit_heads() from public;
grant execute on function audit_heads() to entente_operator;
alter function audit_heads() owner to entente_directory;
