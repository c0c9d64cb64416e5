package dev.graft.runtime.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One reading of a tree: gathers all that is wrong with it. Not safe for several threads. */
public final class Reading {
  private final Path directory;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * A new one.
   *
   * @param directory where relative paths in the tree start
   */
  public Reading(Path directory) {
    this.directory = directory;
  }

  /** A path of the tree, made absolute if it can be. */
  public Path resolve(String path) {
    return directory.resolve(path);
  }

  /** Where relative paths start. */
  public Path directory() {
    return directory;
  }

  /** Notes what is wrong with a value. */
  public void found(String path, String fact) {
    findings.add(new Finding(path, false, fact));
  }

  /** Notes what is wrong with a key. */
  public void foundKey(String path, String fact) {
    findings.add(new Finding(path, true, fact));
  }

  /** All that was found, in the order of reading. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * Something that is wrong.
   *
   * @param path the way to it, for example {@code nodes[1].params}
   * @param isKey whether its key is wrong rather than its value
   * @param fact what is wrong and how to mend it
   */
  public record Finding(String path, boolean isKey, String fact) {}
}
