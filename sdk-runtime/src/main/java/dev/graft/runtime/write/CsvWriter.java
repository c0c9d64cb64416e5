package dev.graft.runtime.write;

import dev.graft.node.ErrorKind;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import dev.graft.value.Values;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV in UTF-8 (RFC 4180, lines end with LF): a record for each dict, under a header with
 * the keys of the first one, or for each list or tuple, without a header. All must have the same
 * keys, in any order, or the same length. None is an empty cell, an empty str one with quotes.
 */
public final class CsvWriter implements ItemWriter {
  private final char delimiter;
  private static final String EMPTY = "\"\"";

  private final boolean header;
  private final OutputStream out;
  private @Nullable List<String> columns;
  private int width = -1;

  /**
   * A writer.
   *
   * @param out where to; closed with the writer
   * @param delimiter what stands between two cells
   * @param header whether dicts have a header
   */
  public CsvWriter(OutputStream out, char delimiter, boolean header) {
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.header = header;
    this.delimiter = delimiter;
  }

  @Override
  public void write(@Nullable Object value) throws IOException {
    switch (value) {
      case Map<?, ?> map -> writeDict(map);
      case List<?> list -> writeList(list);
      case Tuple tuple -> writeList(tuple.items());
      case null, default ->
          throw ValueException.of(
              ErrorKind.TYPE,
              "a record of CSV is a dict, a list or a tuple, not "
                  + Values.describe(value)
                  + ". Write --output-format jsonl");
    }
  }

  private void writeDict(Map<?, ?> map) throws IOException {
    List<String> names = columns;
    if (names == null) {
      if (width >= 0) {
        throw shape("a dict", "lists of %d".formatted(width));
      }
      names = names(map);
    } else if (map.size() != names.size() || !map.keySet().containsAll(names)) {
      throw shape("a dict with the keys " + map.keySet(), "dicts with the keys " + names);
    }
    List<@Nullable String> cells = new ArrayList<>(names.size());
    for (String name : names) {
      try {
        cells.add(CsvCells.text(map.get(name)));
      } catch (ValueException e) {
        throw e.atKey(name);
      }
    }
    if (columns == null) {
      columns = names;
      if (header) {
        record(names);
      }
    }
    record(cells);
  }

  private static List<String> names(Map<?, ?> map) {
    List<String> names = new ArrayList<>();
    for (Object key : map.keySet()) {
      if (!(key instanceof String name)) {
        throw ValueException.of(
            ErrorKind.TYPE,
            "the names of columns are str, not "
                + Values.describe(key)
                + ". Write --output-format jsonl");
      }
      Encodable.check(name);
      names.add(name);
    }
    checkWidth(names.size());
    return names;
  }

  private static void checkWidth(int size) {
    if (size == 0) {
      throw ValueException.of(
          ErrorKind.INVALID, "a record of CSV has at least one cell, and this output has none");
    }
  }

  private void writeList(List<?> list) throws IOException {
    if (columns != null) {
      throw shape("a list", "dicts with the keys " + columns);
    } else if (width >= 0 && list.size() != width) {
      throw shape("a list of %d".formatted(list.size()), "lists of %d".formatted(width));
    }
    checkWidth(list.size());
    List<@Nullable String> cells = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      try {
        cells.add(CsvCells.text(list.get(i)));
      } catch (ValueException e) {
        throw e.atItem(i);
      }
    }
    width = list.size();
    record(cells);
  }

  private static ValueException shape(String found, String before) {
    return ValueException.of(
        ErrorKind.INVALID,
        "%s does not fit the columns: the outputs before it were %s. Write --output-format jsonl, or emit one shape"
            .formatted(found, before));
  }

  private void record(List<? extends @Nullable String> cells) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        text.append(delimiter);
      }
      append(text, cells.get(i));
    }
    if (text.isEmpty()) {
      text.append(EMPTY); // or it would be an empty line, which is skipped
    }
    out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  private void append(StringBuilder text, @Nullable String cell) {
    if (cell == null) {
      return;
    } else if (!cell.isEmpty() && !needsQuotes(cell)) {
      text.append(cell);
      return;
    }
    text.append('"');
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) == '"') {
        text.append('"');
      }
      text.append(cell.charAt(i));
    }
    text.append('"');
  }

  /** A space at an end is quoted, too: some readers take it away. */
  private boolean needsQuotes(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return cell.startsWith(" ") || cell.endsWith(" ");
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
