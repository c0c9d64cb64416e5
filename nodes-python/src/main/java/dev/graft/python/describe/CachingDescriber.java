package dev.graft.python.describe;

import com.google.auto.service.AutoService;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonDescriber;
import dev.graft.runtime.catalogue.PythonSourceException;
import dev.graft.runtime.catalogue.PythonUnit;
import java.util.List;
import java.util.Optional;

/** Describes user files; starts a Python only for a text that it has not seen before. */
@AutoService(PythonDescriber.class)
public final class CachingDescriber implements PythonDescriber {
  @Override
  public List<PythonNode> describe(PythonUnit unit, BackendSettings settings)
      throws PythonSourceException {
    DescriptionCache cache = DescriptionCache.in(settings.cache());
    Optional<List<?>> known = cache.find(unit);
    if (known.isPresent()) {
      return DescribedItems.nodes(unit, known.get());
    }
    try (Describing python = Describing.start(settings)) {
      List<?> items = python.describe(unit);
      List<PythonNode> nodes = DescribedItems.nodes(unit, items);
      cache.keep(unit, items);
      return nodes;
    } catch (HostingRefusedException e) {
      throw new PythonSourceException(
          List.of(unit.path() + ":1:1: cannot be described: " + e.reason()));
    }
  }
}
