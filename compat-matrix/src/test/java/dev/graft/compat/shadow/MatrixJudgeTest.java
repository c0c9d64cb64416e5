package dev.graft.compat.shadow;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CorpusFiles;
import dev.graft.compat.corpus.Step;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.node.ErrorKind;
import dev.graft.params.ParamReader;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.Phase;
import dev.graft.runtime.limits.Glob;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.manifest.FanIn;
import dev.graft.runtime.manifest.ShadowSpec;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.plan.ShadowPlan;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.shadow.Held;
import dev.graft.runtime.shadow.Seen;
import dev.graft.runtime.shadow.ShadowVerdict;
import dev.graft.value.Opaque;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shadow is judged as a case of the matrix is, and what differs becomes a case. */
final class MatrixJudgeTest {
  @TempDir Path memory = Path.of("");

  @Test
  void typeAndBitsCount() {
    MatrixJudge judge = judge(Tolerance.NONE, StateDescriptor.NONE, false);
    assertThat(judged(judge, seen(1.5), seen(1.5))).isInstanceOf(ShadowVerdict.Same.class);
    assertThat(signature(judged(judge, seen(1L), seen(1.0))))
        .isEqualTo("DIFF/type/int-vs-float/out");
    assertThat(signature(judged(judge, seen(1L, 2L), seen(1L))))
        .isEqualTo("DIFF/stream/missing-output/out");
  }

  @Test
  void aToleranceOfTheCasesHolds() {
    double next = Math.nextUp(1.5);
    Tolerance two = new Tolerance(2, 0, Tolerance.Required.EXACT, "sums in another order");
    assertThat(judged(judge(two, StateDescriptor.NONE, false), seen(1.5), seen(next)))
        .isInstanceOf(ShadowVerdict.Same.class);
    assertThat(judged(judge(Tolerance.NONE, StateDescriptor.NONE, false), seen(1.5), seen(next)))
        .isInstanceOf(ShadowVerdict.Different.class);
  }

  @Test
  void failuresAreComparedByKindAndItem() {
    MatrixJudge judge = judge(Tolerance.NONE, StateDescriptor.NONE, false);
    assertThat(judged(judge, failed(ErrorKind.TYPE), failed(ErrorKind.TYPE)))
        .isInstanceOf(ShadowVerdict.Same.class);
    assertThat(signature(judged(judge, failed(ErrorKind.TYPE), failed(ErrorKind.RANGE))))
        .isEqualTo("ERROR/kind/TYPE-vs-RANGE");
    assertThat(signature(judged(judge, failed(ErrorKind.TYPE), seen())))
        .isEqualTo("ERROR/not-raised/TYPE");
  }

  @Test
  void whatOthersHoldMustNotChange() {
    MatrixJudge judge = judge(Tolerance.NONE, StateDescriptor.NONE, false);
    Held untouched = new Held(Held.Border.INPUT, List.of(1L, 2.5), List.of(1L, 2.5));
    assertThat(judge.judge(seen(1L), seen(1L), List.of(untouched)))
        .isInstanceOf(ShadowVerdict.Same.class);

    Held item = new Held(Held.Border.INPUT, List.of(1L), List.of(1L, 2L));
    assertThat(signature(judge.judge(seen(1L), seen(1L), List.of(untouched, item))))
        .isEqualTo("DIFF/alias/input-changed/in");
    Held output = new Held(Held.Border.OUTPUT, List.of(1L), List.of(1.0));
    assertThat(signature(judge.judge(seen(1L), seen(1L), List.of(output))))
        .isEqualTo("DIFF/alias/output-changed/out");
  }

  @Test
  void whatEqualsNothingHasNotChanged() {
    List<Opaque> one = List.of(new Opaque("", 0, "socket"));
    assertThat(
            judge(Tolerance.NONE, StateDescriptor.NONE, false)
                .judge(seen(1L), seen(1L), List.of(new Held(Held.Border.INPUT, one, one))))
        .isInstanceOf(ShadowVerdict.Same.class);
  }

