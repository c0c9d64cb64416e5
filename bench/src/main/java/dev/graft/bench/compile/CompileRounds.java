package dev.graft.bench.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;

/**
 * Nodes that are compiled with the processor and, together with what it wrote, without.
 *
 * <p>All in one JVM that is warm: a fresh compiler is interpreted for most of a build, and so would
 * hide what the processor itself costs behind the start of Java. It is a fresh one that a build
 * has, but the ratio there is that of two programs that start, not of two amounts of work.
 */
final class CompileRounds {
  private final int count;
  private final Compiler compiler;
  private final List<SourceText> sources;
  private final List<SourceText> all = new ArrayList<>();
  private final List<Compiler.Cost> with = new ArrayList<>();
  private final List<Compiler.Cost> without = new ArrayList<>();

  /** Nodes with everything that the processor writes for them, checked. */
  CompileRounds(int count, Compiler compiler) throws IOException {
    this.count = count;
    this.compiler = compiler;
    this.sources = NodeSources.of(count);
    compiler.withProcessor(sources);
    all.addAll(sources);
    all.addAll(compiler.writtenSources());
    SortedMap<String, byte[]> classes = compiler.classFiles();
    int expected = 2 * count + 1; // a factory for each, and the list of them
    if (all.size() != expected) {
      throw new IOException(expected + " sources were expected, there are " + all.size());
    }
    compiler.without(all);
    checkEqual(classes, compiler.classFiles());
  }

  private static void checkEqual(SortedMap<String, byte[]> with, SortedMap<String, byte[]> without)
      throws IOException {
    if (!with.keySet().equals(without.keySet())) {
      throw new IOException("other classes: " + with.keySet() + " and " + without.keySet());
    }
    for (String name : with.keySet()) {
      if (!Arrays.equals(with.get(name), without.get(name))) {
        throw new IOException(name + " differs when it is compiled without the processor");
      }
    }
  }

  /** One measurement of each; which comes first changes from round to round. */
  void measure() throws IOException {
    boolean processorFirst = with.size() % 2 == 0;
    if (processorFirst) {
      with.add(compiler.withProcessor(sources));
    }
    without.add(compiler.without(all));
    if (!processorFirst) {
      with.add(compiler.withProcessor(sources));
    }
  }

  /** What was measured so far. */
  CompileSection.Size size() {
    return new CompileSection.Size(
        count,
        samples(with, Compiler.Cost::wall),
        samples(without, Compiler.Cost::wall),
        samples(with, Compiler.Cost::processor),
        samples(without, Compiler.Cost::processor));
  }

  private static List<Double> samples(
      List<Compiler.Cost> costs, ToDoubleFunction<Compiler.Cost> part) {
    return costs.stream().map(part::applyAsDouble).toList();
  }
}
