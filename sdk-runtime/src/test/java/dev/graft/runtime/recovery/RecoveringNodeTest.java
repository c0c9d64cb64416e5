package dev.graft.runtime.recovery;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is repeated and what is not, without any process. */
final class RecoveringNodeTest {
  private static final JournalLimits FIVE =
      new JournalLimits(5, 1 << 20, Duration.ofMinutes(1), 0, 12, 1 << 20);
  private static final RecoveryPolicy QUICK =
      new RecoveryPolicy(10, 2, Duration.ofNanos(1), Duration.ofMillis(1));

  private final List<@Nullable Object> outputs = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Purity purity = Purity.UNDECLARED;
  private Script script = new Script(false);

  private RecoveringNode open() throws Exception {
    StateDescriptor state =
        script.stateless()
            ? StateDescriptor.NONE
            : StateDescriptor.instance(
                new StateDescriptor.Field("count", Scalar.INT),
                new StateDescriptor.Field("sum", Scalar.INT));
    NodeDescriptor descriptor =
        new NodeDescriptor(
            new NodeContract(
                "it",
                "1.0",
                "For tests.",
                List.of(),
                List.of(PortDescriptor.in(Scalar.ANY)),
                List.of(PortDescriptor.out(Scalar.ANY)),
                state,
                purity),
            Implementation.java("It"));
    List<Berth> berths = List.of(script.berth(BackendId.GRAALPY), script.berth(BackendId.CPYTHON));
    return RecoveringNode.open("it", descriptor, berths, new Told(), FIVE, QUICK);
  }

  private final class Told implements RecoveryListener {
    @Override
    public void lost(Loss loss) {
      told.add(
          switch (loss.outcome()) {
            case Loss.Restarted again ->
                "restarted at %s, repeated %d, otherwise %d"
                    .formatted(loss.failure().index(), again.repeated(), again.otherwise());
            case Loss.GivenUp end -> "given up: " + end.why();
          });
    }

    @Override
    public void moved(BackendId from, Loss loss) {
      told.add("moved from " + from);
    }

    @Override
    public void cannotSave(String why) {
      told.add("cannot save: " + why);
    }
  }

  private static List<Item> items(long from, long to) {
    return LongStream.range(from, to).mapToObj(i -> Item.of(i, i)).toList();
  }

  @ParameterizedTest
  @CsvSource({"before, 10", "between, 10", "after, 10", "between, 3", "after, 4"})
  void norDoesALossInABatch(String place, int size) throws Exception {
    for (long at = 0; at < 10; at++) {
      script = new Script(false).at(at + " " + place, Script.Fault.LOST);
      outputs.clear();
      RecoveringNode node = open();
      for (int from = 0; from < 10; from += size) {
        node.process(items(from, Math.min(from + size, 10)), outputs::add);
      }
      node.flush(outputs::add);
      assertThat(outputs).containsExactlyElementsIn(undisturbed(10)).inOrder();
      node.close();
    }
  }

  private void take(RecoveringNode node, long from, long to) throws NodeFailureException {
    for (Item item : items(from, to)) {
      node.process(List.of(item), outputs::add);
    }
  }

