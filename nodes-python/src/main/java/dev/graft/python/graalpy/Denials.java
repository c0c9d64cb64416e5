package dev.graft.python.graalpy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What was denied of late, so that the failure of a node can say which grant it lacks: the engine
 * tells Python no more than that permission was denied, or that there is no such file. Safe for use
 * by several threads.
 */
final class Denials {
  /** Who looks for a module asks for many files; the one that a node misses is among the last. */
  private static final int REMEMBERED = 64;

  private final SequencedMap<Path, Access> denied = new LinkedHashMap<>();

  /** How somebody wanted to use a path. */
  enum Access {
    READ("reading", "read"),
    LIST("listing", "read"),
    WRITE("writing", "write");

    private final String doing;
    private final String permission;

    Access(String doing, String permission) {
      this.doing = doing;
      this.permission = permission;
    }
  }

  /** Something was denied. */
  synchronized void add(Access access, Path absolute) {
    denied.putLast(absolute.normalize(), access);
    if (denied.size() > REMEMBERED) {
      denied.pollFirstEntry();
    }
  }

  /**
   * What was denied at a path and how to allow it; empty if nothing was.
   *
   * @param absolute the path
   * @param given the same as the node wrote it: a relative grant is good wherever the manifest lies
   */
  synchronized Optional<String> explain(Path absolute, Path given) {
    return Optional.ofNullable(denied.get(absolute.normalize()))
        .map(
            access ->
                "denied: %s %s; grant it with \"permissions\": [\"%s:%s\"]"
                    .formatted(
                        access.doing,
                        given.normalize(),
                        access.permission,
                        root(access, given.normalize())));
  }

  /** The folder of a file, for one seldom needs a single file; but never the whole machine. */
  private static Path root(Access access, Path path) {
    Path parent = path.getParent();
    return access == Access.LIST || parent == null || parent.getNameCount() == 0 ? path : parent;
  }
}
