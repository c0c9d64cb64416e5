package dev.graft.params;

/**
 * One thing that is wrong with the parameters of a node.
 *
 * @param code what rule is broken, for example {@code unknown}, {@code missing} or {@code type}
 * @param path where, for example {@code params.operation}
 * @param fact what is wrong and how to mend it, one sentence without the path
 */
public record Violation(String code, String path, String fact) {
  @Override
  public String toString() {
    return path + ": " + fact;
  }
}
