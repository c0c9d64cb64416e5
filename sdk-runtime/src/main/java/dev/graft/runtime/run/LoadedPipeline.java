package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;

/**
 * A manifest that was read and is of the right form. Nothing of it runs yet. Safe for several
 * threads; each {@code open} gives a pipeline of its own.
 *
 * @param manifest what was read
 */
public record LoadedPipeline(Manifest manifest) {
  /**
   * Opens the pipeline with the settings of this user. It has a runtime to itself, which ends with
   * it; who opens many had better make one {@link GraftRuntime} and have it open them.
   *
   * @throws ManifestException if it cannot be run; lists all problems
   * @throws RunFailedException if a node cannot be opened
   */
  public Pipeline open() throws ManifestException, RunFailedException {
    return open(BackendSettings.ofUser());
  }

  /**
   * The same with other settings. An interpreter that the manifest names goes before theirs.
   *
   * @throws ManifestException if it cannot be run; lists all problems
   * @throws RunFailedException if a node cannot be opened
   */
  public Pipeline open(BackendSettings settings) throws ManifestException, RunFailedException {
    return open(settings, RunOptions.DEFAULT);
  }

  /**
   * The same with options.
   *
   * @throws ManifestException if it cannot be run; lists all problems
   * @throws RunFailedException if a node cannot be opened
   */
  public Pipeline open(BackendSettings settings, RunOptions options)
      throws ManifestException, RunFailedException {
    BackendSettings own =
        manifest.python().interpreter().map(settings::withInterpreter).orElse(settings);
    GraftRuntime runtime = GraftRuntime.create(own);
    try {
      return Pipeline.open(runtime.plan(manifest), runtime, options, runtime::close);
    } catch (ManifestException | RunFailedException | RuntimeException e) {
      runtime.close();
      throw e;
    }
  }
}
