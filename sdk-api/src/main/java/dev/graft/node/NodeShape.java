package dev.graft.node;

/** What all nodes have in common: they are opened once before, and closed once after their work. */
public sealed interface NodeShape permits Source, Transform, Sink {
  /** Called once, before the first item. What it throws ends the run in the phase open. */
  default void open(NodeContext context) {}

  /** Called exactly once, also after an error or a cancel. */
  default void close() {}
}
