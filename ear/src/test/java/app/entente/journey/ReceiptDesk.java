package app.entente.journey;

import app.entente.journey.isolation.Form;
import app.entente.journey.isolation.Reply;
import app.entente.journey.isolation.Visitor;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maude issues receipts for Noa without a screen: the form of the page, read and sent over HTTP, as fast as somebody wants. */
final class ReceiptDesk {

    static final String KEY = "receipt:key";
    static final String WORKSPACE = "22222222-0000-4000-8000-000000000001";
    private static final Pattern RECEIPT = Pattern.compile("/receipt/show\\?(?:[^\"]*&amp;)?id=([0-9a-f-]{36})");

    private final Visitor visitor = new Visitor();

    /** In a window of her own: the sign-in server knows her from a screen on which she is signed in, the application does not yet. */
    ReceiptDesk(Screen screen) {
        for (JsonElement cookie : JsonParser.parseString(screen.session()).getAsJsonObject().getAsJsonArray("cookies")) {
            JsonObject one = cookie.getAsJsonObject();
            if (!Screen.SESSION.matcher(one.get("name").getAsString()).matches()) {
                visitor.has(one.get("name").getAsString(), one.get("value").getAsString());
            }
        }
        reads("");
    }

    /** The form of a meeting, and the button that issues. */
    record Sheet(Form form, String button) {

        Sheet under(String key) {
            return new Sheet(form.with(KEY, key), button);
        }

        String key() {
            return form.fields().stream().filter(field -> field.name().equals(KEY)).findFirst().orElseThrow().value();
        }
    }

    /** A page of the practice, signed in again where the application has forgotten her and the sign-in server has not. */
    Reply reads(String page) {
        return visitor.follow(visitor.get(Person.MAUDE.home() + page));
    }

    Reply page(String meeting) {
        return reads("/receipt/issue?meeting=" + meeting);
    }

    /** The form on that page; none when it offers none. */
    static Optional<Sheet> sheet(Reply page) {
        String button = page.page().select("form[id=receipt] .button.primary").attr("name");
        return button.isEmpty() ? Optional.empty() : Optional.of(new Sheet(Form.named(page, "receipt"), button));
    }

    Reply sends(Sheet sheet) {
        return visitor.post(sheet.form().action(), sheet.form().pressed(sheet.button()));
    }

    /** The receipt that an answer leads to or speaks of; none when it does neither. */
    static Optional<String> receipt(Reply answer) {
        Matcher found = RECEIPT.matcher(answer.header("Location") + "\n" + (answer.status() == 200 ? answer.text() : ""));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Meetings of Noa that were held a little while ago and have no receipt. */
    static List<String> meetings(int count) throws SQLException {
        return column("insert into meeting (tenant_id, id, file_id, service_id, starts_at, zone, minutes, mode, place, status, created_at) "
            + "select '$', uuidv7(), (select t.file_id from participant t join person p on p.tenant_id = t.tenant_id and p.id = t.person_id where t.tenant_id = '$' and p.given_name = 'Noa' "
            + "order by t.file_id limit 1), (select id from service where tenant_id = '$' and price_minor > 0 order by position limit 1), date_trunc('minute', now()) - interval '1 day' - k * interval '20 minutes', "
            + "'America/Toronto', 45, 'office', '', 'held', now() from generate_series(1, " + count + ") k returning id");
    }

    /** One column of an answer of the database; {@code $} is the workspace. */
    static List<String> column(String sql) throws SQLException {
        try (Connection connection = Crowd.superuser(); Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(sql.replace("$", WORKSPACE))) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    static long number(String sql) throws SQLException {
        return Long.parseLong(column(sql).get(0));
    }

    /** The receipts as a condition's list. */
    static String in(Iterable<String> receipts) {
        return "('" + String.join("', '", receipts) + "')";
    }
}
