package app.entente.tenant;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * The doors to the database: the application's own role, which owns nothing and cannot bypass a policy, and the operator's, which has no
 * grant on any table that holds content. Addresses and passwords come from the environment. What the database says of an error leaves out the values of
 * the row: whoever logs it would write them down.
 */
@Singleton
@DataSourceDefinition(name = "java:app/jdbc/entente", className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${ENV=ENTENTE_DB_URL}", user = "${ENV=ENTENTE_DB_APP_USER}", password = "${ENV=ENTENTE_DB_APP_PASSWORD}",
    minPoolSize = 4, maxPoolSize = 20, properties = {"fish.payara.is-connection-validation-required=true",
        "fish.payara.connection-validation-method=custom-validation",
        "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
        "fish.payara.fail-all-connections=true", "logServerErrorDetail=false"})
@DataSourceDefinition(name = "java:app/jdbc/operator", className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${ENV=ENTENTE_DB_URL}", user = "${ENV=ENTENTE_DB_OPERATOR_USER}", password = "${ENV=ENTENTE_DB_OPERATOR_PASSWORD}",
    minPoolSize = 0, maxPoolSize = 4, properties = {"fish.payara.is-connection-validation-required=true",
        "fish.payara.connection-validation-method=custom-validation",
        "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
        "fish.payara.fail-all-connections=true", "logServerErrorDetail=false"})
public class Databases {
}
