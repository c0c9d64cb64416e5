package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.report.Evidence;
import dev.graft.descriptor.NodeContract;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.limits.Glob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A matrix that lets one of these pass proves nothing. */
final class MutantsTest {
  private static final List<String> CALCULATIONS =
      List.of(
          "add-ints",
          "add-past-2-63",
          "add-bool",
          "add-two-bools",
          "add-floats",
          "type-*",
          "multiply-past-*",
          "modulo-negative-divi*",
          "modulo-both-negative",
          "contract/parity");

  private static final Path MORE_CASES = Path.of("src", "test", "resources", "mutants");

  @TempDir Path output = Path.of("unset");

  static Stream<Mutant> mutants() {
    return Stream.concat(NodeMutants.all(), BackendMutants.all());
  }

  static Stream<NodeContract> contracts() {
    return Stream.of(
        FakeContracts.PASS_THROUGH,
        FakeContracts.REVERSE,
        FakeContracts.COUNTER,
        FakeContracts.BUFFER,
        FakeContracts.CALCULATOR);
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void isCaught(Mutant mutant) throws Exception {
    CompatResult result = CompatRun.run(options(mutant.contract()), mutant.host());

    assertWithMessage(String.join("\n", result.summary()))
        .that(result.exitCode())
        .isEqualTo(mutant.exitCode());
    if (!mutant.signature().isEmpty()) {
      List<String> signatures = Signatures.of(result.report());
      assertWithMessage("one of %s", signatures)
          .that(signatures.stream().anyMatch(new Glob(mutant.signature())::matches))
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void whatIsRightPasses(NodeContract contract) throws Exception {
    CompatOptions options = options(contract).withRandom(Evidence.ENOUGH, 1);

    CompatResult result = CompatRun.run(options, Mutant.right(contract));

    assertWithMessage(String.join("\n", result.summary()))
        .that(result.exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(result.report().nodes().getFirst().switchTo(BackendId.JAVA).blockers())
        .containsExactlyElementsIn(
            contract.id().equals("calculator")
                ? List.of(
                    "Only some of its cases ran.",
                    "0 of 1,000 made-up cases have passed with this code.")
                : List.of());
  }

  @Test
  void aHangIsATimeoutAndTheOtherCasesStillRun() throws Exception {
    Mutant mutant = BackendMutants.hangs();
    CompatOptions options =
        options(mutant.contract())
            .withTimeout(Duration.ofMillis(300))
            .selecting(every -> every.withCases(List.of("true", "int", "str", "zero")));

    CompatResult result = CompatRun.run(options, mutant.host());

    assertThat(result.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(Signatures.of(result.report())).containsExactly("TIMEOUT");
    assertThat(result.report().results().filter(each -> each.passed()).count()).isEqualTo(7);
  }

  private CompatOptions options(NodeContract contract) {
    CompatOptions options =
        CompatOptions.defaults()
            .selecting(
                every ->
                    every
                        .withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON))
                        .withNodes(List.of(contract.id())))
            .withOutput(output);
    return switch (contract.id()) {
      case "reverse" ->
          options.selecting(every -> every.withoutBuiltIn().withCorpus(more(contract)));
      case "pass-through" -> options.selecting(every -> every.withCorpus(more(contract)));
      case "calculator" -> options.selecting(every -> every.withCases(CALCULATIONS));
      default -> options;
    };
  }

  private static List<Path> more(NodeContract contract) {
    return List.of(MORE_CASES.resolve(contract.id() + ".json"));
  }
}
