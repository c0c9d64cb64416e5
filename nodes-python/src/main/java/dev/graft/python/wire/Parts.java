package dev.graft.python.wire;

import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.DType;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.EnumMember;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.Opaque;
import dev.graft.value.RecordValue;
import dev.graft.value.Time;
import dev.graft.value.ValueException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values that are no plain data: what each is taken apart into, and how it is put together again.
 * The one table for every transport, the counterpart of {@code graft/parts.py}.
 *
 * @param code which sort of value
 * @param items what it is made of: portable values
 */
public record Parts(int code, Collection<? extends @Nullable Object> items) {
  private static final int NANOS = 1000;

  /**
   * The parts of a value that is neither plain nor a tuple.
   *
   * @throws ValueException if it is not portable
   */
  public static Parts of(Object value) {
    return switch (value) {
      case Set<?> set -> new Parts(Code.SET, set);
      case FrozenSet set -> new Parts(Code.FROZENSET, set.items());
      case Complex number -> new Parts(Code.COMPLEX, List.of(number.real(), number.imaginary()));
      case Decimal number -> new Parts(Code.DECIMAL, List.of(number.toString()));
      case LocalDate date ->
          new Parts(
              Code.DATE,
              List.of(
                  (long) date.getYear(), (long) date.getMonthValue(), (long) date.getDayOfMonth()));
      case Time time ->
          new Parts(
              Code.TIME,
              clock(new ArrayList<>(), time.local(), time.fold(), Zones.part(time.zone())));
      case DateTime time -> dateTime(time);
      case Duration duration -> duration(duration);
      case UUID uuid -> new Parts(Code.UUID, List.of(bytes(uuid)));
      case EnumMember member -> new Parts(Code.ENUM, List.of(member.type(), member.name()));
      case RecordValue record -> new Parts(Code.RECORD, List.of(record.type(), record.fields()));
      case NdArray array -> of(array, Bytes.copyFrom(array.bytes()));
      case Opaque opaque ->
          new Parts(Code.OPAQUE, List.of(opaque.host(), opaque.id(), opaque.type()));
      default -> throw ValueException.expected("a portable value", value);
    };
  }

  private static Parts dateTime(DateTime time) {
    LocalDate date = time.local().toLocalDate();
    List<@Nullable Object> items = new ArrayList<>();
    items.add((long) date.getYear());
    items.add((long) date.getMonthValue());
    items.add((long) date.getDayOfMonth());
    clock(items, time.local().toLocalTime(), time.fold(), Zones.part(time.zone()));
    return new Parts(Code.DATETIME, items);
  }

  private static List<@Nullable Object> clock(
      List<@Nullable Object> items, LocalTime time, boolean fold, @Nullable Object zone) {
    items.add((long) time.getHour());
    items.add((long) time.getMinute());
    items.add((long) time.getSecond());
    items.add((long) time.getNano() / NANOS);
    items.add(fold ? 1L : 0L);
    items.add(zone);
    return items;
  }

  private static Parts duration(Duration duration) {
    long seconds = duration.getSeconds();
    long days = Math.floorDiv(seconds, 86_400L);
    long micros = duration.getNano() / NANOS;
    return new Parts(Code.TIMEDELTA, List.of(days, Math.floorMod(seconds, 86_400L), micros));
  }

