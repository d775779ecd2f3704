package app.entente.journey.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.journey.Installation;
import app.entente.journey.isolation.Visitor.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What somebody else's page cannot make a browser do here, and what the application tells browsers so that it cannot. */
class CrossSiteJourney {

    private static final Map<String, String> ELSEWHERE = Map.of("Origin", "https://elsewhere.example");

    private final Visitor owner = twins().actor("owner").visitor();
    private final Reply page = owner.get("/w/" + Twins.A + "/file/register");
    private final Form form = filled();

    @AfterAll
    static void leave() throws Exception {
        Twins.leave(CrossSiteJourney.class);
    }

    @Test
    void a_post_from_somebody_elses_page_is_refused() throws Exception {
        long before = files();
        List<Field> fields = form.pressed(form.button());
        assertThat(owner.post(form.action(), fields, ELSEWHERE).status()).isEqualTo(403);
        assertThat(owner.post(form.action(), fields, Map.of("Origin", "null")).status()).isEqualTo(403);
        assertThat(owner.post(form.action(), fields, Map.of("Origin", Installation.stack().baseUrl() + ".elsewhere.example")).status()).isEqualTo(403);
        assertThat(owner.post(form.action(), fields, Map.of("Sec-Fetch-Site", "cross-site")).status()).isEqualTo(403);
        assertThat(owner.post(form.action(), fields, Map.of("Sec-Fetch-Site", "same-site")).status()).isEqualTo(403);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void every_page_and_servlet_refuses_it_but_the_ones_the_sign_in_server_talks_to() {
        List<String> taken = new ArrayList<>();
        for (String path : List.of("/check", "/logout", "/language", "/w/" + Twins.A, "/w/" + Twins.A + "/file/list", "/p/" + Twins.A, "/places", "/")) {
            int status = owner.post(path, List.of(), ELSEWHERE).status();
            if (status != 403) {
                taken.add(path + " " + status);
            }
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void a_post_without_its_view_changes_nothing() throws Exception {
        long before = files();
        for (Form changed : List.of(form.without(Form.VIEW_STATE), form.with(Form.VIEW_STATE, ""), form.with(Form.VIEW_STATE, "stateless"),
            form.with(Form.VIEW_STATE, "-1234567890123456789:1234567890123456789"))) {
            Reply reply = changed.send(owner, form.button());
            assertThat(reply.header("Location")).doesNotContain("/file/show");
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_view_of_another_session_is_not_taken() throws Exception {
        long before = files();
        Visitor second = twins().actor("second").visitor();
        Reply theirs = second.get("/check");
        Form other = Form.named(theirs, "check");
        Reply reply = form.with(Form.VIEW_STATE, other.value(Form.VIEW_STATE)).send(owner, form.button());
        assertThat(reply.header("Location")).doesNotContain("/file/show");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void the_same_post_as_it_is_meant_is_taken() throws Exception {
        long before = files();
        assertThat(form.send(owner, form.button()).header("Location")).contains("/file/show");
        assertThat(files()).isEqualTo(before + 1);
    }

    @Test
    void nobody_is_signed_out_without_the_word_of_their_session() {
        assertThat(owner.post("/logout", List.of()).status()).isEqualTo(403);
        assertThat(owner.post("/logout", List.of(new Field("_csrf", "guessed"))).status()).isEqualTo(403);
        assertThat(owner.get("/w/" + Twins.A).status()).isEqualTo(200);
    }

    @Test
    void methods_that_nothing_uses_are_refused() {
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
            assertThat(owner.asks(method, "/w/" + Twins.A + "/file/list").status()).as(method).isIn(403, 404, 405, 501);
        }
    }

    @Test
    void a_sign_in_gives_a_new_session() {
        Visitor visitor = new Visitor();
        visitor.get("/check");
        String before = visitor.cookie("__Host-entente");
        Door door = twins().door();
        Door.Human human = door.human("fresh", "client", "");
        door.enter(visitor, human, "/places");
        assertThat(before).isNotNull();
        assertThat(visitor.cookie("__Host-entente")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void files_are_served_with_their_type_and_never_sniffed() {
        for (String path : List.of("/resources/entente/css/entente.css", "/resources/entente/mark.svg", "/robots.txt")) {
            Reply reply = new Visitor().get(path);
            assertThat(reply.status()).as(path).isEqualTo(200);
            assertThat(reply.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(reply.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void figures_of_the_server_are_not_for_everybody() {
        assertThat(new Visitor().get("/metrics").status()).isEqualTo(404);
        assertThat(new Visitor().get("/openapi").status()).isEqualTo(404);
    }

    private Form filled() {
        Form found = Form.named(page, "register");
        Form filled = found;
        for (Map.Entry<String, String> kind : found.kinds().entrySet()) {
            boolean empty = found.value(kind.getKey()).isBlank();
            if (empty && List.of("radio", "select").contains(kind.getValue())) {
                filled = filled.with(kind.getKey(), found.choices().get(kind.getKey()).stream().filter(c -> !c.isBlank()).findFirst().orElse(""));
            } else if (kind.getKey().endsWith("givenName") || kind.getKey().endsWith("familyName")) {
                filled = filled.with(kind.getKey(), "Ailleurs");
            }
        }
        return filled;
    }

    private static long files() throws Exception {
        long[] count = new long[1];
        Catalogue.each(twins().superuser(), "select count(*) from client_file where tenant_id = '" + twins().workspace(Twins.A) + "'", row -> count[0] = row.getLong(1));
        return count[0];
    }

    private static Twins twins() {
        try {
            return Twins.get();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
