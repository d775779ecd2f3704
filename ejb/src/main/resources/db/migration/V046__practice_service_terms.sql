-- Municipalities served, one a line, beside postal codes; minutes billed where they are not those spent together; prices from a day on.
alter table service
  add column municipalities text not null default '',
  add column billed_minutes integer,
  add column dated_prices   text not null default '';