  private static Bytes bytes(UUID uuid) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * Long.BYTES);
    buffer.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    return Bytes.copyOf(buffer.array());
  }

  /**
   * The parts of an array.
   *
   * @param content its bytes, row by row, in whatever form they travel
   */
  public static Parts of(NdArray array, Object content) {
    return new Parts(
        Code.ARRAY,
        List.of(
            array.typeText(),
            Arrays.stream(array.shape()).mapToObj(length -> (Object) (long) length).toList(),
            content,
            array.isScalar()));
  }

  /**
   * An array over memory that is its own from now on.
   *
   * @throws IllegalArgumentException if there is none: the other side broke the protocol
   */
  public static NdArray array(
      String dtype, List<?> lengths, ByteBuffer elements, boolean isScalar) {
    DType type = DType.of(dtype).orElseThrow(() -> new IllegalArgumentException("dtype " + dtype));
    ByteOrder order = dtype.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int[] shape = lengths.stream().mapToInt(length -> Math.toIntExact((Long) length)).toArray();
    NdArray array = NdArray.over(type, order, elements, shape);
    return isScalar ? array.asScalar() : array;
  }

  /**
   * The value of a code and its parts.
   *
   * @throws IllegalArgumentException if there is none: the other side broke the protocol
   */
  public static Object join(int code, List<@Nullable Object> parts) {
    try {
      return new Joining(parts).value(code);
    } catch (ClassCastException
        | IndexOutOfBoundsException
        | ArithmeticException
        | DateTimeException e) {
      throw new IllegalArgumentException("the parts of value " + code + " make none: " + e, e);
    }
  }

  /** Reads parts by their place. */
  private record Joining(List<@Nullable Object> parts) {
    Object value(int code) {
      return switch (code) {
        case Code.SET -> set();
        case Code.FROZENSET -> FrozenSet.copyOf(set());
        case Code.COMPLEX -> new Complex(number(0), number(1));
        case Code.DECIMAL -> Decimal.parse(text(0));
        case Code.DATE -> LocalDate.of(whole(0), whole(1), whole(2));
        case Code.TIME -> new Time(clock(0), Zones.of(parts.get(5)), whole(4) == 1);
        case Code.DATETIME ->
            new DateTime(
                LocalDateTime.of(LocalDate.of(whole(0), whole(1), whole(2)), clock(3)),
                Zones.of(parts.get(8)),
                whole(7) == 1);
        case Code.TIMEDELTA ->
            Duration.ofDays(whole(0)).plusSeconds(whole(1)).plusNanos((long) whole(2) * NANOS);
        case Code.UUID -> uuid();
        case Code.ENUM -> new EnumMember(text(0), text(1));
        case Code.RECORD -> RecordValue.of(text(0), fields());
        case Code.ARRAY -> array();
        case Code.OPAQUE -> new Opaque(text(0), (Long) part(1), text(2));
        default -> throw new IllegalArgumentException("unknown code " + code);
      };
    }

    private Set<@Nullable Object> set() {
      Set<@Nullable Object> items = LinkedHashSet.newLinkedHashSet(parts.size());
      items.addAll(parts);
      if (items.size() != parts.size()) {
        throw new IllegalArgumentException("a set has two equal items");
      }
      return items;
    }

    private LocalTime clock(int first) {
      return LocalTime.of(
          whole(first), whole(first + 1), whole(first + 2), whole(first + 3) * NANOS);
    }

    private UUID uuid() {
      ByteBuffer bytes = ByteBuffer.wrap(((Bytes) part(0)).toByteArray());
      if (bytes.remaining() != 2 * Long.BYTES) {
        throw new IllegalArgumentException("a UUID has 16 bytes");
      }
      return new UUID(bytes.getLong(), bytes.getLong());
    }

    private Map<String, @Nullable Object> fields() {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      ((Map<?, ?>) part(1)).forEach((name, value) -> fields.put((String) name, value));
      return fields;
    }

    private NdArray array() {
      return Parts.array(
          text(0),
          (List<?>) part(1),
          ByteBuffer.wrap(((Bytes) part(2)).toByteArray()),
          Boolean.TRUE.equals(parts.get(3)));
    }

    private int whole(int index) {
      return Math.toIntExact((Long) part(index));
    }

    private double number(int index) {
      return (Double) part(index);
    }

    private String text(int index) {
      return (String) part(index);
    }

    private Object part(int index) {
      Object part = parts.get(index);
      if (part == null) {
        throw new IllegalArgumentException("part " + index + " is none");
      }
      return part;
    }
  }
}
