package dev.graft.compat.changes;

import dev.graft.compat.speed.Interval;
import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A node that lost much of its speed beside CPython. Machines have bad days, so one run alone
 * decides nothing: a loss counts when the run before had it too.
 *
 * @param node the node
 * @param backend where it lost
 * @param was how many times as fast as CPython it was: the median of the runs before
 * @param is how many times as fast it is
 * @param again whether the run before had lost as much
 */
public record SpeedLoss(String node, BackendId backend, Interval was, Interval is, boolean again) {
  /** How many times slower at least, from the end of one interval to the other's beginning. */
  public static final double MUCH = 1.5;

  /**
   * The losses of a run.
   *
   * @param before the runs before it
   * @param now the nodes of the run
   */
  public static List<SpeedLoss> of(History before, List<PastRun> now) {
    List<SpeedLoss> losses = new ArrayList<>();
    for (PastRun run : now) {
      run.speeds()
          .forEach(
              (backend, is) -> {
                List<Interval> earlier =
                    before.of(run.node()).stream()
                        .flatMap(past -> Stream.ofNullable(past.speeds().get(backend)))
                        .toList();
                between(earlier, is)
                    .map(loss -> new SpeedLoss(run.node(), backend, loss.was, is, loss.again))
                    .ifPresent(losses::add);
              });
    }
    return losses;
  }

  private record Found(Interval was, boolean again) {}

  private static Optional<Found> between(List<Interval> earlier, Interval is) {
    if (earlier.size() > 1) {
      Interval was = median(earlier.subList(0, earlier.size() - 1));
      if (isMuch(was, is) && isMuch(was, earlier.getLast())) {
        return Optional.of(new Found(was, true));
      }
    }
    return Optional.of(earlier)
        .filter(all -> !all.isEmpty())
        .map(SpeedLoss::median)
        .filter(was -> isMuch(was, is))
        .map(was -> new Found(was, false));
  }

  /** Of an even number the faster one, so that the first slow run does not become the measure. */
  private static Interval median(List<Interval> all) {
    List<Interval> sorted =
        all.stream().sorted(Comparator.comparingDouble(Interval::value)).toList();
    return Objects.requireNonNull(sorted.get(sorted.size() / 2));
  }

  private static boolean isMuch(Interval was, Interval is) {
    return is.high() * MUCH < was.low();
  }
}
