-- A mail to somebody the workspace knows names them, so that what is safe for them is asked again when it leaves.
alter table mail add column person_id uuid;
