package app.entente.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody a row may be, found by name and by reference. */
final class Acquaintances {

    private final Map<String, List<KnownPerson>> byName = new HashMap<>();
    private final Map<String, List<KnownPerson>> byReference = new HashMap<>();

    void add(KnownPerson person) {
        person.names().forEach(name -> byName.computeIfAbsent(name, key -> new ArrayList<>()).add(person));
        if (person.fileReference() != null) {
            refer(person.fileReference(), person);
        }
    }

    /** A further reference of somebody: the one the other tool had. */
    void refer(String reference, KnownPerson person) {
        List<KnownPerson> named = byReference.computeIfAbsent(Words.plain(reference), key -> new ArrayList<>());
        if (!named.contains(person)) {
            named.add(person);
        }
    }

    /** The first who may be the same person (rule 4). */
    Optional<KnownPerson> twin(KnownPerson newcomer) {
        return newcomer.names().stream().flatMap(name -> byName.getOrDefault(name, List.of()).stream()).filter(newcomer::same).findFirst();
    }

    List<KnownPerson> referred(String reference) {
        return byReference.getOrDefault(Words.plain(reference), List.of());
    }

    /** Those of that name; with a birth date, those who were born then. */
    List<KnownPerson> named(String given, String family, LocalDate birth) {
        return byName.getOrDefault(Words.plain(given + " " + family), List.of()).stream()
            .filter(person -> birth == null || birth.equals(person.birthDate())).distinct().toList();
    }
}
