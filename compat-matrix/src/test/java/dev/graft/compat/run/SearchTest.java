package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.fake.FakeBackend;
import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.fake.FakeNode;
import dev.graft.compat.fake.FakeNodes;
import dev.graft.compat.fake.Mapping;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.node.Emitter;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found by making cases up: shrunk, frozen, found again. */
final class SearchTest {

  @TempDir Path folder = Path.of("unset");

  @Test
  void aCaseThatFailsIsMadeAsSmallAsItCanBe() throws Exception {
    CompatResult result = CompatRun.run(random(), wrong(SearchTest::largeIntsLost));

    assertThat(Signatures.of(result.report())).containsExactly("DIFF/int/value/out");
    Case smallest = onlyFinding(result);
    assertThat(smallest.title()).containsMatch("number \\d+ of seed 3, then made smaller in \\d+");
    assertThat(smallest.steps()).hasSize(1);
    assertThat(smallest.steps().getFirst().toString()).isEqualTo("In[values=[1000], key=null]");
  }

  @Test
  void whatIsShrunkFailsInTheSameWayEvenWhereAnotherWayIsShorter() throws Exception {
    // Any text fails in one way; only an int past a thousand in the other.
    CompatResult result =
        CompatRun.run(
            random(),
            wrong((params, item) -> item instanceof String ? 1L : largeIntsLost(params, item)));

    List<String> signatures = Signatures.of(result.report());
    assertThat(signatures).containsExactly("DIFF/int/value/out", "DIFF/type/str-vs-int/out");
    List<Case> found =
        result.report().outcomes().map(CaseOutcome::tried).filter(SearchTest::isShrunk).toList();
    assertThat(found.stream().map(each -> each.steps().toString()).toList())
        .containsExactly("[In[values=[1000], key=null]]", "[In[values=[], key=null]]");
  }

  @Test
  void whatAShadowSawIsLeftWithTheStepsThatMatter() throws Exception {
    StringBuilder steps = new StringBuilder();
    for (int item = 1; item <= 40; item++) {
      steps.append("{\"in\": %d}, ".formatted(item * 100));
    }
    Path cases = Files.createDirectories(folder.resolve("shadow").resolve("pass-through"));
    Files.writeString(
        cases.resolve("seen.json"),
        """
        {"node": "pass-through", "cases": [{"id": "seen", "title": "seen in production",
          "tags": ["shadow"], "origin": {"kind": "regression"}, "steps": [%s{"end": true}]}]}
        """
            .formatted(steps));
    CompatOptions shadow =
        options()
            .selecting(
                every ->
                    every.withCorpus(List.of(folder.resolve("shadow"))).withCases(List.of("seen")));
    CompatResult result =
        CompatRun.run(
            shadow,
            wrong((params, item) -> item instanceof Long number && number == 1700 ? 0L : item));

    assertThat(Signatures.of(result.report())).containsExactly("DIFF/int/value/out");
    Case smallest = result.report().outcomes().map(CaseOutcome::tried).toList().getFirst();
    assertThat(smallest.title()).isEqualTo("seen in production; 1 of 41 steps");
    assertThat(smallest.steps().toString()).isEqualTo("[In[values=[1700], key=null]]");
    Path kept = FoundFiles.freeze(output(), folder.resolve("cases")).getFirst().file();
    assertThat(Files.readString(kept)).contains("\"from\": \"shadow\"");
  }

  private static boolean isShrunk(Case each) {
    return each.title().contains("made smaller");
  }

