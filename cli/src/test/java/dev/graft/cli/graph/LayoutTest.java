package dev.graft.cli.graph;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LayoutTest {
  private static final int GRAPHS = Integer.getInteger("graft.layouts", 300);

  @Test
  void aChainIsStraight() {
    Layout layout = new Layout();
    List<Layout.Item> boxes = List.of(layout.box(80, 60), layout.box(120, 30), layout.box(50, 60));
    layout.place(List.of(line(boxes, 0, 1), line(boxes, 1, 2)));

    assertThat(boxes.stream().map(Layout.Item::middle).distinct().toList()).hasSize(1);
    assertThat(boxes.get(1).x).isGreaterThan(boxes.get(0).x + boxes.get(0).width);
    assertThat(boxes.get(2).x).isGreaterThan(boxes.get(1).x + boxes.get(1).width);
  }

  @Test
  void linesThatCouldBeUncrossedAreUncrossed() {
    Layout layout = new Layout();
    List<Layout.Item> boxes = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      boxes.add(layout.box(60, 60));
    }
    layout.place(
        List.of(
            line(boxes, 0, 1),
            line(boxes, 0, 2),
            line(boxes, 0, 3),
            line(boxes, 1, 6),
            line(boxes, 2, 4),
            line(boxes, 3, 5)));

    List<Layout.Item> first = List.of(boxes.get(1), boxes.get(2), boxes.get(3));
    List<Layout.Item> second = List.of(boxes.get(6), boxes.get(4), boxes.get(5));
    for (int i = 0; i < 3; i++) {
      for (int j = i + 1; j < 3; j++) {
        assertThat(Double.compare(first.get(i).y, first.get(j).y))
            .isEqualTo(Double.compare(second.get(i).y, second.get(j).y));
      }
    }
  }

  /** Whatever the graph: no box is upon another, and no line leads backwards or through a box. */
  @Test
  void nothingCollides() {
    for (int seed = 0; seed < GRAPHS; seed++) {
      Random random = new Random(seed);
      Layout layout = new Layout();
      List<Layout.Item> boxes = new ArrayList<>();
      List<Layout.Line> lines = new ArrayList<>();
      int count = 1 + random.nextInt(25);
      for (int i = 0; i < count; i++) {
        boxes.add(layout.box(40 + random.nextInt(200), 30 + random.nextInt(50)));
        for (int j = 0; j < i; j++) {
          if (random.nextInt(i + 1) < 2) {
            lines.add(new Layout.Line(boxes.get(j), boxes.get(i), random.nextInt(40)));
          }
        }
      }
      List<List<Layout.Item>> routes = layout.place(lines);
      check(seed, layout, boxes, lines, routes);
    }
  }

  private static void check(
      int seed,
      Layout layout,
      List<Layout.Item> boxes,
      List<Layout.Line> lines,
      List<List<Layout.Item>> routes) {
    List<Layout.Item> all = new ArrayList<>(boxes);
    routes.forEach(all::addAll);
    for (Layout.Item one : all) {
      assertThat(one.x).isAtLeast(0.0);
      assertThat(one.y).isAtLeast(-0.001);
      assertThat(one.x + one.width).isAtMost(layout.width() + 0.001);
      assertThat(one.y + one.height).isAtMost(layout.height() + 0.001);
      for (Layout.Item other : all) {
        boolean isBeside = one.right <= other.left || other.right <= one.left;
        boolean isAbove = one.y + one.height <= other.y || other.y + other.height <= one.y;
        assertWithMessage("graph %s", seed).that(one == other || isBeside || isAbove).isTrue();
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      Layout.Item last = lines.get(i).from();
      List<Layout.Item> stops = new ArrayList<>(routes.get(i));
      stops.add(lines.get(i).to());
      for (Layout.Item stop : stops) {
        assertWithMessage("graph %s", seed).that(stop.left).isGreaterThan(last.right);
        last = stop;
      }
    }
  }

  private static Layout.Line line(List<Layout.Item> boxes, int from, int to) {
    return new Layout.Line(boxes.get(from), boxes.get(to), 0);
  }
}
