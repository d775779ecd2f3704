package app.entente.journey.isolation;

import app.entente.journey.Installation;
import app.entente.document.Envelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies a whole workspace into a new one, whatever its tables are: every identifier gets one of its own, every text a mark, JSON stays JSON,
 * documents are opened and sealed again under the new workspace's key.
 */
final class Copy {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Work a timer would do in a copy: it is done there. */
    private static final Map<String, String> DONE = Map.of("mail.queued", "sent", "outbox_command.waiting", "done");

    private final Connection superuser;
    private final Catalogue catalogue;
    private final Marks marks;
    private final char letter;
    private final UUID from;
    private final UUID to;
    private final Map<String, String> ids = new HashMap<>();
    private final Envelope envelope = new Envelope(Installation.stack().secret("entente.storage.master-key"));

    Copy(Connection superuser, Catalogue catalogue, Marks marks, char letter, UUID from, UUID to, Map<UUID, UUID> accounts) {
        this.superuser = superuser;
        this.catalogue = catalogue;
        this.marks = marks;
        this.letter = letter;
        this.from = from;
        this.to = to;
        ids.put(from.toString(), to.toString());
        accounts.forEach((theirs, ours) -> ids.put(theirs.toString(), ours.toString()));
    }

    /** Writes the copy and answers its rows by table. */
    Map<String, List<Map<String, String>>> write(String slug) throws SQLException {
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        for (Catalogue.Table table : catalogue.tables().values()) {
            rows.put(table.name(), read(table));
        }
        rows.values().forEach(all -> all.forEach(row -> ids.put(row.get("id"), UUID.nameUUIDFromBytes((to + row.get("id")).getBytes(StandardCharsets.UTF_8)).toString())));
        Map<String, byte[]> documents = opened(rows);
        rows.forEach((table, all) -> all.forEach(row -> adapt(catalogue.tables().get(table), row)));
        sealed(rows, documents);
        superuser.setAutoCommit(false);
        Catalogue.each(superuser, "select set_config('session_replication_role', 'replica', true)", row -> { });
        workspace(slug);
        for (Catalogue.Table table : catalogue.tables().values()) {
            for (Map<String, String> row : rows.get(table.name())) {
                insert(superuser, table.name(), row);
            }
        }
        superuser.commit();
        superuser.setAutoCommit(true);
        return rows;
    }

