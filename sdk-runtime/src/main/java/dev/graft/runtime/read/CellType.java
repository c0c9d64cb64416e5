package dev.graft.runtime.read;

import dev.graft.value.Decimal;
import dev.graft.value.DecimalDigits;
import dev.graft.value.FloatText;
import dev.graft.value.ValueException;
import dev.graft.value.Values;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of CSV is read as.
 *
 * @param kind the type of its value
 * @param optional whether an empty cell without quotes is none
 */
public record CellType(Kind kind, boolean optional) {
  /** A str, always. */
  public static final CellType STR = new CellType(Kind.STR, false);

  /** The type of a value. */
  public enum Kind {
    /** The text as it is. */
    STR,
    /** A whole number in decimal digits, of any size. */
    INT,
    /** A number, {@code nan}, {@code inf} or {@code -inf}. */
    FLOAT,
    /** {@code true} or {@code false}, in any case. */
    BOOL,
    /** A number that is kept digit by digit. */
    DECIMAL
  }

  /**
   * The type that a text names: {@code str}, {@code int}, {@code float}, {@code bool} or {@code
   * decimal}, with {@code ?} behind it if an empty cell is none.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static CellType of(String text) {
    boolean optional = text.endsWith("?");
    String name = optional ? text.substring(0, text.length() - 1) : text;
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return new CellType(kind, optional);
      }
    }
    throw new IllegalArgumentException(
        "there is no type \"%s\" for cells; there are str, int, float, bool, decimal, each with ? if an empty cell is none"
            .formatted(text));
  }

  /**
   * The value of a cell.
   *
   * @param cell its text; null if it is empty and has no quotes
   * @throws IllegalArgumentException if it has another type
   */
  @Nullable Object read(@Nullable String cell) {
    if (cell == null && optional) {
      return null;
    }
    String text = cell == null ? "" : cell;
    try {
      return switch (kind) {
        case STR -> text;
        case INT -> Values.normalize(DecimalDigits.parse(text));
        case FLOAT -> FloatText.parse(text);
        case BOOL -> bool(text);
        case DECIMAL -> Decimal.parse(text);
      };
    } catch (IllegalArgumentException | ValueException e) {
      throw new IllegalArgumentException(
          "expected %s, found %s".formatted(this, Values.quote(text)), e);
    }
  }

  private static boolean bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  /** The text that {@link #of} takes. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + (optional ? "?" : "");
  }
}
