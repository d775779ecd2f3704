package app.entente.archive;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which column holds which field (rule 2).
 *
 * @param columns place of the column of each field that is there, counted from zero
 */
record Mapping(Map<Field, Integer> columns) {

    /** What stands between cells and headers where they are kept. */
    static final String UNIT = "\u001F";

    /** The mapping that the headers suggest; each column is taken once. */
    static Mapping propose(String kind, List<String> headers) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        for (Field field : Field.of(kind)) {
            for (int i = 0; i < headers.size(); i++) {
                if (field.isNamed(headers.get(i)) && !columns.containsValue(i)) {
                    columns.put(field, i);
                    break;
                }
            }
        }
        return new Mapping(columns);
    }

    /** A mapping as it was kept; empty words are an empty mapping. */
    static Mapping of(String kept) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        Arrays.stream(kept.split(" ")).filter(pair -> !pair.isEmpty())
            .forEach(pair -> columns.put(Field.valueOf(pair.substring(0, pair.indexOf('='))), Integer.valueOf(pair.substring(pair.indexOf('=') + 1))));
        return new Mapping(columns);
    }

    /** What the headers are, whoever wrote them: the same for another file of the same tool. */
    static String key(List<String> headers) {
        String all = headers.stream().map(Words::plain).collect(Collectors.joining(UNIT));
        return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /**
     * Refuses a mapping that cannot work: {@code archive.mapping_twice} when a column is given twice, {@code archive.mapping_name} without both names of
     * clients, {@code archive.mapping_client} and {@code archive.mapping_day} without what tells a meeting's client and day,
     * {@code archive.mapping_receipt} without the number, the day and the amount of a receipt.
     */
    void check(String kind, int width) {
        if (new HashSet<>(columns.values()).size() < columns.size() && !onlyDayAndTimeShare() || columns.values().stream().anyMatch(i -> i < 0 || i >= width)) {
            throw new BusinessRuleViolation("archive.mapping_twice");
        }
        if ("clients".equals(kind)) {
            if (!has(Field.GIVEN_NAME) || !has(Field.FAMILY_NAME)) {
                throw new BusinessRuleViolation("archive.mapping_name");
            }
        } else if (!has(Field.CLIENT_REFERENCE) && !(has(Field.CLIENT_GIVEN_NAME) && has(Field.CLIENT_FAMILY_NAME))) {
            throw new BusinessRuleViolation("archive.mapping_client");
        } else if ("receipts".equals(kind)) {
            if (!has(Field.NUMBER) || !has(Field.ISSUED_ON) || !has(Field.AMOUNT)) {
                throw new BusinessRuleViolation("archive.mapping_receipt");
            }
        } else if (!has(Field.DAY)) {
            throw new BusinessRuleViolation("archive.mapping_day");
        }
    }

    /** A cell may hold day and time together. */
    private boolean onlyDayAndTimeShare() {
        Map<Field, Integer> others = new EnumMap<>(columns);
        others.remove(Field.TIME);
        return columns.get(Field.DAY) != null && columns.get(Field.DAY).equals(columns.get(Field.TIME))
            && new HashSet<>(others.values()).size() == others.size();
    }

    boolean has(Field field) {
        return columns.containsKey(field);
    }

    /** The cell of a field; empty when its column is not there. */
    String cell(Field field, List<String> cells) {
        Integer column = columns.get(field);
        return column == null || column >= cells.size() ? "" : cells.get(column);
    }

    /** As it is kept. */
    String words() {
        return columns.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining(" "));
    }
}
