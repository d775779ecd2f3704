package app.entente.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.ext.ContextResolver;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.JerseyClientBuilder;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.keycloak.admin.client.spi.ResteasyClientProvider;

/**
 * Lets Keycloak's admin client stand on the server's own Jersey. RESTEasy beside Jersey keeps an application from being deployed. Found by the
 * admin client as a Java service.
 */
public class JerseyProxies implements ResteasyClientProvider {

    private static final long CONNECT_SECONDS = 2;
    private static final long READ_SECONDS = 5;

    @Override
    public Client newRestEasyClient(Object mapper, SSLContext trust, boolean unchecked) {
        return client();
    }

    /** A client with short waits, which sends what is set and passes over what it does not know. */
    static Client client() {
        return new JerseyClientBuilder()
            .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
            .property(ClientProperties.SUPPRESS_HTTP_COMPLIANCE_VALIDATION, true)
            .register(JacksonFeature.withoutExceptionMappers())
            .register(new Mapping())
            .build();
    }

    @Override
    public <R> R targetProxy(WebTarget target, Class<R> type) {
        return WebResourceFactory.newResource(type, target);
    }

    /** How representations are read and written. */
    private static final class Mapping implements ContextResolver<ObjectMapper> {

        private final ObjectMapper mapper = JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

        @Override
        public ObjectMapper getContext(Class<?> type) {
            return mapper;
        }
    }
}
