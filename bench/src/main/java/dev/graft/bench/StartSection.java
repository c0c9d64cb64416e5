package dev.graft.bench;

import dev.graft.bench.report.Figures;
import dev.graft.bench.report.Pairs;
import dev.graft.bench.report.Section;
import dev.graft.bench.report.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long Python takes to start.
 *
 * @param first from the start of the JVM to the first result, by mode
 * @param contexts samples by name, by mode
 * @param thousand what a thousand contexts took, one after the other
 * @param workers samples by name
 */
record StartSection(
    Map<StartBench.Mode, List<Double>> first,
    Map<StartBench.Mode, Map<String, List<Double>>> contexts,
    Map<String, List<Double>> thousand,
    Map<String, List<Double>> workers)
    implements Section {
  private static final double MILLI = 1e6;
  private static final double MOST_FOR_A_CONTEXT = 60 * MILLI;
  private static final double MOST_FOR_A_LEASE = MILLI;
  private static final double MOST_WITH_CACHE = 0.4;
  private static final double MOST_GROWTH = 1.1;
  private static final double P99 = 0.99;
  private static final double MOST_FOR_A_WORKER = 10 * MILLI;
  private static final double MOST_WITH_NUMPY = 15 * MILLI;
  private static final double MOST_FOR_THE_FIRST_WORKER = 1000 * MILLI;

  StartSection {
    first = Map.copyOf(first);
    contexts = Map.copyOf(contexts);
    thousand = Map.copyOf(thousand);
    workers = Map.copyOf(workers);
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String markdown() {
    StringBuilder text =
        new StringBuilder("### First Python result after the start of the JVM\n\n");
    text.append("| | time | beside the interpreter |\n|---|---:|---:|\n");
    for (StartBench.Mode mode : StartBench.Mode.values()) {
      List<Double> samples = first.getOrDefault(mode, List.of());
      text.append(
          "| %s | %s | %s |%n"
              .formatted(
                  mode.title(),
                  Figures.interval(samples, Figures::time),
                  Figures.interval(besideNone(mode), Figures::times)));
    }
    text.append("\n### Contexts\n\n| | interpreter | optimizing runtime |\n|---|---:|---:|\n");
    row(text, "first of the JVM, with one call", "first");
    row(text, "the five after it", "early");
    for (int count : StartProbe.AT_ONCE) {
      row(text, count == 1 ? "a new one, with one call" : count + " at once", "new-" + count);
    }
    row(text, "an idle one of the pool, with node and call", "pooled");
    row(text, "hand-out by the pool in a burst", "hand-out");
    text.append(
        "| 99 %% of the hand-outs within | %s | %s |%n"
            .formatted(
                Figures.interval(p99(StartBench.Mode.INTERPRETER), Figures::time),
                Figures.interval(p99(StartBench.Mode.OPTIMIZING), Figures::time)));
    text.append("\n### A thousand contexts, one after the other, heap of 1 GiB\n\n");
    text.append("| contexts | heap in use after garbage collection |\n|---:|---:|\n");
    for (int count : StartProbe.HEAP_AFTER) {
      text.append("| %d | %.0f MiB |%n".formatted(count, heap(count)));
    }
    text.append("\n### Workers\n\n| | forked | started as a program |\n|---|---:|---:|\n");
    workerRow(text, "a child that does nothing, to its first byte", "plain", "");
    workerRow(text, "the same, NumPy imported", "plain", "-numpy");
    workerRow(text, "from the request to the hello", "hello", "");
    workerRow(text, "the same where NumPy is needed (forked: with it imported)", "hello", "-numpy");
    workerRow(text, "until a node is open", "node", "");
    workerRow(text, "until a node is open that imports NumPy", "node", "-numpy");
    text.append(
        "| first result after the start of the JVM | %s | |%n"
            .formatted(Figures.interval(worker("first"), Figures::time)));
    text.append('\n');
    verdicts(text);
    return text.toString();
  }

  private void verdicts(StringBuilder text) {
    judge(
        text,
        new Target("first result with the AOT cache beside none", MOST_WITH_CACHE, Figures::times),
        besideNone(StartBench.Mode.AOT_CACHE));
    for (StartBench.Mode mode : List.of(StartBench.Mode.INTERPRETER, StartBench.Mode.OPTIMIZING)) {
      judge(
          text,
          new Target("a new context, " + mode.title(), MOST_FOR_A_CONTEXT, Figures::time),
          samples(mode, "new-1"));
      judge(
          text,
          new Target(
              "99 % of the pool's hand-outs, " + mode.title(), MOST_FOR_A_LEASE, Figures::time),
          p99(mode));
    }
    judge(
        text,
        new Target("heap after 1,000 contexts beside 100", MOST_GROWTH, Figures::times),
        List.of(heap(StartProbe.HEAP_AFTER.getLast()) / heap(StartProbe.HEAP_AFTER.getFirst())));
    workerVerdicts(text);
  }

  private void workerVerdicts(StringBuilder text) {
    judge(
        text,
        new Target("a forked worker's hello", MOST_FOR_A_WORKER, Figures::time),
        worker("forked-hello"));
    judge(
        text,
        new Target("a forked worker's hello, with NumPy", MOST_WITH_NUMPY, Figures::time),
        worker("forked-numpy-hello"));
    judge(
        text,
        new Target(
            "first result of a worker after the start of the JVM",
            MOST_FOR_THE_FIRST_WORKER,
            Figures::time),
        worker("first"));
  }

  private void workerRow(StringBuilder text, String title, String what, String more) {
    text.append(
        "| %s | %s | %s |%n"
            .formatted(
                title,
                Figures.interval(worker("forked" + more + "-" + what), Figures::time),
                Figures.interval(worker("started" + more + "-" + what), Figures::time)));
  }

  private List<Double> worker(String name) {
    return workers.getOrDefault(name, List.of());
  }

  /** Nothing for a mode that was not measured. */
  private List<Double> besideNone(StartBench.Mode mode) {
    List<Double> samples = first.getOrDefault(mode, List.of());
    return samples.isEmpty()
        ? samples
        : Pairs.ratios(samples, first.getOrDefault(StartBench.Mode.INTERPRETER, List.of()));
  }

  private static void judge(StringBuilder text, Target target, List<Double> samples) {
    text.append(target.verdict(samples)).append('\n');
  }

  private void row(StringBuilder text, String title, String name) {
    text.append(
        "| %s | %s | %s |%n"
            .formatted(
                title,
                Figures.interval(samples(StartBench.Mode.INTERPRETER, name), Figures::time),
                Figures.interval(samples(StartBench.Mode.OPTIMIZING, name), Figures::time)));
  }

  private List<Double> samples(StartBench.Mode mode, String name) {
    return contexts.getOrDefault(mode, Map.of()).getOrDefault(name, List.of());
  }

  private List<Double> p99(StartBench.Mode mode) {
    List<Double> sorted = samples(mode, "hand-out").stream().sorted().toList();
    return sorted.isEmpty()
        ? List.of()
        : List.of(sorted.get((int) Math.ceil(sorted.size() * P99) - 1));
  }

  private double heap(int count) {
    List<Double> samples = thousand.getOrDefault("heap-" + count, List.of());
    return samples.isEmpty() ? Double.NaN : samples.getFirst();
  }

  @Override
  public Object tree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (StartBench.Mode mode : StartBench.Mode.values()) {
      Map<String, @Nullable Object> of = new LinkedHashMap<>();
      of.put("nanos_to_first_result", Figures.tree(first.getOrDefault(mode, List.of())));
      of.put("contexts", contexts.getOrDefault(mode, Map.of()));
      tree.put(mode.name().toLowerCase(Locale.ROOT), of);
    }
    tree.put("thousand", thousand);
    tree.put("workers", workers);
    return tree;
  }
}
