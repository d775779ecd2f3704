package app.entente.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.meeting.CalendarObject.Entry;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** Calendar objects, read back by the library that every program of its kind is measured by (rules 11 and 12). */
class CalendarObjectTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant START = Instant.parse("2026-12-08T19:00:00Z");
    private static final UUID ID = UUID.fromString("0193a000-0000-7000-8000-000000000001");
    private static final CalendarObject WRITER = new CalendarObject("entente.example", "entente@demo.example", NOW);

    @Test
    void a_meeting_is_published_whole_and_in_utc() throws Exception {
        Calendar calendar = read(WRITER.publish(List.of(entry(0, false))));
        calendar.validate();
        VEvent event = (VEvent) calendar.getComponents().get(0);
        assertThat(value(calendar, "METHOD")).isEqualTo("PUBLISH");
        assertThat(value(event, "UID")).isEqualTo(ID + "@entente.example");
        assertThat(value(event, "DTSTART")).isEqualTo("20261208T190000Z");
        assertThat(value(event, "DTEND")).isEqualTo("20261208T194500Z");
        assertThat(value(event, "SEQUENCE")).isEqualTo("0");
        assertThat(value(event, "CLASS")).isEqualTo("PRIVATE");
        assertThat(value(event, "SUMMARY")).isEqualTo("Rendez-vous");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:entente@demo.example");
        assertThat(calendar.toString()).doesNotContain("ATTENDEE").doesNotContain("LOCATION");
    }

    @Test
    void a_change_keeps_the_identifier_and_counts_on() throws Exception {
        VEvent before = (VEvent) read(WRITER.publish(List.of(entry(0, false)))).getComponents().get(0);
        VEvent after = (VEvent) read(WRITER.publish(List.of(entry(1, false)))).getComponents().get(0);
        assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
        assertThat(value(after, "SEQUENCE")).isEqualTo("1");
    }

    @Test
    void each_cancelled_meeting_is_an_object_of_its_own() throws Exception {
        Entry other = new Entry(UUID.randomUUID(), START.plusSeconds(604_800), 45, 1, true, "Rendez-vous", "", "", null);
        String text = WRITER.cancel(List.of(entry(1, true), other));
        List<String> objects = Pattern.compile("(?s)BEGIN:VCALENDAR.*?END:VCALENDAR\r?\n").matcher(text).results().map(r -> r.group()).toList();
        assertThat(objects).hasSize(2);
        for (String object : objects) {
            Calendar calendar = read(object);
            calendar.validate();
            assertThat(value(calendar, "METHOD")).isEqualTo("CANCEL");
            assertThat(calendar.getComponents()).hasSize(1);
            assertThat(value((VEvent) calendar.getComponents().get(0), "STATUS")).isEqualTo("CANCELLED");
        }
    }

    @Test
    void a_feed_has_no_method_and_no_sender() throws Exception {
        Calendar calendar = read(WRITER.feed(List.of(entry(0, false))));
        calendar.validate();
        assertThat(calendar.getProperty("METHOD")).isEmpty();
        assertThat(calendar.toString()).doesNotContain("ORGANIZER").doesNotContain("mailto");
    }

    @Test
    void an_empty_feed_is_a_calendar_all_the_same() throws Exception {
        assertThat(read(WRITER.feed(List.of())).getComponents()).isEmpty();
    }

    @Test
    void lines_are_folded_and_words_escaped() throws Exception {
        String long_ = "Séance, à domicile; «chez soi» ".repeat(8).strip();
        String text = WRITER.publish(List.of(new Entry(ID, START, 45, 0, false, long_, "", "8, allée de l’Exemple", null)));
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length).isLessThanOrEqualTo(150));
        assertThat(value((VEvent) read(text).getComponents().get(0), "SUMMARY")).isEqualTo(long_);
        assertThat(text).contains("\r\n");
    }

    static Calendar read(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    static String value(net.fortuna.ical4j.model.PropertyContainer in, String name) {
        return in.<Property>getProperty(name).map(Property::getValue).orElse(null);
    }

    private static Entry entry(int sequence, boolean cancelled) {
        return new Entry(ID, START, 45, sequence, cancelled, "Rendez-vous", "Les détails sont dans votre espace\u00A0: http://localhost/c/x/meetings", "",
            "http://localhost/c/x/meetings");
    }
}
