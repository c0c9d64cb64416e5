package dev.graft.runtime.read;

import dev.graft.runtime.run.InputException;
import dev.graft.value.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV in UTF-8 (RFC 4180): one dict for each record, by the names in the header, or a list
 * where there is none. A cell is a str unless its column was given a type. Empty lines are skipped;
 * a record with more or fewer cells than the header is an error. Holds one record in memory.
 */
public final class CsvReader implements ItemReader {
  private final CsvRecords records;
  private final String source;
  private final CsvForm form;
  private @Nullable List<String> names;
  private List<CellType> types = List.of();
  private @Nullable Object value;

  /**
   * A reader.
   *
   * @param in where from; closed with the reader
   * @param source what to call it in messages
   * @param longest the most characters of a record
   */
  public CsvReader(InputStream in, String source, int longest, CsvForm form) {
    this.records = new CsvRecords(new Utf8Reader(in, source), source, longest, form.delimiter());
    this.source = source;
    this.form = form;
  }

  @Override
  public boolean next() throws IOException {
    if (names == null) {
      List<@Nullable String> first = records.next();
      if (first == null) {
        return false;
      }
      begin(first);
      if (!form.header()) {
        value = values(first);
        return true;
      }
    }
    List<@Nullable String> cells = records.next();
    if (cells == null) {
      return false;
    }
    value = form.header() ? entries(cells) : values(cells);
    return true;
  }

  private void begin(List<@Nullable String> first) throws InputException {
    List<String> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < first.size(); i++) {
      String name = form.header() ? text(first.get(i)) : Integer.toString(i + 1);
      if (!seen.add(name)) {
        throw new InputException(
            place(),
            "two columns are called \"%s\". Rename one of them, or read lists: --no-csv-header."
                .formatted(name));
      }
      columns.add(name);
    }
    for (String name : form.types().keySet()) {
      if (!seen.contains(name)) {
        throw new InputException(
            place(),
            "there is no column \"%s\", for which --csv-types gives a type. %s"
                .formatted(name, Suggestions.hint(name, columns)));
      }
    }
    types = columns.stream().map(name -> form.types().getOrDefault(name, CellType.STR)).toList();
    names = columns;
  }

  private static String text(@Nullable String cell) {
    return cell == null ? "" : cell;
  }

  private Map<String, @Nullable Object> entries(List<@Nullable String> cells)
      throws InputException {
    List<@Nullable Object> values = values(cells);
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      entries.put(names().get(i), values.get(i));
    }
    return entries;
  }

  private List<@Nullable Object> values(List<@Nullable String> cells) throws InputException {
    if (cells.size() != types.size()) {
      throw new InputException(
          place(),
          "expected %d cells, as in the first record, found %d. Quote cells that have a '%s' or a line end, or mend the record."
              .formatted(
                  types.size(), cells.size(), form.delimiter() == '\t' ? "\\t" : form.delimiter()));
    }
    List<@Nullable Object> values = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      try {
        values.add(types.get(i).read(cells.get(i)));
      } catch (IllegalArgumentException e) {
        throw new InputException(
            place(),
            "column \"%s\": %s. Mend the cell, or change --csv-types."
                .formatted(names().get(i), e.getMessage()));
      }
    }
    return values;
  }

  private List<String> names() {
    return names == null ? List.of() : names;
  }

  /** Where the record begins. */
  private String place() {
    return source + ":" + records.line();
  }

  @Override
  public @Nullable Object value() {
    return value;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
