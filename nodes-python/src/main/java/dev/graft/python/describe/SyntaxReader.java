package dev.graft.python.describe;

import com.google.auto.service.AutoService;
import dev.graft.python.source.BundledFiles;
import dev.graft.python.source.ModuleFinder;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.PythonSourceException;
import dev.graft.runtime.catalogue.PythonSyntax;
import dev.graft.runtime.catalogue.PythonUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads syntax trees with the Python that describes nodes, one for all texts of a request. */
@AutoService(PythonSyntax.class)
public final class SyntaxReader implements PythonSyntax {
  @Override
  public Map<String, Module> read(PythonUnit unit, Names names, BackendSettings settings)
      throws PythonSourceException {
    try (Describing python = Describing.start(settings)) {
      ModuleFinder finder = new ModuleFinder(BundledFiles.load());
      finder.register(unit.roots(), unit.parentPackage());
      Map<String, Module> modules = new LinkedHashMap<>();
      read(unit, "", names, finder, python, modules);
      return modules;
    } catch (HostingRefusedException e) {
      throw new PythonSourceException(List.of(unit.path() + ":1:1: cannot be read: " + e.reason()));
    }
  }

  private static void read(
      PythonUnit unit,
      String name,
      Names names,
      ModuleFinder finder,
      Describing python,
      Map<String, Module> modules)
      throws PythonSourceException {
    Object tree = python.syntax(unit).getFirst();
    modules.put(name, new Module(unit.path(), unit.source(), asTree(tree)));
    for (String sibling : names.siblings(asTree(tree))) {
      Optional<PythonUnit> found =
          modules.containsKey(sibling) ? Optional.empty() : sibling(unit, sibling, finder);
      if (found.isPresent()) {
        read(found.get(), sibling, names, finder, python, modules);
      }
    }
  }

  private static Optional<PythonUnit> sibling(PythonUnit unit, String name, ModuleFinder finder) {
    String full = unit.parentPackage().map(parent -> parent + "." + name).orElse(name);
    return finder
        .find(full)
        .map(
            file ->
                new PythonUnit(
                    full,
                    file.path(),
                    file.source(),
                    unit.parentPackage(),
                    unit.roots(),
                    unit.aliases()));
  }

  private static Map<?, ?> asTree(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("a syntax tree is no dict");
  }
}