  @Test
  void aFrozenCaseFitsTheSchemaAndFailsInTheSameWay() throws Exception {
    CompatRun.run(random(), wrong(SearchTest::largeIntsLost));
    Path cases = folder.resolve("cases");

    List<FoundFiles.Frozen> frozen = FoundFiles.freeze(output(), cases);

    assertThat(frozen).hasSize(1);
    Path file = frozen.getFirst().file();
    assertThat(file.getParent()).isEqualTo(cases.resolve("pass-through").resolve("found"));
    String text = Files.readString(file);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(
                    Path.of("src", "main", "resources", "schemas", "case-1.schema.json")));
    assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    assertThat(text).contains("\"found\": \"2026-10-01\"");
    assertThat(text).contains("\"signature\": \"DIFF/int/value/out\"");
    assertThat(text).contains("\"seed\": \"3\"");
    CompatResult again =
        CompatRun.run(
            options().selecting(every -> every.withCorpus(List.of(cases))),
            wrong(SearchTest::largeIntsLost));
    assertThat(Signatures.of(again.report())).containsExactly("DIFF/int/value/out");
    assertThat(
            CompatRun.run(options().selecting(every -> every.withCorpus(List.of(cases))), right())
                .exitCode())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void freezingTwiceChangesNothing() throws Exception {
    CompatRun.run(random(), wrong(SearchTest::largeIntsLost));
    Path cases = folder.resolve("cases");
    Path file = FoundFiles.freeze(output(), cases).getFirst().file();
    String before = Files.readString(file);
    CompatRun.run(random().withClock(at("2027-01-01")), wrong(SearchTest::largeIntsLost));

    List<FoundFiles.Frozen> again = FoundFiles.freeze(output(), cases);

    assertThat(again).containsExactly(new FoundFiles.Frozen(file, false));
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void whatASecondInstanceDoesNotRepeatIsNondeterministic() throws Exception {
    AtomicInteger made = new AtomicInteger();
    CompatResult result =
        CompatRun.run(options(), wrongMaker(_ -> new Moody(made.incrementAndGet())));

    assertWithMessage("%s", result.summary())
        .that(result.exitCode())
        .isEqualTo(ExitCode.NONDETERMINISM);
    assertThat(Signatures.of(result.report())).containsExactly("NONDETERMINISTIC");
    assertThat(result.report().nodes().getFirst().isSteady()).isFalse();
    CaseResult unsteady =
        result.report().results().filter(CaseResult::unexpected).findFirst().orElseThrow();
    assertThat(unsteady.verdict().reason()).contains("out was");
  }

  @Test
  void whatIsSteadyIsPlayedTwiceAndSaysSo() throws Exception {
    CompatResult result = CompatRun.run(options(), right());

    assertThat(result.report().nodes().getFirst().isSteady()).isTrue();
  }

  @Test
  void edgesFindWhatFewCasesByHandTry() throws Exception {
    CompatOptions edges = options().withSearch(SearchOptions.DEFAULT.withEdges(true));
    CompatResult result =
        CompatRun.run(
            edges.selecting(every -> every.withCases(List.of("edge/*"))),
            wrong((params, item) -> item instanceof Double d && d == 0 ? 0.0 : item));

    assertThat(Signatures.of(result.report())).containsExactly("DIFF/float/signed-zero/out");
    assertThat(CompatRun.run(edges, right()).exitCode()).isEqualTo(ExitCode.OK);
  }

  /** Counts the instances that were made before it. */
  private record Moody(int number) implements FakeNode {
    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      out.emit(item instanceof Long ? (Object) (long) number : item);
    }
  }

  private static @Nullable Object largeIntsLost(
      Map<String, @Nullable Object> params, @Nullable Object item) {
    return item instanceof Long number && number >= 1000 ? (Object) 5L : item;
  }

  private static Case onlyFinding(CompatResult result) {
    List<Case> found =
        result.report().outcomes().map(CaseOutcome::tried).filter(SearchTest::isShrunk).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static FakeHost right() {
    return Mutant.right(FakeContracts.PASS_THROUGH);
  }

  private static FakeHost wrong(Mapping.Rule rule) {
    return wrongMaker(Mapping.of(rule));
  }

  private static FakeHost wrongMaker(FakeNode.Maker wrong) {
    Map<String, FakeNode.Maker> makers = new HashMap<>(FakeNodes.right());
    makers.put("pass-through", wrong);
    return new FakeHost()
        .twins(FakeContracts.PASS_THROUGH)
        .backend(new FakeBackend(BackendId.JAVA, makers))
        .backend(new FakeBackend(BackendId.CPYTHON, FakeNodes.right()));
  }

  private CompatOptions random() {
    return options().withRandom(250, 3).selecting(every -> every.withCases(List.of("random/*")));
  }

  private CompatOptions options() {
    return CompatOptions.defaults()
        .selecting(
            every ->
                every
                    .withNodes(List.of("pass-through"))
                    .withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
        .withClock(at("2026-10-01"))
        .withOutput(output());
  }

  private Path output() {
    return folder.resolve("out");
  }

  private static Clock at(String day) {
    return Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
  }
}
