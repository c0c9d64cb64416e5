package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Ten seconds of stereo at 48 kHz through a Java node; after each iteration Python does the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH injects, then calls the set-up
public class AudioBenchmark {
  private static final long RATE = 48_000;
  private static final int CHANNELS = 2;
  private static final int SECONDS = 10;
  private static final double LOUDNESS = 0.3;

  /** What is done. */
  @Param("RESAMPLE")
  public String work;

  private Workplace workplace;
  private AudioWork chosen;
  private BackendSession session;
  private HostedNode node;
  private Tuple item;
  private AudioPython python;
  private long calls;
  private List<@Nullable Object> last = List.of();

  /** Opens both, and checks that they do the same. */
  @Setup
  public void open() throws Exception {
    open(Workplace.open());
  }

  void open(Workplace place) throws Exception {
    workplace = place;
    chosen = AudioWork.valueOf(work);
    NdArray samples = samples();
    item = Tuple.of(samples, RATE);
    session = place.session(BackendId.JAVA);
    node =
        place.open(
            place
                .runtime()
                .plan(ManifestReader.read(chosen.manifest(), "bench.json", place.folder())),
            session);
    python = AudioPython.start(chosen, samples, place);
    call();
    check();
  }

  private static NdArray samples() {
    Random random = new Random(1);
    int length = (int) (SECONDS * RATE);
    float[] samples = new float[CHANNELS * length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (random.nextGaussian() * LOUDNESS);
    }
    return NdArray.of(samples, CHANNELS, length);
  }

  /** The ten seconds. */
  @Benchmark
  public List<@Nullable Object> call() throws NodeFailureException {
    List<@Nullable Object> outputs = new ArrayList<>();
    node.process(List.of(Item.of(calls++, item)), outputs::add);
    last = outputs;
    return outputs;
  }

  void check() throws IOException {
    AudioCheck.check(chosen, last.getFirst(), python.outputs());
  }

  /** Lets Python do the same work. */
  @TearDown(Level.Iteration)
  public void compare(IterationParams iteration) throws IOException {
    double nanos = python.sampleNanos();
    if (iteration.getType() == IterationType.MEASUREMENT) {
      TrialLog.direct(nanos);
    }
  }

  /** Checks the last call and closes everything. */
  @TearDown
  public void close() throws Exception {
    closeNode();
    workplace.close();
  }

  void closeNode() throws Exception {
    try (AudioPython beside = python) {
      AudioCheck.check(chosen, last.getFirst(), beside.outputs());
      node.close();
    } finally {
      session.close();
    }
  }
}
