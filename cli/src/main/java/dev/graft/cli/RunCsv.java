package dev.graft.cli;

import dev.graft.runtime.read.FileNames;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How CSV looks, in the input and the output of a run. */
final class RunCsv {
  @Option(
      names = "--csv-delimiter",
      paramLabel = "CHAR",
      description =
          "What stands between two cells of CSV, tab for a tab; by default a comma, in .tsv a tab.")
  private Optional<String> delimiter = Optional.empty();

  @Option(
      names = "--no-csv-header",
      negatable = false,
      description = "CSV has no names of columns: items are lists, and dicts get no header.")
  private boolean noHeader;

  boolean header() {
    return !noHeader;
  }

  /**
   * What stands between two cells of a file.
   *
   * @throws RefusedException if that is not one character
   */
  char delimiter(Optional<Path> file) throws RefusedException {
    boolean tabs = file.map(FileNames::extension).filter("tsv"::equals).isPresent();
    String text = delimiter.orElse(tabs ? "tab" : ",");
    if (text.equals("tab") || text.equals("\\t")) {
      return '\t';
    } else if (text.length() != 1 || text.charAt(0) == '"' || text.charAt(0) < ' ') {
      throw new RefusedException(
          "--csv-delimiter: \"%s\" is not one character that can stand between cells. Give one, such as ; or tab."
              .formatted(text));
    }
    return text.charAt(0);
  }
}
