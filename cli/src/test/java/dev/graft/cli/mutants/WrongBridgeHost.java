package dev.graft.cli.mutants;

import dev.graft.compat.subject.NodeHost;
import dev.graft.node.Emitter;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A right backend behind a bridge that gets something wrong. One session serves any number of them,
 * one after the other, since a worker takes its time to start.
 */
final class WrongBridgeHost implements NodeHost {
  private final NodeHost right;
  private final BackendSession session;
  private final WrongBridge bridge;

  WrongBridgeHost(NodeHost right, BackendSession session, WrongBridge bridge) {
    this.right = right;
    this.session = session;
    this.bridge = bridge;
  }

  @Override
  public Catalogue catalogue() {
    return right.catalogue();
  }

  @Override
  public Backend backend(BackendId id) throws HostingRefusedException {
    return new WrongBackend(right.backend(id), session, bridge);
  }

  private record WrongBackend(Backend right, BackendSession session, WrongBridge bridge)
      implements Backend {
    @Override
    public BackendId id() {
      return right.id();
    }

    @Override
    public BackendStatus status() {
      return right.status();
    }

    @Override
    public String release() {
      return right.release();
    }

    @Override
    public Hosting hosts(NodeImplementation node) {
      return right.hosts(node);
    }

    @Override
    public BackendSession openSession() {
      return new WrongSession(session, bridge);
    }

    @Override
    public void close() {} // whoever has opened it closes it
  }

  private record WrongSession(BackendSession right, WrongBridge bridge) implements BackendSession {
    @Override
    public HostedNode open(NodeOpening opening)
        throws NodeFailureException, HostingRefusedException {
      boolean makes = Boolean.TRUE.equals(opening.params().get("make"));
      return new WrongNode(right.open(opening), bridge, makes);
    }

    @Override
    public void close() {} // there are more to come
  }

  /** What tells Python what to make crosses unharmed, and so does what Python says. */
  private record WrongNode(HostedNode right, WrongBridge bridge, boolean makes)
      implements HostedNode {
    @Override
    public ServedBy servedBy() {
      return right.servedBy();
    }

    @Override
    public void process(List<Item> batch, Emitter<@Nullable Object> out)
        throws NodeFailureException {
      if (makes) {
        right.process(batch, output -> out.emit(wrong(output)));
      } else {
        List<Item> items = new ArrayList<>();
        for (Item item : batch) {
          items.add(new Item(item.index(), item.key(), bridge.codec().cross(item.value())));
        }
        right.process(items, out);
      }
    }

    private @Nullable Object wrong(@Nullable Object output) {
      if (!(output instanceof List<?> list)) {
        return output;
      }
      List<@Nullable Object> crossed = new ArrayList<>();
      list.forEach(value -> crossed.add(bridge.codec().cross(value)));
      return crossed;
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) throws NodeFailureException {
      right.flush(out);
    }

    @Override
    public List<KeyedState> snapshot() throws NodeFailureException {
      return right.snapshot();
    }

    @Override
    public void restore(List<KeyedState> states) throws NodeFailureException {
      right.restore(states);
    }

    @Override
    public void close() throws NodeFailureException {
      right.close();
    }
  }
}
