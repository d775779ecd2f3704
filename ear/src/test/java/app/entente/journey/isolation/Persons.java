package app.entente.journey.isolation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom each row of a workspace is about: the people its keys lead to, a file standing for those who take part in it. Rows about nobody are everybody's. */
final class Persons {

    private final Map<String, Set<String>> about = new HashMap<>();
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, Map<String, String>> rows = new HashMap<>();
    private final Map<String, Set<String>> inFile = new HashMap<>();
    private final Catalogue catalogue;

    Persons(Catalogue catalogue, Map<String, List<Map<String, String>>> all) {
        this.catalogue = catalogue;
        all.forEach((table, found) -> found.forEach(row -> {
            tables.put(row.get("id"), table);
            rows.put(row.get("id"), row);
        }));
        all.getOrDefault("participant", List.of()).forEach(row -> inFile.computeIfAbsent(row.get("file_id"), f -> new HashSet<>()).add(row.get("person_id")));
        // A signing says whose it is by its parties, which point to it.
        all.getOrDefault("signing_party", List.of()).stream().filter(row -> row.get("person_id") != null)
            .forEach(row -> inFile.computeIfAbsent(row.get("signing_id"), f -> new HashSet<>()).add(row.get("person_id")));
    }

    /** Whether a row is about people and not about that one. */
    boolean isOfOthers(String row, String person) {
        Set<String> people = about(row);
        return !people.isEmpty() && !people.contains(person);
    }

    private Set<String> about(String id) {
        Set<String> known = about.get(id);
        if (known != null) {
            return known;
        }
        Set<String> people = new HashSet<>();
        about.put(id, people);
        String table = tables.get(id);
        if (table == null) {
            return people;
        }
        people.addAll(inFile.getOrDefault(id, Set.of()));
        if (table.equals("person")) {
            people.add(id);
        } else if (people.isEmpty()) {
            Map<String, String> row = rows.get(id);
            if (row.get("person_id") != null) {
                people.add(row.get("person_id"));
            } else {
                for (String column : catalogue.tables().get(table).links().keySet()) {
                    if (row.get(column) != null) {
                        people.addAll(about(row.get(column)));
                    }
                }
            }
        }
        return people;
    }
}
