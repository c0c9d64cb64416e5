package dev.graft.runtime.run;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The way out of a pipeline, for all lanes that lead there. */
final class Outputs {
  private ItemSink sink = value -> {};
  private long count;

  /** Names the sink, before the first value. */
  synchronized void to(ItemSink target) {
    sink = target;
  }

  synchronized void add(@Nullable Object value) throws IOException {
    sink.accept(value);
    count++;
  }

  synchronized long count() {
    return count;
  }
}
