package dev.graft.bench.shadow;

import dev.graft.bench.files.FolderRemoval;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.shadow.ShadowSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Measures a pipeline under load with one shadowed node beside the same without a shadow. */
public final class ShadowBench {
  private static final long RATE = 2000;
  private static final long PERIOD = 1_000_000_000 / RATE;
  private static final int QUICK_ROUNDS = 40;
  private static final int FULL_ROUNDS = 200;
  private static final long ITEMS = 2500;
  private static final long WARM_UP = 500;
  private static final long CHECKED = 2000;

  private final GraftRuntime runtime;
  private final PipelinePlan plain;
  private final PipelinePlan shadowed;
  private final List<ShadowRound> rounds = new ArrayList<>();

  private ShadowBench(GraftRuntime runtime) throws ManifestException {
    this.runtime = runtime;
    this.plain = plan("");
    this.shadowed = plan(", \"shadow\": \"java\"");
  }

  /** Java, Python in a worker with its port beside it or not, Java. */
  private PipelinePlan plan(String shadow) throws ManifestException {
    String manifest =
        """
        {"version": "1", "name": "load", "nodes": [
          {"id": "first", "type": "pass-through", "backend": "java"},
          {"id": "calc", "type": "calculator", "backend": "cpython"%s,
           "params": {"operation": "modulo", "operand": 7}},
          {"id": "last", "type": "pass-through", "backend": "java"}]}
        """
            .formatted(shadow);
    return runtime.plan(ManifestReader.read(manifest, "load.json", Path.of("").toAbsolutePath()));
  }

  /** Measures. */
  public static ShadowSection run(boolean full) throws IOException {
    return run(full ? FULL_ROUNDS : QUICK_ROUNDS, ITEMS, WARM_UP);
  }

  /**
   * Measures so many rounds.
   *
   * @param items in each
   * @param warmUp so many of them are not counted
   */
  public static ShadowSection run(int rounds, long items, long warmUp) throws IOException {
    Path folder = Files.createTempDirectory("graft-shadow");
    try (GraftRuntime runtime =
        GraftRuntime.create(BackendSettings.ofUser().withMemory(folder.resolve(".graft")))) {
      ShadowBench bench = new ShadowBench(runtime);
      bench.check();
      bench.measure(items, warmUp); // the first is for the compiler
      bench.rounds.clear();
      for (int round = 1; round <= rounds; round++) {
        bench.measure(items, warmUp);
        System.err.printf("shadow round %d of %d: %s%n", round, rounds, bench.rounds.getLast());
      }
      return new ShadowSection(RATE, items - warmUp, bench.rounds);
    } catch (ManifestException | RunFailedException e) {
      throw new IOException(e);
    } finally {
      Files.walkFileTree(folder, new FolderRemoval());
    }
  }

  /** With a shadow comes out what comes out without, and the shadow has compared all of it. */
  private void check() throws RunFailedException, IOException {
    List<@Nullable Object> without = outputs(plain);
    List<@Nullable Object> with = outputs(shadowed);
    if (!without.equals(with)
        || !without.equals(LongStream.range(0, CHECKED).mapToObj(item -> item % 7).toList())) {
      throw new IOException("the pipelines do not emit the same");
    }
  }

  private List<@Nullable Object> outputs(PipelinePlan plan) throws RunFailedException {
    List<@Nullable Object> outputs = new ArrayList<>();
    try (Pipeline pipeline = runtime.open(plan)) {
      pipeline.run(ItemSource.of(LongStream.range(0, CHECKED).boxed().iterator()), outputs::add);
    }
    return outputs;
  }

  /** One run of each, the one first that was last before. */
  private void measure(long items, long warmUp) throws RunFailedException, IOException {
    boolean shadowFirst = rounds.size() % 2 == 1;
    Run one = load(shadowFirst ? shadowed : plain, items, warmUp);
    Run other = load(shadowFirst ? plain : shadowed, items, warmUp);
    Run with = shadowFirst ? one : other;
    Run without = shadowFirst ? other : one;
    ShadowSummary shadow = with.shadows().getFirst();
    if (shadow.totals().mismatched() > 0 || shadow.off().isPresent()) {
      throw new IOException("the shadow is not as it must be: " + shadow);
    }
    rounds.add(
        new ShadowRound(
            ShadowRound.Latencies.of(without.latencies()),
            ShadowRound.Latencies.of(with.latencies()),
            shadow.totals().compared(),
            shadow.totals().dropped()));
  }

  private record Run(Histogram latencies, List<ShadowSummary> shadows) {}

  private Run load(PipelinePlan plan, long items, long warmUp) throws RunFailedException {
    Arrivals arrivals = new Arrivals(items, PERIOD, warmUp);
    try (Pipeline pipeline = runtime.open(plan)) {
      return new Run(arrivals.latencies(), pipeline.run(arrivals, _ -> arrivals.done()).shadows());
    }
  }
}
