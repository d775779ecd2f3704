package app.entente.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule 3 of the package: a file for two people must not turn one meeting, receipt or agreement into two rows. */
class PrincipalTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "app", "entente");
    /** Queries that mean everybody a file is for, or only put the clients first. */
    private static final Map<String, String> MEAN_EVERYBODY = Map.of(
        "MeetingMails.java", "each of those expected has a mail of their own",
        "Meetings.java", "the clients come first among those who may be expected");
    private static final Pattern JOINED_BY_CAPACITY = Pattern.compile("(?<!(?:exists|in) \\(select [\\w.]{1,30} from )Participant (\\w+)(?:(?!exists)[\\s\\S]){0,400}?\\1\\.capacity = 'client'");

    @Test
    void no_other_feature_joins_participants_by_their_capacity() {
        assertThat(joining()).isEmpty();
    }

    @Test
    void a_query_that_did_would_be_found() {
        assertThat(JOINED_BY_CAPACITY.matcher("from Meeting m, Participant t where t.fileId = m.fileId and t.capacity = 'client'").find()).isTrue();
        assertThat(JOINED_BY_CAPACITY.matcher("where exists (select x from Participant x where x.capacity = 'client')").find()).isFalse();
    }

    private static List<String> joining() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(path -> path.toString().endsWith(".java") && !SOURCES.relativize(path).startsWith("file")
                    && !MEAN_EVERYBODY.containsKey(path.getFileName().toString()))
                .filter(path -> JOINED_BY_CAPACITY.matcher(read(path)).find()).map(Path::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
