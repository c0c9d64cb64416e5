package dev.graft.runtime.java;

import com.google.auto.service.AutoService;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendProvider;
import dev.graft.runtime.backend.BackendSettings;

/** Provides the Java backend. */
@AutoService(BackendProvider.class)
public final class JavaBackendProvider implements BackendProvider {
  @Override
  public BackendId id() {
    return BackendId.JAVA;
  }

  @Override
  public Backend create(BackendSettings settings) {
    return new JavaBackend();
  }
}