  @Test
  void statesAreComparedAsInTheMatrix() throws Exception {
    MatrixJudge judge = judge(Tolerance.NONE, StateDescriptor.keyed(), false);
    List<KeyedState> one = List.of(new KeyedState("a", Map.of("count", 1L)));
    List<KeyedState> other = List.of(new KeyedState("a", Map.of("count", 1.0)));
    judged(judge, of(List.of("a"), 1L), of(List.of("a"), 1L));

    assertThat(judge.judgeStates(one, one)).isInstanceOf(ShadowVerdict.Same.class);
    assertThat(signature(judge.judgeStates(one, other)))
        .isEqualTo("DIFF/type/int-vs-float/state[*].fields.count");
    assertThat(CorpusFiles.directory(memory).of("toy").getFirst().steps())
        .contains(new Step.Snapshot());
  }

  @Test
  void aCaseSavesAndRestoresWhereTheShadowDid() throws Exception {
    MatrixJudge judge = judge(Tolerance.NONE, StateDescriptor.keyed(), false);
    judged(judge, of(List.of("a"), 1L), of(List.of("a"), 1L));
    judge.renewed();
    judged(judge, of(List.of("b"), 2L), of(List.of("b"), 1L));

    assertThat(CorpusFiles.directory(memory).of("toy").getFirst().steps())
        .containsExactly(
            new Step.In(List.of("a"), null),
            new Step.Snapshot(),
            new Step.Restore(true),
            new Step.In(List.of("b"), null))
        .inOrder();
  }

  @Test
  void whatIsKnownIsNoNews() {
    Limitation known =
        new Limitation(
            "WHOLE-FLOATS",
            "Whole floats come back as ints",
            "bug",
            "https://example.org/1",
            Map.of(),
            List.of(new Glob("toy/*")),
            new Glob("DIFF/type/int-vs-float/*"),
            "",
            "",
            LocalDate.EPOCH,
            LocalDate.EPOCH,
            false,
            OptionalDouble.empty());
    MatrixJudge judge =
        new MatrixJudge(
            Tolerance.NONE,
            List.of(known),
            MismatchFiles.of(stage(StateDescriptor.NONE, false), Optional.of(memory)));
    assertThat(judged(judge, seen(1L), seen(1.0)))
        .isEqualTo(new ShadowVerdict.Known("WHOLE-FLOATS"));
    assertThat(judged(judge, seen(1L), seen(2L))).isInstanceOf(ShadowVerdict.Different.class);
  }

  @Test
  void aDifferenceIsACaseOfTheMatrix() throws Exception {
    MatrixJudge judge = judge(Tolerance.NONE, StateDescriptor.NONE, false);
    judged(judge, of(List.of("before"), 1L), of(List.of("before"), 1L));
    ShadowVerdict.Different found =
        (ShadowVerdict.Different)
            judged(judge, of(List.of("x", "y"), 1L), of(List.of("x", "y"), 2L));

    List<Case> cases = CorpusFiles.directory(memory).of("toy");
    assertThat(cases).hasSize(1);
    assertThat(found.where()).endsWith(cases.getFirst().id() + ".json");
    assertThat(cases.getFirst().steps())
        .containsExactly(new Step.In(List.of("x"), null), new Step.In(List.of("y"), null))
        .inOrder();
    assertThat(cases.getFirst().params()).containsExactly("n", 3L);
  }

  @Test
  void aCaseOfANodeWithStateBeginsAtItsBeginning() throws Exception {
    MatrixJudge judge = judge(Tolerance.NONE, StateDescriptor.keyed(), false);
    judged(judge, of(List.of("before"), 1L), of(List.of("before"), 1L));
    judged(judge, of(List.of("x"), 1L), of(List.of("x"), 2L));
    assertThat(CorpusFiles.directory(memory).of("toy").getFirst().steps()).hasSize(2);

    judge.restarted();
    ShadowVerdict.Different later =
        (ShadowVerdict.Different) judged(judge, of(List.of("x"), 1L), of(List.of("x"), 2L));
    assertThat(later.where()).isEqualTo("not kept: the node has seen too much since it was new");
  }

