package dev.graft.compat.production;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.served.ServedRecord;
import dev.graft.runtime.served.ServedRecords;
import dev.graft.runtime.shadow.ShadowRecord;
import dev.graft.runtime.shadow.ShadowRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that runs elsewhere wrote down.
 *
 * @param shadows what shadows found
 * @param served who served nodes
 * @param known what differs as is known; it explains what was found before somebody knew it
 */
public record Production(
    List<ShadowRecord> shadows, List<ServedRecord> served, List<Limitation> known) {
  public Production {
    shadows = List.copyOf(shadows);
    served = List.copyOf(served);
    known = List.copyOf(known);
  }

  /**
   * What some memories of projects hold.
   *
   * @param memories folders {@code .graft}; one that is not there holds nothing
   */
  public static Production read(List<Path> memories, List<Limitation> known) throws IOException {
    List<ShadowRecord> shadows = new ArrayList<>();
    List<ServedRecord> served = new ArrayList<>();
    for (Path memory : memories) {
      shadows.addAll(ShadowRecords.in(memory));
      served.addAll(ServedRecords.in(memory));
    }
    return new Production(shadows, served, known);
  }

  /** What is known of a node with the code that it has now. */
  public InUse of(String node, Codes codes) {
    List<ShadowRecord> own = shadows.stream().filter(each -> each.node().equals(node)).toList();
    List<ServedRecord> runs = served.stream().filter(each -> each.node().equals(node)).toList();
    SortedSet<String> names = new TreeSet<>();
    own.forEach(each -> names.add(each.env()));
    runs.forEach(each -> names.add(each.env()));
    SortedMap<String, Usage> environments = new TreeMap<>();
    for (String env : names) {
      environments.put(
          env,
          new Usage(
              env,
              compared(own.stream().filter(each -> each.env().equals(env)).toList(), codes),
              Served.of(runs.stream().filter(each -> each.env().equals(env)).toList())));
    }
    return new InUse(environments);
  }

  private Map<BackendId, Compared> compared(List<ShadowRecord> records, Codes codes) {
    Map<BackendId, Compared> compared = new EnumMap<>(BackendId.class);
    for (ShadowRecord each : records) {
      other(each)
          .ifPresent(backend -> compared.merge(backend, compared(each, codes), Compared::and));
    }
    return compared;
  }

  /** Which backend a record compares with CPython, whoever of the two was the control. */
  private static Optional<BackendId> other(ShadowRecord record) {
    if (record.control().backend() == BackendId.CPYTHON) {
      return Optional.of(record.candidate().backend());
    }
    return record.candidate().backend() == BackendId.CPYTHON
        ? Optional.of(record.control().backend())
        : Optional.empty();
  }

  private Compared compared(ShadowRecord record, Codes codes) {
    boolean isOfNow =
        Stream.of(record.control(), record.candidate())
            .allMatch(side -> codes.on(side.backend()).filter(side.code()::equals).isPresent());
    if (!isOfNow) {
      return new Compared(
          0, new TreeMap<>(), 0, record.compared(), Optional.empty(), Optional.empty());
    }
    boolean any = record.compared() > 0;
    return new Compared(
        record.compared(),
        unexplained(record),
        record.dropped(),
        0,
        any ? Optional.of(record.begin()) : Optional.empty(),
        any ? Optional.of(record.end()) : Optional.empty());
  }

  private SortedMap<String, Long> unexplained(ShadowRecord record) {
    SortedMap<String, Long> left = new TreeMap<>();
    long listed = 0;
    for (Map.Entry<String, Long> each : record.signatures().entrySet()) {
      listed += each.getValue();
      if (known.stream().noneMatch(entry -> explains(entry, record, each.getKey()))) {
        left.put(each.getKey(), each.getValue());
      }
    }
    if (record.mismatched() > listed) { // only so many ways are kept apart
      left.put("and in other ways", record.mismatched() - listed);
    }
    return left;
  }

  private static boolean explains(Limitation entry, ShadowRecord record, String signature) {
    return entry.concerns(record.node())
        && entry.signature().matches(signature)
        && Stream.of(record.control(), record.candidate())
            .anyMatch(side -> entry.holdsFor(side.backend(), side.implementation()));
  }
}
