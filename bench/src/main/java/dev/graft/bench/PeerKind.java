package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;

/** The ways from Java to Python that take turns. */
enum PeerKind {
  GRAALPY("Graft, GraalPy"),
  WORKER("Graft, CPython worker"),
  BATCHES("Graft, CPython worker, batches of 100"),
  JYTHON("Jython"),
  JSON_PIPE("JSON over a pipe"),
  PY4J("Py4J");

  private static final int BATCH = 100;

  private final String title;

  PeerKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** How many items a call has. */
  int batch() {
    return this == BATCHES ? BATCH : 1;
  }

  Peer open(BenchCase benchCase, Workplace place) throws Exception {
    return switch (this) {
      case GRAALPY -> GraftPeer.open(benchCase, BackendId.GRAALPY, 1, place);
      case WORKER -> GraftPeer.open(benchCase, BackendId.CPYTHON, 1, place);
      case BATCHES -> GraftPeer.open(benchCase, BackendId.CPYTHON, BATCH, place);
      case JYTHON -> Jython.open(benchCase, place);
      case JSON_PIPE -> JsonPipe.open(benchCase, place);
      case PY4J -> Py4j.open(benchCase, place);
    };
  }

  /** All of them, open for a case. */
  static List<Peer> openAll(BenchCase benchCase, Workplace place) throws Exception {
    List<Peer> peers = new ArrayList<>();
    for (PeerKind kind : values()) {
      peers.add(kind.open(benchCase, place));
    }
    return peers;
  }
}
