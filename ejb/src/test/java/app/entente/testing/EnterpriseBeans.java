package app.entente.testing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;
import javax.sql.DataSource;

/** Lets plain CDI take the enterprise beans as they are: their door is kept, their persistence context and registry are injected. */
public class EnterpriseBeans implements Extension {

    /** The server's resources that {@link Transactions} stands in for. */
    private static final Set<Class<?>> PROVIDED = Set.of(TransactionSynchronizationRegistry.class, DataSource.class);

    private static final class DoorLiteral extends AnnotationLiteral<Door> implements Door {
        private static final long serialVersionUID = 1L;
    }

    private static final class InjectLiteral extends AnnotationLiteral<Inject> implements Inject {
        private static final long serialVersionUID = 1L;
    }

    <T> void adapt(@Observes ProcessAnnotatedType<T> type) {
        Class<T> bean = type.getAnnotatedType().getJavaClass();
        if (bean.isAnnotationPresent(Stateless.class) || bean.isAnnotationPresent(Singleton.class)) {
            type.configureAnnotatedType().add(new DoorLiteral());
        }
        type.configureAnnotatedType().filterFields(field -> field.isAnnotationPresent(PersistenceContext.class) || field.isAnnotationPresent(EJB.class)
                || field.isAnnotationPresent(Resource.class) && PROVIDED.contains(field.getJavaMember().getType()))
            .forEach(field -> field.add(new InjectLiteral())
                .remove(a -> a.annotationType() == PersistenceContext.class || a.annotationType() == EJB.class || a.annotationType() == Resource.class));
    }
}
