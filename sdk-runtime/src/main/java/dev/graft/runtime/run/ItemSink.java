package dev.graft.runtime.run;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the outputs of a run go. */
@FunctionalInterface
public interface ItemSink {
  /** Takes one output. */
  void accept(@Nullable Object value) throws IOException;
}