    static void insert(Connection connection, String table, Map<String, String> row) throws SQLException {
        String names = row.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " (" + names + ") values (" + "?, ".repeat(row.size() - 1) + "?)")) {
            int at = 1;
            for (String value : row.values()) {
                insert.setString(at++, value);
            }
            insert.executeUpdate();
        }
    }

    private void workspace(String slug) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        Catalogue.each(superuser, "select * from workspace where id = '" + from + "'", found -> {
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                row.put(found.getMetaData().getColumnName(i), found.getString(i));
            }
        });
        row.put("id", to.toString());
        row.put("slug", slug);
        row.put("name", "Twin " + marks.plant(letter, "workspace", "name", to.toString()));
        insert(superuser, "workspace", row);
    }

    private List<Map<String, String>> read(Catalogue.Table table) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        Catalogue.each(superuser, "select * from " + table.name() + " where tenant_id = '" + from + "' order by id", found -> {
            Map<String, String> row = new LinkedHashMap<>();
            for (Catalogue.Column column : table.columns()) {
                if (!column.made()) {
                    row.put(column.name(), found.getString(column.name()));
                }
            }
            rows.add(row);
        });
        return rows;
    }

    private void adapt(Catalogue.Table table, Map<String, String> row) {
        String id = ids.get(row.get("id"));
        for (Catalogue.Column column : table.columns()) {
            String value = row.get(column.name());
            if (value == null) {
                continue;
            }
            String mapped = column.type().equals("bytea") ? value : ID.matcher(value).replaceAll(match -> ids.getOrDefault(match.group(), match.group()));
            if (column.text() && DIGEST.matcher(mapped).matches()) {
                // A digest that two workspaces share would let the public check find the other one.
                mapped = UUID.nameUUIDFromBytes((to + mapped).getBytes(StandardCharsets.UTF_8)).toString().replace("-", "").repeat(2);
            } else if (column.free()) {
                mapped = marked(mapped, table.name(), column.name(), id);
            }
            row.put(column.name(), DONE.getOrDefault(table.name() + "." + mapped, mapped));
        }
    }

    private String marked(String text, String table, String column, String id) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                JsonNode tree = JSON.readTree(text);
                mark(tree, table, column, id);
                return tree.toString();
            } catch (tools.jackson.core.JacksonException e) {
                return marks.in(text, letter, table, column, id);
            }
        }
        return marks.in(text, letter, table, column, id);
    }

    private void mark(JsonNode tree, String table, String column, String id) {
        if (tree instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                if (object.get(name).isString()) {
                    object.put(name, marks.in(object.get(name).asString(), letter, table, column, id));
                } else {
                    mark(object.get(name), table, column, id);
                }
            }
        } else if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isString()) {
                    array.set(i, JSON.getNodeFactory().stringNode(marks.in(array.get(i).asString(), letter, table, column, id)));
                } else {
                    mark(array.get(i), table, column, id);
                }
            }
        }
    }

    private Map<String, byte[]> opened(Map<String, List<Map<String, String>>> rows) {
        Map<String, byte[]> keys = new HashMap<>();
        rows.getOrDefault("tenant_key", List.of()).forEach(row -> keys.put(row.get("id"), bytes(row.get("wrapped"))));
        Map<String, byte[]> documents = new HashMap<>();
        rows.getOrDefault("stored_document", List.of()).forEach(row -> documents.put(ids.get(row.get("id")),
            envelope.decrypt(from, UUID.fromString(row.get("key_id")), keys.get(row.get("key_id")), UUID.fromString(row.get("id")),
                bytes(row.get("wrapped_key")), bytes(row.get("content")))));
        return documents;
    }

    private void sealed(Map<String, List<Map<String, String>>> rows, Map<String, byte[]> documents) {
        Map<String, byte[]> keys = new HashMap<>();
        for (Map<String, String> row : rows.getOrDefault("tenant_key", List.of())) {
            keys.put(row.get("id"), envelope.newTenantKey(to, UUID.fromString(row.get("id"))));
            row.put("wrapped", hex(keys.get(row.get("id"))));
        }
        for (Map<String, String> row : rows.getOrDefault("stored_document", List.of())) {
            byte[] bytes = marked(documents.get(row.get("id")), row);
            Envelope.Encrypted encrypted = envelope.encrypt(to, UUID.fromString(row.get("key_id")), keys.get(row.get("key_id")), UUID.fromString(row.get("id")), bytes);
            row.put("wrapped_key", hex(encrypted.wrappedKey()));
            row.put("content", hex(encrypted.content()));
            row.put("sha256", hex(encrypted.sha256().bytes()));
            row.put("cipher_sha256", hex(encrypted.cipherSha256().bytes()));
            row.put("size_bytes", String.valueOf(bytes.length));
        }
    }

    /** A PDF becomes a small one that holds a mark; what is text is marked as any text. */
    private byte[] marked(byte[] bytes, Map<String, String> row) {
        String type = row.get("media_type");
        if (type.equals("application/pdf")) {
            return pdf(marks.plant(letter, "stored_document", "content", row.get("id")));
        }
        return type.startsWith("text/") || type.contains("json")
            ? marked(new String(bytes, StandardCharsets.UTF_8), "stored_document", "content", row.get("id")).getBytes(StandardCharsets.UTF_8) : bytes;
    }

    static byte[] pdf(String words) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                text.newLineAtOffset(72, 700);
                text.showText(words);
                text.endText();
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.substring(2));
    }

    private static String hex(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }
}
