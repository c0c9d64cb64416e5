package dev.graft.runtime.environment;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.EnvironmentSpec;

/** Finds out what a Python environment is. Found as a service; stateless. */
public interface EnvironmentProber {
  /**
   * The environment that a manifest means. Starts its Python for a moment.
   *
   * @throws EnvironmentException if nodes cannot run in it
   */
  PythonEnvironment probe(EnvironmentSpec spec, BackendSettings settings)
      throws EnvironmentException;

  /**
   * What nodes run in that name no environment. Starts its Python for a moment.
   *
   * @throws EnvironmentException if there is none
   */
  PythonEnvironment probeUsual(BackendSettings settings) throws EnvironmentException;
}
