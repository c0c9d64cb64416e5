package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.graft.compat.fake.FakeBackend;
import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.fake.FakeNode;
import dev.graft.compat.fake.FakeNodes;
import dev.graft.compat.fake.Mapping;
import dev.graft.compat.speed.Interval;
import dev.graft.compat.speed.NodeSpeed;
import dev.graft.compat.speed.SpeedOptions;
import dev.graft.compat.speed.Timing;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times are taken of what is right, beside CPython, and of nothing else. */
final class SpeedTest {
  private static final SpeedOptions SHORT =
      new SpeedOptions(3, 3, 2, Duration.ofMillis(4), Duration.ofMillis(40), true);

  @TempDir Path folder = Path.of("unset");

  @Test
  void whatTakesAFourthOfTheTimeIsFourTimesAsFast() throws Exception {
    NodeSpeed speed = speed(timed(spinning(50, 50), spinning(200, 200)));

    Timing.Measured java = measured(speed, BackendId.JAVA);
    Interval ratio = java.ratio().orElseThrow();
    assertThat(java.median()).isAtLeast(50_000);
    assertThat(ratio.value()).isGreaterThan(2.0);
    assertThat(ratio.value()).isLessThan(8.0);
    assertThat(ratio.low()).isAtMost(ratio.value());
    assertThat(ratio.high()).isAtLeast(ratio.value());
    assertThat(measured(speed, BackendId.CPYTHON).ratio().isEmpty()).isTrue();
    assertThat(speed.cases()).containsExactly("more", "one").inOrder();
    assertThat(speed.noise().getAsDouble()).isAtLeast(1.0);
  }

  @Test
  void whatIsWrongIsNotTimed() throws Exception {
    CompatResult result = timed(Mapping.of((_, _) -> 5L), spinning(1, 1));

    assertThat(result.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(speed(result).on(BackendId.JAVA))
        .isEqualTo(
            new Timing.NotMeasured("no case by hand gives it an item and passes on all backends"));
    assertThat(written("report.json")).contains("\"measured\" : false");
    assertThat(written("report.md")).contains("Not measured. `graft matrix bench` does.");
  }

  @Test
  void aRunThatTakesNoTimesSaysSo() throws Exception {
    CompatRun.run(options(), host(spinning(1, 1), spinning(1, 1), true));

    assertThat(written("report.json")).contains("\"reason\" : \"not measured\"");
    assertThat(written("report.json")).doesNotContain("median_ns");
    assertThat(written("report.html")).contains("<p>Not measured. <code>graft matrix bench</code>");
  }

  @Test
  void ofABackendThatOnlyInterpretsThereIsNoRatio() throws Exception {
    CompatResult result =
        CompatRun.timed(options(), SHORT, host(spinning(10, 10), spinning(10, 10), false));

    Timing.Measured java = measured(speed(result), BackendId.JAVA);
    assertThat(java.note()).startsWith("interpreter only");
    assertThat(java.ratio().isEmpty()).isTrue();
    assertThat(written("report.md")).contains("interpreter only");
  }

  @Test
  void reportsShowTheRatioWithItsInterval() throws Exception {
    CompatResult result = timed(spinning(20, 20), spinning(200, 200));

    assertWithMessage("%s", result.summary())
        .that(
            result.summary().stream()
                .anyMatch(line -> line.matches("  pass-through: java .*× \\[.*")))
        .isTrue();
    assertThat(written("report.md")).containsMatch("\\| pass-through \\| [0-9.]+× \\\\\\[[0-9.]+–");
    assertThat(written("report.html")).contains("<svg class=\"bar faster\"");
    assertThat(written("report.json")).contains("\"per_second\"");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(
                    Path.of("src", "main", "resources", "schemas", "report-1.schema.json")));
    assertThat(schema.validate(written("report.json"), InputFormat.JSON)).isEmpty();
  }

  @Test
  void aMachineThatIsNotQuietIsToldSo() throws Exception {
    // Every second sample of CPython takes three times as long as the one before it.
    CompatResult result = timed(spinning(20, 20), spinning(40, 120));

    assertThat(speed(result).isNoisy()).isTrue();
    assertThat(written("report.md")).contains("Times are noisy");
    assertThat(written("report.html")).contains("noisy: CPython differed from itself by");
  }

  @Test
  void aNodeThatIsMuchSlowerTwiceFailsTheGate() throws Exception {
    assertThat(timed(spinning(50, 50), spinning(200, 200)).exitCode()).isEqualTo(ExitCode.OK);

    CompatResult once = timed(spinning(400, 400), spinning(200, 200));
    assertThat(once.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(written("report.md")).contains("if the next run sees it again");

    CompatResult twice = timed(spinning(400, 400), spinning(200, 200));
    assertThat(twice.exitCode()).isEqualTo(ExitCode.SLOWER);
    assertThat(written("report.md")).contains("the last run saw that too");
  }

  private static Timing.Measured measured(NodeSpeed speed, BackendId backend) {
    return (Timing.Measured) speed.on(backend);
  }

  private static NodeSpeed speed(CompatResult result) {
    return result.report().nodes().getFirst().speed();
  }

  private CompatResult timed(FakeNode.Maker java, FakeNode.Maker python) throws Exception {
    return CompatRun.timed(options(), SHORT, host(java, python, true));
  }

  /** An instance that takes so many microseconds for an item, in turns of instances. */
  private static FakeNode.Maker spinning(int odd, int even) {
    int[] made = {0};
    return (Map<String, @Nullable Object> params) -> {
      long micros = made[0]++ % 2 == 0 ? even : odd;
      return Mapping.of(
              (_, item) -> {
                long end = System.nanoTime() + micros * 1000;
                while (System.nanoTime() < end) {
                  Thread.onSpinWait();
                }
                return item;
              })
          .make(params);
    };
  }

  private static FakeHost host(FakeNode.Maker java, FakeNode.Maker python, boolean compiles) {
    BackendStatus.Fact fact =
        compiles
            ? BackendStatus.Fact.good("optimizing runtime", "on")
            : BackendStatus.Fact.poor("optimizing runtime", "off", "");
    return new FakeHost()
        .twins(FakeContracts.PASS_THROUGH)
        .backend(
            new FakeBackend(BackendId.JAVA, makers(java)) {
              @Override
              public BackendStatus status() {
                return new BackendStatus(BackendId.JAVA, true, "Fake 1.2", List.of(fact));
              }
            })
        .backend(new FakeBackend(BackendId.CPYTHON, makers(python)));
  }

  private static Map<String, FakeNode.Maker> makers(FakeNode.Maker maker) {
    Map<String, FakeNode.Maker> makers = new HashMap<>(FakeNodes.right());
    makers.put("pass-through", maker);
    return makers;
  }

  private CompatOptions options() throws Exception {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Files.writeString(
        corpus.resolve("c.json"),
        """
        {"node": "pass-through", "cases": [
          {"id": "one", "title": "t", "steps": [{"in": 1}], "expect": [{"out": 1}]},
          {"id": "more", "title": "t", "steps": [{"in": 1}, {"in": 2}],
           "expect": [{"out": 1}, {"out": 2}]},
          {"id": "demand", "title": "t", "demand": 1, "steps": [{"in": 1}, {"in": 2}, {"in": 3}],
           "expect": [{"out": 1}, {"out": 2}, {"out": 3}]}]}
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
