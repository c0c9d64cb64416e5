package dev.graft.compat.run;

import static dev.graft.compat.fake.FakeContracts.PASS_THROUGH;

import dev.graft.compat.fake.Mapping;
import dev.graft.node.Emitter;
import dev.graft.value.Complex;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.EnumMember;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.RecordValue;
import dev.graft.value.Time;
import dev.graft.value.Zone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nodes that do one thing wrong with one of the values that are no JSON. */
final class RareValueMutants {
  private RareValueMutants() {}

  private interface Change<T> {
    @Nullable Object apply(T value);
  }

  private static <T> Mutant changing(
      String name, Class<T> type, Change<T> change, String signature) {
    return Mutant.ofNode(
        name,
        PASS_THROUGH,
        Mapping.of((params, item) -> type.isInstance(item) ? change.apply(type.cast(item)) : item),
        signature);
  }

  private static void write(@Nullable Object item, Emitter<@Nullable Object> out) {
    out.emit(item);
    if (item instanceof NdArray array) {
      array.memory().bytes().put(0, (byte) 7);
    }
  }

  private static List<@Nullable Object> items(Set<?> set) {
    return new ArrayList<@Nullable Object>(set);
  }

  static Stream<Mutant> all() {
    return Stream.of(
        Mutant.ofNode(
            "array written to",
            PASS_THROUGH,
            _ -> RareValueMutants::write,
            "DIFF/alias/input-changed/in"),
        changing("set to list", Set.class, RareValueMutants::items, "DIFF/type/set-vs-list/out"),
        changing(
            "frozenset to set",
            FrozenSet.class,
            set -> new LinkedHashSet<@Nullable Object>(set.items()),
            "DIFF/type/frozenset-vs-set/out"),
        changing(
            "an item lost",
            Set.class,
            set -> new LinkedHashSet<@Nullable Object>(items(set).subList(1, set.size())),
            "DIFF/set/missing-item/out"),
        changing(
            "conjugated",
            Complex.class,
            number -> new Complex(number.real(), -number.imaginary()),
            "DIFF/float/sign/out.imag"),
        changing(
            "zeros stripped",
            Decimal.class,
            number -> Decimal.of(number.toBigDecimal().stripTrailingZeros()),
            "DIFF/decimal/scale/out"),
        changing(
            "decimal through a double",
            Decimal.class,
            number -> Decimal.of(new BigDecimal(number.toBigDecimal().doubleValue())),
            "DIFF/decimal/rounded-to-double/out"),
        changing(
            "a day late", LocalDate.class, date -> date.plusDays(1), "DIFF/date/off-by-one/out"),
        changing(
            "date to datetime",
            LocalDate.class,
            date -> DateTime.of(date.atStartOfDay()),
            "DIFF/type/date-vs-*/out"),
        changing(
            "zone dropped",
            DateTime.class,
            time -> new DateTime(time.local(), Optional.empty(), time.fold()),
            "DIFF/datetime/aware-vs-naive/out"),
        changing(
            "another zone, the same clock",
            DateTime.class,
            time -> new DateTime(time.local(), Optional.of(Zone.UTC), time.fold()),
            "DIFF/datetime/instant/out"),
        changing(
            "written in UTC",
            DateTime.class,
            time -> new DateTime(time.local().minusHours(1), Optional.of(Zone.UTC), false),
            "DIFF/datetime/offset/out"),
        changing(
            "fold lost",
            DateTime.class,
            time -> new DateTime(time.local(), time.zone(), false),
            "DIFF/datetime/instant/out"),
        changing(
            "microseconds lost",
            Time.class,
            time -> new Time(time.local().withNano(0), time.zone(), time.fold()),
            "DIFF/time/truncated/out"),
        changing("negated", Duration.class, Duration::negated, "DIFF/timedelta/sign/out"),
        changing(
            "halves swapped",
            UUID.class,
            id -> new UUID(id.getLeastSignificantBits(), id.getMostSignificantBits()),
            "DIFF/uuid/value/out"),
        changing("enum to str", EnumMember.class, EnumMember::name, "DIFF/type/enum-vs-str/out"),
        changing(
            "another member",
            EnumMember.class,
            member -> new EnumMember(member.type(), "GREEN"),
            "DIFF/enum/member/out"),
        changing("record to dict", RecordValue.class, RecordValue::fields, "DIFF/type/record-vs-*"),
        changing(
            "another class",
            RecordValue.class,
            record -> new RecordValue("Other", record.fields()),
            "DIFF/record/type/out"),
        changing("transposed", NdArray.class, NdArray::transposed, "DIFF/array/shape/out"),
        changing(
            "one element wrong",
            NdArray.class,
            array -> NdArray.of(new double[] {1, 2, 3, 4, 5, Math.nextUp(6.0)}, 2, 3),
            "DIFF/float/ulp<=4/out*"),
        changing(
            "float32 elements",
            NdArray.class,
            array -> NdArray.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
            "DIFF/array/dtype/out"));
  }
}
