package dev.graft.bench;

import dev.graft.bench.report.Pairs;
import dev.graft.runtime.backend.BackendId;
import java.util.List;

/**
 * What one case took on one backend.
 *
 * @param benchCase the case
 * @param backend where it was asked to run
 * @param title what was timed
 * @param servedBy who says to have run it
 * @param nanos nanoseconds per call, one sample for each iteration
 * @param directNanos the same for plain CPython, taken right after each
 */
record Measurement(
    BenchCase benchCase,
    BackendId backend,
    String title,
    String servedBy,
    List<Double> nanos,
    List<Double> directNanos) {
  Measurement {
    nanos = List.copyOf(nanos);
    directNanos = List.copyOf(directNanos);
    if (nanos.size() != directNanos.size()) {
      throw new IllegalArgumentException(
          nanos.size() + " samples, but " + directNanos.size() + " of plain CPython");
    }
  }

  /** How many times as long as plain CPython, sample by sample. */
  List<Double> ratios() {
    return Pairs.ratios(nanos, directNanos);
  }
}
