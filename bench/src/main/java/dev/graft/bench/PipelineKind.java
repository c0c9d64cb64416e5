package dev.graft.bench;

/** The pipelines that take turns: three nodes each but where the title says otherwise. */
enum PipelineKind {
  /** The generated node objects, called by hand. */
  HAND("the same three Java nodes, called by hand", 200_000, ""),
  JAVA("Java → Java → Java", 200_000, "jjj"),
  FAN_OUT("Java → two Java nodes", 100_000, "jf"),
  GRAALPY("one GraalPy node", 40_000, "g"),
  WORKER("one CPython node", 20_000, "c"),
  WORKER_SINGLY("one CPython node, one item at a time", 2_000, "s"),
  JAVA_GRAALPY("Java → GraalPy", 40_000, "jg"),
  MIXED("Java → GraalPy → CPython", 20_000, "jgc"),
  MIXED_SINGLY("Java → GraalPy → CPython, one item at a time", 2_000, "jgs");

  /** What all nodes are. */
  static final String TYPE = "calculator";

  static final long FACTOR = 2;

  private final String title;
  private final int items;

  /**
   * A letter for each node: j in Java, g on GraalPy, c in a worker, s in a worker that gets one
   * item at a time, f for two in Java that take the same.
   */
  private final String nodes;

  PipelineKind(String title, int items, String nodes) {
    this.title = title;
    this.items = items;
    this.nodes = nodes;
  }

  String title() {
    return title;
  }

  /** How many items a run has. */
  int items() {
    return items;
  }

  String nodes() {
    return nodes;
  }

  /** The sum of the outputs, if the items are the numbers from 0. */
  long sum() {
    long sum = 0;
    for (long item = 0; item < items; item++) {
      sum += this == HAND ? output(JAVA.nodes, item) : output(nodes, item);
    }
    return sum;
  }

  private static long output(String nodes, long item) {
    long value = item;
    for (int i = 0; i < nodes.length(); i++) {
      value = FACTOR * value;
      if (nodes.charAt(i) == 'f') { // a pair adds up to as much again
        value = FACTOR * value;
      }
    }
    return value;
  }

  /** How many outputs a run has. */
  int outputs() {
    return nodes.endsWith("f") ? 2 * items : items;
  }

  /** The manifest. */
  String manifest() {
    StringBuilder specs = new StringBuilder();
    StringBuilder connections = new StringBuilder();
    for (int i = 0; i < nodes.length(); i++) {
      switch (nodes.charAt(i)) {
        case 'j' -> add(specs, "n" + i, "\"backend\": \"java\"");
        case 'g' -> add(specs, "n" + i, "\"backend\": \"graalpy\"");
        case 'c' -> add(specs, "n" + i, "\"backend\": \"cpython\"");
        // Where each item has a deadline, each goes by itself.
        case 's' -> add(specs, "n" + i, "\"backend\": \"cpython\", \"deadline_ms\": 60000");
        default -> {
          for (String id : new String[] {"left", "right"}) {
            add(specs, id, "\"backend\": \"java\"");
            connections.append(connections.isEmpty() ? "" : ", ");
            connections.append("{\"from\": \"n%d\", \"to\": \"%s\"}".formatted(i - 1, id));
          }
        }
      }
    }
    return """
        {"version": "1", "name": "bench", "nodes": [%s], "connections": [%s]}
        """
        .formatted(specs, connections);
  }

  private static void add(StringBuilder specs, String id, String more) {
    specs.append(specs.isEmpty() ? "" : ", ");
    specs.append(
        "{\"id\": \"%s\", \"type\": \"%s\", \"params\": {\"operation\": \"multiply\", \"operand\": %d}, %s}"
            .formatted(id, TYPE, FACTOR, more));
  }
}
