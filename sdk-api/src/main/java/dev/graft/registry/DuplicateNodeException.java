package dev.graft.registry;

import java.util.List;

/** Two nodes of one language have one id. */
public final class DuplicateNodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * The id and where its definitions are.
   *
   * @param id the catalogue id
   * @param places classes or files, each of which claims it
   */
  public DuplicateNodeException(String id, List<String> places) {
    super(
        "node id \"%s\" is defined more than once: %s. Rename one of them, or leave one out."
            .formatted(id, String.join(" and ", places)));
  }
}
