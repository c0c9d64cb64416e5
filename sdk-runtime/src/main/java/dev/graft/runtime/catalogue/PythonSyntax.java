package dev.graft.runtime.catalogue;

import dev.graft.runtime.backend.BackendSettings;
import java.util.Collection;
import java.util.Map;

/**
 * Reads the syntax trees of Python source texts without running them: with Python's own parser.
 * Found as a service.
 */
public interface PythonSyntax {
  /**
   * The tree of a unit, under the empty name, and those of the modules beside it that it uses.
   *
   * @param names which modules a tree uses
   * @throws PythonSourceException if a text is not Python
   */
  Map<String, Module> read(PythonUnit unit, Names names, BackendSettings settings)
      throws PythonSourceException;

  /** Says which modules of its own package a tree imports. */
  @FunctionalInterface
  interface Names {
    /** Their names, without the package; what is not found there is left out. */
    Collection<String> siblings(Map<?, ?> tree);
  }

  /**
   * A module.
   *
   * @param path where it came from
   * @param source the text
   * @param tree as {@code graft/syntax/tree.py} has it
   */
  record Module(String path, String source, Map<?, ?> tree) {}
}
