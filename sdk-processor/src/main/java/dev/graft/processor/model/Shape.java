package dev.graft.processor.model;

import java.util.List;

/** The three things that a node can be. */
public enum Shape {
  SOURCE("Source"),
  TRANSFORM("Transform"),
  SINK("Sink");

  private final String simpleName;

  Shape(String simpleName) {
    this.simpleName = simpleName;
  }

  /** The interface's simple name. */
  public String simpleName() {
    return simpleName;
  }

  /** The interface's qualified name. */
  public String qualifiedName() {
    return "dev.graft.node." + simpleName;
  }

  /** The roles of its type arguments, in order. */
  public List<String> ports() {
    return switch (this) {
      case SOURCE -> List.of("out");
      case TRANSFORM -> List.of("in", "out");
      case SINK -> List.of("in");
    };
  }
}
