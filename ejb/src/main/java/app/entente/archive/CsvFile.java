package app.entente.archive;

import app.entente.kernel.BusinessRuleViolation;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as it was read (rule 1).
 *
 * @param encoding the charset it was written in
 * @param separator what stands between its cells
 * @param rows the rows below the headers, each with as many cells as there are headers; empty ones are left out
 */
record CsvFile(String encoding, char separator, List<String> headers, List<Line> rows) {

    /** The greatest size, bytes. */
    static final int MOST_BYTES = 5_000_000;
    /** The greatest number of rows. */
    static final int MOST_ROWS = 10_000;

    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_CELL = 2_000;
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

    /**
     * A row.
     *
     * @param number of the record in the file, the headers being the first
     */
    record Line(int number, List<String> cells) {
    }

    /**
     * Reads a file. Refused with {@code archive.empty}, {@code archive.too_large}, {@code archive.not_a_table} (not text, a broken quotation, or a single
     * column), {@code archive.too_many} or {@code archive.no_rows}.
     */
    static CsvFile read(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            throw new BusinessRuleViolation("archive.empty");
        }
        if (bytes.length > MOST_BYTES) {
            throw new BusinessRuleViolation("archive.too_large");
        }
        Charset charset = charset(bytes);
        String text = charset.decode(ByteBuffer.wrap(bytes)).toString();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
            throw new BusinessRuleViolation("archive.not_a_table");
        }
        char separator = separator(text);
        List<CSVRecord> records = records(text, separator);
        if (records.isEmpty() || records.get(0).size() < 2 || records.get(0).size() > MOST_COLUMNS) {
            throw new BusinessRuleViolation("archive.not_a_table");
        }
        List<String> headers = records.get(0).stream().map(CsvFile::cell).toList();
        List<Line> rows = records.stream().skip(1).map(record -> line(record, headers.size()))
            .filter(line -> line.cells().stream().anyMatch(cell -> !cell.isEmpty())).toList();
        if (rows.isEmpty()) {
            throw new BusinessRuleViolation("archive.no_rows");
        }
        if (rows.size() > MOST_ROWS) {
            throw new BusinessRuleViolation("archive.too_many", MOST_ROWS);
        }
        return new CsvFile(charset.name(), separator, headers, rows);
    }

    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252");
        }
    }

    /** The one that cuts the first rows into the most cells, as many in each. */
    private static char separator(String text) {
        char best = ';';
        int most = 0;
        for (char candidate : SEPARATORS) {
            int worth = worth(text, candidate);
            if (worth > most) {
                best = candidate;
                most = worth;
            }
        }
        return best;
    }

    private static int worth(String text, char candidate) {
        try (CSVParser parser = format(candidate).parse(new StringReader(text))) {
            int width = 0;
            int alike = 0;
            for (CSVRecord record : parser) {
                if (width == 0) {
                    width = record.size();
                }
                alike += record.size() == width ? 1 : 0;
                if (record.getRecordNumber() == 20) {
                    break;
                }
            }
            return width < 2 ? 0 : width * 100 + alike;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return 0;
        }
    }

    private static List<CSVRecord> records(String text, char separator) {
        try (CSVParser parser = format(separator).parse(new StringReader(text))) {
            List<CSVRecord> records = new ArrayList<>();
            for (CSVRecord record : parser) {
                records.add(record);
                if (records.size() > 2 * MOST_ROWS) {
                    throw new BusinessRuleViolation("archive.too_many", MOST_ROWS);
                }
            }
            return records;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new BusinessRuleViolation("archive.not_a_table");
        }
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
    }

    private static Line line(CSVRecord record, int width) {
        String[] cells = new String[width];
        Arrays.setAll(cells, i -> i < record.size() ? cell(record.get(i)) : "");
        return new Line((int) record.getRecordNumber(), List.of(cells));
    }

    private static String cell(String raw) {
        String words = raw.replace('\u001F', ' ').strip();
        return words.substring(0, Math.min(LONGEST_CELL, words.length()));
    }
}
