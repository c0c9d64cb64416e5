package dev.graft.runtime.manifest;

import java.nio.file.Path;

/** A CPython that a manifest gives a name, for nodes that run in it. */
public sealed interface EnvironmentSpec {
  /** The name by which nodes choose it. */
  String name();

  /** What the manifest points at. */
  Path path();

  /**
   * A program.
   *
   * @param name the name by which nodes choose it
   * @param path the program
   */
  record Interpreter(String name, Path path) implements EnvironmentSpec {}

  /**
   * A virtual environment, as {@code python -m venv} makes it.
   *
   * @param name the name by which nodes choose it
   * @param path its folder
   */
  record Venv(String name, Path path) implements EnvironmentSpec {}
}
