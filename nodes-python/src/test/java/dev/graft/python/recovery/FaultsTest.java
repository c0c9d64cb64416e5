package dev.graft.python.recovery;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.python.cpython.CPythonBackend;
import dev.graft.python.host.Nodes;
import dev.graft.python.recovery.FaultyNodes.Place;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stream through one node while its workers are killed, stopped, starved of memory and crashed.
 * {@code -Dgraft.faults.items=1000000} makes it large, with faults in proportion: 200 killed, 20 of
 * each other kind.
 */
@Timeout(3600)
@EnabledOnOs(OS.LINUX)
final class FaultsTest {
  private static final long ITEMS = Long.getLong("graft.faults.items", 6000);
  private static final int KILLS = Math.max(6, (int) (ITEMS / 5000));
  private static final int OTHERS = Math.max(2, (int) (ITEMS / 50_000));

  @TempDir Path folder = Path.of("");

  @Test
  void nothingIsLostNothingComesTwiceAndTheStateIsExact() throws Exception {
    final Set<Path> before = socketFolders();
    FaultyNodes nodes = FaultyNodes.in(folder);
    List<Long> places = places();
    for (int i = 0; i < OTHERS; i++) {
      nodes.strike(places.removeLast(), Place.BEFORE, "memory");
      nodes.strike(places.removeLast(), Place.AFTER, "segfault");
      nodes.strike(places.removeLast(), Place.BEFORE, "stop");
    }
    Set<Long> kills = new HashSet<>(places);
    Tally tally = new Tally();
    Deque<Object> wanted = new ArrayDeque<>();
    long start = System.nanoTime();
    RunSummary summary;
    Path memory;
    try (GraftRuntime runtime = GraftRuntime.create(Nodes.settings());
        Killer killer = new Killer(nodes)) {
      CPythonBackend backend = (CPythonBackend) runtime.backend(BackendId.CPYTHON);
      memory = backend.arrays().directory();
      LongStream items =
          LongStream.range(0, ITEMS)
              .peek(
                  item -> {
                    wanted.addAll(tally.take(item));
                    if (kills.contains(item)) {
                      killer.ask();
                    }
                    if (item == ITEMS - 1) {
                      wanted.add(List.of("end", tally.count()));
                      wanted.add(List.of("sum", tally.sum()));
                    }
                  });
      summary =
          FaultyRun.open(runtime, folder, "plain", ",'backend':'cpython'")
              .run(
                  FaultyRun.source(items.boxed()),
                  value -> assertThat(value).isEqualTo(wanted.poll()));
      assertThat(backend.pool().status().leased()).isEqualTo(0);
    }
    assertThat(wanted).isEmpty();
    assertThat(nodes.left()).isEqualTo(0);
    RunSummary.Losses losses = summary.stages().getFirst().losses();
    System.out.printf(
        "%d items, %d workers lost (%d killed, %d each of memory, segfault, stopped), %d items repeated,"
            + " recovery p99 %d ms, %.1f s in all%n",
        ITEMS,
        losses.count(),
        KILLS,
        OTHERS,
        losses.repeated(),
        losses.p99().toMillis(),
        (System.nanoTime() - start) / 1e9);
    assertThat(losses.count()).isEqualTo(KILLS + 3 * OTHERS);
    assertThat(losses.restarts()).isEqualTo(losses.count());
    assertThat(nodes.workers().stream().filter(Killer::isAlive).toList()).isEmpty();
    assertWithMessage("shared memory").that(Files.exists(memory)).isFalse();
    assertWithMessage("folders of sockets").that(leftOf(before)).isEmpty();
  }

  /** Where faults strike: far enough from each other that no item meets two. */
  private static List<Long> places() {
    int faults = KILLS + 3 * OTHERS;
    long stride = ITEMS / (faults + 1);
    List<Long> places = new ArrayList<>();
    Random random = new Random(2);
    for (int i = 0; i < faults; i++) {
      places.add(i * stride + random.nextLong(stride / 4));
    }
    Collections.shuffle(places, random);
    return places;
  }

  private static Set<Path> socketFolders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("graft"))
          .collect(Collectors.toSet());
    }
  }

  /** Others on this machine may start workers just now: such a folder does not stay. */
  private static Set<Path> leftOf(Set<Path> before) throws Exception {
    Set<Path> left = socketFolders();
    left.removeAll(before);
    for (int i = 0; i < 50 && !left.isEmpty(); i++) {
      Thread.sleep(100);
      left.removeIf(Files::notExists);
    }
    return left;
  }
}
