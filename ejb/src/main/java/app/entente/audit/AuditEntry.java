package app.entente.audit;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An entry before it is in the chain.
 *
 * @param kind what happened, such as {@code file.opened}
 * @param reading whether it changed nothing, so that the same one within a minute may be left out
 * @param actor account of who did it; null for a visitor and for work that nobody asked for
 * @param role in which role: {@code practitioner}, {@code client} …, {@code visitor} or {@code system}
 * @param subject the thing; null when it has no identifier
 * @param file the client file it is about; null when the database has to look it up
 * @param person the person it is about; null likewise
 * @param detail from where; bound to the chain by a commitment alone
 */
record AuditEntry(String kind, boolean reading, UUID actor, String role, UUID subject, UUID file, UUID person, Map<String, String> detail) {

    /** Looked for once: the shorter way through {@code Json} looks through all archives for each object, which was a twentieth of a page. */
    static final JsonProvider JSON = JsonProvider.provider();

    /** As the database's function reads it. */
    JsonObject json() {
        JsonObjectBuilder more = JSON.createObjectBuilder();
        new TreeMap<>(detail).forEach(more::add);
        JsonObjectBuilder json = JSON.createObjectBuilder().add("kind", kind).add("reading", reading).add("role", role)
            .add("detail", more.build().toString());
        add(json, "actor", actor);
        add(json, "subject", subject);
        add(json, "file", file);
        add(json, "person", person);
        return json.build();
    }

    /** Whether both say the same of the same thing. */
    boolean repeats(AuditEntry other) {
        return reading && kind.equals(other.kind) && role.equals(other.role) && Objects.equals(actor, other.actor)
            && Objects.equals(subject, other.subject);
    }

    private static void add(JsonObjectBuilder json, String name, UUID id) {
        if (id != null) {
            json.add(name, id.toString());
        }
    }
}
