package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of times and datetimes lose nothing. */
final class TimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "00:00:00",
        "12:30:00.000001",
        "23:59:59.500000",
        "12:30:00Z",
        "12:30:00+01:00",
        "12:30:00-00:00:00.000001",
        "12:30:00+23:59:59.999999",
        "12:30:00-23:59:59.999999",
        "12:30:00+00:00:01",
        "12:30:00+00:00[name=]",
        "12:30:00+01:00[name=CET]",
        "12:30:00-05:30[name=a%5D+%5B%25%2B%3D%00%C3%A9%F0%9F%98%80%ED%A0%80]",
        "12:30:00[Europe/Berlin]",
        "12:30:00[fold=1]",
        "12:30:00[Etc/GMT+5][fold=1]",
        "12:30:00+01:00[name=CET][fold=1]"
      })
  void writesWhatItReads(String text) {
    assertThat(Time.parse(text).toString()).isEqualTo(text);
    String dateTime = "2024-02-29T" + text;
    assertThat(DateTime.parse(dateTime).toString()).isEqualTo(dateTime);
    assertThat(DateTime.parse(dateTime).zone()).isEqualTo(Time.parse(text).zone());
  }

  @ParameterizedTest
  @CsvSource({
    "12:30, 12:30:00",
    "12:30:00.5, 12:30:00.500000",
    "12:30:00.123456000, 12:30:00.123456",
    "12:30:00+00:00, 12:30:00Z",
    "12:30:00-00:00, 12:30:00Z",
    "12:30:00+01:00:00, 12:30:00+01:00",
    "12:30:00+01:00[name=%7e~%c3%a9], 12:30:00+01:00[name=%7E%7E%C3%A9]"
  })
  void readsOtherTextsOfTheSame(String text, String written) {
    assertThat(Time.parse(text).toString()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "24:00",
        "12:60",
        "12:30:60",
        "12:30:00.",
        "12:30:00.1234567",
        "12:30:00+24:00",
        "12:30:00+01:60",
        "12:30:00+01",
        "12:30:00+01:00:00.1",
        "12:30:00z",
        "12:30:00[]",
        "12:30:00[a=b]",
        "12:30:00[no space]",
        "12:30:00[fold=0]",
        "12:30:00[fold=1][fold=1]",
        "12:30:00[fold=1]Z",
        "12:30:00Z[name=UTC]",
        "12:30:00+01:00[name=%]",
        "12:30:00+01:00[name=%zz]",
        "12:30:00+01:00[name=%ff]",
        "12:30:00+01:00[name=%c3]",
        "12:30:00+01:00[name=\u00e9]",
        "\u0661\u0662:30:00"
      })
  void refusesWhatIsNone(String text) {
    assertThrows(DateTimeException.class, () -> Time.parse(text));
    assertThrows(DateTimeException.class, () -> DateTime.parse("2024-02-29T" + text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29",
        "2024-02-29T",
        "2024-02-29 12:30:00",
        "2023-02-29T12:30:00",
        "0000-01-01T00:00:00",
        "+12024-01-01T00:00:00",
        "-001-01-01T00:00:00",
        "12:30:00"
      })
  void refusesWhatIsNoDateTime(String text) {
    assertThrows(DateTimeException.class, () -> DateTime.parse(text));
  }

  @Test
  void keepsAnyNameOfAZone() {
    Random random = new Random(20261124);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int j = random.nextInt(4); j > 0; j--) {
        name.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x80 : 0x110000));
      }
      long offset = random.nextLong(-86_399_999_999L, 86_400_000_000L);
      Zone zone = new Zone.Fixed(offset, Optional.of(name.toString()));
      DateTime time =
          new DateTime(LocalDateTime.of(1, 1, 1, 0, 0), Optional.of(zone), random.nextBoolean());
      assertWithMessage("%s", time).that(DateTime.parse(time.toString())).isEqualTo(time);
      assertThat(time.toString()).matches("[\\x21-\\x7e]+");
    }
  }

  @Test
  void knowsWhatJavaMeans() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ZonedDateTime first = LocalDateTime.of(2024, 10, 27, 2, 30).atZone(berlin);
    assertThat(DateTime.of(first).toString()).isEqualTo("2024-10-27T02:30:00[Europe/Berlin]");
    assertThat(DateTime.of(first.withLaterOffsetAtOverlap()).toString())
        .isEqualTo("2024-10-27T02:30:00[Europe/Berlin][fold=1]");
    assertThat(DateTime.of(Instant.EPOCH).toString()).isEqualTo("1970-01-01T00:00:00Z");
    OffsetDateTime offset = OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(-3));
    assertThat(DateTime.of(offset).toString()).isEqualTo("2024-01-01T00:00:00-03:00");
    assertThat(DateTime.of(offset.atZoneSameInstant(ZoneOffset.UTC)).zone())
        .isEqualTo(Optional.of(Zone.UTC));
  }

  @Test
  void refusesWhatPythonDoesNotHave() {
    LocalDateTime fine = LocalDateTime.of(2024, 1, 1, 0, 0);
    assertThrows(DateTimeException.class, () -> DateTime.of(fine.plusNanos(1)));
    assertThrows(DateTimeException.class, () -> DateTime.of(fine.withYear(10_000)));
    assertThrows(DateTimeException.class, () -> DateTime.of(fine.withYear(0)));
    assertThrows(DateTimeException.class, () -> Time.of(LocalTime.of(1, 2, 3, 999)));
    assertThrows(
        IllegalArgumentException.class, () -> new Zone.Fixed(86_400_000_000L, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class, () -> new Zone.Fixed(-86_400_000_000L, Optional.empty()));
    assertThrows(IllegalArgumentException.class, () -> new Zone.Named(""));
    assertThrows(IllegalArgumentException.class, () -> new Zone.Named("a]b"));
    assertThrows(IllegalArgumentException.class, () -> new Zone.Named("\ud800"));
  }

  @Test
  void hasAnOffsetInJavaWhereThereIsOne() {
    assertThat(new Zone.Fixed(-3_600_000_000L, Optional.of("x")).toOffset())
        .isEqualTo(ZoneOffset.ofHours(-1));
    assertThrows(ArithmeticException.class, () -> new Zone.Fixed(1, Optional.empty()).toOffset());
    assertThrows(
        ArithmeticException.class,
        () -> new Zone.Fixed(19 * 3_600_000_000L, Optional.empty()).toOffset());
  }
}
