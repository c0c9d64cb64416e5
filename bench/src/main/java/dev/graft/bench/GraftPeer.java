package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Graft itself, on one of its backends: so many items for each call of the backend. */
final class GraftPeer implements Peer {
  private final OpenNode node;
  private final int batch;
  private long items;

  private GraftPeer(OpenNode node, int batch) {
    this.node = node;
    this.batch = batch;
  }

  static GraftPeer open(BenchCase benchCase, BackendId backend, int batch, Workplace place)
      throws Exception {
    return new GraftPeer(place.open(benchCase, place.plan(benchCase, backend)), batch);
  }

  @Override
  public List<@Nullable Object> call() throws NodeFailureException {
    items += batch;
    return batch == 1 ? node.call() : node.call(batch);
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public long items() {
    return items;
  }

  @Override
  public String implementation() {
    return node.servedBy().implementation();
  }

  @Override
  public void close() throws NodeFailureException {
    node.close();
  }
}