  /** What comes out of so many items and the end, if nothing is lost or comes twice. */
  private static List<String> undisturbed(long items) {
    List<String> all = new ArrayList<>();
    long sum = 0;
    for (long i = 0; i < items; i++) {
      sum += i;
      all.add("%d: %d, %d".formatted(i, i + 1, sum));
      all.add(i + " again");
    }
    all.add("count " + items);
    all.add("sum " + sum);
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "between", "after"})
  void aLossInACallChangesNothingThatComesOut(String place) throws Exception {
    for (long at : List.of(0, 1, 4, 5, 6, 9)) {
      script = new Script(false).at(at + " " + place, Script.Fault.LOST);
      outputs.clear();
      told.clear();
      RecoveringNode node = open();
      take(node, 0, 10);
      node.flush(outputs::add);
      assertThat(outputs).containsExactlyElementsIn(undisturbed(10)).inOrder();
      // The state is saved after the first item and every five.
      long repeated = at == 0 ? 0 : (at - 1) % 5;
      assertThat(told)
          .containsExactly(
              "restarted at OptionalLong[%d], repeated %d, otherwise 0".formatted(at, repeated));
      assertThat(script.givenUp()).isEqualTo(1);
      node.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"flush,8", "flush between,8", "flush,0", "flush between,0"})
  void aLossAtTheEndChangesNothingThatComesOut(String place, long items) throws Exception {
    script.at(place, Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, items);
    node.flush(outputs::add);
    assertThat(outputs).containsExactlyElementsIn(undisturbed(items)).inOrder();
    assertThat(told).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 before", "3 between", "5 after", "7 before"})
  void aBatchIsDoneAgainItemByItem(String place) throws Exception {
    script.at(place, Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 2);
    if (place.startsWith("0")) {
      assertThat(told).hasSize(1);
    }
    node.process(items(2, 9), outputs::add);
    node.flush(outputs::add);
    assertThat(outputs).containsExactlyElementsIn(undisturbed(9)).inOrder();
    assertThat(told).hasSize(1);
  }

  @Test
  void anItemOfABatchThatLosesItsHostAgainAndAgainIsTheFailure() throws Exception {
    script.at("4 between", Script.Fault.LOST, Script.Fault.LOST, Script.Fault.LOST);
    RecoveringNode node = open();
    NodeFailureException e =
        assertThrows(NodeFailureException.class, () -> node.process(items(0, 7), outputs::add));
    assertThat(e.failure().index().getAsLong()).isEqualTo(4);
    assertThat(e.failure().message())
        .isEqualTo("struck; it has lost its host 2 times and is not done again");
    assertThat(e.endsNode()).isFalse();
    // What it emitted stays emitted, its effect on the state is gone.
    assertThat(outputs).hasSize(9);
    outputs.clear();
    node.process(items(5, 6), outputs::add);
    assertThat(outputs).containsExactly("5: 5, 11", "5 again").inOrder();
  }

  @Test
  void whatFailedIsRepeatedTooAndMayFailAgain() throws Exception {
    script.at("2 before", Script.Fault.ERROR, Script.Fault.ERROR).at("3 after", Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 2);
    assertThrows(NodeFailureException.class, () -> take(node, 2, 3));
    take(node, 3, 4);
    // The item that failed has counted.
    assertThat(outputs.get(4)).isEqualTo("3: 4, 6");
    assertThat(told).containsExactly("restarted at OptionalLong[3], repeated 2, otherwise 0");
  }

  @Test
  void aNodeThatIsNotDeterministicIsTold() throws Exception {
    script.at("2 before", Script.Fault.ERROR).at("3 after", Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 2);
    assertThrows(NodeFailureException.class, () -> take(node, 2, 3));
    take(node, 3, 4);
    assertThat(told).containsExactly("restarted at OptionalLong[3], repeated 2, otherwise 1");
  }

  @Test
  void aNodeWithoutStateIsAskedOnceAndRepeatsNothing() throws Exception {
    script = new Script(true).at("8 between", Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 20);
    assertThat(outputs).hasSize(40);
    assertThat(outputs.stream().distinct().count()).isEqualTo(40);
    assertThat(script.saves()).isEqualTo(1);
    assertThat(script.taken()).hasSize(21);
  }

  @Test
  void afterALossNobodyKnowsHowLongTheNodesOwnCodeRan() throws Exception {
    script = new Script(true).at("8 between", Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 8);
    assertThat(node.ownTime()).isEqualTo(Optional.of(Duration.ofNanos(8)));
    take(node, 8, 20);
    assertThat(node.ownTime()).isEqualTo(Optional.empty());
  }

  @Test
  void whatActsOnTheWorldIsNeverDoneAgain() throws Exception {
    purity = Purity.EFFECTS;
    script.at("3 between", Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 3);
    NodeFailureException e =
        assertThrows(NodeFailureException.class, () -> node.process(items(3, 6), outputs::add));
    assertThat(e.failure().kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(e.failure().type()).isEqualTo("HostLost");
    assertThat(e.failure().message())
        .isEqualTo(
            "struck; it is not done again, because the node acts on the outside world (effects)");
    outputs.clear();
    node.process(items(4, 6), outputs::add);
    assertThat(outputs).containsExactly("4: 4, 7", "4 again", "5: 5, 12", "5 again").inOrder();
    assertThat(script.taken()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L).inOrder();
    assertThat(script.saves()).isEqualTo(5);
  }

  @Test
  void whatActsOnTheWorldEndsIfItsStateCannotBeSaved() throws Exception {
    purity = Purity.EFFECTS;
    script.at("snapshot", Script.Fault.ERROR).at("1 before", Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 1);
    NodeFailureException e = assertThrows(NodeFailureException.class, () -> take(node, 1, 2));
    assertThat(e.endsNode()).isTrue();
    assertThat(e.failure().message())
        .isEqualTo(
            "struck; the run ends, because its state cannot be saved (struck), and nothing it did is"
                + " repeated (effects)");
  }

  @Test
  void aStateThatCannotBeSavedIsMadeAnewWhileEverythingCanBeRepeated() throws Exception {
    script.at("snapshot", Script.Fault.ERROR).at("11 between", Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 12);
    assertThat(outputs).containsExactlyElementsIn(undisturbed(12).subList(0, 24)).inOrder();
    assertThat(told)
        .containsExactly(
            "cannot save: struck", "restarted at OptionalLong[11], repeated 11, otherwise 0")
        .inOrder();
    assertThat(script.saves()).isEqualTo(1);
  }

  @Test
  void afterThatALossEndsTheRun() throws Exception {
    script.at("snapshot", Script.Fault.ERROR).at("12 before", Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 12);
    NodeFailureException e = assertThrows(NodeFailureException.class, () -> take(node, 12, 13));
    assertThat(e.endsNode()).isTrue();
    assertThat(e.failure().message())
        .isEqualTo(
            "struck; the run ends, because its state cannot be saved (struck), and it has taken too"
                + " much to repeat it all (12 items)");
    assertThat(script.opened()).isEqualTo(1);
    assertThat(told.getLast()).startsWith("given up: its state cannot be saved");
  }

  @Test
  void aLateItemIsNotDoneAgainAndLeavesNoTraceIfItsHostWasKilled() throws Exception {
    script.at("3 between", Script.Fault.LATE_AND_LOST);
    RecoveringNode node = open();
    take(node, 0, 3);
    NodeFailureException e = assertThrows(NodeFailureException.class, () -> take(node, 3, 4));
    assertThat(e.failure().message()).isEqualTo("struck");
    assertThat(e.endsNode()).isFalse();
    outputs.clear();
    take(node, 4, 5);
    assertThat(outputs).containsExactly("4: 4, 7", "4 again").inOrder();
  }

  @Test
  void theItemsBeforeALateOneOfABatchAreDone() throws Exception {
    script.at("3 between", Script.Fault.LATE_AND_LOST);
    RecoveringNode node = open();
    assertThrows(NodeFailureException.class, () -> node.process(items(0, 5), outputs::add));
    assertThat(outputs).hasSize(7);
    outputs.clear();
    take(node, 4, 5);
    assertThat(outputs).containsExactly("4: 4, 7", "4 again").inOrder();
  }

  @Test
  void aCallThatWasCutShortIsNotRepeated() throws Exception {
    script.at("3 between", Script.Fault.LATE).at("5 before", Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 3);
    assertThrows(NodeFailureException.class, () -> take(node, 3, 4));
    outputs.clear();
    take(node, 4, 6);
    assertThat(outputs).containsExactly("4: 5, 10", "4 again", "5: 6, 15", "5 again").inOrder();
    assertThat(told).containsExactly("restarted at OptionalLong[5], repeated 1, otherwise 0");
  }

  @Test
  void aCallThatWasCutShortAndNotSavedEndsTheRunAtALoss() throws Exception {
    script
        .at("snapshot", Script.Fault.ERROR)
        .at("3 between", Script.Fault.LATE)
        .at("5 before", Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 3);
    assertThrows(NodeFailureException.class, () -> take(node, 3, 4));
    take(node, 4, 5);
    NodeFailureException e = assertThrows(NodeFailureException.class, () -> take(node, 5, 6));
    assertThat(e.endsNode()).isTrue();
    assertThat(e.failure().message()).contains("was ended in the middle and cannot be repeated");
  }

  @Test
  void savingThatLosesItsHostIsTriedTwice() throws Exception {
    script.at("snapshot", Script.Fault.LOST, Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 8);
    node.flush(outputs::add);
    assertThat(outputs).containsExactlyElementsIn(undisturbed(8)).inOrder();
    assertThat(told)
        .containsExactly(
            "restarted at OptionalLong.empty, repeated 1, otherwise 0",
            "cannot save: saving it has lost its host 2 times",
            "restarted at OptionalLong.empty, repeated 2, otherwise 0")
        .inOrder();
  }

  @Test
  void theNextHostMayBeLostToo() throws Exception {
    script.at("3 before", Script.Fault.LOST).at("restore", Script.Fault.LOST, Script.Fault.LOST);
    script.refuse(2);
    RecoveringNode node = open();
    take(node, 0, 10);
    node.flush(outputs::add);
    assertThat(outputs).containsExactlyElementsIn(undisturbed(10)).inOrder();
    assertThat(told).hasSize(5);
    assertThat(script.givenUp()).isEqualTo(3);
  }

  @Test
  void tooManyLossesInARowEndTheRun() throws Exception {
    script.at("3 before", Script.Fault.LOST);
    script.refuse(100);
    RecoveringNode node = open();
    take(node, 0, 3);
    NodeFailureException e = assertThrows(NodeFailureException.class, () -> take(node, 3, 4));
    assertThat(e.endsNode()).isTrue();
    assertThat(e.failure().message())
        .isEqualTo(
            "no host to go on in: no process can be started; the run ends, because 10 hosts were lost"
                + " in a row with no item done");
    assertThat(told).hasSize(10);
  }

  @Test
  void lossesWithItemsBetweenDoNotAddUp() throws Exception {
    for (int i = 0; i < 100; i++) {
      script.at(i + " between", Script.Fault.LOST);
    }
    RecoveringNode node = open();
    take(node, 0, 100);
    node.flush(outputs::add);
    assertThat(outputs).containsExactlyElementsIn(undisturbed(100)).inOrder();
    assertThat(told).hasSize(100);
  }

  @Test
  void aNodeThatDoesNotFitMovesWithItsState() throws Exception {
    script.at("7 between", Script.Fault.UNFIT);
    RecoveringNode node = open();
    take(node, 0, 7);
    assertThat(node.servedBy().backend()).isEqualTo(BackendId.GRAALPY);
    take(node, 7, 9);
    node.flush(outputs::add);
    assertThat(outputs).containsExactlyElementsIn(undisturbed(9)).inOrder();
    assertThat(node.servedBy().backend()).isEqualTo(BackendId.CPYTHON);
    assertThat(told).containsExactly("moved from graalpy");
  }

  @Test
  void whereThereIsNoOtherPlaceItIsAFailureLikeAnyOther() throws Exception {
    script.at("2 before", Script.Fault.UNFIT).at("4 before", Script.Fault.UNFIT);
    RecoveringNode node = open();
    take(node, 0, 4);
    NodeFailureException e = assertThrows(NodeFailureException.class, () -> take(node, 4, 5));
    assertThat(e.failure().message()).isEqualTo("struck");
    assertThat(told).hasSize(1);
    take(node, 5, 6);
  }

  @Test
  void whatActsOnTheWorldMovesWithoutTheItem() throws Exception {
    purity = Purity.EFFECTS;
    script.at("2 before", Script.Fault.UNFIT);
    RecoveringNode node = open();
    take(node, 0, 2);
    NodeFailureException e = assertThrows(NodeFailureException.class, () -> take(node, 2, 3));
    assertThat(e.failure().message()).isEqualTo("struck");
    take(node, 3, 4);
    assertThat(node.servedBy().backend()).isEqualTo(BackendId.CPYTHON);
    assertThat(script.taken()).containsExactly(0L, 1L, 2L, 3L).inOrder();
  }

  @Test
  void whoWantsNoMoreGetsNoMore() throws Exception {
    script.at("1 after", Script.Fault.LOST);
    RecoveringNode node = open();
    take(node, 0, 1);
    node.process(
        items(1, 4),
        value -> {
          outputs.add(value);
          return outputs.size() < 4;
        });
    assertThat(outputs).containsExactlyElementsIn(undisturbed(2).subList(0, 4)).inOrder();
  }

  @Test
  void aStateThatWasGivenIsTheStateToComeBackTo() throws Exception {
    script.at("2 before", Script.Fault.LOST).at("restore", Script.Fault.LOST);
    RecoveringNode first = open();
    take(first, 0, 2);
    script.at("9 before", Script.Fault.LOST);
    RecoveringNode second = open();
    second.restore(first.snapshot());
    outputs.clear();
    second.process(List.of(Item.of(9, 9L)), outputs::add);
    assertThat(outputs).containsExactly("9: 3, 10", "9 again").inOrder();
  }
}
