package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.fake.FakeNode;
import dev.graft.compat.fake.FakeNodes;
import dev.graft.compat.report.JunitRepro;
import dev.graft.compat.report.PythonRepro;
import dev.graft.compat.report.ReproText;
import dev.graft.compat.report.Reproduction;
import dev.graft.compat.subject.Event;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaseReproTest {
  @TempDir Path folder = Path.of("");

  @Test
  void showsBothSidesTheFirstDifferenceItsCauseAndItsFix() throws Exception {
    Reproduction repro =
        CaseRepro.of(forgetful(), options(), "counter/restore-fresh")
            .run(BackendId.JAVA, BackendId.CPYTHON);

    List<String> lines = ReproText.of(repro);

    assertThat(lines.getFirst()).startsWith("counter/restore-fresh: ");
    assertThat(String.join("\n", lines)).containsMatch("step +does +cpython +java");
    assertThat(String.join("\n", lines))
        .containsMatch("4 +in 3 +out .*\"count\":3\\} +out .*\"count\":1\\}");
    assertThat(lines)
        .containsAtLeast(
            "✕ different on java, judged by the case.",
            "Signature: DIFF/int/value/out.count",
            "First difference: step 4, out.count",
            "  must be  3",
            "  is       1")
        .inOrder();
    assertThat(String.join("\n", lines)).containsMatch("Likely cause: .+\nUsual fix: .+");
    assertThat(repro.result().unexpected()).isTrue();
  }

  @Test
  void aLongValueIsShownToItsEnd() throws Exception {
    Files.writeString(
        folder.resolve("long.json"),
        """
        {"node": "counter", "cases": [{"id": "long", "title": "a long text",
          "steps": [{"in": "%s the end"}]}]}
        """
            .formatted("0123456789".repeat(10)));
    Reproduction repro =
        CaseRepro.of(
                Mutant.right(FakeContracts.COUNTER),
                options().selecting(every -> every.withCorpus(List.of(folder))),
                "counter/long")
            .run(BackendId.JAVA, BackendId.CPYTHON);

    List<String> lines = ReproText.of(repro);

    int first = lines.indexOf(lines.stream().filter(line -> line.startsWith("0 ")).findAny().get());
    assertThat(lines.get(first))
        .startsWith("0    in \"0123456789012345678901234567890123456789  out ");
    assertThat(lines.get(first + 1))
        .startsWith("     01234567890123456789012345678901234567890123  ");
    assertThat(lines.get(first + 2)).startsWith("     4567890123456789 the end\"");
    assertThat(String.join("\n", lines)).doesNotContain("…");
  }

  @Test
  void playsAMadeUpCaseOfAnySeed() throws Exception {
    Reproduction first = madeUp(1);
    Reproduction second = madeUp(2);

    assertThat(first.tried().id()).isEqualTo("random/7");
    assertThat(first.tried().hash()).isNotEqualTo(second.tried().hash());
    assertThat(first.tried().hash()).isEqualTo(madeUp(1).tried().hash());
    assertThat(first.result().passed()).isTrue();
    assertThat(first.result().verdict().judge()).isEqualTo("cpython");
  }

  private static Reproduction madeUp(long seed) throws Exception {
    return CaseRepro.of(
            Mutant.right(FakeContracts.COUNTER), options().withRandom(0, seed), "counter/random/7")
        .run(BackendId.JAVA, BackendId.CPYTHON);
  }

  @Test
  void playsAHandOverBesideTheSameStreamWithoutOne() throws Exception {
    Reproduction repro =
        CaseRepro.of(forgetful(), options(), "counter/hand-over/cpython/restore-fresh@2")
            .run(BackendId.JAVA, BackendId.CPYTHON);

    assertThat(repro.columns().stream().map(Reproduction.Column::title))
        .containsExactly("cpython, not handed over", "cpython to java")
        .inOrder();
    assertThat(repro.columns().getLast().trace().events().stream().map(Event::step))
        .containsExactly(2);
    assertThat(repro.result().verdict().signature()).hasValue("DIFF/int/value/out.count");
  }

  @Test
  void aCaseThatIsNotThereIsAMistake() {
    assertThat(refused("counter/restor-fresh")).contains("Did you mean \"restore-fresh\"?");
    assertThat(refused("restore-fresh")).contains("Name the node and the case");
    assertThat(refused("countr/restore-fresh")).contains("there is no node \"countr\"");
    assertThat(refused("counter/hand-over/java/restore-fresh@9"))
        .contains("cannot be cut before step 9; it can before [1, 2]");
  }

  private static String refused(String key) {
    return String.valueOf(
        assertThrows(
                CompatUsageException.class,
                () -> CaseRepro.of(Mutant.right(FakeContracts.COUNTER), options(), key))
            .getMessage());
  }

  @Test
  void writesTheCaseAsAPythonProgram() throws Exception {
    CaseRepro repro =
        CaseRepro.of(Mutant.right(FakeContracts.COUNTER), options(), "counter/restore-fresh");

    String program = PythonRepro.of(repro.entry().python().orElseThrow(), repro.tried());

    assertThat(program).contains("\"source\": \"# fake\"");
    assertThat(program)
        .contains(
            """
            give("in 1", None, 1)
            give("in 2", None, 2)
            state = tried("snapshot", host.snapshot, node)
            print(state)
            host.close(node)
            node = host.open(SPEC)
            tried("restore", host.restore, node, state)
            give("in 3", None, 3)
            """);
  }

  @Test
  void writesTheCaseAsAJunitTest() throws Exception {
    CaseRepro repro =
        CaseRepro.of(Mutant.right(FakeContracts.COUNTER), options(), "counter/random/7");

    String test =
        JunitRepro.of(repro.tried(), List.of(BackendId.JAVA, BackendId.CPYTHON), List.of(), 5);

    assertThat(test).startsWith("import static org.junit.jupiter.api.Assertions.assertTrue;\n");
    assertThat(test).contains("\nimport java.util.List;\n");
    assertThat(test).contains("\nfinal class CounterRandom7Test {\n");
    assertThat(test).contains(".withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON))");
    assertThat(test).contains(".withRandom(7, 5L)");
  }

  /** A counter on Java that loses its state. */
  private static FakeHost forgetful() {
    FakeNode.Maker wrong =
        params ->
            new FakeNodes.Counter(params) {
              @Override
              public void restore(Map<String, @Nullable Object> state) {
                // This is what is wrong.
              }
            };
    return Mutant.ofNode("forgets", FakeContracts.COUNTER, wrong, "").host();
  }

  private static CompatOptions options() {
    return CompatOptions.defaults();
  }
}
