package dev.graft.python.graalpy;

import com.google.auto.service.AutoService;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendProvider;
import dev.graft.runtime.backend.BackendSettings;

/** Makes the GraalPy backend. */
@AutoService(BackendProvider.class)
public final class GraalPyBackendProvider implements BackendProvider {
  @Override
  public BackendId id() {
    return BackendId.GRAALPY;
  }

  @Override
  public Backend create(BackendSettings settings) {
    return new GraalPyBackend();
  }
}
