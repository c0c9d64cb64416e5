package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.compat.fake.FakeBackend;
import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.fake.FakeHosted;
import dev.graft.compat.fake.FakeNode;
import dev.graft.compat.fake.FakeNodes;
import dev.graft.compat.handover.HandOver;
import dev.graft.compat.handover.HandOverPair;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import dev.graft.compat.verdict.Overlay;
import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import dev.graft.value.Opaque;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State that moves must be the state that was there. */
final class HandOverTest {
  private static final String STREAMS =
      """
      {"node": "counter", "cases": [
        {"id": "three", "title": "t", "steps": [{"in": 1}, {"in": 2}, {"in": 3}]},
        {"id": "keys", "title": "t", "params": {"initial_count": 7},
         "steps": [{"in": 1, "key": "a"}, {"in": 2, "key": "b"}, {"in": 3, "key": "a"}]}]}
      """;

  @TempDir Path directory = Path.of("unset");

  @Test
  void whatMovesGoesOnAsIfNothingHadHappened() throws Exception {
    CompatResult result = run(Mutant.right(FakeContracts.COUNTER), options());

    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    List<HandOverPair> pairs = pairs(result);
    assertThat(pairs.stream().map(pair -> pair.from() + " to " + pair.to()))
        .containsExactly("java to java", "java to cpython", "cpython to java", "cpython to cpython")
        .inOrder();
    assertThat(pairs.stream().allMatch(HandOverPair::passes)).isTrue();
    assertThat(pairs.getFirst().results().stream().map(each -> each.tried().id()))
        .containsExactly(
            "hand-over/java/keys@2",
            "hand-over/java/keys@1",
            "hand-over/java/three@2",
            "hand-over/java/three@1")
        .inOrder();
  }

