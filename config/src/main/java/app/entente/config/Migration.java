package app.entente.config;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema to the version of this build, as the role that owns it. The application itself never holds these rights.
 * The scripts are read from {@code db/migration} on the class path, that is out of the features' archive.
 */
public class Migration {

    private Migration() {
    }

    /**
     * Runs every script that has not run yet.
     *
     * @return how many ran
     * @throws StartFailure when a script fails or an applied one was altered
     */
    public static int run(String jdbcUrl, String owner, String password) {
        try {
            return Flyway.configure().dataSource(jdbcUrl, owner, password).locations("classpath:db/migration")
                    .failOnMissingLocations(false).load().migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new StartFailure("The database could not be migrated: " + e.getMessage(), e);
        }
    }

    /**
     * The step of its own in production. Reads {@code ENTENTE_DB_URL}, {@code ENTENTE_DB_OWNER_USER} (usually entente_owner) and
     * {@code ENTENTE_DB_OWNER_PASSWORD}; ends with code 1 when one is missing or a script fails.
     */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        String url = environment.get("ENTENTE_DB_URL");
        String password = environment.get("ENTENTE_DB_OWNER_PASSWORD");
        if (url == null || password == null) {
            System.err.println("ENTENTE_DB_URL and ENTENTE_DB_OWNER_PASSWORD are needed.");
            System.exit(1);
        }
        try {
            int count = run(url, environment.getOrDefault("ENTENTE_DB_OWNER_USER", "entente_owner"), password);
            System.out.println(count == 0 ? "The schema is up to date." : "Migrations run: " + count + ".");
        } catch (StartFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }
}
