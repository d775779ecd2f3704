package app.entente.journey.isolation;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the people of A do before the crawl, by the application's own forms, so that there are agreements, documents, receipts and an invitation to look for. */
final class Work {

    private static final String A = "/w/" + Twins.A;
    private static final String PORTAL = "/c/" + Twins.A;

    private final Twins twins;
    private final Visitor owner;

    Work(Twins twins) {
        this.twins = twins;
        owner = twins.actor("owner").visitor();
    }

    void fill() throws SQLException {
        String export = export();
        Map<String, String> files = files();
        String first = files.get("client");
        sign(agree(first));
        receipts(first, 2);
        note(first);
        String second = files.get("second");
        send(agree(second));
        receipts(second, 1);
        agree(first);
        // One that its client has signed and that waits for the practice.
        sign("client", PORTAL + "/sign?id=" + send(agree(first)));
        addenda();
        book(first);
        invite();
        bring();
        preview(bring());
        finished(export);
    }

    /** The file of each client with a portal, by the name of the actor. */
    private Map<String, String> files() throws SQLException {
        Map<String, String> files = new HashMap<>();
        Catalogue.each(twins.superuser(), """
            select t.file_id, coalesce(a.email::text, '') from participant t left join portal_access p on p.tenant_id = t.tenant_id and p.person_id = t.person_id
              left join account a on a.id = p.account_id where t.capacity = 'client' and t.tenant_id = '%s' order by t.file_id""".formatted(twins.workspace(Twins.A)),
            row -> files.putIfAbsent(row.getString(2).replaceFirst("-.*", ""), row.getString(1)));
        return files;
    }

