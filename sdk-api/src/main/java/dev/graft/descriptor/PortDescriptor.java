package dev.graft.descriptor;

/**
 * A place where items enter or leave a node.
 *
 * @param name snake_case; {@code in} and {@code out} where a node has one of each
 * @param type what passes through it
 */
public record PortDescriptor(String name, ValueType type) {
  /** The input of a node that has one. */
  public static PortDescriptor in(ValueType type) {
    return new PortDescriptor("in", type);
  }

  /** The output of a node that has one. */
  public static PortDescriptor out(ValueType type) {
    return new PortDescriptor("out", type);
  }
}
