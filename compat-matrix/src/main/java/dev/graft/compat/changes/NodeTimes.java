package dev.graft.compat.changes;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long a node took in two runs, over the cases that pass in both. Single cases are too short to
 * say anything, and a run of the matrix is no benchmark: only much is told.
 */
final class NodeTimes {
  private static final double MUCH = 2;
  private static final long MIN_NANOS = 100_000_000;

  private record Place(String node, BackendId backend) {}

  private record Sum(long was, long is) {
    Sum plus(long more, long other) {
      return new Sum(was + more, is + other);
    }
  }

  private final Map<Place, Sum> sums = new LinkedHashMap<>();

  void add(Recorded was, Recorded is) {
    if (was.nanos().isPresent() && is.nanos().isPresent()) {
      long before = was.nanos().getAsLong();
      long after = is.nanos().getAsLong();
      sums.merge(
          new Place(is.node(), is.backend()),
          new Sum(before, after),
          (sum, _) -> sum.plus(before, after));
    }
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    sums.forEach(
        (place, sum) -> {
          if (isMuch(sum.was(), sum.is())) {
            changes.add(change(Change.Kind.SLOWER, place, sum));
          } else if (isMuch(sum.is(), sum.was())) {
            changes.add(change(Change.Kind.FASTER, place, sum));
          }
        });
    return changes;
  }

  private static boolean isMuch(long less, long more) {
    return more - less >= MIN_NANOS && more >= MUCH * less;
  }

  private static Change change(Change.Kind kind, Place place, Sum sum) {
    return new Change(kind, place.node(), place.backend(), millis(sum.was()), millis(sum.is()));
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
  }
}
