-- Rights on the database «entente», run inside it by a superuser, as often as one likes.
alter database entente owner to entente_owner;
revoke all on database entente from public;
grant connect on database entente to entente_app, entente_operator, entente_auditor;

alter schema public owner to entente_owner;
revoke all on schema public from public;
grant usage on schema public to entente_app, entente_operator, entente_directory, entente_scribe, entente_auditor;
