package dev.graft.python.recovery;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.python.host.Nodes;
import dev.graft.python.recovery.FaultyNodes.Place;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunEvent;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.run.RunSummary;
import dev.graft.value.NdArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs whose workers die. */
@Timeout(120)
final class RecoveryTest {
  private static final GraftRuntime RUNTIME = GraftRuntime.create(Nodes.settings());
  private static final String CPYTHON = ",'backend':'cpython'";

  private final List<@Nullable Object> outputs = new ArrayList<>();
  @TempDir Path folder = Path.of("");
  private @Nullable FaultyNodes written;

  @AfterAll
  static void closeRuntime() {
    RUNTIME.close();
  }

  @BeforeEach
  void writeNodes() throws Exception {
    written = FaultyNodes.in(folder);
  }

  private FaultyNodes nodes() {
    return Objects.requireNonNull(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kill", "exit", "segfault", "memory"})
  void eachOutputComesOnceHoweverTheWorkerEnds(String kind) throws Exception {
    nodes().strike(0, Place.BETWEEN, kind);
    nodes().strike(7, Place.BEFORE, kind);
    nodes().strike(9, Place.AFTER, kind);
    nodes().strike("end", Place.BETWEEN, kind);
    RunSummary summary = run("plain", CPYTHON, 20);
    assertThat(outputs).containsExactlyElementsIn(Tally.run(20)).inOrder();
    assertThat(nodes().left()).isEqualTo(0);
    RunSummary.Losses losses = summary.stages().getFirst().losses();
    assertThat(losses.count()).isEqualTo(4);
    assertThat(losses.restarts()).isEqualTo(4);
    // After the first item the state was saved; of the others those of a lost batch do not count.
    assertThat(losses.repeated()).isAtMost(0 + 6 + 8 + 19);
    String end =
        switch (kind) {
          case "kill" -> "was ended by signal 9 (SIGKILL)";
          case "exit" -> "ended with exit code 7";
          case "memory" -> "ended with exit code 1"; // not even a report could be made
          default -> "was ended by signal 11 (SIGSEGV)";
        };
    RunEvent event = summary.events().get(1);
    // Which item it was is not known of a batch.
    assertThat(event.text()).startsWith("node \"it\", step");
    assertThat(event.text()).contains(": HostLost: the worker (CPython 3.12.1, pid ");
    assertThat(event.text()).contains(end + " [INTERNAL]: it goes on in a new host (cpython)");
    assertThat(event.text()).contains("items repeated, after ");
  }

  @Test
  void everySessionKeepsItsOwnState() throws Exception {
    nodes().strike(9, Place.BETWEEN, "kill");
    nodes().strike(30, Place.BEFORE, "kill");
    Map<Long, Tally> tallies = new LinkedHashMap<>();
    List<Object> wanted = new ArrayList<>();
    List<Object> items = new ArrayList<>();
    for (long i = 0; i < 40; i++) {
      items.add(Map.of("session_id", i % 4, "n", i));
      wanted.addAll(tallies.computeIfAbsent(i % 4, key -> new Tally()).take(i));
    }
    tallies.values().forEach(tally -> wanted.add(List.of("end", tally.count(), tally.sum())));
    RunSummary summary = open("kept", CPYTHON).run(FaultyRun.source(items.stream()), outputs::add);
    assertThat(outputs).containsExactlyElementsIn(wanted).inOrder();
    assertThat(summary.stages().getFirst().losses().count()).isEqualTo(2);
  }

  @Test
  void arraysInSharedMemoryOutliveTheirWorker() throws Exception {
    nodes().strike(5, Place.BEFORE, "kill");
    nodes().strike(21, Place.AFTER, "segfault");
    double[] ones = new double[100_000];
    Arrays.fill(ones, 1);
    RunSummary summary =
        open("sums", CPYTHON)
            .run(FaultyRun.source(Stream.generate(() -> NdArray.of(ones)).limit(30)), outputs::add);
    for (int i = 0; i < 30; i++) {
      double[] wanted = new double[ones.length];
      Arrays.fill(wanted, i + 1);
      assertWithMessage("output %s", i).that(NdArray.of(wanted).equals(outputs.get(i))).isTrue();
    }
    assertThat(outputs).hasSize(30);
    assertThat(summary.stages().getFirst().losses().restarts()).isEqualTo(2);
  }

  @Test
  void aLongStreamRepeatsOnlyWhatCameSinceTheStateWasSaved() throws Exception {
    nodes().strike(4990, Place.BEFORE, "kill");
    RunSummary summary = run("plain", CPYTHON, 5000);
    assertThat(outputs).containsExactlyElementsIn(Tally.run(5000)).inOrder();
    assertThat(summary.stages().getFirst().losses().repeated()).isAtMost(1000);
  }

  @Test
  void aNodeWithoutStateRepeatsNothing() throws Exception {
    nodes().strike(5, Place.BETWEEN, "kill");
    RunSummary summary = run("none", CPYTHON, 10);
    assertThat(outputs)
        .containsExactlyElementsIn(
            LongStream.range(0, 10).boxed().flatMap(i -> Stream.of(i, -i)).toList())
        .inOrder();
    assertThat(summary.stages().getFirst().losses().repeated()).isEqualTo(0);
  }

  @Test
  void aStateThatCannotBeSavedIsToldAndMadeAnew() throws Exception {
    nodes().strike(9, Place.BETWEEN, "kill");
    RunSummary summary = run("locked", CPYTHON, 10);
    assertThat(outputs).containsExactlyElementsIn(Tally.run(10)).inOrder();
    assertThat(summary.events().getFirst().text())
        .startsWith("node \"it\": its state cannot be saved: state.attributes.lock: ");
    assertThat(summary.stages().getFirst().losses().repeated()).isAtMost(9);
  }

  @Test
  void aNodeThatTakesTheWholeStreamIsMadeAnew() throws Exception {
    nodes().strike(3, Place.BEFORE, "kill");
    nodes().strike(5, Place.AFTER, "kill");
    RunSummary summary = run("stream", CPYTHON, 7);
    assertThat(outputs).containsExactly(0L, 1L, 3L, 6L, 10L, 15L, 21L, -21L).inOrder();
    assertThat(summary.events().getFirst().text()).contains("takes the whole stream");
    assertThat(summary.stages().getFirst().losses().count()).isEqualTo(2);
  }

  @Test
  void aStateThatIsUndoneByInitializeEndsTheRun() throws Exception {
    nodes().strike(8, Place.BEFORE, "kill");
    RunFailedException e = assertThrows(RunFailedException.class, () -> run("undone", CPYTHON, 10));
    assertThat(e)
        .hasMessageThat()
        .contains("its initialize has changed the attribute 'count'; set it in __init__ instead");
    assertThat(outputs).containsExactlyElementsIn(Tally.run(10).subList(0, 11)).inOrder();
  }

  @Test
  void whatActsOnTheWorldIsNotDoneTwice() throws Exception {
    nodes().strike(3, Place.BEFORE, "kill");
    RunSummary summary = run("acts", CPYTHON + ",'on_error':'skip'", 6);
    assertThat(outputs).containsExactly(0L, 1L, 2L, 4L, 5L).inOrder();
    assertThat(nodes().acts()).isEqualTo("0 1 2 3 4 5");
    assertThat(summary.stages().getFirst().rejected()).isEqualTo(1);
  }

  @Test
  void norIsWhatCameBeforeItRepeated() throws Exception {
    nodes().strike(3, Place.BEFORE, "kill");
    run("acts-and-counts", CPYTHON + ",'on_error':'skip'", 6);
    assertThat(outputs)
        .containsExactly(
            List.of(0L, 1L), List.of(1L, 2L), List.of(2L, 3L), List.of(4L, 4L), List.of(5L, 5L))
        .inOrder();
    assertThat(nodes().acts()).isEqualTo("0 1 2 3 4 5");
  }

  @Test
  void anItemThatEndsTwoWorkersIsAFailure() throws Exception {
    nodes().strike(4, Place.BEFORE, "segfault", 5);
    RunSummary summary = run("plain", CPYTHON + ",'on_error':'skip'", 8);
    assertThat(outputs).contains(List.of(3L, 4L, sumOf(0, 1, 2, 3)));
    assertThat(outputs).contains(List.of(7L, 7L, sumOf(0, 1, 2, 3, 5, 6, 7)));
    assertThat(summary.stages().getFirst().rejected()).isEqualTo(1);
    RunEvent.ItemRejected rejected =
        summary.events().stream()
            .filter(RunEvent.ItemRejected.class::isInstance)
            .map(RunEvent.ItemRejected.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(rejected.failure().kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(rejected.failure().index().getAsLong()).isEqualTo(4);
    assertThat(rejected.text())
        .contains("(SIGSEGV); it has lost its host 2 times and is not done again");
    assertThat(rejected.failure().traceback().orElse("")).contains("in fault");
  }

  private static long sumOf(long... items) {
    Tally tally = new Tally();
    for (long item : items) {
      tally.take(item);
    }
    return tally.sum();
  }

  @Test
  void aMemoryErrorIsAFailureOfItsItemOnly() throws Exception {
    nodes().strike(4, Place.BETWEEN, "memory-error");
    nodes().strike(6, Place.AFTER, "memory-error");
    nodes().strike(8, Place.BEFORE, "kill");
    RunSummary summary = run("plain", CPYTHON + ",'on_error':'skip'", 10);
    assertThat(outputs).containsExactlyElementsIn(Tally.run(10)).inOrder();
    assertThat(summary.stages().getFirst().rejected()).isEqualTo(1);
    assertThat(summary.stages().getFirst().losses().count()).isEqualTo(1);
  }

  @Test
  void aWorkerThatIsKilledForBeingLateLosesItsItemOnly() throws Exception {
    nodes().strike(3, Place.BETWEEN, "deaf");
    RunSummary summary = run("plain", CPYTHON + ",'on_error':'skip','deadline_ms':200", 6);
    List<Object> wanted = new ArrayList<>(Tally.run(3).subList(0, 4));
    wanted.add(List.of(3L, 4L, sumOf(0, 1, 2, 3)));
    Tally tally = new Tally();
    LongStream.of(0, 1, 2).forEach(tally::take);
    wanted.addAll(tally.take(4));
    wanted.addAll(tally.take(5));
    wanted.add(List.of("end", tally.count()));
    wanted.add(List.of("sum", tally.sum()));
    assertThat(outputs).containsExactlyElementsIn(wanted).inOrder();
    assertThat(summary.stages().getFirst().rejected()).isEqualTo(1);
    assertThat(summary.stages().getFirst().losses().restarts()).isEqualTo(1);
  }

  @Test
  void cancellingDoesNotWaitForANewWorker() throws Exception {
    nodes().strike(5, Place.BEFORE, "kill");
    Pipeline pipeline = open("plain", CPYTHON);
    long[] cancelled = new long[1];
    RunSummary summary =
        pipeline.run(
            FaultyRun.source(LongStream.range(0, 10).boxed()),
            value -> {
              outputs.add(value);
              if (outputs.size() == 6) {
                nodes().strike("import", Place.AFTER, "deaf"); // the next worker never gets ready
                Thread.ofPlatform()
                    .start(
                        () -> {
                          awaitAllStruck();
                          cancelled[0] = System.nanoTime();
                          pipeline.cancel();
                        });
              }
            });
    long took = System.nanoTime() - cancelled[0];
    assertWithMessage("ms").that(took / 1_000_000).isLessThan(2000);
    assertThat(summary.stages().getFirst().rejected()).isEqualTo(0);
  }

  private void awaitAllStruck() {
    try {
      while (nodes().left() > 0) {
        sleep(5);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Pipeline open(String type, String more) throws Exception {
    return FaultyRun.open(RUNTIME, folder, type, more);
  }

  private RunSummary run(String type, String more, long items) throws Exception {
    RunSummary summary =
        open(type, more).run(FaultyRun.source(LongStream.range(0, items).boxed()), outputs::add);
    assertThat(summary.stages().getFirst().servedBy().backend()).isEqualTo(BackendId.CPYTHON);
    return summary;
  }
}
