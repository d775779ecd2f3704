-- A payer that a receipt names is one of its workspace. Rows from before the payers existed name none.
alter table receipt add constraint receipt_payer foreign key (tenant_id, payer_id) references payer (tenant_id, id) not valid;
