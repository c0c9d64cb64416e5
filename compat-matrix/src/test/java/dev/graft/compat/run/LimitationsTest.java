package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.fake.Mapping;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Overlay;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of known limitations must never say more than is true. */
final class LimitationsTest {
  private static final String SIGNATURE = "DIFF/seq/tuple-vs-list/out*";

  @TempDir Path directory = Path.of("unset");

  @Test
  void whatIsKnownFailsNothingAndIsNoPass() throws Exception {
    CompatResult result = run(tuplesLost(), "*tuple*", SIGNATURE, "2026-12-01", "2026-10-01");

    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(overlays(result)).contains(Overlay.KNOWN);
    assertThat(result.report().results().noneMatch(CaseResult::unexpected)).isTrue();
    assertThat(result.report().nodes().getFirst().switchTo(BackendId.JAVA).blockers())
        .containsAtLeast("Case tuple on java: known.", "Case nested-tuple on java: known.");
    assertThat(result.summary()).contains("No node is proven safe to switch to Java.");
    assertThat(written("junit.xml"))
        .contains("<skipped message=\"KNOWN T: tuples are lists. for the test\"/>");
    assertThat(written("limitations.md")).contains("| in this run | HOLDS: 2 known, 0 changed");
  }

  @Test
  void whatFailsInAnotherWayFails() throws Exception {
    CompatResult result = run(tuplesLost(), "*tuple*", "DIFF/int/*", "2026-12-01", "2026-10-01");

    assertThat(result.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(overlays(result)).contains(Overlay.CHANGED);
  }

  @Test
  void whatPassesMustLeaveTheList() throws Exception {
    CompatResult result = run(right(), "*tuple*", SIGNATURE, "2026-12-01", "2026-10-01");

    assertThat(result.exitCode()).isEqualTo(ExitCode.LIMITATIONS);
    assertThat(overlays(result)).contains(Overlay.FIXED);
    assertThat(status(result)).isEqualTo(LimitationState.Status.FIXED);
    assertThat(written("junit.xml"))
        .contains("<failure message=\"FIXED: it passes, though T says that it fails\">");
  }

  @Test
  void whatMatchesNothingIsStale() throws Exception {
    CompatResult result = run(right(), "*/long-gone", SIGNATURE, "2026-12-01", "2026-10-01");

    assertThat(result.exitCode()).isEqualTo(ExitCode.LIMITATIONS);
    assertThat(status(result)).isEqualTo(LimitationState.Status.STALE);
  }

  @Test
  void aReviewThatIsDueWarnsAndOneLongPastFails() throws Exception {
    CompatResult due = run(tuplesLost(), "*tuple*", SIGNATURE, "2026-09-20", "2026-10-01");
    CompatResult overdue = run(tuplesLost(), "*tuple*", SIGNATURE, "2026-08-01", "2026-10-01");

    assertThat(due.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(status(due)).isEqualTo(LimitationState.Status.DUE);
    assertThat(overdue.exitCode()).isEqualTo(ExitCode.LIMITATIONS);
    assertThat(status(overdue)).isEqualTo(LimitationState.Status.OVERDUE);
  }

  @Test
  void anEntryThatCoversTooMuchMustSaySo() throws Exception {
    CompatResult result =
        run(
            Mutant.ofNode("all", FakeContracts.PASS_THROUGH, Mapping.of((p, i) -> "x"), "").host(),
            "*",
            "*",
            "2026-12-01",
            "2026-10-01");

    assertThat(result.report().limitations().getFirst().mustBeEdited()).isTrue();
  }

  @Test
  void anEntryWithoutAReasonIsRefused() throws Exception {
    Path file = directory.resolve("bad.json");
    Files.writeString(
        file, "{\"limitations\":[{\"id\":\"X\",\"kind\":\"bug\",\"cases\":[\"*\"]}]}");
    assertThrows(
        CompatUsageException.class,
        () -> CompatRun.run(CompatOptions.defaults().withLimitations(file), right()));
  }

  private FakeHost right() {
    return Mutant.right(FakeContracts.PASS_THROUGH);
  }

  private FakeHost tuplesLost() {
    return NodeMutants.all()
        .filter(mutant -> mutant.name().equals("tuple to list"))
        .findFirst()
        .orElseThrow()
        .host();
  }

  private CompatResult run(
      FakeHost host, String cases, String signature, String review, String today) throws Exception {
    Path file = directory.resolve("limitations.json");
    Files.writeString(
        file,
        """
        {"limitations": [{"id": "T", "title": "tuples are lists", "kind": "bug",
          "issue": "https://example.org/1", "backends": {"java": ">=1.0 <2"},
          "cases": ["%s"], "signature": "%s", "reason": "for the test",
          "since": "2026-01-01", "review": "%s"}]}
        """
            .formatted(cases, signature, review));
    Path corpus = directory.resolve("corpus");
    Files.createDirectories(corpus);
    Files.writeString(
        corpus.resolve("c.json"),
        """
        {"node": "pass-through", "cases": [
          {"id": "tuple", "title": "t", "steps": [{"in": {"$tuple": [1]}}],
           "expect": [{"out": {"$tuple": [1]}}]},
          {"id": "nested-tuple", "title": "t", "steps": [{"in": {"$tuple": [1, 2]}}],
           "expect": [{"out": {"$tuple": [1, 2]}}]},
          {"id": "int", "title": "t", "steps": [{"in": 1}], "expect": [{"out": 1}]}]}
        """);
    return CompatRun.run(
        CompatOptions.defaults()
            .selecting(
                every ->
                    every
                        .withoutBuiltIn()
                        .withCorpus(List.of(corpus))
                        .withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
            .withLimitations(file)
            .withOutput(directory.resolve("out"))
            .withClock(Clock.fixed(Instant.parse(today + "T00:00:00Z"), ZoneOffset.UTC)),
        host);
  }

  private String written(String name) throws Exception {
    return Files.readString(directory.resolve("out").resolve(name));
  }

  private static List<Overlay> overlays(CompatResult result) {
    return result.report().results().map(CaseResult::overlay).distinct().toList();
  }

  private static LimitationState.Status status(CompatResult result) {
    return result.report().limitations().getFirst().status();
  }
}
