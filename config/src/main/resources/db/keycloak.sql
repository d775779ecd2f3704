-- Rights on the database «keycloak», run inside it by a superuser, as often as one likes.
alter database keycloak owner to keycloak;
revoke all on database keycloak from public;
alter schema public owner to keycloak;
revoke all on schema public from public;
