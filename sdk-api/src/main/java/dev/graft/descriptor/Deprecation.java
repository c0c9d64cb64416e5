package dev.graft.descriptor;

/**
 * That a node should not be used any more. It still runs.
 *
 * @param reason why, one sentence
 * @param replacedBy the catalogue id of the node to use instead, or empty
 */
public record Deprecation(String reason, String replacedBy) {
  @Override
  public String toString() {
    return replacedBy.isEmpty() ? reason : "%s Use \"%s\" instead.".formatted(reason, replacedBy);
  }
}
