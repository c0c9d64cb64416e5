package dev.graft.compat.corpus;

import dev.graft.runtime.document.DocumentException;
import dev.graft.runtime.document.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A case file that has been read.
 *
 * @param path where it lies
 * @param node the node that it names
 * @param cases its cases
 */
public record CaseFile(Path path, String node, List<Case> cases) {
  public CaseFile {
    cases = List.copyOf(cases);
  }

  static CaseFile read(Path path) throws CaseFormatException, IOException {
    CaseReader.NodeCases read = CaseReader.readFile(Files.readString(path), path.toString());
    return new CaseFile(path, read.node(), read.cases());
  }

  /** That the node it names is not what it should be, with the line that names it. */
  public CaseFormatException wrongNode(String fact) throws IOException {
    return new CaseFormatException(path + line().map(number -> ":" + number).orElse(""), fact);
  }

  private Optional<Integer> line() throws IOException {
    try {
      return Optional.of(
          JsonDocument.read(Files.readString(path)).spot().find("node").key().line());
    } catch (DocumentException e) {
      return Optional.empty();
    }
  }
}
