package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.compat.changes.Change;
import dev.graft.compat.changes.Changes;
import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are held against earlier ones. */
final class BaselineTest {
  @TempDir Path folder = Path.of("unset");

  @Test
  void aPortThatBrokeIsARegressionOnlyWhereTheGateAsksForIt() throws Exception {
    Path baseline = folder.resolve("baseline.jsonl");
    run(right(), new PastOptions(Optional.empty(), Optional.of(baseline), false), 1);
    CompatResult shown =
        run(broken(), new PastOptions(Optional.of(baseline), Optional.empty(), false), 2);
    CompatResult gated =
        run(broken(), new PastOptions(Optional.of(baseline), Optional.empty(), true), 3);

    Changes changes = shown.report().changes().orElseThrow();
    assertThat(changes.of(Change.Kind.REGRESSED).stream().map(Change::key)).isNotEmpty();
    assertThat(changes.notes()).isEmpty();
    assertThat(shown.report().gates().stream().map(gate -> gate.id()))
        .doesNotContain("regressions");
    assertThat(gated.report().gates().getLast().count())
        .isEqualTo(changes.count(Change.Kind.REGRESSED));
    assertThat(gated.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
    String markdown = Files.readString(folder.resolve("out/report.md"));
    assertThat(markdown)
        .contains("### regressed (%d)".formatted(changes.count(Change.Kind.REGRESSED)));
    assertThat(markdown).containsMatch("\\| pass-through/\\S+ \\| java \\| PASS \\| DIFF ");
    assertThat(markdown).containsMatch("## Warnings\n\n- ⚠ \\d+ results? got worse than before");
    assertThat(Files.readString(folder.resolve("out/report.html"))).contains("id=changes");
    assertThat(Files.readString(folder.resolve("out/report.json"))).contains("\"diff_from\"");
  }

  @Test
  void anEqualRunChangesNothingAndPassesTheGate() throws Exception {
    Path baseline = folder.resolve("baseline.jsonl");
    run(right(), new PastOptions(Optional.empty(), Optional.of(baseline), false), 1);
    CompatResult again =
        run(right(), new PastOptions(Optional.of(baseline), Optional.empty(), true), 2);

    assertThat(again.report().changes().orElseThrow().all()).isEmpty();
    assertThat(again.report().changes().orElseThrow().compared()).isGreaterThan(10);
    assertThat(Files.readString(folder.resolve("out/report.md"))).contains("Nothing changed.");
    assertThat(again.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void whatWasMadeUpIsInNoBaseline() throws Exception {
    Path baseline = folder.resolve("baseline.jsonl");
    CompatResult result =
        CompatRun.run(
            options(new PastOptions(Optional.empty(), Optional.of(baseline), false), 1)
                .withRandom(5, 1),
            right());

    assertThat(result.report().outcomes().map(each -> each.tried().origin()).toList())
        .contains("generated");
    assertThat(Files.readString(baseline)).doesNotContain("random/");
    assertThat(Files.readString(baseline).lines().count())
        .isLessThan(result.report().results().count());
  }

  @Test
  void theHistoryGrowsByEachRun() throws Exception {
    run(right(), PastOptions.NONE, 1);
    CompatResult second = run(broken(), PastOptions.NONE, 2);

    assertThat(second.report().history().of("pass-through")).hasSize(2);
    assertThat(second.report().history().of("pass-through").getFirst().unexpected()).isEqualTo(0);
    assertThat(second.report().history().of("pass-through").getLast().unexpected())
        .isGreaterThan(0);
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .contains(
            "aria-label=\"1 of the last 2 runs clean\" title=\"1 of the last 2 runs clean\">▁▇");
  }

  @Test
  void aBaselineThatIsNotThereIsRefusedBeforeAnythingRuns() {
    PastOptions past =
        new PastOptions(Optional.of(folder.resolve("gone.jsonl")), Optional.empty(), false);
    CompatUsageException e = assertThrows(CompatUsageException.class, () -> run(right(), past, 1));

    assertThat(e).hasMessageThat().contains("gone.jsonl: there is no such file");
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
  }

  private static FakeHost right() {
    return Mutant.right(FakeContracts.PASS_THROUGH);
  }

  private static FakeHost broken() {
    return NodeMutants.all()
        .filter(mutant -> mutant.name().equals("tuple to list"))
        .findFirst()
        .orElseThrow()
        .host();
  }

  private CompatResult run(FakeHost host, PastOptions past, int day) throws Exception {
    return CompatRun.run(options(past, day), host);
  }

  private CompatOptions options(PastOptions past, int day) {
    return CompatOptions.defaults()
        .selecting(every -> every.withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
        .withPast(past)
        .withOutput(folder.resolve("out"))
        .withClock(Clock.fixed(Instant.parse("2026-10-0" + day + "T12:00:00Z"), ZoneOffset.UTC));
  }
}
