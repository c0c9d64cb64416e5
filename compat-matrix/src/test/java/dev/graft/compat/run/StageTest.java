package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;

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
import dev.graft.compat.production.ProductionFiles;
import dev.graft.compat.report.NodeRow;
import dev.graft.compat.report.Stage;
import dev.graft.compat.report.StageLook;
import dev.graft.descriptor.Language;
import dev.graft.descriptor.NodeContract;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.hash.Sha256;
import dev.graft.runtime.limits.CompatInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage is what the results prove, and no more. */
final class StageTest {
  @TempDir Path directory = Path.of("unset");
  private Path corpus = Path.of("unset");

  @BeforeEach
  void writeCases() throws Exception {
    corpus = Files.createDirectories(directory.resolve("corpus"));
    Files.writeString(
        corpus.resolve("counter.json"),
        """
        {"node": "counter", "cases": [
          {"id": "keys", "title": "t", "params": {"initial_count": 7},
           "steps": [{"in": 1, "key": "a"}, {"in": 2, "key": "b"}, {"in": 3, "key": "a"}],
           "expect": [{"out": {"value": 1, "count": 8}}, {"out": {"value": 2, "count": 8}},
                      {"out": {"value": 3, "count": 9}}]}]}
        """);
  }

  @Test
  void whatIsProvenInAllPartsIsSafe() throws Exception {
    NodeRow node = run(right(), options().withRandom(1000, 1));

    assertThat(node.switchTo(BackendId.JAVA).blockers()).isEmpty();
    assertThat(node.stage()).isEqualTo(Stage.VERIFIED);
  }

  @Test
  void tooFewMadeUpCasesProveNothing() throws Exception {
    NodeRow node = run(right(), options().withRandom(999, 1));

    assertThat(node.switchTo(BackendId.JAVA).blockers())
        .containsExactly("999 of 1,000 made-up cases have passed with this code.");
    assertThat(node.stage()).isEqualTo(Stage.PORTED);
  }

  @Test
  void whatIsOnlyRefusedProvesLittle() throws Exception {
    FakeNode.Maker picky =
        params ->
            new FakeNodes.Counter(params) {
              @Override
              public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
                if (!(item instanceof Long number) || number < 3) {
                  throw new NodeException(ErrorKind.TYPE, "no " + item);
                }
                super.process(item, out);
              }
            };
    NodeRow node = run(both(FakeContracts.COUNTER, picky), options().withRandom(1000, 1));
    int working = node.health().made() - node.health().refused();

