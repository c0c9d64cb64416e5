package dev.graft.compat.run;

import dev.graft.runtime.backend.BackendId;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same on several backends at once: each of them waits most of the time. */
final class SideBySide {
  private SideBySide() {}

  /** What came of it, in the order of backends. */
  static <T, R> Map<BackendId, R> all(Map<BackendId, T> backends, Function<T, R> work) {
    Map<BackendId, R> done = new EnumMap<>(BackendId.class);
    // The compiler of GraalPy is not yet at home on virtual threads.
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
      Map<BackendId, Future<R>> running = new EnumMap<>(BackendId.class);
      backends.forEach((id, each) -> running.put(id, threads.submit(() -> work.apply(each))));
      for (Map.Entry<BackendId, Future<R>> each : running.entrySet()) {
        done.put(each.getKey(), each.getValue().get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the matrix itself failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    }
    return done;
  }
}
