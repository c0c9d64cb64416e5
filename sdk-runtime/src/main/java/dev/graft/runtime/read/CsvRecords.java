package dev.graft.runtime.read;

import dev.graft.runtime.run.InputException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of CSV (RFC 4180), as lists of cells. Reads no further than to the end of a record,
 * so that whoever waits for its output gets it. A quote within a cell that does not begin with one
 * is a character like any other.
 */
final class CsvRecords implements AutoCloseable {
  private static final int END = -1;

  private final Reader in;
  private final String source;
  private final int longest;
  private final char delimiter;
  private final char[] buffer = new char[1 << 14];
  private final StringBuilder cell = new StringBuilder();
  private int at;
  private int to;

  /** Whether a line feed that comes now belongs to the carriage return before it. */
  private boolean afterReturn;

  private int size;
  private long line;
  private long ended;

  /**
   * Records.
   *
   * @param longest the most characters of one
   */
  CsvRecords(Reader in, String source, int longest, char delimiter) {
    this.in = in;
    this.source = source;
    this.longest = longest;
    this.delimiter = delimiter;
  }

  /**
   * The cells of the next record that is no empty line, null for one that is empty without quotes;
   * null at the end.
   */
  @Nullable List<@Nullable String> next() throws IOException {
    while (true) {
      line = ended + 1;
      size = 0;
      int first = read();
      if (first == END) {
        return null;
      } else if (first == '\n' && afterReturn) {
        afterReturn = false; // it belongs to the line before
      } else if (!isLineEnd(first)) {
        return cells(first);
      }
    }
  }

  private List<@Nullable String> cells(int first) throws IOException {
    List<@Nullable String> cells = new ArrayList<>();
    int next = first;
    while (true) {
      cell.setLength(0);
      boolean quoted = next == '"';
      next = quoted ? quoted() : plain(next);
      cells.add(quoted || !cell.isEmpty() ? cell.toString() : null);
      if (next != delimiter) {
        return cells;
      }
      next = read();
    }
  }

  /** Reads a cell without quotes; what ends it. */
  private int plain(int first) throws IOException {
    int next = first;
    while (next != delimiter && next != END && !isLineEnd(next)) {
      cell.append((char) next);
      next = read();
    }
    return next;
  }

  /** Reads a cell behind its opening quote; what comes after the closing one. */
  private int quoted() throws IOException {
    long opened = ended + 1;
    while (true) {
      int next = read();
      if (next == END) {
        throw new InputException(
            source + ":" + opened,
            "a quoted cell that begins here has no end. The input may be cut off, or a quote in the cell is not doubled.");
      } else if (next != '"') {
        isLineEnd(next);
        cell.append((char) next);
        continue;
      }
      next = read();
      if (next == delimiter || next == END || isLineEnd(next)) {
        return next;
      } else if (next != '"') {
        throw new InputException(
            source + ":" + (ended + 1),
            "after the closing quote of a cell comes \"%c\". Double the quotes within a cell: \"\"."
                .formatted((char) next));
      }
      cell.append('"');
    }
  }

  /** Whether a character ends a line; counts the lines, of which CR LF ends one. */
  private boolean isLineEnd(int next) {
    boolean counted = next == '\r' || (next == '\n' && !afterReturn);
    afterReturn = next == '\r';
    if (counted) {
      ended++;
    }
    return counted || next == '\n';
  }

  private int read() throws IOException {
    if (at == to && !fill()) {
      return END;
    }
    char next = buffer[at++];
    if (++size > longest) {
      throw new InputException(
          source + ":" + line,
          "the record has more than %d characters. If it is meant to, raise --max-line; else look for a quote without its partner."
              .formatted(longest));
    }
    return next;
  }

  private boolean fill() throws IOException {
    to = Math.max(0, in.read(buffer, 0, buffer.length));
    at = 0;
    return to > 0;
  }

  /** The number of the line in which the record begins, from 1. */
  long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
