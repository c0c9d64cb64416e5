package dev.graft.runtime.java;

import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.NodeImplementation;
import java.util.List;

/** Hosts Java nodes in this JVM. */
public final class JavaBackend implements Backend {
  static final String IMPLEMENTATION =
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")";

  @Override
  public BackendId id() {
    return BackendId.JAVA;
  }

  @Override
  public BackendStatus status() {
    return new BackendStatus(
        BackendId.JAVA,
        true,
        IMPLEMENTATION,
        List.of(BackendStatus.Fact.good("home", System.getProperty("java.home"))));
  }

  @Override
  public String release() {
    return Runtime.version().toString();
  }

  @Override
  public Hosting hosts(NodeImplementation node) {
    return node instanceof NodeImplementation.JavaNode
        ? new Hosting.Accepted()
        : new Hosting.Refused("the node is written in Python");
  }

  @Override
  public BackendSession openSession() {
    return new JavaSession();
  }

  @Override
  public void close() {}

  /** Refuses what is not Java. */
  static NodeImplementation.JavaNode javaNode(NodeImplementation node)
      throws HostingRefusedException {
    if (node instanceof NodeImplementation.JavaNode java) {
      return java;
    }
    throw new HostingRefusedException(BackendId.JAVA, "the node is written in Python");
  }
}
