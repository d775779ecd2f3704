package app.entente.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
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
     * The realm; its placeholders are filled in by Keycloak from its environment.
     *
     * @param demo         whether the demo's people come with it
     * @param secondFactor whether practitioners, assistants and the operator must prove a second factor; when false those roles
     *                     no longer imply it and the demo's people own none
     */
    static ObjectNode of(boolean demo, boolean secondFactor) throws IOException {
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
        return realm;
    }

    /**
     * The realm together with the accounts of an earlier export, but for those that the realm brings itself.
     *
     * @param exported a folder with {@code entente-users-<n>.json}
     */
    static ObjectNode withAccounts(ObjectNode realm, Path exported) throws IOException {
        ObjectNode all = realm.deepCopy();
        ArrayNode users = all.withArray("users");
        Set<String> known = new HashSet<>();
        users.forEach(user -> known.add(user.path("username").asString()));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(exported, "entente-users-*.json")) {
            for (Path file : files) {
                for (JsonNode user : JSON.readTree(Files.readString(file)).path("users")) {
                    if (known.add(user.path("username").asString())) {
                        users.add(user);
                    }
                }
            }
        }
        return all;
    }

    private static ObjectNode read(String name) throws IOException {
        try (InputStream in = Realm.class.getResourceAsStream("/keycloak/" + name)) {
            return (ObjectNode) JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
