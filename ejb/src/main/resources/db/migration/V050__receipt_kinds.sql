-- A receipt may be an invoice, the proof of what somebody else paid, or a credit note; it has lines for several meetings, taxes and a payer.
alter table receipt no force row level security;
alter table receipt_line no force row level security;

alter table receipt drop constraint receipt_tenant_id_meeting_id_key;
alter table receipt drop constraint receipt_net_minor_check;
alter table receipt drop constraint receipt_total_minor_check;
alter table receipt alter column payment_means drop not null;
alter table receipt alter column paid_on drop not null;
alter table receipt
  add column kind text not null default 'receipt' check (kind in ('receipt', 'invoice', 'covered', 'credit')),
  -- What the form asked for: the same key for something else is refused.
  add column asked text not null default '',
  add column credits_id uuid,
  add column reason text not null default '',
  -- What was paid when it was issued; in cash it may be rounded. Empty where nothing was paid then.
  add column paid_minor bigint,
  add column payer_id uuid,
  add column payer_name text,
  add column payer_address text,
  add column payer_siren text,
  add column authorisation text,
  add column authorised_sessions integer check (authorised_sessions > 0),
  add column due_on date;
update receipt set paid_minor = total_minor;
alter table receipt
  add constraint receipt_amounts check (kind = 'credit' and net_minor <= 0 and total_minor <= 0 or kind <> 'credit' and net_minor >= 0 and total_minor >= 0),
  add constraint receipt_credit check ((kind = 'credit') = (credits_id is not null)),
  add constraint receipt_credits foreign key (tenant_id, credits_id) references receipt (tenant_id, id) not valid,
  -- A receipt is credited once, and wholly.
  add constraint receipt_credited_once unique (tenant_id, credits_id);
create index receipt_authorisation on receipt (tenant_id, file_id, authorisation) where authorisation is not null;

alter table receipt_line
  add column meeting_id uuid,
  add column nature text not null default 'session' check (nature in ('session', 'missed_fee')),
  add column attendees text not null default '',
  add column billed_minutes integer check (billed_minutes between 0 and 600),
  -- The whole price of the meeting, of which the amount is this receipt's share; and what is left of the amount without taxes.
  add column price_minor bigint,
  add column net_minor bigint,
  add column tax text not null default 'exempt' check (tax in ('exempt', 'franchise', 'small_supplier', 'taxed'));
update receipt_line l set meeting_id = r.meeting_id, price_minor = l.amount_minor, net_minor = l.amount_minor, attendees = r.recipient,
    tax = case when r.currency = 'EUR' then 'franchise' else 'exempt' end
  from receipt r where r.tenant_id = l.tenant_id and r.id = l.receipt_id;
alter table receipt_line
  add constraint receipt_line_meeting foreign key (tenant_id, meeting_id) references meeting (tenant_id, id) not valid;
create index receipt_line_of_meeting on receipt_line (tenant_id, meeting_id);

alter table receipt force row level security;
alter table receipt_line force row level security;

create table receipt_tax (
  tenant_id    uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id           uuid not null,
  receipt_id   uuid not null,
  position     integer not null,
  code         text not null check (code in ('gst', 'qst', 'vat')),
  percent      numeric(7, 4) not null check (percent > 0),
  base_minor   bigint not null,
  amount_minor bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, receipt_id, code),
  foreign key (tenant_id, receipt_id) references receipt (tenant_id, id)
);
call protect('receipt_tax');
grant select, insert on receipt_tax to entente_app;

-- Each duplicata that was ever made: when, by whom, what for. The original's bytes stay what they were.
create table receipt_copy (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  receipt_id uuid not null,
  made_at    timestamptz not null,
  account_id uuid,
  reason     text not null,
  sealed_id  uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, receipt_id) references receipt (tenant_id, id),
  foreign key (tenant_id, sealed_id) references sealed_document (tenant_id, id)
);
create index receipt_copy_receipt on receipt_copy (tenant_id, receipt_id);
call protect('receipt_copy');
grant select, insert on receipt_copy to entente_app;

-- A practice that comes from another tool goes on with its numbers: each time somebody said where, before the first one was given here.
create table receipt_series_change (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  series_id  uuid not null,
  before     bigint not null,
  after      bigint not null check (after > before),
  at         timestamptz not null,
  account_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, series_id) references receipt_series (tenant_id, id)
);
call protect('receipt_series_change');
grant select, insert on receipt_series_change to entente_app;

-- How the practice stands with the tax office from a day on.
create table tax_registration (
  tenant_id  uuid not null default current_setting('app.tenant')::uuid references workspace (id),
  id         uuid not null,
  since      date not null,
  regime     text not null check (regime in ('exempt', 'franchise', 'taxable')),
  gst_number text,
  qst_number text,
  vat_number text,
  prices_include_tax boolean not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index tax_registration_since on tax_registration (tenant_id, since desc, created_at desc);
call protect('tax_registration');
grant select, insert on tax_registration to entente_app;
