package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.run.GraftRuntime;
import java.util.concurrent.TimeUnit;
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

/** A new session, a new instance, one checked call, and the end of both. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the methods in order
public class ColdCall {
  @Param("1")
  public String group;

  @Param("JAVA")
  public String backend;

  private GraftRuntime runtime;

  /** Makes the runtime; what it starts on first use is started by the warm-up. */
  @Setup(Level.Trial)
  public void open() {
    runtime = GraftRuntime.create(BackendSettings.ofUser());
  }

  /** The whole life of an instance. */
  @Benchmark
  public void life() throws Exception {
    try (OpenGroup open =
        OpenGroup.open(runtime, Group.of(group), BackendId.valueOf(backend))) {
      open.verify();
    }
  }

  /** Ends the backends. */
  @TearDown(Level.Trial)
  public void close() {
    runtime.close();
  }
}
