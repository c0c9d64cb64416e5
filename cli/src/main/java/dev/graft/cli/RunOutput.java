package dev.graft.cli;

import dev.graft.runtime.read.FileNames;
import dev.graft.runtime.write.ItemWriter;
import dev.graft.runtime.write.OutputFormat;
import dev.graft.runtime.write.PromptWriter;
import dev.graft.runtime.write.WavCoding;
import dev.graft.runtime.write.WriteOptions;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Option;

/** Where the outputs of a run go, as the command line says. */
final class RunOutput {
  private static final int ROOM = 1 << 16;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where outputs go; standard output if absent, or for -. FILE.gz is packed.")
  private Optional<Path> named = Optional.empty();

  @Option(
      names = "--output-format",
      paramLabel = "FORMAT",
      description =
          "jsonl, text, csv, wav or bytes; by default what the file's name says, else jsonl.")
  private Optional<OutputFormat> format = Optional.empty();

  @Option(
      names = "--plain",
      description = "Write ordinary JSON, and refuse values that it cannot hold.")
  private boolean plain;

  @Option(
      names = "--wav-coding",
      paramLabel = "CODING",
      description =
          "What samples of a written WAV file are: float32 (default), or pcm16, rounded and cut"
              + " off.")
  private WavCoding wavCoding = WavCoding.FLOAT32;

  private OutputFormat format() {
    return format.or(() -> file().flatMap(OutputFormat::of)).orElse(OutputFormat.JSONL);
  }

  /** The file, if there is one. */
  Optional<Path> file() {
    return Dash.file(named);
  }

  /**
   * Refuses what cannot be written.
   *
   * @throws RefusedException with the option that is wrong
   */
  void check(RunCsv csv, Optional<Path> input) throws RefusedException, IOException {
    csv.delimiter(file());
    if (plain && format() != OutputFormat.JSONL) {
      throw new RefusedException(
          "--plain: the output is written as %s, not as JSON. Leave the option out."
              .formatted(format()));
    }
    if (file().isEmpty()) {
      return;
    }
    Path path = file().get();
    FilePlaces.checkWritable("--output", path);
    if (input.isPresent() && Files.isRegularFile(path) && Files.isSameFile(path, input.get())) {
      throw new RefusedException(
          "--output: %s is the input, too, and would be lost. Name another file.".formatted(path));
    }
  }

  /** A writer; a file that was there is gone then. */
  ItemWriter writer(Terminal terminal, RunCsv csv) throws IOException, RefusedException {
    WriteOptions options = new WriteOptions(plain, csv.delimiter(file()), csv.header(), wavCoding);
    if (file().isEmpty()) {
      return PromptWriter.start(format().open(new Unclosed(terminal), Optional.empty(), options));
    }
    FileChannel channel =
        FileChannel.open(
            file().get(),
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING);
    OutputStream out = Channels.newOutputStream(channel);
    if (FileNames.isPacked(file().get())) {
      return format().open(new GZIPOutputStream(out, ROOM), Optional.empty(), options);
    }
    Optional<SeekableByteChannel> seekable =
        Optional.<SeekableByteChannel>of(channel).filter(each -> Files.isRegularFile(file().get()));
    return format().open(out, seekable, options);
  }

  /** Standard output outlives the writer. */
  private static final class Unclosed extends FilterOutputStream {
    private final Terminal terminal;

    Unclosed(Terminal terminal) {
      super(terminal.out());
      this.terminal = terminal;
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
      out.write(content, offset, length);
      if (terminal.out().checkError()) {
        throw terminal
            .outFailure()
            .map(failure -> new IOException(failure.getMessage(), failure))
            .orElseGet(() -> new IOException("standard output failed"));
      }
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
