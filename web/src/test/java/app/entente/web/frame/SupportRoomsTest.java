package app.entente.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.identity.Role;
import app.entente.web.frame.Address.Area;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 4 of the support package: what somebody of the platform may look at is named; everything else, tomorrow's pages too, is closed. */
class SupportRoomsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/today/show", "/file/list", "/file/show", "/meeting/list", "/receipt/show", "/agreement/list"})
    void the_screens_themselves_are_open(String rest) {
        assertThat(Rooms.open(new Address(Area.PRACTICE, "w", rest), Role.SUPPORT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/note/list", "/note/edit", "/note/show", "/agreement/show", "/agreement/preview", "/agreement/sign", "/audit/list", "/support/show",
        "/member/list", "/file/edit", "/file/register", "/search/show", "/draft/11111111-0000-4000-8000-000000000001",
        "/download/receipt/11111111-0000-4000-8000-000000000001", "/document/anything", "/tomorrow/page"})
    void what_people_write_sign_and_take_away_stays_closed(String rest) {
        assertThat(Rooms.open(new Address(Area.PRACTICE, "w", rest), Role.SUPPORT)).isFalse();
    }
}
