package dev.graft.runtime.write;

/**
 * How writers write. Each format looks at what concerns it.
 *
 * @param plain whether to write ordinary JSON and refuse what that cannot hold
 * @param delimiter what stands between two cells of CSV
 * @param header whether CSV begins with the names of the columns
 * @param wav what a sample of WAV is
 */
public record WriteOptions(boolean plain, char delimiter, boolean header, WavCoding wav) {
  /** What is right for most. */
  public static final WriteOptions DEFAULT = new WriteOptions(false, ',', true, WavCoding.FLOAT32);
}
