-- Checks the platform's own chain as its operator may: how many entries, since when, and the number of the first that does not hold (null: all do).
create function platform_check(out entries bigint, out since timestamptz, out first_broken bigint) language plpgsql stable set search_path = public, pg_temp as $$
declare
  head record;
begin
  select count(*), min(x.at), min(x.place) filter (where x.bad) into entries, since, first_broken
    from (select e.at, row_number() over (order by e.seq) as place,
                 e.seq <> row_number() over (order by e.seq) or e.prev <> lag(e.hash, 1, decode(repeat('00', 32), 'hex')) over (order by e.seq)
                   or e.hash <> platform_event_hash(e.seq, e.at, e.kind, e.actor, e.workspace_id, e.detail, e.prev) as bad
            from platform_event e) x;
  select h.seq, h.hash = coalesce((select e.hash from platform_event e where e.seq = h.seq), h.hash) as fits into head from platform_head h;
  if first_broken is null and coalesce(head.seq, 0) <> entries then
    first_broken := least(coalesce(head.seq, 0), entries) + 1;
  elsif first_broken is null and entries > 0 and not head.fits then
    first_broken := entries;
  end if;
end $$;
revoke all on function platform_check() from public;
grant execute on function platform_check() to entente_operator;
