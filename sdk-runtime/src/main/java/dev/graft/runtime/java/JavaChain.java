package dev.graft.runtime.java;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.HostedChain;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Adjacent Java nodes: what one emits is the next one's argument, and nothing stands between. */
final class JavaChain implements HostedChain {
  /** So many values may be handed on before it is asked whether anybody still wants any. */
  private static final int PATIENCE = 32;

  private final List<Member> members = new ArrayList<>();
  private final Outlet outlet = new Outlet();
  private Links links = new Nobody();
  private int patience = PATIENCE;

  JavaChain(List<JavaHostedNode> nodes) {
    Emitter<@Nullable Object> next = outlet;
    for (int place = nodes.size() - 1; place >= 0; place--) {
      Member member = new Member(place, nodes.get(place), next);
      members.addFirst(member);
      next = member.inlet;
    }
  }

  @Override
  public void process(Item item, Emitter<@Nullable Object> out, Links listener) {
    links = listener;
    outlet.begin(out);
    members.getFirst().take(item.value());
    outlet.end();
  }

  @Override
  public void flush(Emitter<@Nullable Object> out, Links listener) {
    links = listener;
    outlet.begin(out);
    for (Member member : members) {
      member.flush();
      if (!outlet.isOpen() || !listener.wantsMore()) {
        break;
      }
    }
    outlet.end();
  }

  @Override
  public List<Traffic> traffic() {
    return members.stream().map(member -> new Traffic(member.taken, member.emitted)).toList();
  }

  /** Asks now and then: a filter that lets nothing through must not make a run deaf to its end. */
  private boolean isWanted() {
    if (--patience < 0) {
      patience = PATIENCE;
      if (!links.wantsMore()) {
        outlet.shut();
      }
    }
    return outlet.isOpen();
  }

  /** One node of the chain. A failure is caught where it belongs and never seen by those before. */
  private final class Member {
    private final int place;
    private final JavaHostedNode node;
    private final Emitter<@Nullable Object> out;

    /** What the one before emits. */
    private final Emitter<@Nullable Object> inlet;

    private long taken;
    private long emitted;

    Member(int place, JavaHostedNode node, Emitter<@Nullable Object> next) {
      this.place = place;
      this.node = node;
      this.out =
          value -> {
            if (value != null) {
              emitted++;
              return next.emit(value);
            }
            return outlet.isOpen();
          };
      this.inlet = value -> isWanted() && take(value);
    }

    boolean take(@Nullable Object value) {
      long index = taken++;
      try {
        node.instanceFor(value).process(value, out);
      } catch (RuntimeException | StackOverflowError e) {
        failed(JavaFailures.of(node.id(), Phase.STEP, OptionalLong.of(index), e));
      }
      return outlet.isOpen();
    }

    void flush() {
      node.endSessions(out, outlet::isOpen).forEach(this::failed);
    }

    private void failed(NodeFailureException failure) {
      if (!links.failed(place, failure)) {
        outlet.shut();
      }
    }
  }

  /** Before the first call. */
  private static final class Nobody implements Links {
    @Override
    public boolean wantsMore() {
      return false;
    }

    @Override
    public boolean failed(int link, NodeFailureException failure) {
      return false;
    }
  }
}
