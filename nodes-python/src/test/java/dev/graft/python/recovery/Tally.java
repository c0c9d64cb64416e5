package dev.graft.python.recovery;

import java.util.ArrayList;
import java.util.List;

/** What the tally of the faulty nodes gives for items from 0 on, if nothing goes wrong. */
final class Tally {
  private static final long FACTOR = 31;
  private static final long MODULUS = 1_000_003;

  private long count;
  private long sum;

  /** The outputs for one item. */
  List<List<Object>> take(long item) {
    count++;
    sum = (sum * FACTOR + item) % MODULUS;
    List<List<Object>> outputs = new ArrayList<>();
    outputs.add(List.of(item, count, sum));
    if (item % 3 == 0) {
      outputs.add(List.of(item, "again"));
    }
    return outputs;
  }

  /** The outputs of a run of so many items. */
  static List<Object> run(long items) {
    Tally tally = new Tally();
    List<Object> outputs = new ArrayList<>();
    for (long i = 0; i < items; i++) {
      outputs.addAll(tally.take(i));
    }
    outputs.add(List.of("end", tally.count));
    outputs.add(List.of("sum", tally.sum));
    return outputs;
  }

  long count() {
    return count;
  }

  long sum() {
    return sum;
  }
}
