package dev.graft.compat.generate;

import dev.graft.value.DistinctKeys;
import dev.graft.value.EnumMember;
import dev.graft.value.FrozenSet;
import dev.graft.value.Portable;
import dev.graft.value.RecordValue;
import dev.graft.value.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes any portable value but opaque references, edge values more often than chance would. Most
 * values are small; now and then one is large or nested deep. Immutable.
 */
public final class ValueGenerator {
  private static final int RARELY = 2000;
  private static final int NESTED = 4;
  private static final int DEEPEST = Portable.MAX_DEPTH - 20;
  private static final int LARGE = 10_000;

  /** So many on average that most of the large ones reach their limit. */
  private static final int MANY = 30_000;

  private static final int USUAL = 3;

  private final KnownTypes types;
  private final Times times;
  private final Set<Kind> without;
  private final List<KnownEnum> keyEnums;
  private final List<KnownRecord> keyRecords;
  private final Kind[] values;
  private final Kind[] leaves;
  private final Kind[] keys;
  private final Kind[] leafKeys;

  private ValueGenerator(KnownTypes types, Set<Kind> without) {
    this.types = types;
    this.times = new Times(types.zones());
    this.without = without;
    this.keyEnums = types.enums().stream().filter(KnownEnum::key).toList();
    this.keyRecords = types.records().stream().filter(KnownRecord::key).toList();
    this.values = weighted(false, true);
    this.leaves = weighted(false, false);
    this.keys = weighted(true, true);
    this.leafKeys = weighted(true, false);
  }

  /** A generator of all kinds; of enum members, records and named zones only what is known. */
  public static ValueGenerator of(KnownTypes types) {
    return new ValueGenerator(types, EnumSet.noneOf(Kind.class));
  }

  /** The same without values of some kinds. */
  public ValueGenerator without(Kind first, Kind... rest) {
    EnumSet<Kind> all = EnumSet.of(first, rest);
    all.addAll(without);
    return new ValueGenerator(types, all);
  }

