package dev.graft.compat.generate;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.compat.corpus.Step;
import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.params.ParamReader;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CaseGeneratorTest {
  private static final NodeContract DEMANDING =
      new NodeContract(
          "demanding",
          "1.0",
          "Takes what it allows.",
          List.of(
              ParamDescriptor.required("size", Scalar.INT, "A size.", new Constraint.Min(7L)),
              ParamDescriptor.optional(
                  "low", Scalar.NUMBER, 0L, "Low.", new Constraint.AtMost("high")),
              ParamDescriptor.optional("high", Scalar.NUMBER, 10L, "High."),
              ParamDescriptor.optional(
                  "part", Scalar.FLOAT, 0.5, "P.", new Constraint.Min(0L), new Constraint.Max(1L)),
              ParamDescriptor.optional(
                  "marks", Scalar.STR, ".", "Marks.", new Constraint.Pattern("(?s).+")),
              ParamDescriptor.optional(
                  "forms",
                  new ValueType.ListOf(new ValueType.EnumOf(List.of("up", "down"))),
                  List.of("up"),
                  "Forms.",
                  new Constraint.MinItems(2))),
          List.of(PortDescriptor.in(Scalar.ANY)),
          List.of(PortDescriptor.out(Scalar.ANY)),
          StateDescriptor.keyed(new StateDescriptor.Field("count", Scalar.INT)),
          Purity.PURE);

  private static CatalogueEntry entry(NodeContract contract) {
    return new FakeHost().twins(contract).catalogue().find(contract.id()).orElseThrow();
  }

  private static List<Case> cases(NodeContract contract, long seed, int count) throws Exception {
    return cases(contract, List.of(), seed, count);
  }

  private static List<Case> cases(NodeContract contract, List<Case> byHand, long seed, int count)
      throws Exception {
    Optional<CaseGenerator> generator = CaseGenerator.of(entry(contract), byHand);
    return generator.isPresent() ? generator.get().cases(seed, count) : List.of();
  }

  @Test
  void parametersAreThoseThatTheContractAllows() throws Exception {
    CatalogueEntry entry = entry(DEMANDING);
    Set<String> given = new HashSet<>();
    for (Case each : cases(DEMANDING, 1, 300)) {
      ParamReader.of(entry.java().orElseThrow().descriptor(), each.params()).finish();
      given.addAll(each.params().keySet());
    }
    assertThat(given).containsExactly("size", "low", "high", "part", "marks", "forms");
  }

  @Test
  void aLimitIsKeptAndNotGivenUp() throws Exception {
    // Where no two exclude each other, no case has to go back to the defaults.
    List<String> alone = List.of("part", "marks", "forms");
    NodeContract contract =
        new NodeContract(
            "alone",
            "1.0",
            "Takes what it allows.",
            DEMANDING.params().stream().filter(param -> alone.contains(param.name())).toList(),
            DEMANDING.inputs(),
            DEMANDING.outputs(),
            StateDescriptor.NONE,
            Purity.PURE);
    List<Case> made = cases(contract, 1, 400);
    for (String name : alone) {
      long given = made.stream().filter(each -> each.params().containsKey(name)).count();
      assertThat(given).isAtLeast(160);
    }
  }

  @Test
  void theSameSeedMakesTheSameCasesAndAnotherOneOthers() throws Exception {
    List<String> hashes = cases(DEMANDING, 5, 40).stream().map(Case::hash).toList();

    assertThat(cases(DEMANDING, 5, 40).stream().map(Case::hash).toList()).isEqualTo(hashes);
    assertThat(cases(DEMANDING, 6, 40).stream().map(Case::hash).toList()).isNotEqualTo(hashes);
    assertThat(new HashSet<>(hashes)).hasSize(40);
  }

  @Test
  void statesMoveSessionsMeetAndTheInputEnds() throws Exception {
    List<Step> steps =
        cases(DEMANDING, 2, 100).stream().flatMap(each -> each.steps().stream()).toList();

    assertThat(steps.stream().anyMatch(Step.Restore.class::isInstance)).isTrue();
    assertThat(steps.stream().anyMatch(Step.End.class::isInstance)).isTrue();
    assertThat(steps.stream().anyMatch(step -> step instanceof Step.In in && in.key() != null))
        .isTrue();
    assertThat(
            steps.stream().anyMatch(step -> step instanceof Step.In in && in.values().size() > 1))
        .isTrue();
    assertThat(
            cases(FakeContracts.CALCULATOR, 2, 100).stream().flatMap(each -> each.steps().stream()))
        .doesNotContain(new Step.Snapshot());
  }

  /** Takes a dict, and a parameter that says which key of it. */
  private static final NodeContract KEYED =
      new NodeContract(
          "keyed",
          "1.0",
          "Takes a key out of a dict.",
          List.of(ParamDescriptor.required("key", Scalar.STR, "A key.")),
          List.of(PortDescriptor.in(new ValueType.DictOf(Scalar.STR, Scalar.ANY))),
          List.of(PortDescriptor.out(Scalar.ANY)),
          StateDescriptor.NONE,
          Purity.PURE);

  @Test
  void keysAreOftenThoseThatParametersName() throws Exception {
    long named =
        cases(KEYED, 1, 300).stream()
            .filter(each -> items(each).anyMatch(item -> has(item, each.params().get("key"))))
            .count();
    assertThat(named).isAtLeast(150);
  }

  @Test
  void everyOtherCaseIsLikeOneThatSomebodyWrote() throws Exception {
    List<Case> byHand =
        CaseReader.read(
            """
            {"node": "keyed", "cases": [
              {"id": "speed", "title": "t", "params": {"key": "km/h"},
               "steps": [{"in": {"km/h": 80, "road": ["A", 7]}}]},
              {"id": "wrong", "title": "t", "params": {"kee": "x"}, "steps": [{"in": {"nobody": 1}}]}]}
            """,
            "by hand");
    List<Case> made = cases(KEYED, byHand, 1, 300);
    List<Case> like =
        made.stream().filter(each -> "km/h".equals(each.params().get("key"))).toList();
    List<String> items =
        like.stream().flatMap(CaseGeneratorTest::items).map(String::valueOf).toList();

    assertThat(like.size()).isAtLeast(110);
    assertThat(items).contains("{km/h=80, road=[A, 7]}");
    assertThat(items.stream().distinct().count()).isAtLeast(100);
    assertThat(items.stream().filter(item -> item.contains("road=")).count())
        .isAtLeast(items.size() * 2L / 3);
    assertThat(made.toString()).doesNotContain("nobody"); // its parameters are refused
  }

  @Test
  void theRateOfAudioThatSomebodyWroteBecomesAUsualOneOrIsRefused() {
    ItemMaker maker = new ItemMaker(Scalar.ANY, true, Words.of(""));
    NdArray silence = NdArray.of(new float[3], 3);
    Set<Object> rates = new HashSet<>();
    for (int i = 0; i < 5000; i++) {
      @Nullable Object changed = maker.like(Tuple.of(silence, 96_000L), Choices.random(1, i));
      if (changed instanceof Tuple audio
          && audio.items().size() == 2
          && audio.items().get(1) instanceof Number rate) {
        rates.add(rate);
      }
    }

    // Any number is too much: 30 samples at 4 Hz are 5.8 million at 768 kHz.
    assertThat(rates)
        .containsExactly(
            96_000L, 0L, 8000L, -8000L, 8000.0, 11_025L, -11_025L, 11_025.0, 16_000L, -16_000L,
            16_000.0, 44_100L, -44_100L, 44_100.0, 48_000L, -48_000L, 48_000.0);
  }

  private static Stream<@Nullable Object> items(Case made) {
    return made.steps().stream()
        .filter(Step.In.class::isInstance)
        .flatMap(step -> ((Step.In) step).values().stream());
  }

  private static boolean has(@Nullable Object item, @Nullable Object key) {
    return item instanceof Map<?, ?> map && map.containsKey(key);
  }

  @Test
  void itemsAreOfTheirType() throws Exception {
    ValueType.RecordOf record =
        new ValueType.RecordOf(
            List.of(
                new ValueType.RecordOf.Field("name", Scalar.STR),
                new ValueType.RecordOf.Field("marks", new ValueType.ListOf(Scalar.INT))));
    NodeContract contract =
        new NodeContract(
            "typed",
            "1.0",
            "Takes records.",
            List.of(),
            List.of(PortDescriptor.in(record)),
            KEYED.outputs(),
            StateDescriptor.NONE,
            Purity.PURE);
    List<Case> made = cases(contract, 1, 100);
    long all = made.stream().flatMap(CaseGeneratorTest::items).count();
    long right =
        made.stream()
            .flatMap(CaseGeneratorTest::items)
            .filter(
                item ->
                    item instanceof Map<?, ?> map
                        && map.get("name") instanceof String
                        && map.get("marks") instanceof List<?> marks
                        && marks.stream().allMatch(Number.class::isInstance))
            .count();
    assertThat(right).isAtLeast(all * 3 / 4);
    assertThat(right).isLessThan(all); // now and then something is wrong
  }

  @Test
  void numbersComeBackWithTheOppositeSign() throws Exception {
    long cancelling =
        cases(FakeContracts.CALCULATOR, 1, 300).stream()
            .filter(
                each -> {
                  Set<Object> seen = new HashSet<>();
                  return items(each)
                      .anyMatch(
                          item ->
                              item instanceof Number number
                                  && number.doubleValue() != 0
                                  && seen.add(number.doubleValue())
                                  && seen.contains(-number.doubleValue()));
                })
            .count();
    assertThat(cancelling).isAtLeast(8);
  }

  @Test
  void whatNeverEndsIsNotWaitedFor() throws Exception {
    assertThat(cases(DEMANDING, 3, 5).stream().map(Case::demand).distinct()).containsExactly(40);
  }

  @Test
  void toleranceIsThatOfTheCaseByHandWithTheSameChoices() throws Exception {
    List<Case> byHand =
        CaseReader.read(
            """
            {"node": "calculator", "cases": [{"id": "p", "title": "t", "params": {"operation": "power"},
              "steps": [{"in": 1}], "compare": {"out": {"float": {"ulp": 1, "why": "pow"}}}}]}
            """,
            "by hand");
    for (Case each : cases(FakeContracts.CALCULATOR, byHand, 1, 100)) {
      boolean isPower = "power".equals(each.params().get("operation"));
      assertThat(each.tolerance().ulp()).isEqualTo(isPower ? 1 : 0);
    }
  }

  @Test
  void whatCannotBeMadeUpIsLeftAlone() throws Exception {
    NodeContract contract =
        new NodeContract(
            "odd",
            "1.0",
            "Odd.",
            List.of(ParamDescriptor.required("raw", Scalar.BYTES, "Bytes.")),
            DEMANDING.inputs(),
            DEMANDING.outputs(),
            StateDescriptor.NONE,
            Purity.PURE);

    assertThat(cases(contract, 1, 10)).isEmpty();
    assertThat(cases(DEMANDING, 1, 0)).isEmpty();
  }
}
