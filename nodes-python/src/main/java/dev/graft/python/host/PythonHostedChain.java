package dev.graft.python.host;

import dev.graft.node.Emitter;
import dev.graft.python.failure.FailureReport;
import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.PythonFailureException;
import dev.graft.runtime.backend.HostedChain;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A chain of nodes of one Python host. */
final class PythonHostedChain implements HostedChain {
  private final List<String> nodeIds;
  private final PythonChain chain;
  private List<Traffic> traffic;

  PythonHostedChain(List<String> nodeIds, PythonChain chain) {
    this.nodeIds = nodeIds;
    this.chain = chain;
    this.traffic = Collections.nCopies(nodeIds.size(), new Traffic(0, 0));
  }

  @Override
  public void process(Item item, Emitter<@Nullable Object> out, Links links)
      throws NodeFailureException {
    try {
      chain.process(item, out, told(links));
    } catch (PythonFailureException e) {
      links.failed(0, failure(0, e.report()));
    } catch (HostLostException e) {
      throw lost(e, Phase.STEP, OptionalLong.of(item.index()));
    }
  }

  @Override
  public void flush(Emitter<@Nullable Object> out, Links links) throws NodeFailureException {
    try {
      chain.flush(out, told(links));
    } catch (PythonFailureException e) {
      links.failed(0, failure(0, e.report()));
    } catch (HostLostException e) {
      throw lost(e, Phase.END, OptionalLong.empty());
    }
  }

  @Override
  public List<Traffic> traffic() {
    try {
      traffic = chain.traffic();
    } catch (PythonFailureException | HostLostException e) {
      // Its loss was told by the call that saw it; what was known before is still true.
    }
    return traffic;
  }

  private PythonChain.Told told(Links links) {
    return new PythonChain.Told() {
      @Override
      public boolean getAsBoolean() {
        return links.wantsMore();
      }

      @Override
      public boolean failed(int link, FailureReport report) {
        return links.failed(link, failure(link, report));
      }
    };
  }

  private NodeFailureException failure(int link, FailureReport report) {
    return report.of(nodeIds.get(link));
  }

  /** Nobody knows any more which of them it was. */
  private NodeFailureException lost(HostLostException e, Phase phase, OptionalLong index) {
    return new NodeFailureException(e.failure(String.join(" or ", nodeIds), phase, index), e);
  }
}
