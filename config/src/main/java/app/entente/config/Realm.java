package app.entente.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm as it is handed to Keycloak: the file of production, and in development the people of the demo with it. */
class Realm {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Realm() {
    }

    /**
     * The realm as JSON; its placeholders are filled in by Keycloak from its environment.
     *
     * @param demo         whether the demo's people come with it
     * @param secondFactor whether practitioners, assistants and the operator must prove a second factor; when false those roles
     *                     no longer imply it and the demo's people own none
     */
    static String json(boolean demo, boolean secondFactor) throws IOException {
        ObjectNode realm = read("entente-realm.json");
        if (demo) {
            ArrayNode users = realm.withArray("users");
            for (JsonNode user : read("entente-demo-users.json").withArray("users")) {
                if (!secondFactor) {
                    user.withArray("credentials").removeIf(credential -> credential.path("type").asString().equals("otp"));
                }
                users.add(user);
            }
        }
        if (!secondFactor) {
            for (JsonNode role : realm.withObject("roles").withArray("realm")) {
                ((ObjectNode) role).remove("composites");
                ((ObjectNode) role).put("composite", false);
            }
        }
        return realm.toString();
    }

    private static ObjectNode read(String name) throws IOException {
        try (InputStream in = Realm.class.getResourceAsStream("/keycloak/" + name)) {
            return (ObjectNode) JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
