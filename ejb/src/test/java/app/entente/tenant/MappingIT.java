package app.entente.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Entities and migrations are written apart; every table and column that an entity names is asked for once. */
class MappingIT {

    private static UUID workspace;

    @BeforeAll
    static void a_workspace() {
        workspace = RealDatabase.get().newWorkspace("FR");
    }

    @ParameterizedTest
    @MethodSource("entities")
    void every_column_of_an_entity_is_there(Class<?> entity) throws Exception {
        List<?> rows = InWorkspace.nobody(workspace).query(em ->
            em.createQuery("select e from " + em.getMetamodel().entity(entity).getName() + " e where 1 = 0", entity).getResultList());
        assertThat(rows).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entities")
    void every_query_of_an_entity_of_a_workspace_carries_the_workspace(Class<?> entity) throws Exception {
        String sql = InWorkspace.nobody(workspace).query(em -> {
            Query query = em.createQuery("select e from " + em.getMetamodel().entity(entity).getName() + " e where 1 = 0", entity);
            query.getResultList();
            return query.unwrap(DatabaseQuery.class).getSQLString();
        });
        assertThat(sql.replaceAll("(?is).* where ", "").toLowerCase(java.util.Locale.ROOT).contains("tenant_id = ?")).as(sql).isEqualTo(TenantOwned.class.isAssignableFrom(entity));
    }

    @Test
    void the_entities_are_found() {
        assertThat(entities()).hasSizeGreaterThan(10);
    }

    static Stream<Class<?>> entities() {
        return Features.classes().stream().filter(type -> type.isAnnotationPresent(Entity.class));
    }
}
