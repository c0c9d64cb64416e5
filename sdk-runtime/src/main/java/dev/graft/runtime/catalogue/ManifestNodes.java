package dev.graft.runtime.catalogue;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.manifest.PythonSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The nodes that a manifest can name: those that are there anyway, and those that it brings itself.
 *
 * @param catalogue all of them
 * @param files the Python files, or folders of them, where some of them are
 */
public record ManifestNodes(Catalogue catalogue, List<Path> files) {
  public ManifestNodes {
    files = List.copyOf(files);
  }

  /**
   * Those of a manifest.
   *
   * @param nodes those that are there anyway
   * @throws ManifestException if a file or a plugin of it is not there or not good, or brings a
   *     node that is there already; lists all problems
   */
  public static ManifestNodes of(
      AddedNodes nodes, Manifest manifest, BackendSettings settings, ClassLoader loader)
      throws ManifestException {
    List<Problem> problems = new ArrayList<>();
    List<Plugins.Found> plugins = nodes.plugins().load(manifest.plugins(), problems);
    Catalogue catalogue = manifest.python().isByClass() ? nodes.byClass() : nodes.catalogue();
    for (Plugins.Found plugin : plugins) {
      catalogue = plugin.addTo(catalogue, problems);
    }
    PythonSpec python =
        manifest.python().with(plugins.stream().flatMap(each -> each.python().stream()).toList());
    Catalogue all = PythonFiles.addTo(catalogue, python, settings, loader, problems);
    if (!problems.isEmpty()) {
      throw new ManifestException(problems);
    }
    return new ManifestNodes(
        all,
        Stream.concat(nodes.files().stream(), python.files().stream().map(PythonSpec.File::path))
            .toList());
  }
}
