package dev.graft.runtime.write;

import dev.graft.node.ErrorKind;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.FloatText;
import dev.graft.value.Time;
import dev.graft.value.ValueException;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The texts of values in cells of CSV. */
final class CsvCells {
  private CsvCells() {}

  /**
   * The text of a value; null for none, whose cell is empty and has no quotes.
   *
   * @throws ValueException if it has parts, or no text that says what it is
   */
  static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> {
        Encodable.check(text);
        yield text;
      }
      case Boolean bool -> bool.toString();
      case Long number -> number.toString();
      case BigInteger number -> number.toString();
      case Double number -> FloatText.of(number);
      case Decimal number -> number.toString();
      case LocalDate date -> date.toString();
      case Time time -> time.toString();
      case DateTime time -> time.toString();
      case UUID uuid -> uuid.toString();
      default ->
          throw ValueException.of(
              ErrorKind.TYPE,
              "a cell of CSV cannot hold "
                  + Values.describe(value)
                  + ". Write --output-format jsonl, or emit its parts as columns of their own");
    };
  }
}
