package dev.graft.runtime.read;

import java.util.Map;

/**
 * How CSV is read.
 *
 * @param delimiter what stands between two cells
 * @param header whether the first record has the names of the columns; without it an item is a list
 * @param types the types of cells by the name of their column, or its number from 1 where there is
 *     no header; all others are str
 */
public record CsvForm(char delimiter, boolean header, Map<String, CellType> types) {
  /** Commas, a header, and str everywhere. */
  public static final CsvForm COMMAS = new CsvForm(',', true, Map.of());

  public CsvForm {
    types = Map.copyOf(types);
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
      throw new IllegalArgumentException("quotes and line ends cannot stand between cells");
    }
  }
}
