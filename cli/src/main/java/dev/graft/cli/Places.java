package dev.graft.cli;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.util.ArrayList;
import java.util.List;

/** Where a node runs, as far as its descriptors say. */
final class Places {
  private Places() {}

  /** The names of the backends. */
  static List<String> of(CatalogueEntry entry) {
    return backends(entry).stream().map(BackendId::text).toList();
  }

  /** The backends. A Python node that needs packages is not offered on GraalPy. */
  static List<BackendId> backends(CatalogueEntry entry) {
    List<BackendId> places = new ArrayList<>();
    for (BackendId backend : BackendId.values()) {
      boolean hosted =
          entry
              .in(backend.language())
              .filter(
                  node ->
                      backend != BackendId.GRAALPY
                          || node.descriptor().implementation().allPackages().isEmpty())
              .isPresent();
      if (hosted) {
        places.add(backend);
      }
    }
    return places;
  }
}
