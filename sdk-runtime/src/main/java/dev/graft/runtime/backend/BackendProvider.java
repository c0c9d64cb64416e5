package dev.graft.runtime.backend;

/** Makes a backend. Found as a service; stateless. */
public interface BackendProvider {
  /** Which backend. */
  BackendId id();

  /** A backend that has started nothing yet: it does that when it is first used. */
  Backend create(BackendSettings settings);
}
