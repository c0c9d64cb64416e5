package dev.graft.runtime.run;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.manifest.Problem;
import dev.graft.value.Tuple;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines that are no chains, and nodes that are there several times. */
@Timeout(60)
final class GraphTest {
  private final List<@Nullable Object> outputs = new ArrayList<>();
  @TempDir Path folder = Path.of("");

  @Test
  void everyFollowerTakesEveryItem() throws Exception {
    RunSummary summary = run("r b c", "r-b r-c", 1L, 2L);
    assertThat(outputs).containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 2L, 2L, 2L, 2L, 2L, 2L);
    assertThat(summary.stages().get(0).emitted()).isEqualTo(6);
    assertThat(summary.stages().get(2).taken()).isEqualTo(6);
    assertThat(summary.outputs()).isEqualTo(12);
  }

  @Test
  void nodesWithoutAFeederTakeTheInputOfTheRun() throws Exception {
    run("a b sums", "a-sums b-sums", 1L, 2L);
    assertThat(outputs).containsExactly(6L);
  }

  @Test
  void aNodeEndsAfterAllThatFeedIt() throws Exception {
    // Each of these sums comes when its input has ended, and counts as an item of the last.
    run("sums sums2 counts", "sums-counts sums2-counts", 1L, 2L);
    assertThat(outputs).containsExactly(2L);
  }

  @Test
  void zipsInTheOrderOfTheConnections() throws Exception {
    run("a sums zip", "a-zip sums-zip", 4L, 5L);
    assertThat(outputs).containsExactly(Tuple.of(4L, 9L));
  }

  @Test
  void tellsWhatHadNoPartner() throws Exception {
    RunSummary summary = run("a sums zip", "sums-zip a-zip", 4L, 5L, 6L);
    assertThat(outputs).containsExactly(Tuple.of(15L, 4L));
    assertThat(summary.events().getFirst().text())
        .isEqualTo(
            "node \"zip\": fan_in \"zip\": dropped what had no partner at the end: 2 of \"a\".");
  }

  @Test
  void anEndlessWaitForAPartnerIsAnError() {
    RunFailedException e =
        assertThrows(
            RunFailedException.class,
            () ->
                run("a sums zip", "a-zip sums-zip", LongStream.range(0, 70_000).boxed().toArray()));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "node \"zip\": fan_in \"zip\": 65536 items of \"a\" wait for one of \"sums\". Both must"
                + " emit the same number of items; where one drops some, use \"arrival\".");
  }

  @Test
  void saysWhatIsWrongWithConnections() {
    assertThat(refused("a b c", "a-b b-c c-b"))
        .containsExactly(
            "connections: \"b\" → \"c\" → \"b\" is a cycle, and an item would never leave it."
                + " Remove one of these connections.");
    assertThat(refused("a b", "a-a a-b"))
        .containsExactly(
            "connections: \"a\" → \"a\" is a cycle, and an item would never leave it. Remove one of"
                + " these connections.");
    assertThat(refused("a b c", "a-b"))
        .containsExactly("node \"c\": is in no connection. Connect it, or remove it.");
    assertThat(refused("a b", "a-b a-b"))
        .containsExactly(
            "connections[1]: \"a\" is connected to \"b\" already. Remove one of the two.");
    assertThat(refused("a b", "a.outt-b.inn"))
        .containsExactly(
            "connections[0].from: node \"a\" has no output \"outt\". Did you mean \"out\"?",
            "connections[0].to: node \"b\" has no input \"inn\". Did you mean \"in\"?");
    assertThat(refused("a zip", "a-zip"))
        .containsExactly(
            "node \"zip\": fan_in: \"zip\" needs at least two connections to the node, and there is"
                + " one. Connect them, or remove it.");
  }

  @Test
  void keepsTheOrderOfNodesThatWorkSideBySide() throws Exception {
    Object[] items = LongStream.range(0, 20_000).boxed().toArray();
    RunSummary summary = run("a r*3 c", "a-r r-c", items);
    List<Object> wanted = new ArrayList<>();
    for (Object item : items) {
      wanted.addAll(List.of(item, item, item));
    }
    assertThat(outputs).containsExactlyElementsIn(wanted).inOrder();
    assertThat(summary.stages().get(1).taken()).isEqualTo(20_000);
    assertThat(summary.stages().get(1).emitted()).isEqualTo(60_000);
    assertThat(summary.stages()).hasSize(3);
  }

  @Test
  void sessionsStayWithTheirNode() throws Exception {
    List<Object> items = new ArrayList<>();
    for (long i = 0; i < 999; i++) {
      items.add(Map.of("session_id", "s" + i % 9, "v", i));
    }
    run("sums*4", "", items.toArray());
    List<Long> wanted =
        IntStream.range(0, 9)
            .mapToObj(s -> LongStream.range(0, 999).filter(i -> i % 9 == s).sum())
            .toList();
    assertThat(outputs).containsExactlyElementsIn(wanted);
  }

  @Test
  void deliversWhatCameBeforeAFailureOfOneOfSeveral() {
    Object[] items = LongStream.range(10, 5000).boxed().toArray();
    items[700] = 3L;
    RunFailedException e =
        assertThrows(RunFailedException.class, () -> run("a fails*3 c", "a-fails fails-c", items));
    assertThat(e.failure().orElseThrow().index().getAsLong()).isEqualTo(700);
    assertThat(outputs)
        .containsExactlyElementsIn(Arrays.copyOf(items, 701))
        .inOrder(); // it emits the item, and fails after that
  }

  @Test
  void stopsAnEndlessNodeThatIsThereSeveralTimes() {
    assertThrows(
        RunFailedException.class,
        () -> run("endless*2 fails", "endless-fails", LongStream.range(3, 400).boxed().toArray()));
    assertThat(outputs).containsExactly(3L);
  }

  @Test
  void onlyNodesWithoutAStateOfAllItemsWorkSideBySide() {
    assertThat(refused("a zip*2", "a-zip"))
        .contains(
            "node \"zip\": parallelism: cannot stand beside \"fan_in\": \"zip\". Keep one of them.");
    assertThat(refused("total*2", ""))
        .containsExactly(
            "node \"total\": parallelism: the node has one state for all items. Remove it.");
  }

  @Test
  void anInterruptIsAFailureAndNoEndOfTheInput() throws Exception {
    Thread runner = Thread.currentThread();
    Thread.ofPlatform()
        .start(
            () -> {
              while (runner.getState() != Thread.State.WAITING) { // its first queue is full
                Thread.onSpinWait();
              }
              runner.interrupt();
            });
    RunFailedException e =
        assertThrows(
            RunFailedException.class,
            () ->
                run(
                    "a endless*2 counts",
                    "a-endless endless-counts",
                    LongStream.range(0, 999).boxed().toArray()));
    assertThat(e).hasMessageThat().isEqualTo("the run was interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outputs).isEmpty();
  }

  @Test
  void leavesNoThreadBehind() throws Exception {
    run("a r*3 c", "a-r r-c", 1L, 2L);
    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("graft-lane"))
                .toList())
        .isEmpty();
  }

  private List<String> refused(String nodes, String connections) {
    return assertThrows(ManifestException.class, () -> run(nodes, connections)).problems().stream()
        .map(Problem::words)
        .toList();
  }

  private RunSummary run(String nodes, String connections, Object... items)
      throws ManifestException, RunFailedException {
    try (GraftRuntime runtime =
        GraftRuntime.create(
            new BackendSettings(folder, Optional.empty()), getClass().getClassLoader())) {
      Pipeline pipeline =
          runtime.open(
              runtime.plan(ManifestReader.read(manifest(nodes, connections), "m.json", folder)));
      return pipeline.run(ItemSource.of(List.of(items).iterator()), outputs::add);
    }
  }

  /** Nodes by their ids, which say their types; {@code *3} makes three. Connections as a-b. */
  private static String manifest(String nodes, String connections) {
    List<String> specs = new ArrayList<>();
    for (String node : nodes.split(" ", -1)) {
      String id = node.split("\\*", -1)[0];
      String type =
          switch (id) {
            case "r" -> "'type':'repeats'";
            case "endless" -> "'type':'repeats','params':{'n':1000000000000}";
            case "fails" -> "'type':'fails-on'";
            case "sums", "sums2" -> "'type':'sums'";
            case "total" -> "'type':'totals'";
            case "counts" -> "'type':'counts'";
            case "zip" -> "'type':'swallows','fan_in':'zip'";
            default -> "'type':'swallows'";
          };
      String times = node.contains("*") ? ",'parallelism':" + node.split("\\*", -1)[1] : "";
      specs.add("{'id':'%s',%s%s}".formatted(id, type, times));
    }
    List<String> pairs = new ArrayList<>();
    for (String pair : connections.isEmpty() ? new String[0] : connections.split(" ", -1)) {
      pairs.add("{'from':'%s','to':'%s'}".formatted((Object[]) pair.split("-", -1)));
    }
    return "{'version':'1','name':'test','nodes':[%s],'connections':[%s]}"
        .formatted(String.join(",", specs), String.join(",", pairs))
        .replace('\'', '"');
  }
}
