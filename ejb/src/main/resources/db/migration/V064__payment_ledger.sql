-- Money that came in and went out, which receipts it pays, and the periods that are closed: one ledger per workspace that is only added to. Every line
-- of the three tables is a link of one chain; the head is locked while a line is written, so that all writers of a workspace take turns.
create table ledger_head (
  tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id        uuid not null default uuidv7(),
  seq       bigint not null,
  hash      bytea not null check (length(hash) = 32),
  primary key (tenant_id, id),
  unique (tenant_id)
);

create table ledger_entry (
  tenant_id       uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id              uuid not null,
  seq             bigint not null check (seq > 0),
  at              timestamptz not null,
  paid_on         date not null,
  means           text not null check (means in ('cash', 'transfer', 'card', 'cheque', 'interac')),
  -- What changed hands: a refund is negative. Where the place has no small coins, rounding says how far it is from what it settles.
  amount_minor    bigint not null check (amount_minor <> 0),
  rounding_minor  bigint not null default 0,
  currency        char(3) not null check (currency in ('CAD', 'EUR')),
  person_id       uuid,
  -- Who pays instead of the client; empty when the client does.
  payer_name      text not null default '',
  refunds_id      uuid,
  receipt_id      uuid,
  idempotency_key text not null,
  asked           text not null default '',
  account_id      uuid,
  previous        bytea not null check (length(previous) = 32),
  hash            bytea not null check (length(hash) = 32),
  primary key (tenant_id, id),
  unique (tenant_id, seq),
  unique (tenant_id, idempotency_key),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, refunds_id) references ledger_entry (tenant_id, id),
  foreign key (tenant_id, receipt_id) references receipt (tenant_id, id),
  check ((amount_minor < 0) = (refunds_id is not null)),
  check (person_id is not null or payer_name <> '')
);
create index ledger_entry_latest on ledger_entry (tenant_id, paid_on desc, seq desc);
create index ledger_entry_person on ledger_entry (tenant_id, person_id);
create index ledger_entry_payer on ledger_entry (tenant_id, payer_name) where payer_name <> '';
create index ledger_entry_refunds on ledger_entry (tenant_id, refunds_id) where refunds_id is not null;

create table ledger_allocation (
  tenant_id    uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id           uuid not null,
  seq          bigint not null check (seq > 0),
  at           timestamptz not null,
  entry_id     uuid not null,
  receipt_id   uuid not null,
  -- Negative where it is taken back: the receipt was credited or the money given back.
  amount_minor bigint not null check (amount_minor <> 0),
  previous     bytea not null check (length(previous) = 32),
  hash         bytea not null check (length(hash) = 32),
  primary key (tenant_id, id),
  unique (tenant_id, seq),
  foreign key (tenant_id, entry_id) references ledger_entry (tenant_id, id),
  foreign key (tenant_id, receipt_id) references receipt (tenant_id, id)
);
create index ledger_allocation_receipt on ledger_allocation (tenant_id, receipt_id);
create index ledger_allocation_entry on ledger_allocation (tenant_id, entry_id);

create table ledger_closing (
  tenant_id      uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id             uuid not null,
  seq            bigint not null check (seq > 0),
  at             timestamptz not null,
  kind           text not null check (kind in ('month', 'year')),
  first_on       date not null,
  last_on        date not null,
  entries        bigint not null,
  received_minor bigint not null,
  refunded_minor bigint not null,
  currency       char(3) not null check (currency in ('CAD', 'EUR')),
  -- SHA-256 over the hashes of the period's entries, in the order they were written.
  entries_hash   bytea not null check (length(entries_hash) = 32),
  account_id     uuid,
  previous       bytea not null check (length(previous) = 32),
  hash           bytea not null check (length(hash) = 32),
  primary key (tenant_id, id),
  unique (tenant_id, seq),
  unique (tenant_id, kind, first_on),
  check (last_on >= first_on)
);

create function ledger_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is only added to: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create function ledger_head_moves_on() returns trigger language plpgsql as $$
begin
  if new.tenant_id <> old.tenant_id or new.seq <> old.seq + 1 then
    raise exception 'the head of a ledger moves on one by one' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- The writer's turn: answers the head's number once nobody else is writing.
