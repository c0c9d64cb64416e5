package dev.graft.python.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The files of one {@link SharedArrays} and its workers, in a directory that only this user can
 * enter. It goes when it is closed and when this JVM ends. A JVM that is killed leaves it behind,
 * unlocked; the next one that starts takes it away.
 */
final class SegmentDirectory implements AutoCloseable {
  private static final Path IN_MEMORY = Path.of("/dev/shm");
  private static final int ATTEMPTS = 3;
  private static final int ZEROS = 1 << 20;

  private final Path path;
  private final FileChannel lock;
  private final Thread hook = new Thread(this::remove, "graft-shared-memory-end");

  private SegmentDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** A new directory: in memory where there is such a file system, else among temporary files. */
  static SegmentDirectory open() throws IOException {
    boolean inMemory = Files.isDirectory(IN_MEMORY) && Files.isWritable(IN_MEMORY);
    return open(inMemory ? IN_MEMORY : Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** A new directory in another one, which is cleared of what dead processes left there. */
  static SegmentDirectory open(Path parent) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Path path =
          Files.createTempDirectory(
              parent,
              StaleDirectories.prefix(),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path lockFile = path.resolve(StaleDirectories.LOCK);
      try {
        FileChannel lock =
            FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (lock.tryLock() != null && Files.exists(lockFile)) {
          SegmentDirectory directory = new SegmentDirectory(path, lock);
          Runtime.getRuntime().addShutdownHook(directory.hook);
          StaleDirectories.sweep(parent, Files.getOwner(path));
          return directory;
        }
        lock.close();
      } catch (NoSuchFileException e) {
        // Somebody swept the directory away before it was locked.
      }
      if (attempt == ATTEMPTS) {
        throw new IOException("no directory for shared memory can be made in " + parent);
      }
    }
  }

  Path path() {
    return path;
  }

  /** Makes and maps a file. All its memory is there: a hole would be an error at a later write. */
  MemorySegment create(String name, long capacity, Arena arena) throws IOException {
    Path file = path.resolve(name);
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(capacity, ZEROS));
      for (long written = 0; written < capacity; ) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), capacity - written));
        written += channel.write(zeros);
      }
      return channel.map(MapMode.READ_WRITE, 0, capacity, arena);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Maps a file of somebody else. */
  MemorySegment open(String name, Arena arena) throws IOException {
    try (FileChannel channel =
        FileChannel.open(path.resolve(name), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      return channel.map(MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE), arena);
    }
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the files that a worker left behind, but for those with these names. */
  void deleteAll(String prefix, Set<String> except) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, prefix + "*")) {
      for (Path file : files) {
        if (!except.contains(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException e) {
      // It is closed.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove() {
    try {
      StaleDirectories.delete(path);
      lock.close();
    } catch (IOException e) {
      // What is left is swept by whoever starts next.
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM is ending: the hook runs.
    }
    remove();
  }
}
