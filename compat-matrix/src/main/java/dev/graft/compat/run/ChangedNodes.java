package dev.graft.compat.run;

import dev.graft.compat.code.ChangedCode;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The nodes whose code or cases are no longer those of a revision, as git knows it. */
final class ChangedNodes {
  private ChangedNodes() {}

  static List<CatalogueEntry> since(
      String revision, Path folder, List<CatalogueEntry> nodes, Catalogue catalogue)
      throws CompatUsageException {
    if (revision.startsWith("-")) {
      throw new CompatUsageException("--changed: \"" + revision + "\" is no revision.");
    }
    List<String> files = new ArrayList<>(git(folder, "diff", "--name-only", revision, "--"));
    files.addAll(git(folder, "ls-files", "--others", "--exclude-standard", "--full-name"));
    ChangedCode changed = new ChangedCode(files, catalogue.entries());
    return nodes.stream().filter(changed::concerns).toList();
  }

  private static List<String> git(Path folder, String... arguments) throws CompatUsageException {
    // Names of files are to be read as they are.
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      git.getOutputStream().close();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        throw new CompatUsageException(
            "--changed: git cannot say what changed: "
                + said.lines().findFirst().orElse("it gives no reason."));
      }
      return said.lines().filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new CompatUsageException("--changed: git cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompatUsageException("--changed: interrupted while git was looking.");
    }
  }
}