  @Test
  void aLongHistoryIsACaseAsLongAsItIsNotTooLong() throws Exception {
    MatrixJudge judge = judge(Tolerance.NONE, StateDescriptor.keyed(), false);
    for (int i = 0; i < 1500; i++) {
      judged(judge, of(List.of(1L), 1L), of(List.of(1L), 1L));
    }
    judged(judge, of(List.of(2L), 1L), of(List.of(2L), 2L));
    assertThat(CorpusFiles.directory(memory).of("toy").getFirst().steps()).hasSize(1501);

    for (int i = 0; i < 500; i++) {
      judged(judge, of(List.of(1L), 1L), of(List.of(1L), 1L));
    }
    ShadowVerdict.Different late =
        (ShadowVerdict.Different) judged(judge, of(List.of(2L), 1L), of(List.of(2L), 3L));
    assertThat(late.where()).isEqualTo("not kept: the node has seen too much since it was new");
  }

  @Test
  void aFewOfAKindAreKept() throws Exception {
    MatrixJudge judge = judge(Tolerance.NONE, StateDescriptor.NONE, false);
    for (int i = 0; i < 10; i++) {
      judged(judge, seen(1L), seen(2L));
    }
    assertThat(CorpusFiles.directory(memory).of("toy")).hasSize(3);
  }

  @Test
  void aCaseHasNoSecrets() throws Exception {
    judged(judge(Tolerance.NONE, StateDescriptor.NONE, true), seen(1L), seen(2L));
    Case kept = CorpusFiles.directory(memory).of("toy").getFirst();

    assertThat(kept.params()).isEmpty(); // its default stands in
    assertThat(kept.title())
        .isEqualTo("seen in production, DIFF/int/off-by-one/out; not the real value: n");
  }

  private MatrixJudge judge(Tolerance tolerance, StateDescriptor state, boolean secret) {
    return new MatrixJudge(
        tolerance, List.of(), MismatchFiles.of(stage(state, secret), Optional.of(memory)));
  }

  private static ShadowVerdict judged(MatrixJudge judge, Seen control, Seen candidate) {
    return judge.judge(control, candidate, List.of());
  }

  private static String signature(ShadowVerdict verdict) {
    return ((ShadowVerdict.Different) verdict).signature();
  }

  private static Seen seen(@Nullable Object... outputs) {
    return of(List.of("item"), outputs);
  }

  private static Seen of(List<?> items, @Nullable Object... outputs) {
    List<Item> taken = new ArrayList<>();
    items.forEach(each -> taken.add(Item.of(taken.size(), each)));
    return new Seen(taken, List.of(outputs), Optional.empty(), false, 1);
  }

  private static Seen failed(ErrorKind kind) {
    NodeFailure failure =
        new NodeFailure("n", Phase.STEP, OptionalLong.of(0), kind, "E", "", Optional.empty());
    return new Seen(List.of(Item.of(0, "item")), List.of(), Optional.of(failure), false, 1);
  }

  private static StagePlan stage(StateDescriptor state, boolean secret) {
    NodeDescriptor descriptor =
        new NodeDescriptor(
            new NodeContract(
                "toy",
                "1.0",
                "For tests.",
                List.of(
                    new ParamDescriptor(
                        "n",
                        Scalar.INT,
                        false,
                        3L,
                        "A number.",
                        Optional.empty(),
                        secret,
                        List.of())),
                List.of(PortDescriptor.in(Scalar.ANY)),
                List.of(PortDescriptor.out(Scalar.ANY)),
                state,
                Purity.PURE),
            Implementation.java("T"));
    StagePlan.Candidate one =
        new StagePlan.Candidate(
            BackendId.JAVA,
            new NodeImplementation.JavaNode(new NoFactory(descriptor)),
            Map.of("n", 3L));
    return new StagePlan(
        "t",
        "toy",
        List.of(one),
        Grants.NONE,
        new ErrorPolicy.Fail(),
        Optional.empty(),
        Optional.empty(),
        ResourceLimits.NONE,
        FanIn.ARRIVAL,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new ShadowPlan(one, ShadowSpec.of(BackendId.JAVA))),
        Optional.empty());
  }

  /** Nothing is made of it. */
  private record NoFactory(NodeDescriptor descriptor) implements NodeFactory {
    @Override
    public NodeInstance create(ParamReader params) {
      throw new IllegalStateException("never made");
    }
  }
}
