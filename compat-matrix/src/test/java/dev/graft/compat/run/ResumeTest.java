package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.compat.store.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was seen is never lost, and never looked for again. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ResumeTest {
  @TempDir Path folder = Path.of("unset");

  @Test
  void aRunThatWasKilledGoesOnWhereItWas() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SlowRun.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    long onJava = 0;
    while (onJava < 20 && process.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(20);
      onJava = onJava();
    }
    process.destroyForcibly();
    process.waitFor();
    onJava = onJava();
    assertWithMessage(Files.readString(folder.resolve("said"))).that(onJava).isAtLeast(20);
    assertThat(onJava).isLessThan(SlowRun.CASES);
    int finished = observations().size();

    AtomicInteger made = new AtomicInteger();
    CompatResult result = CompatRun.run(SlowRun.options(folder), SlowRun.host(0, made));

    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(result.report().scope().reused()).isEqualTo(finished);
    assertThat(made.get()).isEqualTo(2 * (SlowRun.CASES - onJava));
    assertThat(result.report().results().count()).isEqualTo(2 * SlowRun.CASES + 1);
    assertThat(observations()).hasSize(2 * SlowRun.CASES);
  }

  @Test
  void whatOnlyAnotherSelectionPlaysIsKeptForLater() throws Exception {
    AtomicInteger made = new AtomicInteger();
    CompatOptions options = SlowRun.options(folder);
    CompatRun.run(options, SlowRun.host(0, made));
    CompatRun.run(
        options.selecting(every -> every.withCases(List.of("c-1"))), SlowRun.host(0, made));
    assertThat(made.get()).isEqualTo(2 * SlowRun.CASES);

    CompatResult whole = CompatRun.run(options, SlowRun.host(0, made));

    assertThat(whole.report().scope().reused()).isEqualTo(2 * SlowRun.CASES);
    assertThat(made.get()).isEqualTo(2 * SlowRun.CASES);
  }

  @Test
  void aCaseThatChangedIsPlayedAgainAndSoIsAllIfItIsAskedFor() throws Exception {
    AtomicInteger made = new AtomicInteger();
    CompatOptions options = SlowRun.options(folder);
    CompatRun.run(options, SlowRun.host(0, made));
    Path cases = options.selection().corpus().getFirst().resolve("c.json");
    Files.writeString(
        cases, Files.readString(cases).replace("[{\"in\": 7}]", "[{\"in\": 7}, {\"end\": true}]"));
    made.set(0);
    CompatRun.run(options, SlowRun.host(0, made));
    assertThat(made.get()).isEqualTo(2);

    made.set(0);
    CompatRun.run(options.withSearch(SearchOptions.DEFAULT), SlowRun.host(0, made));
    assertThat(made.get()).isEqualTo(2 * SlowRun.CASES);
  }

  @Test
  void whatFailedLastIsPlayedAlone() throws Exception {
    CompatOptions options = SlowRun.options(folder);
    Path more = options.selection().corpus().getFirst().resolve("d.json");
    Files.writeString(
        more,
        """
        {"node": "pass-through", "cases": [{"id": "fails", "title": "t",
          "steps": [{"in": 1}], "expect": [{"out": 2}]}]}
        """);
    CompatRun.run(options, SlowRun.host(0, new AtomicInteger()));

    CompatResult failed =
        CompatRun.run(
            options.withSearch(SearchOptions.DEFAULT.withFailedLast(true)),
            SlowRun.host(0, new AtomicInteger()));

    assertThat(failed.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(
            failed
                .report()
                .outcomes()
                .map(outcome -> outcome.tried().id())
                .filter(id -> !id.equals(ContractCheck.ID))
                .toList())
        .containsExactly("fails");
  }

  private long onJava() throws IOException {
    return observations().stream().filter(each -> each.backend().text().equals("java")).count();
  }

  private List<Observation> observations() throws IOException {
    Path file = folder.resolve("out").resolve("results.jsonl");
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var lines = Files.lines(file)) {
      return lines.map(Observation::read).flatMap(Optional::stream).toList();
    }
  }
}
