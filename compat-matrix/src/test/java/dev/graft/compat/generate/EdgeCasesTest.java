package dev.graft.compat.generate;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.compat.corpus.Step;
import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.subject.ValueText;
import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.params.InvalidParamsException;
import dev.graft.params.ParamReader;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.value.NdArray;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class EdgeCasesTest {
  private static final NodeContract BOUNDED =
      new NodeContract(
          "bounded",
          "1.0",
          "Has bounds.",
          List.of(
              ParamDescriptor.required(
                  "size", Scalar.INT, "A size.", new Constraint.Min(7L), new Constraint.Max(99L)),
              ParamDescriptor.optional("loud", Scalar.BOOL, false, "Loud."),
              ParamDescriptor.optional(
                  "part", Scalar.FLOAT, 0.5, "P.", new Constraint.Min(0L), new Constraint.Max(1L))),
          List.of(PortDescriptor.in(Scalar.ANY)),
          List.of(PortDescriptor.out(Scalar.ANY)),
          StateDescriptor.NONE,
          Purity.PURE);

  private static CatalogueEntry entry(NodeContract contract) {
    return new FakeHost().twins(contract).catalogue().find(contract.id()).orElseThrow();
  }

  private static List<Case> edges(NodeContract contract) throws Exception {
    return EdgeCases.of(entry(contract), List.of());
  }

  private static Set<String> values(List<Case> cases, String param) {
    return cases.stream()
        .filter(each -> each.params().containsKey(param))
        .map(each -> ValueText.of(each.params().get(param)))
        .collect(Collectors.toSet());
  }

  @Test
  void eachBoundIsTriedAndOneBeyond() throws Exception {
    List<Case> cases = edges(BOUNDED);

    assertThat(values(cases, "size")).containsAtLeast("6", "7", "8", "98", "99", "100");
    assertThat(values(cases, "part"))
        .containsAtLeast(
            "{\"$f\":\"0.0\"}",
            "{\"$f\":\"-5e-324\"}",
            "{\"$f\":\"1.0\"}",
            "{\"$f\":\"1.0000000000000002\"}",
            "{\"$f\":\"nan\"}");
    assertThat(values(cases, "loud")).containsExactly("true", "false");
  }

  @Test
  void whatMustBeRefusedIsTriedByItself() throws Exception {
    int refused = 0;
    for (Case each : edges(BOUNDED)) {
      if (isRefused(each)) {
        refused++;
        assertWithMessage("%s", each.params()).that(each.params().size()).isAtMost(2);
      }
    }
    assertThat(refused).isGreaterThan(8);
  }

  private static boolean isRefused(Case each) {
    try {
      ParamReader.of(entry(BOUNDED).java().orElseThrow().descriptor(), each.params()).finish();
      return false;
    } catch (InvalidParamsException e) {
      return true;
    }
  }

  @Test
  void anyValueOfAParameterMeetsAnyItemAndAnyOfAnotherParameter() throws Exception {
    List<Case> allowed = edges(BOUNDED).stream().filter(each -> !isRefused(each)).toList();
    Set<String> items = allowed.stream().map(EdgeCasesTest::item).collect(Collectors.toSet());
    Set<String> sizes = values(allowed, "size");
    Set<String> parts = values(allowed, "part");
    Set<String> pairs = new HashSet<>();
    for (Case each : allowed) {
      String size = ValueText.of(each.params().get("size"));
      Object first = ((Step.In) each.steps().getFirst()).values().getFirst();
      if (first instanceof NdArray || first instanceof Map || first instanceof String) {
        pairs.add(size + " and a " + first.getClass());
      }
      if (each.params().containsKey("part")) {
        pairs.add(size + " with " + ValueText.of(each.params().get("part")));
      }
    }
    assertThat(items.size()).isGreaterThan(60);
    assertThat(pairs.stream().filter(pair -> pair.contains(" with ")).count())
        .isEqualTo(sizes.size() * parts.size());
    for (Class<?> type : List.of(NdArray.class, String.class)) {
      assertThat(pairs.stream().filter(pair -> pair.endsWith(" a " + type)).count())
          .isEqualTo(sizes.size());
    }
  }

  private static String item(Case each) {
    return ValueText.of(((Step.In) each.steps().getFirst()).values().getFirst());
  }

  @Test
  void theyAreTheSameInEveryRun() throws Exception {
    assertThat(edges(BOUNDED).stream().map(Case::hash).toList())
        .isEqualTo(edges(BOUNDED).stream().map(Case::hash).toList());
  }

  @Test
  void statesMoveBetweenTheSameItemTwice() throws Exception {
    List<Step> steps =
        edges(FakeContracts.COUNTER).stream().flatMap(each -> each.steps().stream()).toList();

    assertThat(steps).contains(new Step.Restore(true));
    assertThat(edges(BOUNDED).stream().flatMap(each -> each.steps().stream()).toList())
        .doesNotContain(new Step.Snapshot());
  }

  @Test
  void aParameterThatCannotBeMadeUpIsNoReasonToFailButNoCaseEither() throws Exception {
    NodeContract odd =
        new NodeContract(
            "odd",
            "1.0",
            "Odd.",
            List.of(ParamDescriptor.required("raw", Scalar.BYTES, "Bytes.")),
            BOUNDED.inputs(),
            BOUNDED.outputs(),
            StateDescriptor.NONE,
            Purity.PURE);

    assertThat(edges(odd)).isEmpty();
  }

  @Test
  void aCaseByHandWithTheSameChoicesSaysWhatIsTolerated() throws Exception {
    List<Case> byHand =
        CaseReader.read(
            """
            {"node": "calculator", "cases": [{"id": "p", "title": "t", "params": {"operation": "power"},
              "steps": [{"in": 1}], "compare": {"out": {"float": {"ulp": 1, "why": "pow"}}}}]}
            """,
            "by hand");
    for (Case each : EdgeCases.of(entry(FakeContracts.CALCULATOR), byHand)) {
      Map<String, ?> params = each.params();
      assertThat(each.tolerance().ulp()).isEqualTo("power".equals(params.get("operation")) ? 1 : 0);
    }
  }
}
