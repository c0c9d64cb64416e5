package dev.graft.compat.run;

import dev.graft.runtime.backend.BackendId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to run and where to write it.
 *
 * @param nodes patterns of node ids, with {@code *}; empty for all
 * @param cases patterns of case ids, with or without the node before a slash; empty for all
 * @param backends the backends; empty for all
 * @param corpus directories with case files, besides the built-in ones
 * @param builtIn whether to run the built-in cases
 * @param random how many cases to make up for each node
 * @param seed of those
 * @param search what else is made up, and which cases are played
 * @param limitations a file of known limitations, besides the built-in one
 * @param past what the run is held against
 * @param output where the reports go
 * @param timeout how long one case may take
 * @param clock for the time in the report and for review dates
 */
public record CompatOptions(
    List<String> nodes,
    List<String> cases,
    List<BackendId> backends,
    List<Path> corpus,
    boolean builtIn,
    int random,
    long seed,
    SearchOptions search,
    Optional<Path> limitations,
    PastOptions past,
    Path output,
    Duration timeout,
    Clock clock) {
  public CompatOptions {
    nodes = List.copyOf(nodes);
    cases = List.copyOf(cases);
    backends = List.copyOf(backends);
    corpus = List.copyOf(corpus);
  }

  /** All nodes, all cases, all backends; reports in {@code target/compat}. */
  public static CompatOptions defaults() {
    return new CompatOptions(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true,
        0,
        1,
        SearchOptions.DEFAULT,
        Optional.empty(),
        PastOptions.NONE,
        Path.of("target", "compat"),
        Duration.ofSeconds(10),
        Clock.systemUTC());
  }

  /** The same with so many cases for each node that are made up, from a seed. */
  public CompatOptions withRandom(int count, long from) {
    return new CompatOptions(
        nodes,
        cases,
        backends,
        corpus,
        builtIn,
        count,
        from,
        search,
        limitations,
        past,
        output,
        timeout,
        clock);
  }

  /** The same with what else is made up, and which cases are played. */
  public CompatOptions withSearch(SearchOptions chosen) {
    return new CompatOptions(
        nodes,
        cases,
        backends,
        corpus,
        builtIn,
        random,
        seed,
        chosen,
        limitations,
        past,
        output,
        timeout,
        clock);
  }

  /** The same for these nodes only. */
  public CompatOptions withNodes(List<String> patterns) {
    return new CompatOptions(
        patterns,
        cases,
        backends,
        corpus,
        builtIn,
        random,
        seed,
        search,
        limitations,
        past,
        output,
        timeout,
        clock);
  }

  /** The same for these cases only. */
  public CompatOptions withCases(List<String> patterns) {
    return new CompatOptions(
        nodes,
        patterns,
        backends,
        corpus,
        builtIn,
        random,
        seed,
        search,
        limitations,
        past,
        output,
        timeout,
        clock);
  }

  /** The same on these backends only. */
  public CompatOptions withBackends(List<BackendId> ids) {
    return new CompatOptions(
        nodes,
        cases,
        ids,
        corpus,
        builtIn,
        random,
        seed,
        search,
        limitations,
        past,
        output,
        timeout,
        clock);
  }

  /** The same with the case files of these directories. */
  public CompatOptions withCorpus(List<Path> directories) {
    return new CompatOptions(
        nodes,
        cases,
        backends,
        directories,
        builtIn,
        random,
        seed,
        search,
        limitations,
        past,
        output,
        timeout,
        clock);
  }

  /** The same without the built-in cases. */
  public CompatOptions withoutBuiltIn() {
    return new CompatOptions(
        nodes,
        cases,
        backends,
        corpus,
        false,
        random,
        seed,
        search,
        limitations,
        past,
        output,
        timeout,
        clock);
  }

  /** The same with a file of known limitations. */
  public CompatOptions withLimitations(Path file) {
    return new CompatOptions(
        nodes,
        cases,
        backends,
        corpus,
        builtIn,
        random,
        seed,
        search,
        Optional.of(file),
        past,
        output,
        timeout,
        clock);
  }

  /** The same, held against another run. */
  public CompatOptions withPast(PastOptions other) {
    return new CompatOptions(
        nodes,
        cases,
        backends,
        corpus,
        builtIn,
        random,
        seed,
        search,
        limitations,
        other,
        output,
        timeout,
        clock);
  }

  /** The same with the reports in another directory. */
  public CompatOptions withOutput(Path directory) {
    return new CompatOptions(
        nodes,
        cases,
        backends,
        corpus,
        builtIn,
        random,
        seed,
        search,
        limitations,
        past,
        directory,
        timeout,
        clock);
  }

  /** The same with another limit for one case. */
  public CompatOptions withTimeout(Duration limit) {
    return new CompatOptions(
        nodes,
        cases,
        backends,
        corpus,
        builtIn,
        random,
        seed,
        search,
        limitations,
        past,
        output,
        limit,
        clock);
  }

  /** The same at another time. */
  public CompatOptions withClock(Clock time) {
    return new CompatOptions(
        nodes,
        cases,
        backends,
        corpus,
        builtIn,
        random,
        seed,
        search,
        limitations,
        past,
        output,
        timeout,
        time);
  }

  /** Whether everything runs, so that what is missing can be told. */
  public boolean isWhole() {
    return nodes.isEmpty() && cases.isEmpty() && search.isWhole();
  }
}
