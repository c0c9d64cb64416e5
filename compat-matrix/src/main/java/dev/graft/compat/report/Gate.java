package dev.graft.compat.report;

/**
 * One thing that a run must satisfy.
 *
 * @param id its name
 * @param count how often it was not satisfied
 * @param exitCode of a run that fails it
 * @param text what it asks for
 */
public record Gate(String id, int count, int exitCode, String text) {
  /** Whether it is satisfied. */
  public boolean ok() {
    return count == 0;
  }
}
