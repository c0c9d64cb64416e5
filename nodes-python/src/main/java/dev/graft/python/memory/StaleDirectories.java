package dev.graft.python.memory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Directories of JVMs that were killed. A living one holds a lock on a file in its own, which the
 * system takes away from a dead one; the process in the name only tells this JVM's own apart, whose
 * locks it must not touch.
 */
final class StaleDirectories {
  static final String LOCK = "lock";
  private static final String KIND = "graft-memory-";

  private StaleDirectories() {}

  /** The start of the names of this JVM's directories. */
  static String prefix() {
    ProcessHandle self = ProcessHandle.current();
    long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return KIND + self.pid() + "-" + started + "-";
  }

  /** Deletes the directories of a user in which no JVM lives. */
  static void sweep(Path parent, UserPrincipal user) throws IOException {
    String own = prefix();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, KIND + "*")) {
      for (Path directory : found) {
        if (!directory.getFileName().toString().startsWith(own)) {
          sweepOne(directory, user);
        }
      }
    }
  }

  private static void sweepOne(Path directory, UserPrincipal user) {
    try {
      // Nobody else can replace what belongs to this user, in a directory of temporary files.
      if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
          || !Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(user)) {
        return;
      }
      try (FileChannel lock =
          FileChannel.open(
              directory.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        if (lock.tryLock() != null) {
          delete(directory);
        }
      } catch (NoSuchFileException e) {
        if (!isBeingMade(directory)) {
          delete(directory);
        }
      }
    } catch (IOException e) {
      // Somebody else is sweeping it.
    }
  }

  private static boolean isBeingMade(Path directory) {
    String pid = directory.getFileName().toString().substring(KIND.length()).split("-", 2)[0];
    try {
      return ProcessHandle.of(Long.parseLong(pid)).isPresent();
    } catch (NumberFormatException e) {
      return true; // not one of ours
    }
  }

  /** Deletes a directory and its files, the lock last: until then it is somebody's. */
  static void delete(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory)) {
      found.forEach(files::add);
    }
    for (Path file : files) {
      if (!file.endsWith(LOCK)) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(directory.resolve(LOCK));
    Files.deleteIfExists(directory);
  }
}
