package dev.graft.python.graalpy;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Follows all links of a path, as the system would, but also of one whose end does not exist yet:
 * where a file would come to lie must be known before it is made.
 */
final class RealPath {
  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private final Path given;
  private final boolean followLast;

  /** What is still to be walked, the next name first. */
  private final Deque<Path> names = new ArrayDeque<>();

  private Path real;
  private int links;

  private RealPath(Path given, boolean followLast) {
    this.given = given;
    this.followLast = followLast;
    this.real = given.getRoot();
    given.forEach(names::addLast);
  }

  /**
   * Where a path leads.
   *
   * @param path absolute; may hold {@code ..}
   * @param followLast whether the last name is followed if it is a link, or stands for the link
   */
  static Path of(Path path, boolean followLast) throws IOException {
    return new RealPath(path, followLast).walk();
  }

  private Path walk() throws IOException {
    while (!names.isEmpty()) {
      Path name = names.removeFirst();
      switch (name.toString()) {
        case "", "." -> {}
        case ".." -> {
          Path parent = real.getParent();
          real = parent == null ? real : parent;
        }
        default -> enter(real.resolve(name));
      }
    }
    return real;
  }

  private void enter(Path next) throws IOException {
    if ((names.isEmpty() && !followLast) || !Files.isSymbolicLink(next)) {
      real = next;
      return;
    }
    if (++links > MOST_LINKS) {
      throw new FileSystemLoopException(given.toString());
    }
    Path target = Files.readSymbolicLink(next);
    if (target.isAbsolute()) {
      real = target.getRoot();
    }
    for (int i = target.getNameCount() - 1; i >= 0; i--) {
      names.addFirst(target.getName(i));
    }
  }
}
