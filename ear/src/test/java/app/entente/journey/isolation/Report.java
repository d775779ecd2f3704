package app.entente.journey.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Who asked for what, and what was wrong with the answers. */
final class Report {

    private final Map<String, Map<String, AtomicInteger>> requests = new ConcurrentSkipListMap<>();
    private final Set<String> opened = new ConcurrentSkipListSet<>();
    private final Set<String> findings = new ConcurrentSkipListSet<>();
    private final List<String> notes = new ArrayList<>();

    /** One request of that actor for that page, servlet or download. */
    void count(String what, Actor actor) {
        requests.computeIfAbsent(what, w -> new ConcurrentSkipListMap<>()).computeIfAbsent(actor.name(), a -> new AtomicInteger()).incrementAndGet();
    }

    /** Somebody whose page it is has got it. */
    void opened(String what) {
        opened.add(what);
    }

    boolean isOpened(String what) {
        return opened.contains(what);
    }

    void finding(String sentence) {
        findings.add(sentence);
    }

    synchronized void note(String sentence) {
        notes.add(sentence);
    }

    Set<String> findings() {
        return findings;
    }

    /** The table and what was found, for people to read. */
    String text() {
        Set<String> actors = new TreeSet<>();
        requests.values().forEach(row -> actors.addAll(row.keySet()));
        StringBuilder text = new StringBuilder("Isolation between workspaces: requests for each page, servlet and download, by who asked\n\n%-28s".formatted(""));
        actors.forEach(actor -> text.append("%12s".formatted(actor.equals("nobody signed in") ? "visitor" : actor)));
        text.append("%10s%10s%n".formatted("opened", "findings"));
        Map<String, Integer> sums = new TreeMap<>();
        int all = 0;
        for (Map.Entry<String, Map<String, AtomicInteger>> row : requests.entrySet()) {
            text.append("%-28s".formatted(row.getKey()));
            for (String actor : actors) {
                int count = row.getValue().getOrDefault(actor, new AtomicInteger()).get();
                sums.merge(actor, count, Integer::sum);
                all += count;
                text.append("%12d".formatted(count));
            }
            long wrong = findings.stream().filter(finding -> finding.startsWith(row.getKey() + ":")).count();
            text.append("%10s%10d%n".formatted(opened.contains(row.getKey()) ? "yes" : "no", wrong));
        }
        text.append("%-28s".formatted("all"));
        actors.forEach(actor -> text.append("%12d".formatted(sums.getOrDefault(actor, 0))));
        text.append("%n%n%d pages, servlets and downloads x %d roles, %d requests, %d findings%n".formatted(requests.size(), actors.size(), all, findings.size()));
        notes.forEach(note -> text.append(note).append('\n'));
        findings.forEach(finding -> text.append("FOUND ").append(finding).append('\n'));
        return text.toString();
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text());
    }
}
