package dev.graft.cli;

import dev.graft.compat.store.ResultLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * How many results a run of the matrix has, counted in its own record, where each is a line at
 * once. Any thread may ask.
 */
final class ResultCount {
  private static final byte[] BEGIN = "{\"case\"".getBytes(StandardCharsets.UTF_8);
  private static final int ROOM = 1 << 16;

  private final Path file;
  private final FileTime before;
  private long read;
  private long results;
  private int matched;

  private ResultCount(Path file, FileTime before) {
    this.file = file;
    this.before = before;
  }

  /** Of a run that is about to begin and to report into a folder. */
  static ResultCount of(Path folder) {
    Path file = folder.resolve(ResultLog.FILE);
    return new ResultCount(file, modified(file));
  }

  /** Up to now. */
  synchronized long now() {
    if (modified(file).equals(before)) {
      return 0; // that is still the record of the run before
    }
    try (SeekableByteChannel in = Files.newByteChannel(file)) {
      in.position(read);
      ByteBuffer part = ByteBuffer.allocate(ROOM);
      while (in.read(part) > 0) {
        count(part.flip());
        part.clear();
      }
    } catch (IOException e) {
      // It is about a hint: what was counted stays.
    }
    return results;
  }

  private void count(ByteBuffer part) {
    read += part.remaining();
    while (part.hasRemaining()) {
      byte each = part.get();
      if (each == '\n') {
        matched = 0;
      } else if (matched >= 0 && matched < BEGIN.length && each == BEGIN[matched]) {
        matched++;
        results += matched == BEGIN.length ? 1 : 0;
      } else {
        matched = -1; // not in this line
      }
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
