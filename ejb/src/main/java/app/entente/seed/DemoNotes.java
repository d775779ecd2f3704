package app.entente.seed;

import app.entente.meeting.Meeting;
import app.entente.note.Entry;
import app.entente.note.EntryContent;
import app.entente.note.FirstNote;
import app.entente.note.Said;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The notes of a demo practice's meetings, as the seed has them beside each meeting. */
final class DemoNotes {

    private DemoNotes() {
    }

    /**
     * The notes of those meetings that have one.
     *
     * @param calendar the practice's meetings, client by client as in the seed
     * @param clients the client of each file
     */
    static List<FirstNote> of(String slug, List<Meeting> calendar, Map<UUID, UUID> clients, UUID account) {
        JsonObject practice = SeedFile.objects(SeedFile.read("demo.json"), "practices").stream().filter(p -> slug.equals(p.getString("slug"))).findFirst().orElseThrow();
        JsonObject owner = practice.getJsonObject("owner");
        Entry.Author author = new Entry.Author(account, owner.getString("givenName") + " " + owner.getString("familyName"));
        List<JsonObject> planned = SeedFile.objects(practice, "clients").stream().flatMap(client -> SeedFile.objects(client, "meetings").stream()).toList();
        List<FirstNote> notes = new ArrayList<>();
        for (int i = 0; i < Math.min(planned.size(), calendar.size()); i++) {
            JsonObject note = planned.get(i).getJsonObject("note");
            if (note != null && calendar.get(i).isHeld()) {
                notes.add(new FirstNote(calendar.get(i), author, content(note, clients.get(calendar.get(i).getFileId()))));
            }
        }
        return notes;
    }

    private static EntryContent content(JsonObject note, UUID client) {
        List<Said> said = note.containsKey("said") ? List.of(new Said(SeedFile.text(note, "said", "fr").getFr(), client, "individual", Said.SHARED)) : List.of();
        return new EntryContent(Map.of("present", client.toString(), "analysis", SeedFile.text(note, "text", "fr").getFr()), said);
    }
}
