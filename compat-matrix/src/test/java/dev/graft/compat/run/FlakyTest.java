package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.compat.fake.FakeBackend;
import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.fake.FakeNode;
import dev.graft.compat.fake.FakeNodes;
import dev.graft.compat.fake.Mapping;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import dev.graft.compat.verdict.Overlay;
import dev.graft.compat.verdict.Tally;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.catalogue.NodeImplementation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens now and then is never a pass, however often it is played. */
final class FlakyTest {
  @TempDir Path folder = Path.of("unset");

  @Test
  void aFlakyCaseThatPassedIsPlayedOnAndIsNoPass() throws Exception {
    CompatResult result = known(failing(3), "DIFF/int/*");

    CaseResult java = java(result);
    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(java.overlay()).isEqualTo(Overlay.FLAKY);
    assertThat(java.tally()).isEqualTo(Optional.of(new Tally(1, 5)));
    assertThat(java.passed()).isFalse();
    assertThat(result.report().nodes().getFirst().switchTo(BackendId.JAVA).blockers())
        .contains("Case one on java: flaky, failed 1 of 5 times.");
    assertThat(written("junit.xml"))
        .contains("<skipped message=\"FLAKY (failed 1 of 5 times) T: now and then.");
    assertThat(written("ctrf.json")).containsMatch("\"flaky\" : true,\\s+\"retries\" : 4");
    assertThat(written("report.json")).containsMatch("\"failed\" : 1,\\s+\"plays\" : 5");
  }

  @Test
  void oneThatDidNotFailAtAllIsNoPassEither() throws Exception {
    CaseResult java = java(known(failing(99), "DIFF/int/*"));

    assertThat(java.overlay()).isEqualTo(Overlay.FLAKY);
    assertThat(java.tally()).isEqualTo(Optional.of(new Tally(0, 5)));
    assertThat(java.passed()).isFalse();
  }

  @Test
  void oneOfWhichTwoInstancesDifferIsWhatTheEntrySays() throws Exception {
    CompatResult result = known(failing(2), "DIFF/int/*");

    assertThat(java(result).verdict().observed()).isEqualTo(Observed.NONDETERMINISTIC);
    assertThat(java(result).overlay()).isEqualTo(Overlay.FLAKY);
    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void oneThatFailsInAnotherWayFails() throws Exception {
    CompatResult result = known(failing(4), "DIFF/str/*");

    assertThat(java(result).overlay()).isEqualTo(Overlay.CHANGED);
    assertThat(result.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
  }

  @Test
  void whatBreaksOnceIsNondeterministic() throws Exception {
    CompatResult result = run(options(), host(breaking(1)));

    assertThat(result.exitCode()).isEqualTo(ExitCode.NONDETERMINISM);
    assertThat(java(result).verdict().observed()).isEqualTo(Observed.NONDETERMINISTIC);
    assertThat(java(result).verdict().reason())
        .startsWith("CRASH in one of 2 plays, COMPLETE in another: ");
  }

  @Test
  void whatBreaksInItsSecondInstanceIsNondeterministicToo() throws Exception {
    CompatResult result = run(options(), host(breaking(2)));

    assertThat(java(result).verdict().observed()).isEqualTo(Observed.NONDETERMINISTIC);
  }

  @Test
  void whatAlwaysBreaksIsACrashAfterFourPlays() throws Exception {
    AtomicInteger made = new AtomicInteger();
    CompatResult result =
        run(
            options(),
            host(
                (Map<String, @Nullable Object> params) -> {
                  made.incrementAndGet();
                  throw new IllegalStateException("broken");
                }));

    assertThat(java(result).verdict().observed()).isEqualTo(Observed.CRASH);
    assertThat(made.get()).isEqualTo(4);
    assertThat(result.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
  }

  @Test
  void anAnswerThatSomebodyElseGaveOnceIsWorthNothing() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    FakeHost host =
        host(FakeNodes.right().get("pass-through"))
            .backend(
                new FakeBackend(BackendId.JAVA, FakeNodes.right()) {
                  @Override
                  protected ServedBy servedBy(NodeImplementation node) {
                    ServedBy who = super.servedBy(node);
                    return asked.incrementAndGet() == 1
                        ? new ServedBy(
                            BackendId.CPYTHON, who.implementation(), who.process(), who.codeHash())
                        : who;
                  }
                });

    CompatResult result = run(options(), host);

    assertThat(java(result).verdict().observed()).isEqualTo(Observed.INFRA);
    assertThat(java(result).verdict().reason()).contains("COMPLETE in another");
    assertThat(result.exitCode()).isEqualTo(ExitCode.BACKEND);
  }

  /** Nodes of which one instance, counted from 1, gives another int. */
  private static FakeNode.Maker failing(int instance) {
    return counted(
        number -> number == instance ? Mapping.of((_, _) -> 7L) : Mapping.of((_, item) -> item));
  }

  private static FakeNode.Maker breaking(int instance) {
    return counted(
        number -> {
          if (number == instance) {
            throw new IllegalStateException("broken");
          }
          return Mapping.of((_, item) -> item);
        });
  }

  private static FakeNode.Maker counted(IntFunction<FakeNode.Maker> makers) {
    AtomicInteger made = new AtomicInteger();
    return (Map<String, @Nullable Object> params) ->
        makers.apply(made.incrementAndGet()).make(params);
  }

  private static FakeHost host(FakeNode.@Nullable Maker maker) {
    Map<String, FakeNode.Maker> makers = new HashMap<>(FakeNodes.right());
    if (maker != null) {
      makers.put("pass-through", maker);
    }
    return new FakeHost()
        .twins(FakeContracts.PASS_THROUGH)
        .backend(new FakeBackend(BackendId.JAVA, makers))
        .backend(new FakeBackend(BackendId.CPYTHON, FakeNodes.right()));
  }

  private CompatResult known(FakeNode.Maker maker, String signature) throws Exception {
    Path file = folder.resolve("limitations.json");
    Files.writeString(
        file,
        """
        {"limitations": [{"id": "T", "title": "now and then", "kind": "flaky", "rate": 0.2,
          "issue": "https://example.org/1", "backends": {"java": ">=1.0 <2"},
          "cases": ["*/one"], "signature": "%s", "reason": "for the test",
          "since": "2026-01-01", "review": "2999-01-01"}]}
        """
            .formatted(signature));
    return run(options().withLimitations(file), host(maker));
  }

  private static CompatResult run(CompatOptions options, FakeHost host) throws Exception {
    return CompatRun.run(options, host);
  }

  private static CaseResult java(CompatResult result) {
    CaseResult java =
        result
            .report()
            .outcomes()
            .filter(each -> each.tried().id().equals("one"))
            .flatMap(each -> Optional.ofNullable(each.results().get(BackendId.JAVA)).stream())
            .findFirst()
            .orElseThrow();
    assertWithMessage("%s", result.summary()).that(java.backend()).isEqualTo(BackendId.JAVA);
    return java;
  }

  private CompatOptions options() throws Exception {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Files.writeString(
        corpus.resolve("c.json"),
        """
        {"node": "pass-through", "cases": [
          {"id": "one", "title": "t", "steps": [{"in": 1}], "expect": [{"out": 1}]}]}
        """);
    return CompatOptions.defaults()
        .selecting(
            every ->
                every
                    .withoutBuiltIn()
                    .withCorpus(List.of(corpus))
                    .withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
        .withOutput(folder.resolve("out"));
  }

  private String written(String name) throws Exception {
    return Files.readString(folder.resolve("out").resolve(name));
  }
}