create function ledger_turn(tenant uuid) returns bigint language plpgsql set search_path = public, pg_temp as $$
declare
  place bigint;
begin
  select h.seq into place from ledger_head h where h.tenant_id = tenant for update;
  if not found then
    insert into ledger_head (tenant_id, seq, hash) values (tenant, 0, decode(repeat('00', 32), 'hex')) on conflict (tenant_id) do nothing;
    select h.seq into place from ledger_head h where h.tenant_id = tenant for update;
  end if;
  return place;
end $$;

-- The same way of hashing as the audit trail's: a field is its length and its bytes, times are UTC in microseconds.
create function ledger_entry_hash(e ledger_entry) returns bytea language sql stable set search_path = public, pg_temp as $$
  select audit_hash(e.previous, e.tenant_id::text, e.seq::text, 'entry', e.id::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    to_char(e.paid_on, 'YYYY-MM-DD'), e.means, e.amount_minor::text, e.rounding_minor::text, e.currency::text, e.person_id::text, e.payer_name,
    e.refunds_id::text, e.receipt_id::text, e.idempotency_key, e.asked, e.account_id::text)
$$;
create function ledger_allocation_hash(a ledger_allocation) returns bytea language sql stable set search_path = public, pg_temp as $$
  select audit_hash(a.previous, a.tenant_id::text, a.seq::text, 'allocation', a.id::text, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    a.entry_id::text, a.receipt_id::text, a.amount_minor::text)
$$;
create function ledger_closing_hash(c ledger_closing) returns bytea language sql stable set search_path = public, pg_temp as $$
  select audit_hash(c.previous, c.tenant_id::text, c.seq::text, 'closing', c.id::text, to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    c.kind, to_char(c.first_on, 'YYYY-MM-DD'), to_char(c.last_on, 'YYYY-MM-DD'), c.entries::text, c.received_minor::text, c.refunded_minor::text,
    c.currency::text, encode(c.entries_hash, 'hex'), c.account_id::text)
$$;
create function ledger_entries_hash(tenant uuid, first_on date, last_on date) returns bytea language sql stable set search_path = public, pg_temp as $$
  select sha256(coalesce(string_agg(e.hash, ''::bytea order by e.seq), ''::bytea)) from ledger_entry e
   where e.tenant_id = tenant and e.paid_on between first_on and last_on
$$;

-- Every line takes its number and its link here, whatever the writer said of them.
create function ledger_link() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform ledger_turn(new.tenant_id);
  select h.seq + 1, h.hash into new.seq, new.previous from ledger_head h where h.tenant_id = new.tenant_id;
  new.at := clock_timestamp();
  if tg_table_name = 'ledger_entry' then
    if exists (select from ledger_closing c where c.tenant_id = new.tenant_id and new.paid_on <= c.last_on) then
      raise exception 'that period of the ledger is closed' using errcode = 'check_violation';
    end if;
    new.hash := ledger_entry_hash(new);
  elsif tg_table_name = 'ledger_allocation' then
    new.hash := ledger_allocation_hash(new);
  else
    select count(*), coalesce(sum(e.amount_minor) filter (where e.amount_minor > 0), 0), coalesce(-sum(e.amount_minor) filter (where e.amount_minor < 0), 0)
      into new.entries, new.received_minor, new.refunded_minor
      from ledger_entry e where e.tenant_id = new.tenant_id and e.paid_on between new.first_on and new.last_on;
    new.entries_hash := ledger_entries_hash(new.tenant_id, new.first_on, new.last_on);
    new.hash := ledger_closing_hash(new);
  end if;
  update ledger_head h set seq = new.seq, hash = new.hash where h.tenant_id = new.tenant_id;
  return new;
end $$;