  @Test
  void aStateThatIsNotRestoredIsFoundWhereItWasToBeRestored() throws Exception {
    CompatResult result = run(java(params -> new Counter(params, 0, false)), options());

    assertThat(result.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(pair(result, BackendId.CPYTHON, BackendId.JAVA).text()).isEqualTo("4 of 4 differ");
    assertThat(pair(result, BackendId.JAVA, BackendId.JAVA).passes()).isFalse();
    assertThat(pair(result, BackendId.JAVA, BackendId.CPYTHON).passes()).isTrue();
    assertThat(signatures(result))
        .containsAtLeast("DIFF/int/off-by-one/out.count", "DIFF/int/value/out.count");
    assertThat(String.join("\n", result.summary())).contains("counter/hand-over/cpython/three@2");
  }

  @Test
  void aStateThatIsSavedWrongIsFoundWhereverItGoes() throws Exception {
    CompatResult result = run(java(params -> new Counter(params, 1, true)), options());

    assertThat(pair(result, BackendId.JAVA, BackendId.JAVA).passes()).isFalse();
    assertThat(pair(result, BackendId.JAVA, BackendId.CPYTHON).passes()).isFalse();
    assertThat(pair(result, BackendId.CPYTHON, BackendId.JAVA).passes()).isTrue();
    assertThat(result.report().nodes().getFirst().unexpected()).isTrue();
  }

  @Test
  void anOpaqueStateIsUnsupportedAndNoPass() throws Exception {
    FakeNode.Maker opaque =
        params ->
            new FakeNodes.Counter(params) {
              @Override
              public Map<String, @Nullable Object> snapshot() {
                return Map.of("count", List.of(new Opaque("here", 1, "Socket")));
              }
            };

    CompatResult result = run(java(opaque), options());

    HandOverPair pair = pair(result, BackendId.JAVA, BackendId.CPYTHON);
    assertThat(pair.results().stream().map(each -> each.result().verdict().observed()).distinct())
        .containsExactly(Observed.UNSUPPORTED);
    assertThat(pair.passes()).isFalse();
    assertThat(pair.text()).contains("class Socket");
    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(blockers(result)).contains("Hand-over from java to cpython: " + pair.text() + ".");
  }

  @Test
  void aNodeThatDeclaresItsStateMustGiveIt() throws Exception {
    FakeHost host =
        new FakeHost()
            .twins(FakeContracts.COUNTER)
            .backend(
                new FakeBackend(BackendId.JAVA, FakeNodes.right()) {
                  @Override
                  protected HostedNode host(NodeOpening o, FakeNode.Maker maker, ServedBy by) {
                    return new Silent(o, maker, by);
                  }
                })
            .backend(new FakeBackend(BackendId.CPYTHON, FakeNodes.right()));

    CompatResult result = run(host, options());

    assertThat(pair(result, BackendId.JAVA, BackendId.CPYTHON).unexpected()).isTrue();
    assertThat(signatures(result)).containsExactly("ERROR/raised/TYPE");
    assertThat(pair(result, BackendId.CPYTHON, BackendId.JAVA).passes()).isTrue();
  }

  @Test
  void aKnownHandOverFailsNothingAndIsNoPass() throws Exception {
    Path file = directory.resolve("limitations.json");
    Files.writeString(
        file,
        """
        {"limitations": [{"id": "T", "title": "t", "kind": "bug", "issue": "https://example.org/1",
          "backends": {"java": "*"}, "cases": ["counter/hand-over/*"], "signature": "DIFF/int/*",
          "reason": "for the test", "since": "2026-01-01", "review": "2126-01-01"}]}
        """);

    CompatResult result =
        run(java(params -> new Counter(params, 0, false)), options().withLimitations(file));

    assertThat(
            pair(result, BackendId.CPYTHON, BackendId.JAVA).results().getFirst().result().overlay())
        .isEqualTo(Overlay.KNOWN);
    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(blockers(result)).contains("Hand-over from cpython to java: 4 known.");
  }

  @Test
  void whereNothingWouldShowALostStateNothingIsProven() throws Exception {
    Path corpus = Files.createDirectories(directory.resolve("short"));
    Files.writeString(
        corpus.resolve("one.json"),
        """
        {"node": "counter", "cases": [
          {"id": "one", "title": "t", "params": {"initial_count": 1},
           "steps": [{"in": 1}, {"end": true}]}]}
        """);

    CompatResult result =
        run(
            Mutant.right(FakeContracts.COUNTER),
            options().selecting(every -> every.withCorpus(List.of(corpus))));

    assertThat(result.report().nodes().getFirst().handOver()).isInstanceOf(HandOver.NotTried.class);
    assertThat(String.join(" ", blockers(result))).contains("Its state was not handed over");
  }

  @Test
  void aNodeWithoutStateHasNothingToHandOver() throws Exception {
    CompatResult result =
        run(
            Mutant.right(FakeContracts.PASS_THROUGH),
            CompatOptions.defaults()
                .selecting(
                    every ->
                        every
                            .withNodes(List.of("pass-through"))
                            .withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
                .withOutput(directory));

    assertThat(result.report().nodes().getFirst().handOver()).isEqualTo(new HandOver.Stateless());
  }

  /** A counter that saves or restores something else. */
  private static final class Counter extends FakeNodes.Counter {
    private final int tooMany;
    private final boolean restores;

    Counter(Map<String, @Nullable Object> params, int tooMany, boolean restores) {
      super(params);
      this.tooMany = tooMany;
      this.restores = restores;
    }

    @Override
    public Map<String, @Nullable Object> snapshot() {
      return Map.of("count", count.longValueExact() + tooMany);
    }

    @Override
    public void restore(Map<String, @Nullable Object> state) {
      if (restores) {
        super.restore(state);
      }
    }
  }

  private static final class Silent extends FakeHosted {
    Silent(NodeOpening opening, FakeNode.Maker maker, ServedBy servedBy) {
      super(opening, maker, servedBy);
    }

    @Override
    public List<KeyedState> snapshot() throws NodeFailureException {
      throw new NodeFailureException(
          new NodeFailure(
              "counter",
              Phase.SNAPSHOT,
              OptionalLong.empty(),
              ErrorKind.TYPE,
              "FakeError",
              "a lock cannot cross",
              Optional.empty()),
          null);
    }
  }

  private FakeHost java(FakeNode.Maker wrong) {
    return Mutant.ofNode("wrong", FakeContracts.COUNTER, wrong, "").host();
  }

  private CompatOptions options() throws Exception {
    Path corpus = Files.createDirectories(directory.resolve("corpus"));
    Files.writeString(corpus.resolve("streams.json"), STREAMS);
    return CompatOptions.defaults()
        .selecting(
            every ->
                every
                    .withoutBuiltIn()
                    .withCorpus(List.of(corpus))
                    .withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
        .withOutput(directory.resolve("out"));
  }

  private static CompatResult run(FakeHost host, CompatOptions options) throws Exception {
    return CompatRun.run(options, host);
  }

  private static List<HandOverPair> pairs(CompatResult result) {
    HandOver handOver = result.report().nodes().getFirst().handOver();
    assertWithMessage("%s", handOver).that(handOver).isInstanceOf(HandOver.Tried.class);
    return ((HandOver.Tried) handOver).pairs();
  }

  private static HandOverPair pair(CompatResult result, BackendId from, BackendId to) {
    return result.report().nodes().getFirst().handOver().pair(from, to).orElseThrow();
  }

  private static List<String> blockers(CompatResult result) {
    return result.report().nodes().getFirst().switchTo(BackendId.JAVA).blockers();
  }

  private static List<String> signatures(CompatResult result) {
    return result
        .report()
        .handOvers()
        .map(each -> each.result())
        .filter(CaseResult::unexpected)
        .flatMap(each -> each.verdict().signature().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
