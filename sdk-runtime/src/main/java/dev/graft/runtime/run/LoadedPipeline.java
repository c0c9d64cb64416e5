package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A manifest that was read and is of the right form. Nothing of it runs yet. Safe for several
 * threads; each {@code open} gives a pipeline of its own.
 *
 * @param manifest what was read
 * @param handles what nodes are given to talk to this program, by their ids
 */
public record LoadedPipeline(Manifest manifest, Map<String, Object> handles) {
  public LoadedPipeline {
    handles = Collections.unmodifiableMap(new LinkedHashMap<>(handles));
  }

  /**
   * The same with something for one more node, to talk to it while the pipeline runs. What a node
   * takes is in its own documentation; a handle is good for one run.
   */
  public LoadedPipeline with(String nodeId, Object handle) {
    Map<String, Object> more = new LinkedHashMap<>(handles);
    more.put(nodeId, handle);
    return new LoadedPipeline(manifest, more);
  }

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
    RunOptions given = options;
    for (Map.Entry<String, Object> handle : handles.entrySet()) {
      given = given.with(handle.getKey(), handle.getValue());
    }
    GraftRuntime runtime = GraftRuntime.create(own);
    try {
      return Pipeline.open(runtime.plan(manifest), runtime, given, runtime::close);
    } catch (ManifestException | RunFailedException | RuntimeException e) {
      runtime.close();
      throw e;
    }
  }
}