create trigger ledger_head_moves_on before update on ledger_head for each row execute function ledger_head_moves_on();
create trigger ledger_head_stays before delete on ledger_head for each row execute function ledger_stays();
create trigger ledger_head_is_not_emptied before truncate on ledger_head for each statement execute function ledger_stays();
create trigger ledger_entry_links before insert on ledger_entry for each row execute function ledger_link();
create trigger ledger_entry_stays before update or delete on ledger_entry for each row execute function ledger_stays();
create trigger ledger_entry_is_not_emptied before truncate on ledger_entry for each statement execute function ledger_stays();
create trigger ledger_allocation_links before insert on ledger_allocation for each row execute function ledger_link();
create trigger ledger_allocation_stays before update or delete on ledger_allocation for each row execute function ledger_stays();
create trigger ledger_allocation_is_not_emptied before truncate on ledger_allocation for each statement execute function ledger_stays();
create trigger ledger_closing_links before insert on ledger_closing for each row execute function ledger_link();
create trigger ledger_closing_stays before update or delete on ledger_closing for each row execute function ledger_stays();
create trigger ledger_closing_is_not_emptied before truncate on ledger_closing for each statement execute function ledger_stays();

-- Checks the chain of the current workspace: how many links, and the number of the first that does not hold (null: all do). A closing must still
-- find the entries it was made over.
create function ledger_check(out links bigint, out first_broken bigint) language plpgsql stable set search_path = public, pg_temp as $$
declare
  head ledger_head;
  last bytea;
begin
  select count(*), min(x.place) filter (where x.bad), (array_agg(x.hash order by x.place desc) filter (where x.final))[1]
    into links, first_broken, last
    from (select l.hash, row_number() over (order by l.seq) as place, lead(l.seq) over (order by l.seq) is null as final,
                 l.seq <> row_number() over (order by l.seq) or l.previous <> lag(l.hash, 1, decode(repeat('00', 32), 'hex')) over (order by l.seq)
                   or l.hash <> l.again as bad
            from (select e.seq, e.previous, e.hash, ledger_entry_hash(e) as again from ledger_entry e
                  union all select a.seq, a.previous, a.hash, ledger_allocation_hash(a) from ledger_allocation a
                  union all select c.seq, c.previous, c.hash,
                      case when c.entries_hash = ledger_entries_hash(c.tenant_id, c.first_on, c.last_on) then ledger_closing_hash(c) else ''::bytea end
                    from ledger_closing c) l) x;
  select * into head from ledger_head;
  if first_broken is null and coalesce(head.seq, 0) <> links then
    first_broken := least(coalesce(head.seq, 0), links) + 1;
  elsif first_broken is null and links > 0 and head.hash <> last then
    first_broken := links;
  end if;
end $$;

-- What receipts issued before there was a ledger say as paid, and what their credit notes set free again.
alter table receipt no force row level security;
insert into ledger_entry (tenant_id, id, paid_on, means, amount_minor, rounding_minor, currency, person_id, payer_name, receipt_id, idempotency_key)
  select r.tenant_id, uuidv7(), r.paid_on, r.payment_means, r.paid_minor, r.paid_minor - r.total_minor, r.currency, r.person_id, coalesce(r.payer_name, ''),
      r.id, 'receipt ' || r.id
    from receipt r where r.kind <> 'credit' and r.payment_means is not null and r.paid_minor > 0 order by r.tenant_id, r.issued_at, r.number;
insert into ledger_allocation (tenant_id, id, entry_id, receipt_id, amount_minor)
  select e.tenant_id, uuidv7(), e.id, e.receipt_id, e.amount_minor - e.rounding_minor from ledger_entry e
   where e.amount_minor <> e.rounding_minor order by e.tenant_id, e.seq;
insert into ledger_allocation (tenant_id, id, entry_id, receipt_id, amount_minor)
  select a.tenant_id, uuidv7(), a.entry_id, a.receipt_id, -a.amount_minor from ledger_allocation a
    join receipt c on c.tenant_id = a.tenant_id and c.credits_id = a.receipt_id order by a.tenant_id, a.seq;
alter table receipt force row level security;

call protect('ledger_head');
call protect('ledger_entry');
call protect('ledger_allocation');
call protect('ledger_closing');
grant select, insert, update on ledger_head to entente_app;
grant select, insert on ledger_entry, ledger_allocation, ledger_closing to entente_app;
