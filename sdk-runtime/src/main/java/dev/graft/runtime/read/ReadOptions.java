package dev.graft.runtime.read;

/**
 * How readers read. Each format looks at what concerns it.
 *
 * @param longest the most bytes of a line, and characters of a record of CSV
 * @param csv how CSV is read
 * @param blockMillis how much audio an item has, in milliseconds
 * @param chunkBytes how many bytes an item has
 */
public record ReadOptions(int longest, CsvForm csv, int blockMillis, int chunkBytes) {
  /** 64 MiB. */
  public static final int LONGEST = 64 << 20;

  /** The most that can be asked for: 1 GiB. */
  public static final int MOST = 1 << 30;

  /** A tenth of a second. */
  public static final int BLOCK_MILLIS = 100;

  /** A minute. */
  public static final int MOST_BLOCK_MILLIS = 60_000;

  /** 64 KiB. */
  public static final int CHUNK_BYTES = 1 << 16;

  /** What is right for most. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(LONGEST, CsvForm.COMMAS, BLOCK_MILLIS, CHUNK_BYTES);

  public ReadOptions {
    check("longest", longest, MOST);
    check("blockMillis", blockMillis, MOST_BLOCK_MILLIS);
    check("chunkBytes", chunkBytes, MOST);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s is %d, but must be from 1 to %d".formatted(name, value, most));
    }
  }
}
