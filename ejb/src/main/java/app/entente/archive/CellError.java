package app.entente.archive;

import java.util.List;

/**
 * Why a row cannot be taken over.
 *
 * @param line number of the row in the file, the headers being the first
 * @param field the field it is about; null when it is about the row
 * @param code key of the sentence
 * @param value what the cell says; may be empty
 * @param arguments what the sentence needs
 */
public record CellError(int line, Field field, String code, String value, List<Object> arguments) {

    static CellError of(int line, Field field, String code, String value) {
        return new CellError(line, field, code, value, List.of());
    }
}
