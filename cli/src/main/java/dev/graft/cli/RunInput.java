package dev.graft.cli;

import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.read.CellType;
import dev.graft.runtime.read.CsvForm;
import dev.graft.runtime.read.FileNames;
import dev.graft.runtime.read.GzipInput;
import dev.graft.runtime.read.InputFormat;
import dev.graft.runtime.read.ItemReader;
import dev.graft.runtime.read.PausingInput;
import dev.graft.runtime.read.ReadOptions;
import dev.graft.runtime.run.InputException;
import dev.graft.runtime.write.ItemWriter;
import dev.graft.runtime.write.PromptWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where the items of a run come from, as the command line says. */
final class RunInput {
  private static final Pattern IN_A_LINE = Pattern.compile(":\\d+:\\d+: ");

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description =
          "Where items come from; standard input if absent, or for -. FILE.gz is unpacked.")
  private Optional<Path> named = Optional.empty();

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description =
          "jsonl, text, csv, wav or bytes; by default what the file's name says, else jsonl.")
  private Optional<InputFormat> format = Optional.empty();

  @Option(
      names = "--csv-types",
      paramLabel = "COLUMN=TYPE",
      split = ",",
      description =
          "What cells of the input are: str (default), int, float, bool or decimal, with ? if an"
              + " empty cell is none.")
  private Map<String, String> csvTypes = new LinkedHashMap<>();

  @Option(
      names = "--block-ms",
      paramLabel = "MS",
      defaultValue = "" + ReadOptions.BLOCK_MILLIS,
      description = "How much audio of a WAV file an item has, in milliseconds (default 100).")
  private int blockMillis;

  @Option(
      names = "--chunk-bytes",
      paramLabel = "N",
      defaultValue = "" + ReadOptions.CHUNK_BYTES,
      description = "How many bytes an item of the format bytes has (default 65536).")
  private int chunkBytes;

  @Option(
      names = "--max-line",
      paramLabel = "N",
      defaultValue = "" + ReadOptions.LONGEST,
      description = "The most bytes of a line, and characters of a record of CSV (default 64 Mi).")
  private int longest;

  /** How the input is read, of what concerns CSV on both sides. */
  private ReadOptions options(RunCsv csv) throws RefusedException {
    checkRange("--max-line", longest, ReadOptions.MOST);
    checkRange("--block-ms", blockMillis, ReadOptions.MOST_BLOCK_MILLIS);
    checkRange("--chunk-bytes", chunkBytes, ReadOptions.MOST);
    Map<String, CellType> types = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : csvTypes.entrySet()) {
      try {
        types.put(each.getKey(), CellType.of(each.getValue()));
      } catch (IllegalArgumentException e) {
        throw new RefusedException(
            "--csv-types: column \"%s\": %s.".formatted(each.getKey(), e.getMessage()));
      }
    }
    return new ReadOptions(
        longest, new CsvForm(csv.delimiter(file()), csv.header(), types), blockMillis, chunkBytes);
  }

  private static void checkRange(String option, int value, int most) throws RefusedException {
    if (value < 1 || value > most) {
      throw new RefusedException("%s: %d is not from 1 to %d.".formatted(option, value, most));
    }
  }

  private InputFormat format() {
    return format.or(() -> file().flatMap(InputFormat::of)).orElse(InputFormat.JSONL);
  }

  /**
   * Refuses what cannot be read.
   *
   * @throws RefusedException with the option that is wrong
   */
  void check(PipelinePlan plan, RunCsv csv) throws RefusedException {
    options(csv);
    if (plan.hasSource() && file().isPresent()) {
      throw new RefusedException(
          "--input: node \"%s\" is a source and takes no input. Leave the option out."
              .formatted(plan.stages().getFirst().nodeId()));
    }
    if (file().isPresent() && Files.isDirectory(file().get())) {
      throw new RefusedException("--input: " + file().get() + " is a folder. Name a file.");
    }
    if (file().isPresent() && !Files.isReadable(file().get())) {
      throw new RefusedException(
          Files.exists(file().get())
              ? "--input: " + file().get() + " may not be read. Give yourself the right to."
              : "--input: there is no file " + file().get() + ". Check the path.");
    }
    if (!csvTypes.isEmpty() && format() != InputFormat.CSV) {
      throw new RefusedException(
          "--csv-types: the input is read as %s. Add --input-format csv, or leave the option out."
              .formatted(format()));
    }
  }

  /** The file, if there is one. */
  Optional<Path> file() {
    return Dash.file(named);
  }

  /**
   * What was wrong with the input. If nobody said that it is JSON, that is said: a log is a text in
   * each line.
   */
  String problem(InputException e) {
    String fact = String.valueOf(e.getMessage());
    boolean isGuess =
        format.isEmpty()
            && file().flatMap(InputFormat::of).isEmpty()
            && file().filter(path -> FileNames.extension(path).equals("json")).isEmpty();
    if (!isGuess || !IN_A_LINE.matcher(fact).find()) {
      return fact;
    }
    return "%s It was read as JSON Lines, because %s says no format: --input-format text takes each line as a text."
        .formatted(
            fact.endsWith(".") ? fact : fact + ".",
            file().isPresent() ? "its name" : "standard input");
  }

  /** The bytes of the input as they lie there. */
  CountedInput open() throws IOException {
    return new CountedInput(file().isPresent() ? Files.newInputStream(file().get()) : System.in);
  }

  /** How many bytes it has, if that is known. */
  OptionalLong size() throws IOException {
    return file().isPresent() && Files.isRegularFile(file().get())
        ? OptionalLong.of(Files.size(file().get()))
        : OptionalLong.empty();
  }

  /**
   * A reader.
   *
   * @param in what {@link #open} gave
   * @param out is told when the input pauses, if that concerns it
   */
  ItemReader reader(InputStream in, ItemWriter out, RunCsv csv)
      throws IOException, RefusedException {
    return reader(
        out instanceof PromptWriter prompt
            ? new PausingInput(in, prompt::inputPauses, prompt::inputGoesOn)
            : in,
        csv);
  }

  /**
   * A reader of which nobody is told when it pauses.
   *
   * @param in what {@link #open} gave
   */
  ItemReader reader(InputStream in, RunCsv csv) throws IOException, RefusedException {
    String name = file().map(Path::toString).orElse("<stdin>");
    boolean isPacked = file().map(FileNames::isPacked).orElse(false);
    return format().open(isPacked ? GzipInput.open(in, name) : in, name, options(csv));
  }
}
