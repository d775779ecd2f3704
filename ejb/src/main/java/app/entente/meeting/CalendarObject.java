package app.entente.meeting;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Meetings as calendar programs read them (RFC 5545, RFC 5546). Times are in UTC, so that no zone has to be explained; a meeting has one UID for
 * ever and a SEQUENCE that grows with what is told of it.
 */
final class CalendarObject {

    private static final String PRODUCT = "-//Entente//Entente//FR";

    private final String host;
    private final String sender;
    private final Instant now;

    /**
     * A writer.
     *
     * @param host the installation's name, behind each UID
     * @param sender the address that mails come from
     * @param now when it is written, UTC
     */
    CalendarObject(String host, String sender, Instant now) {
        this.host = host;
        this.sender = sender;
        this.now = now;
    }

    /**
     * A meeting to tell about.
     *
     * @param minutes length
     * @param sequence how many times what is told has changed
     * @param cancelled whether it will not take place
     * @param summary its title
     * @param description more words; may be empty
     * @param location where; may be empty
     * @param url an address to open; may be null
     */
    record Entry(UUID id, Instant start, int minutes, int sequence, boolean cancelled, String summary, String description, String location, String url) {
    }

    /** Meetings for somebody to take into a calendar: one object with the method PUBLISH. */
    String publish(List<Entry> entries) {
        Calendar calendar = calendar(Method.VALUE_PUBLISH);
        entries.forEach(entry -> calendar.add(event(entry, true)));
        return text(calendar);
    }

    /** Meetings that will not take place: an object with the method CANCEL for each, since such an object speaks of one meeting only (RFC 5546, 3.2.5). */
    String cancel(List<Entry> entries) {
        return entries.stream().map(entry -> {
            Calendar calendar = calendar(Method.VALUE_CANCEL);
            calendar.add(event(entry, true));
            return text(calendar);
        }).collect(Collectors.joining());
    }

    /** Meetings of a feed: no method and no sender. */
    String feed(List<Entry> entries) {
        Calendar calendar = calendar(null);
        entries.forEach(entry -> calendar.add(event(entry, false)));
        return text(calendar);
    }

    /** The object as it travels: lines folded at 75 bytes, ended by CRLF. */
    private static String text(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Calendar calendar(String method) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        if (method != null) {
            calendar.add(new Method(method));
        }
        return calendar;
    }

    private VEvent event(Entry entry, boolean sent) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.id() + "@" + host));
        event.add(new DtStamp(now));
        event.add(new LastModified(now));
        event.add(new DtStart<>(entry.start()));
        event.add(new DtEnd<>(entry.start().plusSeconds(entry.minutes() * 60L)));
        event.add(new Sequence(entry.sequence()));
        event.add(new Status(entry.cancelled() ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        event.add(new Clazz(Clazz.VALUE_PRIVATE));
        event.add(new Summary(entry.summary()));
        if (!entry.description().isEmpty()) {
            event.add(new Description(entry.description()));
        }
        if (!entry.location().isEmpty()) {
            event.add(new Location(entry.location()));
        }
        if (entry.url() != null) {
            event.add(new Url(URI.create(entry.url())));
        }
        if (sent) {
            event.add(new Organizer(URI.create("mailto:" + sender)));
        }
        return event;
    }
}
