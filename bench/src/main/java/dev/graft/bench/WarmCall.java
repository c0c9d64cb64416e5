package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.run.GraftRuntime;
import java.util.List;
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

/** One call of an instance that is used again and again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the methods in order
public class WarmCall {
  @Param("3a")
  public String group;

  @Param("JAVA")
  public String backend;

  private GraftRuntime runtime;
  private OpenGroup open;

  /** Opens the nodes and checks the first outputs. */
  @Setup(Level.Trial)
  public void open() throws Exception {
    runtime = GraftRuntime.create(BackendSettings.ofUser());
    open = OpenGroup.open(runtime, Group.of(group), BackendId.valueOf(backend));
    open.verify();
    System.out.println("# served by: " + open.implementation());
  }

  /** One call. */
  @Benchmark
  public List<@Nullable Object> call() throws NodeFailureException {
    return open.call();
  }

  /** Checks the last outputs and closes. */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    open.verify();
    open.close();
    runtime.close();
  }
}
