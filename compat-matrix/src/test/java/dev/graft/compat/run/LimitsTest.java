package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.verdict.Overlay;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of known limitations beside what a run made of it. */
final class LimitsTest {
  private static final String ENTRY =
      """
      {"id": "%s", "title": "tuples are lists", "kind": "%s", "issue": "https://example.org/1",
          "backends": {"java": "%s"}, "cases": [%s], "signature": "%s",
          "reason": "For the test.", "since": "2026-01-01", "review": "2026-12-01"%s}\
      """;

  @TempDir Path directory = Path.of("unset");
  private Path file = Path.of("unset");

  @BeforeEach
  void writeCases() throws Exception {
    file = directory.resolve("limitations.json");
    Path corpus = Files.createDirectories(directory.resolve("corpus"));
    Files.writeString(
        corpus.resolve("c.json"),
        """
        {"node": "pass-through", "cases": [
          {"id": "tuple", "title": "t", "steps": [{"in": {"$tuple": [1]}}],
           "expect": [{"out": {"$tuple": [1]}}]},
          {"id": "int", "title": "t", "steps": [{"in": 1}], "expect": [{"out": 1}]}]}
        """);
  }

  @Test
  void removesWhatIsFixedOrStaleAndNothingElse() throws Exception {
    write(
        entry("HOLDS", "\"*/tuple\"", "DIFF/seq/*"),
        entry("FIXED", "\"*/int\"", "DIFF/int/*"),
        entry("STALE", "\"*/gone\"", "*"));
    CompatRun.run(options(), tuplesLost());

    List<String> done = Limits.of(new FakeHost(), options()).fix();

    assertThat(done)
        .containsExactly("removed FIXED from " + file, "removed STALE from " + file)
        .inOrder();
    assertThat(Files.readString(file))
        .isEqualTo(
            "{\"limitations\": [\n  " + entry("HOLDS", "\"*/tuple\"", "DIFF/seq/*") + "\n]}\n");
    assertThat(CompatRun.run(options(), tuplesLost()).exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void anEntryThatStillCoversSomethingIsLeftToItsAuthor() throws Exception {
    write(entry("HALF", "\"*/tuple\", \"*/int\"", "DIFF/seq/*"));
    CompatRun.run(options(), tuplesLost());
    String before = Files.readString(file);

    assertThat(Limits.of(new FakeHost(), options()).fix())
        .containsExactly(
            "HALF still covers 1 results: take out by hand the cases that pass: pass-through/int",
            "Nothing to remove from " + file + ".")
        .inOrder();
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void saysWhichRuleFired() throws Exception {
    write(
        entry("FIRES", "\"*/tuple\"", "DIFF/seq/*"),
        entry("OTHER-WAY", "\"*/tuple\"", "DIFF/int/*"),
        entry("OTHER-CASE", "\"*/int\"", "*"),
        ENTRY.formatted("OTHER-VERSION", "bug", ">=2", "\"*/tuple\"", "*", ""));
    CompatRun.run(options(), tuplesLost());

    assertThat(Limits.of(new FakeHost(), options()).explain("pass-through/tuple"))
        .containsAtLeast(
            "pass-through/tuple on java: DIFF/seq/tuple-vs-list/out, KNOWN",
            "  FIRES fires: the case fails as it says, \"DIFF/seq/*\"",
            "  OTHER-WAY fires: the case fails in another way than \"DIFF/int/*\"",
            "  OTHER-CASE does not fire: it is about the cases */int",
            "  OTHER-VERSION does not fire: it is about the versions >=2",
            "pass-through/tuple on cpython: PASS",
            "  FIRES does not fire: it is about java")
        .inOrder();
  }

  @Test
  void listsTheStates() throws Exception {
    write(entry("FIXED", "\"*/int\"", "DIFF/int/*"));
    assertThat(Limits.of(new FakeHost(), options()).mustBeEdited()).isFalse();
    CompatRun.run(options(), tuplesLost());

    Limits limits = Limits.of(new FakeHost(), options());

    assertThat(limits.mustBeEdited()).isTrue();
    assertThat(limits.list()).contains("FIXED  FIXED  0 known, 0 changed, 1 fixed");
  }

  @Test
  void needsAFileToMendAndAReportToReadFrom() throws Exception {
    write();
    assertThat(
            assertThrows(
                CompatUsageException.class, () -> Limits.of(new FakeHost(), options()).fix()))
        .hasMessageThat()
        .contains("run graft matrix first");
    assertThat(
            assertThrows(
                CompatUsageException.class,
                () ->
                    Limits.of(
                            new FakeHost(),
                            CompatOptions.defaults().withOutput(directory.resolve("out")))
                        .fix()))
        .hasMessageThat()
        .contains("--limitations");
  }

  @Test
  void aFlakyCaseThatPassesIsFlakyAndNoPass() throws Exception {
    write(ENTRY.formatted("FLAKY", "flaky", "*", "\"*/int\"", "DIFF/int/*", ", \"rate\": 0.1"));

    CompatResult result = CompatRun.run(options(), Mutant.right(FakeContracts.PASS_THROUGH));

    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(result.report().results().map(each -> each.overlay())).contains(Overlay.FLAKY);
    assertThat(result.report().nodes().getFirst().switchTo(BackendId.JAVA).blockers())
        .contains("Case int on java: flaky, failed 0 of 5 times.");
  }

  @Test
  void aFlakyEntryMustSayHowOftenItFails() throws Exception {
    write(ENTRY.formatted("FLAKY", "flaky", "*", "\"*/int\"", "DIFF/int/*", ""));
    assertThat(assertThrows(CompatUsageException.class, () -> Limits.of(new FakeHost(), options())))
        .hasMessageThat()
        .contains("limitation FLAKY: \"rate\" must say how often it fails, between 0 and 1.");

    write(ENTRY.formatted("BUG", "bug", "*", "\"*/int\"", "DIFF/int/*", ", \"rate\": 0.5"));
    assertThat(assertThrows(CompatUsageException.class, () -> Limits.of(new FakeHost(), options())))
        .hasMessageThat()
        .contains("only the kind \"flaky\" has a \"rate\"");
  }

  private static String entry(String id, String cases, String signature) {
    return ENTRY.formatted(id, "bug", ">=1.0 <2", cases, signature, "");
  }

  private void write(String... entries) throws Exception {
    Files.writeString(file, "{\"limitations\": [\n  " + String.join(",\n  ", entries) + "\n]}\n");
  }

  private CompatOptions options() {
    return CompatOptions.defaults()
        .selecting(
            every ->
                every
                    .withoutBuiltIn()
                    .withCorpus(List.of(directory.resolve("corpus")))
                    .withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
        .withLimitations(file)
        .withOutput(directory.resolve("out"))
        .withClock(Clock.fixed(Instant.parse("2026-10-01T00:00:00Z"), ZoneOffset.UTC));
  }

  private static FakeHost tuplesLost() {
    return NodeMutants.all()
        .filter(mutant -> mutant.name().equals("tuple to list"))
        .findFirst()
        .orElseThrow()
        .host();
  }
}
