package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However many clients a practice has, a page asks the database little. Every page of the practice is in, tomorrow's too. */
@ExtendWith(Journeys.class)
class StatementsJourney {

    /** More than that, and somewhere a query is asked for each row. */
    private static final int MOST = 15;
    /** A timer at work at the same moment only ever adds to what is counted: of so many turns the one with the least counts. */
    private static final int TURNS = 3;

    @Test
    void no_page_of_a_thousand_clients_asks_more_than_fifteen_statements(Journeys journeys) throws Exception {
        Crowd.gather();
        Screen screen = journeys.signedIn(Person.MAUDE, Device.DESKTOP);
        List<String> tooMany = new ArrayList<>();
        StringBuilder report = new StringBuilder("statements of each page, with " + Crowd.CLIENTS + " clients and " + Crowd.MEETINGS + " meetings and " + Crowd.NOTES + " notes each\n");
        try (Statements statements = new Statements()) {
            for (String address : addresses()) {
                String path = "/w/" + Crowd.SLUG + "/" + address;
                assertThat(screen.opens(path)).as(path).isEqualTo(200);
                List<String> asked = statements.during(() -> screen.page().request().get(path).status());
                for (int i = 1; i < TURNS && asked.size() > MOST; i++) {
                    List<String> again = statements.during(() -> screen.page().request().get(path).status());
                    asked = again.size() < asked.size() ? again : asked;
                }
                report.append("%4d  %s%n".formatted(asked.size(), address));
                if (asked.size() > MOST) {
                    tooMany.add(address + ": " + asked.size() + "\n    " + String.join("\n    ", asked));
                }
            }
        }
        System.out.println(report);
        assertThat(tooMany).isEmpty();
    }

    private static List<String> addresses() {
        List<String> all = new ArrayList<>(EveryPageJourney.ofPractices());
        Map<String, String> ofOne = Map.of("file/show", Crowd.id("file", "1").toString(), "file/edit", Crowd.id("file", "1").toString(),
            "meeting/show", Crowd.id("meeting", "1-1").toString());
        ofOne.forEach((page, id) -> all.add(page + "?id=" + id));
        all.add("note/show?id=" + Crowd.id("note", "1-1"));
        all.add("note/list?file=" + Crowd.id("file", "1"));
        all.add("search/list?q=sommeil");
        all.add("receipt/show?id=" + Crowd.id("receipt", "1-1"));
        all.add("receipt/list?page=2&unpaid=yes");
        all.add("payment/list?page=2");
        all.add("payment/balance?page=2");
        all.add("payment/balance?client=client+10&unpaid=yes");
        all.add("payment/account?person=" + Crowd.id("person", "1"));
        all.add("payment/record?person=" + Crowd.id("person", "1"));
        for (String tab : List.of("meetings", "statements", "agreements", "receipts", "people", "journal", "keeping")) {
            all.add("file/show?id=" + ofOne.get("file/show") + "&tab=" + tab);
        }
        return all;
    }
}
