package dev.graft.cli;

import dev.graft.compat.run.CompatOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code graft matrix} and its questions read, and where the reports are. */
final class MatrixFiles {
  @Option(
      names = "--corpus",
      paramLabel = "FOLDER",
      description = "A folder of case files to run as well; may be repeated.")
  private List<Path> corpus = new ArrayList<>();

  @Option(
      names = "--limitations",
      paramLabel = "FILE",
      description = "Known limitations besides the built-in ones.")
  private Optional<Path> limitations = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where the reports are; target/compat if absent.")
  private Optional<Path> output = Optional.empty();

  CompatOptions options() {
    CompatOptions options = CompatOptions.defaults().selecting(every -> every.withCorpus(corpus));
    CompatOptions limited = limitations.map(options::withLimitations).orElse(options);
    return output.map(limited::withOutput).orElse(limited);
  }
}
