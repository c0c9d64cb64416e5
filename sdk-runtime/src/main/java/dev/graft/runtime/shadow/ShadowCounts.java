package dev.graft.runtime.shadow;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** Counts. Only drops are counted by another thread than the shadow's own. */
final class ShadowCounts {
  private static final int DIGITS = 2;
  private static final double HALF = 50;
  private static final double P99 = 99;

  private final Histogram control = new Histogram(DIGITS);
  private final Histogram candidate = new Histogram(DIGITS);
  private final Map<String, ShadowTotals.Difference> differences = new LinkedHashMap<>();
  private final AtomicLong dropped = new AtomicLong();
  private long matched;
  private long known;
  private long mismatched;
  private long errors;

  void drop(int items) {
    dropped.addAndGet(items);
  }

  synchronized void judged(Seen seen, Seen did, ShadowVerdict verdict) {
    control.recordValue(Math.max(0, seen.nanos()));
    candidate.recordValue(Math.max(0, did.nanos()));
    switch (verdict) {
      case ShadowVerdict.Same _ -> matched += seen.weight();
      case ShadowVerdict.Known _ -> known += seen.weight();
      case ShadowVerdict.Different different -> {
        mismatched++;
        if (seen.failure().isEmpty() && did.failure().isPresent()) {
          errors++;
        }
        add(different);
      }
    }
  }

  /** States are compared beside all calls, and count only where they differ. */
  synchronized void judged(ShadowVerdict verdict) {
    if (verdict instanceof ShadowVerdict.Different different) {
      mismatched++;
      add(different);
    }
  }

  private void add(ShadowVerdict.Different found) {
    String signature = found.signature();
    ShadowTotals.Difference known = differences.get(signature);
    if (known != null) {
      differences.put(
          signature, new ShadowTotals.Difference(signature, known.count() + 1, known.where()));
    } else if (differences.size() < ShadowTotals.MOST) {
      differences.put(signature, new ShadowTotals.Difference(signature, 1, found.where()));
    }
  }

  synchronized ShadowTotals totals() {
    return new ShadowTotals(
        matched,
        known,
        mismatched,
        errors,
        dropped.get(),
        List.copyOf(differences.values()),
        latency(control),
        latency(candidate));
  }

  private static ShadowTotals.Latency latency(Histogram calls) {
    return new ShadowTotals.Latency(
        Duration.ofNanos(calls.getValueAtPercentile(HALF)),
        Duration.ofNanos(calls.getValueAtPercentile(P99)));
  }
}
