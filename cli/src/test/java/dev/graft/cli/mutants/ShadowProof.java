package dev.graft.cli.mutants;

import dev.graft.compat.shadow.MatrixJudgeProvider;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.manifest.FanIn;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.NodeSpec;
import dev.graft.runtime.manifest.PythonSpec;
import dev.graft.runtime.manifest.ShadowSpec;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.SystemContext;
import dev.graft.runtime.shadow.Shadow;
import dev.graft.runtime.shadow.ShadowLimits;
import dev.graft.runtime.shadow.ShadowSummary;
import dev.graft.runtime.shadow.ShadowedNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs right nodes in CPython with wrong ports as their shadows, planned as in a pipeline, until
 * something differs or enough was compared. One worker serves all of them: to start one for each
 * would take an hour.
 */
final class ShadowProof implements AutoCloseable {
  /** So many items must be enough. */
  static final long MOST_ITEMS = 3000;

  /**
   * So many show whether the right port differs: a node that cannot be compared shows it at once.
   */
  private static final long RIGHT_ITEMS = 200;

  private static final String CANDIDATE = "the candidate ";

  private static final ShadowSpec SHADOW =
      new ShadowSpec(BackendId.JAVA, 1, Duration.ofSeconds(5), true);

  private static final ShadowLimits LIMITS =
      new ShadowLimits(4096, 64L << 20, Duration.ofSeconds(20), Duration.ZERO, 100);

  private final InMemoryCompiler compiler = new InMemoryCompiler();
  private final GraftRuntime backends = GraftRuntime.create(BackendSettings.ofUser());
  private final BackendSession python;
  private final NativeSources sources = new NativeSources();

  /** What the right port of a node does is asked once. */
  private final Map<String, Optional<String>> reasons = new HashMap<>();

  ShadowProof() throws HostingRefusedException {
    python = backends.backend(BackendId.CPYTHON).openSession();
  }

  /** What a shadow says of a wrong port. */
  ShadowCatch of(WrongPort port) throws Exception {
    Optional<String> impossible = impossible(port.node());
    if (impossible.isPresent()) {
      return new ShadowCatch.Impossible(port, impossible.get());
    }
    Map<String, byte[]> wrong = compiler.compile(port.sources(sources));
    try (GraftRuntime runtime = runtime(wrong)) {
      Seen seen = seen(runtime, port.node(), MOST_ITEMS);
      return seen.signature()
          .<ShadowCatch>map(signature -> new ShadowCatch.Found(port, signature, seen.items()))
          .or(() -> seen.givenUp().map(why -> new ShadowCatch.GivenUp(port, why)))
          .orElseGet(() -> new ShadowCatch.Missed(port, seen.items()));
    }
  }

  /** Why a node has no shadow that says anything: then its right port has none either. */
  private Optional<String> impossible(String node) throws Exception {
    Optional<String> known = reasons.get(node);
    if (known != null) {
      return known;
    }
    Optional<String> reason;
    try (GraftRuntime runtime = runtime(Map.of())) {
      reason = reason(seen(runtime, node, RIGHT_ITEMS));
    } catch (ManifestException e) {
      reason = Optional.of(problem(e));
    }
    reasons.put(node, reason);
    return reason;
  }

  private static Optional<String> reason(Seen right) {
    return right.items() == 0
        ? Optional.of("no pipeline that does nothing but give items opens the node")
        : right.signature().map(each -> "the right port differs: `" + each + "`");
  }

  private static String problem(ManifestException e) {
    String first = e.messages().getFirst();
    return first.replaceFirst("^.*?shadow: ", "").replaceFirst(" Remove it\\.$", "");
  }

  private static GraftRuntime runtime(Map<String, byte[]> wrong) {
    return GraftRuntime.create(
        BackendSettings.ofUser(), new NodesLoader(wrong, ShadowProof.class.getClassLoader()));
  }

  /**
   * What came of all pipelines.
   *
   * @param signature the first difference
   * @param givenUp why a candidate was given up, if one was
   * @param items how many items were taken
   */
  private record Seen(Optional<String> signature, Optional<String> givenUp, long items) {}

  private Seen seen(GraftRuntime runtime, String node, long most) throws Exception {
    CatalogueEntry entry = runtime.catalogue().find(node).orElseThrow();
    long taken = 0;
    Optional<String> givenUp = Optional.empty();
    for (ShadowItems each : ShadowItems.of(entry)) {
      if (taken >= most) {
        break;
      }
      Optional<ShadowSummary> shadow = run(runtime, node, each);
      if (shadow.isEmpty()) {
        continue; // parameters that nobody takes, or that the node refuses
      }
      taken += each.items().size();
      if (!shadow.get().totals().differences().isEmpty()) {
        return new Seen(
            Optional.of(shadow.get().totals().differences().getFirst().signature()),
            givenUp,
            taken);
      }
      givenUp = givenUp.or(() -> shadow.get().off().filter(why -> why.startsWith(CANDIDATE)));
    }
    return new Seen(Optional.empty(), givenUp, taken);
  }

  private Optional<ShadowSummary> run(GraftRuntime runtime, String node, ShadowItems given)
      throws Exception {
    StagePlan stage;
    try {
      stage = runtime.plan(manifest(node, given)).stages().getFirst();
    } catch (ManifestException e) {
      if (e.messages().stream().anyMatch(each -> each.contains("shadow: "))) {
        throw e;
      }
      return Optional.empty();
    }
    HostedNode control;
    try {
      control = python.open(opening(stage, stage.candidates().getFirst()));
    } catch (NodeFailureException e) {
      return Optional.empty();
    }
    try (BackendSession java = backends.backend(BackendId.JAVA).openSession()) {
      StagePlan.Candidate candidate = stage.shadow().orElseThrow().candidate();
      Shadow shadow =
          new Shadow(
              stage,
              control.servedBy(),
              () -> java.open(opening(stage, candidate)),
              () -> {},
              new MatrixJudgeProvider(),
              Optional.empty(),
              "test",
              LIMITS);
      feed(new ShadowedNode(control, shadow, () -> false), given);
      return Optional.of(shadow.summary());
    }
  }

  private static NodeOpening opening(StagePlan stage, StagePlan.Candidate candidate) {
    return new NodeOpening(
        stage.nodeId(),
        candidate.node(),
        candidate.params(),
        stage.grants(),
        SystemContext.of(stage.nodeId()));
  }

  /** What fails is skipped, as a pipeline may. */
  private static void feed(ShadowedNode node, ShadowItems given) throws NodeFailureException {
    for (int i = 0; i < given.items().size(); i++) {
      AtomicInteger wanted = new AtomicInteger(given.demand());
      try {
        node.process(List.of(Item.of(i, given.items().get(i))), _ -> wanted.decrementAndGet() > 0);
      } catch (NodeFailureException e) {
        // The shadow has seen it.
      }
    }
    try {
      node.flush(_ -> true);
    } catch (NodeFailureException e) {
      // As above.
    }
    node.close();
  }

  @SuppressWarnings("NullAway") // the class file of NodeSpec does not say that params hold nulls
  private static Manifest manifest(String node, ShadowItems given) {
    return new Manifest(
        "shadowed",
        List.of(
            new NodeSpec(
                "n",
                node,
                given.params(),
                Optional.of(BackendId.CPYTHON),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ResourceLimits.NONE,
                FanIn.ARRIVAL,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of(SHADOW))),
        List.of(),
        PythonSpec.NONE,
        new ErrorPolicy.Skip(),
        Path.of(""));
  }

  @Override
  public void close() throws IOException {
    python.close();
    backends.close();
    compiler.close();
  }
}
