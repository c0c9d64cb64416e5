package dev.graft.bench;

import dev.graft.runtime.plan.PipelinePlan;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain CPython, the bundled one, that calls the same Python classes with the same items: a process
 * of its own, without any part of Graft's host in it. Its outputs are checked like Graft's.
 */
final class DirectPython implements AutoCloseable {
  private static final long NANOS_PER_SAMPLE = 50_000_000;

  private final BenchCase benchCase;
  private final BundledProgram program;
  private final long started;
  private long calls;
  private long perSample = 1;
  private double coldNanos;

  private DirectPython(BenchCase benchCase, BundledProgram program, long started) {
    this.benchCase = benchCase;
    this.program = program;
    this.started = started;
  }

  /** A process that has opened the nodes and made one call, checked. */
  static DirectPython start(BenchCase benchCase, PipelinePlan plan, Workplace workplace)
      throws IOException {
    long started = System.nanoTime();
    BundledProgram program = BundledProgram.start(workplace.directProgram(), workplace);
    DirectPython direct = new DirectPython(benchCase, program, started);
    try {
      direct.open(BundledProgram.roots(workplace), plan);
    } catch (IOException | RuntimeException e) {
      direct.close();
      throw e;
    }
    return direct;
  }

  /** Nanoseconds from nothing to the first output: process, import, node, one call. */
  double coldNanos() {
    return coldNanos;
  }

  /** Nanoseconds per call, over about a twentieth of a second. */
  double sampleNanos() throws IOException {
    double each = (double) run(perSample) / perSample;
    while (each * perSample < NANOS_PER_SAMPLE / 2.0) {
      perSample = Math.max(perSample * 2, Math.round(NANOS_PER_SAMPLE / Math.max(each, 1)));
      each = (double) run(perSample) / perSample;
    }
    return each;
  }

  /** Makes one more call, whose outputs must be right, like those of all others. */
  void check() throws IOException {
    run(1);
  }

  private void open(List<String> roots, PipelinePlan plan) throws IOException {
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("roots", roots);
    request.put("nodes", plan.stages().stream().map(PeerNode::of).toList());
    request.put("item", benchCase.item());
    ask(request, 1);
    coldNanos = System.nanoTime() - started;
  }

  private long run(long count) throws IOException {
    return ask(new LinkedHashMap<>(), count);
  }

  private long ask(Map<String, @Nullable Object> request, long count) throws IOException {
    request.put("count", count);
    @Nullable Object said = program.ask(request);
    if (said instanceof Map<?, ?> answer && answer.get("nanos") instanceof Long nanos) {
      calls += count;
      OutputCheck.check(benchCase.outputs().apply(calls), answer.get("outputs"));
      return nanos;
    }
    throw new IOException("plain CPython answered " + said);
  }

  @Override
  public void close() throws IOException {
    program.close();
  }
}
