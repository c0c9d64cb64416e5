package dev.graft.compat.run;

import dev.graft.runtime.backend.BackendId;
import java.nio.file.Path;
import java.util.List;

/**
 * Which nodes, cases and backends. Patterns have {@code *} for any text.
 *
 * @param nodes patterns of node ids; empty for all
 * @param cases patterns of case ids, with or without the node before a slash; empty for all
 * @param backends the backends; empty for all
 * @param corpus directories with case files, besides the built-in ones
 * @param builtIn whether the built-in cases and limitations count
 */
public record Selection(
    List<String> nodes,
    List<String> cases,
    List<BackendId> backends,
    List<Path> corpus,
    boolean builtIn) {
  /** All nodes, all built-in cases, all backends. */
  public static final Selection ALL =
      new Selection(List.of(), List.of(), List.of(), List.of(), true);

  public Selection {
    nodes = List.copyOf(nodes);
    cases = List.copyOf(cases);
    backends = List.copyOf(backends);
    corpus = List.copyOf(corpus);
  }

  /** The same for these nodes only. */
  public Selection withNodes(List<String> patterns) {
    return new Selection(patterns, cases, backends, corpus, builtIn);
  }

  /** The same for these cases only. */
  public Selection withCases(List<String> patterns) {
    return new Selection(nodes, patterns, backends, corpus, builtIn);
  }

  /** The same on these backends only. */
  public Selection withBackends(List<BackendId> ids) {
    return new Selection(nodes, cases, ids, corpus, builtIn);
  }

  /** The same with the case files of these directories. */
  public Selection withCorpus(List<Path> directories) {
    return new Selection(nodes, cases, backends, directories, builtIn);
  }

  /** The same without what is built in. */
  public Selection withoutBuiltIn() {
    return new Selection(nodes, cases, backends, corpus, false);
  }

  /** The backends, in their order. */
  List<BackendId> chosenBackends() {
    return backends.isEmpty() ? List.of(BackendId.values()) : backends;
  }
}
