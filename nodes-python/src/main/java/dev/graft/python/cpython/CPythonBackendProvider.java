package dev.graft.python.cpython;

import com.google.auto.service.AutoService;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendProvider;
import dev.graft.runtime.backend.BackendSettings;

/** Makes the CPython backend. */
@AutoService(BackendProvider.class)
public final class CPythonBackendProvider implements BackendProvider {
  @Override
  public BackendId id() {
    return BackendId.CPYTHON;
  }

  @Override
  public Backend create(BackendSettings settings) {
    return new CPythonBackend(settings);
  }
}
