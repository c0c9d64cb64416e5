package dev.graft.runtime.run;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.runtime.plan.PipelinePlan.Edge;
import dev.graft.runtime.run.LanePartition.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LanePartitionTest {
  @Test
  void neighboursInJavaShareALane() {
    assertThat(lanes("JJJ", "01 12")).isEqualTo("aaa");
  }

  @Test
  void eachPlaceHasALane() {
    assertThat(lanes("JGGWWJ", "01 12 23 34 45")).isEqualTo("abbcde");
  }

  @Test
  void nodesOfOneInterpreterShareALaneAlsoApart() {
    assertThat(lanes("GHG", "02")).isEqualTo("aba");
  }

  @Test
  void whatLiesBetweenNodesOfOneInterpreterIsWithThem() {
    assertThat(lanes("GJWG", "01 12 23")).isEqualTo("aaaa");
    assertThat(lanes("JGJGJ", "01 12 23 34")).isEqualTo("abbbc");
  }

  @Test
  void javaOnBothSidesOfAWorkerStaysApart() {
    assertThat(lanes("JWJ", "01 12 02")).isEqualTo("abc");
  }

  @Test
  void interpretersThatFeedEachOtherCrosswiseShareALane() {
    assertThat(lanes("GHHG", "01 23")).isEqualTo("aaaa");
  }

  @Test
  void whoeverReadsServesTheFirstNodesUnlessTheyTakeOtherThings() {
    assertThat(lanes("IJG", "01 12")).isEqualTo("aab");
    assertThat(lanes("IGJ", "01 12")).isEqualTo("aab");
    assertThat(lanes("IWJ", "01 12")).isEqualTo("abc");
    assertThat(lanes("IJWJ", "01 02 23 13")).isEqualTo("abcb");
    assertThat(lanes("IGWG", "01 02 23")).isEqualTo("abcb");
    assertThat(lanes("IGHJ", "01 02 13 23")).isEqualTo("aaab");
  }

  @Test
  void noLanesFeedEachOtherInACircle() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      int count = 2 + random.nextInt(9);
      List<Kind> kinds = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        kinds.add(kind("JGHW".charAt(random.nextInt(4))));
      }
      List<Edge> edges = new ArrayList<>();
      for (int to = 1; to < count; to++) {
        for (int from = 0; from < to; from++) {
          if (random.nextInt(3) == 0) {
            edges.add(new Edge(from, to));
          }
        }
      }
      check(seed, kinds, edges);
    }
  }

  private static void check(int seed, List<Kind> kinds, List<Edge> edges) {
    int[] lanes = LanePartition.of(kinds, edges);
    Map<Object, Integer> interpreters = new HashMap<>();
    for (int i = 0; i < lanes.length; i++) {
      if (kinds.get(i) instanceof Kind.Shared) {
        interpreters.putIfAbsent(kinds.get(i), lanes[i]);
        assertWithMessage("seed %s", seed).that(lanes[i]).isEqualTo(interpreters.get(kinds.get(i)));
      }
    }
    Set<Integer> left = new HashSet<>(Arrays.stream(lanes).boxed().toList());
    while (!left.isEmpty()) {
      boolean removed =
          left.removeIf(
              lane ->
                  edges.stream()
                      .noneMatch(
                          edge ->
                              lanes[edge.to()] == lane
                                  && lanes[edge.from()] != lane
                                  && left.contains(lanes[edge.from()])));
      assertWithMessage("seed %s: %s", seed, Arrays.toString(lanes)).that(removed).isTrue();
    }
  }

  /** A letter for each node: J is in Java, G and H in two interpreters, W in a worker. */
  private static String lanes(String nodes, String edges) {
    List<Kind> kinds = nodes.chars().mapToObj(letter -> kind((char) letter)).toList();
    List<Edge> pairs =
        Arrays.stream(edges.split(" "))
            .map(pair -> new Edge(pair.charAt(0) - '0', pair.charAt(1) - '0'))
            .toList();
    Map<Integer, Character> names = new HashMap<>();
    StringBuilder text = new StringBuilder();
    for (int lane : LanePartition.of(kinds, pairs)) {
      names.computeIfAbsent(lane, key -> (char) ('a' + names.size()));
      text.append(names.get(lane));
    }
    return text.toString();
  }

  private static Kind kind(char letter) {
    return switch (letter) {
      case 'I' -> new Kind.Input();
      case 'J' -> new Kind.Java();
      case 'W' -> new Kind.Own();
      default -> new Kind.Shared(letter);
    };
  }
}