  private Kind[] weighted(boolean keysOnly, boolean containers) {
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      boolean known =
          switch (kind) {
            case ENUM -> !enums(keysOnly).isEmpty();
            case RECORD -> !records(keysOnly).isEmpty();
            default -> true;
          };
      boolean fits = (!keysOnly || kind.isHashable()) && (containers || !kind.isContainer());
      for (int i = known && fits && !without.contains(kind) ? kind.weight() : 0; i > 0; i--) {
        kinds.add(kind);
      }
    }
    return kinds.isEmpty() ? new Kind[] {Kind.NONE} : kinds.toArray(new Kind[0]);
  }

  private List<KnownEnum> enums(boolean key) {
    return key ? keyEnums : types.enums();
  }

  private List<KnownRecord> records(boolean key) {
    return key ? keyRecords : types.records();
  }

  /** The value that these decisions make. */
  public @Nullable Object generate(Choices choices) {
    return switch (choices.below(RARELY)) {
      case RARELY - 1 -> large(choices);
      case RARELY - 2 -> deep(choices, choices.below(DEEPEST));
      default -> value(choices, NESTED);
    };
  }

  private @Nullable Object value(Choices choices, int depth) {
    Kind[] kinds = depth > 0 ? values : leaves;
    return value(choices, kinds[choices.below(kinds.length)], depth, false);
  }

  private @Nullable Object key(Choices choices, int depth) {
    Kind[] kinds = depth > 0 ? keys : leafKeys;
    return value(choices, kinds[choices.below(kinds.length)], depth, true);
  }

  private @Nullable Object value(Choices choices, Kind kind, int depth, boolean key) {
    return switch (kind) {
      case NONE -> null;
      case BOOL -> choices.below(2) == 1;
      case INT -> Numbers.integer(choices);
      case FLOAT -> Numbers.real(choices);
      case STR -> Texts.text(choices, USUAL);
      case BYTES -> Texts.bytes(choices, USUAL);
      case LIST -> items(choices, depth, USUAL, false);
      case TUPLE -> Tuple.copyOf(items(choices, depth, USUAL, key));
      case DICT -> dict(choices, depth, USUAL);
      case SET -> members(choices, depth, USUAL);
      case FROZENSET -> FrozenSet.copyOf(members(choices, depth, USUAL));
      case COMPLEX -> Numbers.complex(choices);
      case DECIMAL -> Numbers.decimal(choices);
      case DATE -> Times.date(choices);
      case TIME -> times.time(choices);
      case DATETIME -> times.dateTime(choices);
      case TIMEDELTA -> Times.duration(choices);
      case UUID -> Times.uuid(choices);
      case ENUM -> member(choices, enums(key));
      case RECORD -> record(choices, records(key), depth, key);
      case ARRAY -> ArrayMaker.array(choices, 5);
      case SCALAR -> ArrayMaker.scalar(choices);
    };
  }

  private List<@Nullable Object> items(Choices choices, int depth, int average, boolean key) {
    List<@Nullable Object> items = new ArrayList<>();
    while (items.size() < LARGE && choices.more(average)) {
      items.add(key ? key(choices, depth - 1) : value(choices, depth - 1));
    }
    return items;
  }

  private Set<@Nullable Object> members(Choices choices, int depth, int average) {
    Set<@Nullable Object> members = new LinkedHashSet<>();
    DistinctKeys distinct = new DistinctKeys();
    while (members.size() < LARGE && choices.more(average)) {
      Object member = key(choices, depth - 1);
      if (!distinct.refuses(member)) {
        distinct.add(member);
        members.add(member);
      }
    }
    return members;
  }

  private Map<@Nullable Object, @Nullable Object> dict(Choices choices, int depth, int average) {
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
    DistinctKeys distinct = new DistinctKeys();
    boolean texts = choices.below(3) < 2;
    while (dict.size() < LARGE && choices.more(average)) {
      Object key = texts ? Texts.text(choices, USUAL) : key(choices, Math.min(depth - 1, 2));
      if (!distinct.refuses(key)) {
        distinct.add(key);
        dict.put(key, value(choices, depth - 1));
      }
    }
    return dict;
  }

  private static EnumMember member(Choices choices, List<KnownEnum> known) {
    KnownEnum type = known.get(choices.below(known.size()));
    return new EnumMember(type.type(), type.members().get(choices.below(type.members().size())));
  }

  private RecordValue record(Choices choices, List<KnownRecord> known, int depth, boolean key) {
    KnownRecord type = known.get(choices.below(known.size()));
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (String field : type.fields()) {
      fields.put(field, key ? key(choices, depth - 1) : value(choices, depth - 1));
    }
    return new RecordValue(type.type(), fields);
  }

  /** One large value: of many small ones, or a long text. */
  private Object large(Choices choices) {
    List<Kind> possible =
        Stream.of(Kind.LIST, Kind.TUPLE, Kind.DICT, Kind.SET, Kind.STR, Kind.BYTES, Kind.ARRAY)
            .filter(kind -> !without.contains(kind))
            .toList();
    Kind kind = possible.isEmpty() ? Kind.STR : possible.get(choices.below(possible.size()));
    return switch (kind) {
      case TUPLE -> Tuple.copyOf(items(choices, 1, MANY, false));
      case DICT -> dict(choices, 1, MANY);
      case SET -> members(choices, 1, MANY);
      case STR -> Texts.text(choices, LARGE);
      case BYTES -> Texts.bytes(choices, LARGE);
      case ARRAY -> ArrayMaker.array(choices, LARGE + 1);
      default -> items(choices, 1, MANY, false);
    };
  }

  /** One value inside many others that hold nothing else. */
  private @Nullable Object deep(Choices choices, int levels) {
    boolean key = choices.below(2) == 1;
    Object inner = key ? key(choices, 1) : value(choices, 1);
    for (int i = 0; i < levels; i++) {
      inner = around(inner, choices.below(key ? 2 : 4), key);
    }
    return inner;
  }

  private Object around(@Nullable Object inner, int form, boolean key) {
    if (form == 0 && !without.contains(Kind.TUPLE)) {
      return Tuple.of(inner);
    } else if (key && !without.contains(Kind.FROZENSET)) {
      return FrozenSet.copyOf(Collections.singleton(inner));
    } else if (form == 1 && !without.contains(Kind.DICT)) {
      return Collections.singletonMap("a", inner);
    } else if (form == 2 && !without.contains(Kind.DICT)) {
      return Collections.singletonMap(7L, inner);
    }
    return Collections.singletonList(inner);
  }
}
