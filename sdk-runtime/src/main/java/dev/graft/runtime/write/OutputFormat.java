package dev.graft.runtime.write;

import dev.graft.runtime.read.FileNames;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How outputs are written to a stream. */
public enum OutputFormat {
  /** One value of typed JSON in each line. */
  JSONL,
  /** One str in each line. */
  TEXT,
  /** One record for each dict, under a header with its keys, or for each list. */
  CSV,
  /** Audio: the blocks, tuples of samples and rate, one after the other. */
  WAV,
  /** Bytes, one after the other. */
  BYTES;

  /**
   * The format that a file's name promises, if it promises one; {@code .gz} at its end is left out.
   */
  public static Optional<OutputFormat> of(Path file) {
    return switch (FileNames.extension(file)) {
      case "jsonl", "ndjson" -> Optional.of(JSONL);
      case "txt", "md" -> Optional.of(TEXT);
      case "csv", "tsv" -> Optional.of(CSV);
      case "wav" -> Optional.of(WAV);
      default -> Optional.empty();
    };
  }

  /**
   * A writer.
   *
   * @param out where to; closed with the writer
   * @param seekable the file below, if {@code out} writes to one as it is: WAV puts its sizes there
   *     when they are known
   */
  public ItemWriter open(
      OutputStream out, Optional<SeekableByteChannel> seekable, WriteOptions options) {
    return switch (this) {
      case JSONL -> new JsonLinesWriter(out, options.plain());
      case TEXT -> new TextLinesWriter(out);
      case CSV -> new CsvWriter(out, options.delimiter(), options.header());
      case WAV -> new WavWriter(out, seekable, options.wav());
      case BYTES -> new BytesWriter(out);
    };
  }

  /** The name, as the command line has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
