package app.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({"03/04/1990, dmy, 1990-04-03", "03/04/1990, mdy, 1990-03-04", "1990-04-03, mdy, 1990-04-03", "19900403, dmy, 1990-04-03", "3.4.90, dmy, 1990-04-03",
        "3-4-15, dmy, 2015-04-03", "2026-11-02T09:30, dmy, 2026-11-02", "02/11/2026 09:30, dmy, 2026-11-02"})
    void a_day_is_read_in_the_order_of_its_file(String words, String order, LocalDate day) {
        assertThat(Dates.day(words, order, TODAY)).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"31/02/1990, dmy", "13/13/1990, dmy", "hier, dmy", "03/04/1990, ymd", "3/4/190, dmy"})
    void what_is_no_day_is_not_guessed(String words, String order) {
        assertThat(Dates.day(words, order, TODAY)).isEmpty();
    }

    @Test
    void the_order_is_the_one_that_reads_every_day() {
        assertThat(Dates.order(List.of("03/04/1990", "", "13/04/1990"))).isEqualTo("dmy");
        assertThat(Dates.order(List.of("03/04/1990", "04/13/1990"))).isEqualTo("mdy");
        assertThat(Dates.order(List.of("1990-04-03", "1990-04-13"))).isEqualTo("ymd");
        assertThat(Dates.order(List.of("03/04/1990"))).isEqualTo("dmy");
    }

    @ParameterizedTest
    @CsvSource({"14:30, 14:30", "14 h 30, 14:30", "14h, 14:00", "9h05, 09:05", "2:30 PM, 14:30", "12:15 am, 00:15", "09:30:00, 09:30", "02/11/2026 09:30, 09:30",
        "2026-11-02T16:45, 16:45"})
    void a_time_is_read_as_people_write_it(String words, LocalTime time) {
        assertThat(Dates.time(words)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({"25:00", "12:61", "midi", "13:00 PM"})
    void what_is_no_time_is_not_guessed(String words) {
        assertThat(Dates.time(words)).isEmpty();
    }
}
