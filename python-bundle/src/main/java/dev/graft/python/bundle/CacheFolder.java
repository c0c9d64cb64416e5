package dev.graft.python.bundle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is there whole or not at all, whoever else makes it at the same time: it is filled
 * beside its place, under a lock that other processes see, and then renamed.
 *
 * @param place where it will be
 */
record CacheFolder(Path place) {
  private static final long POLL_MILLIS = 50;

  /** Fills a folder. */
  @FunctionalInterface
  interface Filling {
    void fill(Path folder) throws IOException;
  }

  /** The folder, filled now if nobody did it before. */
  Path orFill(Filling filling) throws IOException {
    if (!Files.isDirectory(place)) {
      Files.createDirectories(place.resolveSibling("."));
      Path lockFile = place.resolveSibling(place.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = lock(channel)) {
        if (!Files.isDirectory(place)) {
          make(filling);
        }
      }
    }
    return place;
  }

  private void make(Filling filling) throws IOException {
    Path parts = place.resolveSibling(place.getFileName() + ".parts");
    delete(parts); // left by a process that was killed: nobody else is here, the lock says
    Files.createDirectories(parts);
    filling.fill(parts);
    Files.move(parts, place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Waits by asking again: within one JVM a second lock is refused, not waited for. */
  private static FileLock lock(FileChannel channel) throws IOException {
    while (true) {
      @Nullable FileLock lock = tryLock(channel);
      if (lock != null) {
        return lock;
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while another process unpacks Python", e);
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
