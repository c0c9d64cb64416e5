package dev.graft.runtime.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How items are written in a stream. */
public enum InputFormat {
  /** One value of typed JSON in each line. */
  JSONL,
  /** One str for each line, without its line end. */
  TEXT,
  /** One dict of str for each record, by the names in the header. */
  CSV,
  /** One tuple of samples and rate for each block of audio. */
  WAV,
  /** Bytes, cut into chunks. */
  BYTES;

  /**
   * The format that a file's name promises, if it promises one; {@code .gz} at its end is left out.
   */
  public static Optional<InputFormat> of(Path file) {
    return switch (FileNames.extension(file)) {
      case "jsonl", "ndjson" -> Optional.of(JSONL);
      case "txt", "md" -> Optional.of(TEXT);
      case "csv", "tsv" -> Optional.of(CSV);
      case "wav" -> Optional.of(WAV);
      default -> Optional.empty();
    };
  }

  /**
   * A reader.
   *
   * @param in where from, unpacked; closed with the reader
   * @param source what to call it in messages
   * @throws IOException if what comes first cannot be read
   */
  public ItemReader open(InputStream in, String source, ReadOptions options) throws IOException {
    return switch (this) {
      case JSONL -> new JsonLinesReader(in, source, options.longest());
      case TEXT -> new TextLinesReader(in, source, options.longest());
      case CSV -> new CsvReader(in, source, options.longest(), options.csv());
      case WAV -> new WavReader(in, source, options.blockMillis());
      case BYTES -> new BytesReader(in, options.chunkBytes());
    };
  }

  /** The name, as the command line has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