    /** A filled draft; answers its identifier. */
    private String agree(String file) {
        Reply prepare = owner.follow(send(A + "/file/show?id=" + file, "agreement", Map.of()));
        Form form = Form.named(prepare, "prepare");
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, String> kind : form.kinds().entrySet()) {
            String name = kind.getKey();
            if (name.equals("prepare:service")) {
                values.put(name, form.choices().get(name).stream().filter(c -> !c.isEmpty()).skip(1).findFirst().orElseThrow());
            } else if (name.startsWith("prepare:v_") && form.value(name).isBlank() && List.of("text", "textarea", "date").contains(kind.getValue())) {
                values.put(name, kind.getValue().equals("date") ? LocalDate.now().plusDays(10).toString() : "Texte " + twins.marks().plant('a', "agreement_value", "value", "?"));
            }
        }
        Reply preview = owner.follow(send(prepare, "prepare", values));
        if (!preview.asked().contains("/agreement/preview")) {
            throw new AssertionError("the draft was not kept: " + preview.page().select(".error, .notice").text());
        }
        return parameter(preview.asked(), "id");
    }

    private String send(String agreement) {
        owner.follow(send(A + "/agreement/preview?id=" + agreement, "send", Map.of()));
        Reply shown = owner.get(A + "/agreement/show?id=" + agreement);
        return shown.page().select("a[href*=/download/fr/], a[href*=/download/en/]").attr("href").replaceAll(".*/", "");
    }

    private void sign(String agreement) throws SQLException {
        String signing = send(agreement);
        sign("client", PORTAL + "/sign?id=" + signing);
        sign("owner", A + "/agreement/sign?id=" + signing);
        List<String> status = new ArrayList<>();
        Catalogue.each(twins.superuser(), "select status from signing where id = '" + signing + "'", row -> status.add(row.getString(1)));
        if (!List.of("sealed").equals(status)) {
            throw new AssertionError("the agreement is not sealed: " + status);
        }
    }

    private void sign(String who, String page) {
        Visitor visitor = twins.actor(who).visitor();
        Reply reply = visitor.get(page);
        Form form = Form.named(reply, "sign");
        for (Map.Entry<String, String> kind : form.kinds().entrySet()) {
            if (kind.getValue().equals("checkbox")) {
                form = form.with(kind.getKey(), "on");
            }
        }
        String label = reply.page().select("label[for=sign:typedName]").text();
        String name = label.contains("«") ? label.replaceAll(".*«\\s*|\\s*».*", "") : label;
        String typed = form.kinds().containsKey("sign:typedName") ? name : "";
        Reply asked = visitor.follow(form.with("sign:typedName", typed).send(visitor, form.button()));
        twins.proves(who, asked);
    }

    private void receipts(String file, int many) throws SQLException {
        List<String> meetings = new ArrayList<>();
        Catalogue.each(twins.superuser(), "select m.id from meeting m join service s on s.tenant_id = m.tenant_id and s.id = m.service_id where m.file_id = '" + file
            + "' and m.status = 'held' and s.price_minor > 0 and not exists (select 1 from receipt_line l where l.tenant_id = m.tenant_id and l.meeting_id = m.id) "
            + "order by m.starts_at limit " + many, row -> meetings.add(row.getString(1)));
        for (String meeting : meetings) {
            Form form = Form.named(owner.get(A + "/receipt/issue?meeting=" + meeting), "receipt");
            Map<String, String> values = new HashMap<>();
            form.choices().forEach((name, words) -> values.put(name, words.get(0)));
            Reply issued = send(A + "/receipt/issue?meeting=" + meeting, "receipt", values);
            if (!issued.header("Location").contains("/receipt/show")) {
                throw new AssertionError("no receipt: " + issued.brief() + issued.page().select(".error, .notice").text());
            }
            send(owner.follow(issued), "copy", Map.of("copy:copyReason", "Perdu " + twins.marks().plant('a', "receipt_copy", "reason", "?")));
        }
    }

    /** A meeting ahead, whatever the day and whatever became of those that the demonstration had ahead. */
    private void book(String file) {
        Reply asked = send(A + "/meeting/record?file=" + file, "meeting", Map.of("meeting:date", LocalDate.now().plusDays(40).toString(), "meeting:time", "10:00"));
        Reply booked = asked.status() == 200 ? send(asked, "meeting", Map.of()) : asked;
        if (!booked.header("Location").contains("/meeting/show")) {
            throw new AssertionError("no meeting: " + booked.brief() + booked.page().select(".error, .notice").text());
        }
    }

    /** A note that is begun and not signed. */
    private void note(String file) {
        send(A + "/note/list?file=" + file, "begin", Map.of());
    }

    /** Something added to the last signed note of each file; it is sealed at once. */
    private void addenda() throws SQLException {
        List<String> notes = new ArrayList<>();
        Catalogue.each(twins.superuser(), "select distinct on (file_id) id from entry where tenant_id = '" + twins.workspace(Twins.A)
            + "' and signed_at is not null and kind = 'note' order by file_id, signed_at desc", row -> notes.add(row.getString(1)));
        for (String note : notes) {
            Reply shown = owner.follow(send(A + "/note/show?id=" + note, "add", Map.of("add:addendum", "Précision " + twins.marks().plant('a', "addendum", "text", "?"))));
            if (shown.page().select("a[href*=/download/addendum/]").isEmpty()) {
                throw new AssertionError("the addendum is not sealed: " + shown.brief() + shown.page().select(".error, .notice").text());
            }
        }
    }

    /** The journal of this year, asked for and made by a timer; answers the page on which it waits. */
    private String export() {
        String page = A + "/payment/export";
        Map<String, String> values = new HashMap<>();
        Form.named(owner.get(page), "export").choices().forEach((name, words) -> values.put(name, words.get(0)));
        values.put("export:first", LocalDate.now().withDayOfYear(1).toString());
        values.put("export:last", LocalDate.now().toString());
        send(page, "export", values);
        return page;
    }

    private void finished(String export) {
        Instant end = Instant.now().plusSeconds(90);
        while (owner.get(export).page().select("a[href*=/download/export/]").isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("no export was made: " + owner.get(export).page().select("main").text());
            }
        }
    }

    /** The list of people is read, and what it would bring is shown. */
    private void preview(String mapping) {
        Reply shown = owner.follow(send(mapping, "mapping", Map.of()));
        if (!shown.asked().contains("/archive/preview")) {
            throw new AssertionError("the list is not shown: " + shown.brief() + shown.page().select(".error, .notice").text());
        }
    }

    /** A list of people from elsewhere, with nothing done yet; answers the page that asks what its columns are. */
    private String bring() {
        Form form = Form.named(owner.get(A + "/archive/import"), "upload").with("upload:kind", "clients");
        String people = "Prénom;Nom;Courriel\nAda " + twins.marks().plant('a', "import_file", "content", "?") + ";Example;ada@isolation.example\n";
        Reply taken = owner.upload(form.action(), form.pressed(form.button()), "upload:file", "people.csv", people.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (!taken.header("Location").contains("/archive/mapping")) {
            throw new AssertionError("the list was not taken: " + taken.brief() + taken.page().select(".error, .notice").text());
        }
        return A + taken.header("Location").replaceFirst(".*(?=/archive/mapping)", "");
    }

    /** Somebody who has no portal yet and may be written to. */
    private void invite() throws SQLException {
        List<String> files = new ArrayList<>();
        Catalogue.each(twins.superuser(), """
            select t.file_id from participant t where t.tenant_id = '%s' and not exists (select from portal_access p where p.tenant_id = t.tenant_id and p.person_id = t.person_id)
             order by t.file_id""".formatted(twins.workspace(Twins.A)), row -> files.add(row.getString(1)));
        for (String file : files) {
            Reply page = owner.get(A + "/file/show?id=" + file);
            if (Form.of(page).stream().anyMatch(form -> form.id().equals("invite"))) {
                send(page, "invite", Map.of("invite:fact", "word", "invite:word", "tilleul"));
                return;
            }
        }
        throw new AssertionError("nobody can be invited from any file of " + A);
    }

    private Reply send(String page, String form, Map<String, String> values) {
        return send(owner.get(page), form, values);
    }

    private Reply send(Reply page, String name, Map<String, String> values) {
        Form form = Form.named(page, name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            form = form.with(value.getKey(), value.getValue());
        }
        return form.send(owner, form.button());
    }

    private static String parameter(String address, String name) {
        return address.replaceFirst(".*[?&]" + name + "=", "").replaceFirst("&.*", "");
    }
}
