package dev.graft.runtime.backend;

import dev.graft.runtime.catalogue.NodeImplementation;

/**
 * Hosts nodes. Safe for several threads. Nothing costly happens before the first session is opened.
 */
public interface Backend extends AutoCloseable {
  /** Which backend it is. */
  BackendId id();

  /**
   * Whether it can run here and what it consists of. This starts whatever must be started to know
   * it, and never throws.
   */
  BackendStatus status();

  /**
   * The release of what runs nodes here, known without starting it. What was found out about one
   * release is not believed of another.
   */
  String release();

  /**
   * Whether it can host a node, as far as can be known without loading it: language, required
   * packages, declared limits.
   */
  Hosting hosts(NodeImplementation node);

  /**
   * A session for one run.
   *
   * @throws HostingRefusedException if the backend cannot start
   */
  BackendSession openSession() throws HostingRefusedException;

  /** Ends everything that it started. Idempotent. */
  @Override
  void close();

  /**
   * Ends what would outlive this JVM, and nothing else: the JVM is about to end, and takes the rest
   * with it.
   */
  default void endProcesses() {}
}