    assertThat(working).isGreaterThan(0);
    assertThat(working).isLessThan(500);
    assertThat(madeUp(node)).isEqualTo(2 * working);
    assertThat(node.switchTo(BackendId.JAVA).blockers())
        .contains(
            "The node refuses %d of 1,000 made-up cases, which count only beside others. Write a case with an item as it comes: the made-up ones begin there."
                .formatted(node.health().refused()));
  }

  @Test
  void madeUpCasesOfOtherSeedsAddUpAndThoseOfOneDoNot() throws Exception {
    run(right(), options().withRandom(600, 1));

    assertThat(madeUp(run(right(), options().withRandom(500, 1)))).isEqualTo(600);
    assertThat(madeUp(run(right(), options().withRandom(400, 2)))).isEqualTo(1000);
    assertThat(run(right(), options().withRandom(0, 3)).stage()).isEqualTo(Stage.VERIFIED);
  }

  @Test
  void otherCodeBeginsAnew() throws Exception {
    run(right(), options().withRandom(1000, 1));

    assertThat(madeUp(run(edited(), options().withRandom(10, 1)))).isEqualTo(10);
  }

  @Test
  void whatAnotherComparatorLetPassBeginsAnew() throws Exception {
    run(right(), options().withRandom(100, 1));
    Path counts = directory.resolve("out").resolve("made-up.json");
    String text = Files.readString(counts);
    assertThat(text).containsMatch("\"comparator\" : \"[0-9a-f]{64} 4\"");
    Files.writeString(
        counts, text.replaceAll("\"comparator\" : \"[0-9a-f]{4}", "\"comparator\" : \"0000"));

    assertThat(madeUp(run(right(), options().withRandom(10, 1)))).isEqualTo(10);
  }

  @Test
  void oneMadeUpCaseThatDiffersTakesAllAway() throws Exception {
    run(right(), options().withRandom(600, 1));
    FakeNode.Maker wrong =
        params ->
            new FakeNodes.Counter(params) {
              @Override
              public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
                super.process(item instanceof Boolean ? "bool" : item, out);
              }
            };

    NodeRow node = run(host(wrong), options().withRandom(600, 2));

    assertThat(madeUp(node)).isEqualTo(0);
    assertThat(String.join(" ", node.switchTo(BackendId.JAVA).blockers()))
        .containsMatch("Case random/\\d+ on java: different\\.");
  }

  @Test
  void whatOneSeedFoundNoOtherSeedUndoes() throws Exception {
    AtomicBoolean isWrong = new AtomicBoolean(true);
    FakeNode.Maker sometimes =
        params ->
            new FakeNodes.Counter(params) {
              @Override
              public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
                super.process(isWrong.get() && item instanceof Boolean ? "bool" : item, out);
              }
            };
    run(host(sometimes), options().withRandom(100, 2));
    isWrong.set(false);

    NodeRow node = run(host(sometimes), options().withRandom(1000, 1));

    assertThat(madeUp(node)).isEqualTo(1000);
    assertThat(node.stage()).isLessThan(Stage.VERIFIED);
    List<String> blockers = node.switchTo(BackendId.JAVA).blockers();
    assertThat(blockers.getFirst())
        .matches(
            "Case (random/\\d+) of seed 2 differed on java with this code, in an earlier run:"
                + " graft matrix repro counter/\\1 --seed 2\\.");
    assertThat(run(host(sometimes), options().withRandom(0, 3)).switchTo(BackendId.JAVA).blockers())
        .isEqualTo(blockers);
    assertThat(run(host(sometimes), options().withRandom(100, 2)).stage())
        .isEqualTo(Stage.VERIFIED);
    assertThat(run(host(sometimes), options().withRandom(0, 3)).stage()).isEqualTo(Stage.VERIFIED);
    assertThat(run(edited(), options().withRandom(1000, 1)).stage()).isEqualTo(Stage.VERIFIED);
  }

  @Test
  void someOfTheCasesProveNothing() throws Exception {
    NodeRow node =
        run(
            right(),
            options().withRandom(1000, 1).selecting(every -> every.withCases(List.of("*"))));

    assertThat(node.switchTo(BackendId.JAVA).blockers())
        .containsExactly(
            "Only some of its cases ran.",
            "Its state was not handed over: only some of its cases ran.");
  }

  @Test
  void anErrorThatOnlyMadeUpCasesShowIsNotDecidedOn() throws Exception {
    FakeNode.Maker picky =
        Mapping.of(
            (params, item) -> {
              if (item instanceof String) {
                throw new NodeException(ErrorKind.TYPE, "no texts");
              }
              return item;
            });
    FakeHost host = both(FakeContracts.PASS_THROUGH, picky);
    Files.delete(corpus.resolve("counter.json"));
    Path file = corpus.resolve("pass-through.json");
    Files.writeString(
        file,
        """
        {"node": "pass-through", "cases": [
          {"id": "int", "title": "t", "steps": [{"in": 1}], "expect": [{"out": 1}]}]}
        """);

    assertThat(run(host, options().withRandom(1000, 1)).switchTo(BackendId.JAVA).blockers())
        .containsExactly("Only made-up cases show the error TYPE in step.");

    Files.writeString(
        file,
        """
        {"node": "pass-through", "cases": [
          {"id": "int", "title": "t", "steps": [{"in": 1}], "expect": [{"out": 1}]},
          {"id": "text", "title": "t", "steps": [{"in": "x"}],
           "expect": [{"error": {"kind": "TYPE"}}]}]}
        """);
    assertThat(run(host, options().withRandom(0, 1)).switchTo(BackendId.JAVA).safe()).isTrue();
  }

  @Test
  void whatProductionHasShownTakesItFurther() throws Exception {
    CompatOptions options = options().withMemories(List.of(directory.resolve("memory")));
    NodeRow before = run(right(), options.withRandom(1000, 1));
    new ProductionFiles(directory.resolve("memory"))
        .code(hash(before, Language.JAVA), hash(before, Language.PYTHON))
        .shadow(0, 8, 5001);

    assertThat(before.stage()).isEqualTo(Stage.VERIFIED);
    NodeRow node = run(right(), options.withRandom(0, 1));
    assertThat(node.stage()).isEqualTo(Stage.SHADOWED);
    assertThat(StageLook.of(node).id()).isEqualTo("safe-shadowed");
    assertThat(Files.readString(directory.resolve("out/report.md")))
        .contains(
            "| counter | Shadowed | prod: 5,001 compared in 8.0 days, none differs | No run of prod is known. |");
    assertThat(Files.readString(directory.resolve("out/report.json")))
        .contains("\"stage\" : \"shadowed\"");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(
                    Path.of("src", "main", "resources", "schemas", "report-1.schema.json")));
    assertThat(
            schema.validate(
                Files.readString(directory.resolve("out/report.json")), InputFormat.JSON))
        .isEmpty();
    assertThat(CompatInfo.stage("counter", directory.resolve("out/report.json")))
        .hasValue("shadowed");
    assertThat(Files.readString(directory.resolve("out/report.html")))
        .contains("prod: 5,001 compared in 8.0 days, none differs");
    assertThat(run(edited(), options.withRandom(1000, 1)).stage()).isEqualTo(Stage.VERIFIED);
  }

  private static String hash(NodeRow node, Language language) {
    return node.codeHash(language).orElseThrow();
  }

  private static int madeUp(NodeRow node) {
    return node.evidence().madeUp(BackendId.JAVA);
  }

  private static FakeHost right() {
    return Mutant.right(FakeContracts.COUNTER);
  }

  private static FakeHost host(FakeNode.Maker wrong) {
    return Mutant.ofNode("wrong", FakeContracts.COUNTER, wrong, "").host();
  }

  /** In both languages the same, which is not what the node usually is. */
  private static FakeHost both(NodeContract contract, FakeNode.Maker maker) {
    Map<String, FakeNode.Maker> makers = new HashMap<>(FakeNodes.right());
    makers.put(contract.id(), maker);
    return new FakeHost()
        .twins(contract)
        .backend(new FakeBackend(BackendId.JAVA, makers))
        .backend(new FakeBackend(BackendId.CPYTHON, makers));
  }

  /** The same behaviour from other code. */
  private static FakeHost edited() {
    return new FakeHost()
        .twins(FakeContracts.COUNTER)
        .backend(
            new FakeBackend(BackendId.JAVA, FakeNodes.right()) {
              @Override
              protected ServedBy servedBy(NodeImplementation node) {
                ServedBy who = super.servedBy(node);
                return new ServedBy(
                    who.backend(), who.implementation(), who.process(), Sha256.of("edited"));
              }
            })
        .backend(new FakeBackend(BackendId.CPYTHON, FakeNodes.right()));
  }

  private CompatOptions options() {
    return CompatOptions.defaults()
        .selecting(
            every ->
                every
                    .withoutBuiltIn()
                    .withCorpus(List.of(corpus))
                    .withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
        .withOutput(directory.resolve("out"));
  }

  private static NodeRow run(FakeHost host, CompatOptions options) throws Exception {
    return CompatRun.run(options, host).report().nodes().getFirst();
  }
}
