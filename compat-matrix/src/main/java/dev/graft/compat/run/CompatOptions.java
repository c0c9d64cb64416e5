package dev.graft.compat.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What to run and where to write it.
 *
 * @param selection which nodes, cases and backends
 * @param random how many cases to make up for each node
 * @param seed of those
 * @param search what else is made up, and which cases are played
 * @param limitations a file of known limitations, besides the built-in one
 * @param past what the run is held against
 * @param output where the reports go
 * @param memories what runs found out elsewhere: folders {@code .graft}
 * @param timeout how long one case may take
 * @param clock for the time in the report and for review dates
 */
public record CompatOptions(
    Selection selection,
    int random,
    long seed,
    SearchOptions search,
    Optional<Path> limitations,
    PastOptions past,
    Path output,
    List<Path> memories,
    Duration timeout,
    Clock clock) {
  public CompatOptions {
    memories = List.copyOf(memories);
  }

  /** All nodes, all cases, all backends; reports in {@code target/compat}. */
  public static CompatOptions defaults() {
    return new CompatOptions(
        Selection.ALL,
        0,
        1,
        SearchOptions.DEFAULT,
        Optional.empty(),
        PastOptions.NONE,
        Path.of("target", "compat"),
        List.of(),
        Duration.ofSeconds(10),
        Clock.systemUTC());
  }

  /** The same for other nodes, cases or backends. */
  public CompatOptions selecting(UnaryOperator<Selection> choice) {
    return new CompatOptions(
        choice.apply(selection),
        random,
        seed,
        search,
        limitations,
        past,
        output,
        memories,
        timeout,
        clock);
  }

  /** The same with so many cases for each node that are made up, from a seed. */
  public CompatOptions withRandom(int count, long from) {
    return new CompatOptions(
        selection, count, from, search, limitations, past, output, memories, timeout, clock);
  }

  /** The same with what else is made up, and which cases are played. */
  public CompatOptions withSearch(SearchOptions chosen) {
    return new CompatOptions(
        selection, random, seed, chosen, limitations, past, output, memories, timeout, clock);
  }

  /** The same with a file of known limitations. */
  public CompatOptions withLimitations(Path file) {
    return new CompatOptions(
        selection, random, seed, search, Optional.of(file), past, output, memories, timeout, clock);
  }

  /** The same, held against another run. */
  public CompatOptions withPast(PastOptions other) {
    return new CompatOptions(
        selection, random, seed, search, limitations, other, output, memories, timeout, clock);
  }

  /** The same with the reports in another directory. */
  public CompatOptions withOutput(Path directory) {
    return new CompatOptions(
        selection, random, seed, search, limitations, past, directory, memories, timeout, clock);
  }

  /** The same, with what runs found out in these memories of projects. */
  public CompatOptions withMemories(List<Path> folders) {
    return new CompatOptions(
        selection, random, seed, search, limitations, past, output, folders, timeout, clock);
  }

  /** The same with another limit for one case. */
  public CompatOptions withTimeout(Duration limit) {
    return new CompatOptions(
        selection, random, seed, search, limitations, past, output, memories, limit, clock);
  }

  /** The same at another time. */
  public CompatOptions withClock(Clock time) {
    return new CompatOptions(
        selection, random, seed, search, limitations, past, output, memories, timeout, time);
  }

  /** Whether everything runs, so that what is missing can be told. */
  public boolean isWhole() {
    return selection.nodes().isEmpty() && selection.cases().isEmpty() && search.isWhole();
  }
}
