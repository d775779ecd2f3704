-- A calendar object that goes with a mail (RFC 5545); discreet as the mail itself, and forgotten with its text once it has left.
alter table mail add column calendar text;
