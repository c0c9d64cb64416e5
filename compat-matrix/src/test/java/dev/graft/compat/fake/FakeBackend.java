package dev.graft.compat.fake;

import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.catalogue.NodeImplementation;
import java.util.List;
import java.util.Map;

/** A backend whose parts a test can replace. */
public class FakeBackend implements Backend {
  private final BackendId id;
  private final Map<String, FakeNode.Maker> makers;

  public FakeBackend(BackendId id, Map<String, FakeNode.Maker> makers) {
    this.id = id;
    this.makers = makers;
  }

  /** Who says that he served; a mutant lies here. */
  protected ServedBy servedBy(NodeImplementation node) {
    return new ServedBy(id, "Fake 1.2", "in-process", node.codeHash());
  }

  protected HostedNode host(NodeOpening opening, FakeNode.Maker maker, ServedBy servedBy)
      throws HostingRefusedException {
    return new FakeHosted(opening, maker, servedBy);
  }

  @Override
  public BackendId id() {
    return id;
  }

  @Override
  public BackendStatus status() {
    return new BackendStatus(id, true, "Fake 1.2", List.of(BackendStatus.Fact.good("fake", "yes")));
  }

  @Override
  public String release() {
    return "1.2";
  }

  @Override
  public Hosting hosts(NodeImplementation node) {
    return new Hosting.Accepted();
  }

  @Override
  public BackendSession openSession() throws HostingRefusedException {
    return new BackendSession() {
      @Override
      public HostedNode open(NodeOpening opening) throws HostingRefusedException {
        FakeNode.Maker maker = makers.get(opening.node().descriptor().id());
        if (maker == null) {
          throw new HostingRefusedException(id, "no such fake");
        }
        return host(opening, maker, servedBy(opening.node()));
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {}
}
