package dev.graft.cli.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places for boxes in layers from left to right: each box right of all that feed it, and lines that
 * cross little. A line that passes layers has a place in each of them, so that it goes around
 * boxes.
 */
final class Layout {
  /** Crossings and bends hardly change any more after that many sweeps. */
  private static final int SWEEPS = 12;

  private static final double LAYER_GAP = 56;
  private static final double BOX_GAP = 22;

  private final List<Item> items = new ArrayList<>();
  private final List<List<Item>> layers = new ArrayList<>();

  /** A box, or the point of a layer where a line passes. */
  static final class Item {
    final double width;
    final double height;
    final List<Item> before = new ArrayList<>();
    final List<Item> after = new ArrayList<>();
    int layer;
    double x;
    double y;

    /** Where its layer begins and ends; what joins it bends only outside of that. */
    double left;

    double right;

    Item(double width, double height) {
      this.width = width;
      this.height = height;
    }

    double middle() {
      return y + height / 2;
    }

    private void moveTo(double middle) {
      y = middle - height / 2;
    }
  }

  /**
   * Lines end at boxes.
   *
   * @param from the box that it begins at
   * @param to the box that it ends at
   * @param labelWidth how much room its label needs before the box that it ends at
   */
  record Line(Item from, Item to, double labelWidth) {}

  /** A box of a size. Boxes are added before the lines. */
  Item box(double width, double height) {
    Item item = new Item(width, height);
    items.add(item);
    return item;
  }

  /**
   * Finds places for everything. The boxes of lines must have been added in an order in which each
   * comes after those that feed it.
   *
   * @return the points of each line between its ends, in the order of the lines
   */
  List<List<Item>> place(List<Line> lines) {
    for (Item item : items) {
      for (Line line : lines) {
        if (line.to() == item) {
          item.layer = Math.max(item.layer, line.from().layer + 1);
        }
      }
    }
    pullSourcesRight(lines);
    int count = items.stream().mapToInt(item -> item.layer).max().orElse(0) + 1;
    IntStream.range(0, count).forEach(i -> layers.add(new ArrayList<>()));
    items.forEach(item -> layers.get(item.layer).add(item));
    List<List<Item>> routes = lines.stream().map(this::route).toList();
    for (int i = 0; i < SWEEPS; i++) {
      order(i % 2 == 0);
    }
    placeAcross();
    placeAlong(lines);
    return routes;
  }

  /** A box that nothing feeds stands next to what it feeds, so that its lines are short. */
  private void pullSourcesRight(List<Line> lines) {
    for (Item item : items) {
      if (lines.stream().noneMatch(line -> line.to() == item)) {
        item.layer =
            lines.stream()
                .filter(line -> line.from() == item)
                .mapToInt(line -> line.to().layer - 1)
                .min()
                .orElse(item.layer);
      }
    }
  }

  private List<Item> route(Line line) {
    List<Item> points = new ArrayList<>();
    Item last = line.from();
    for (int layer = last.layer + 1; layer < line.to().layer; layer++) {
      Item point = new Item(0, 0);
      point.layer = layer;
      layers.get(layer).add(point);
      points.add(point);
      join(last, point);
      last = point;
    }
    join(last, line.to());
    return points;
  }

  private static void join(Item from, Item to) {
    from.after.add(to);
    to.before.add(from);
  }

  /** Sorts each layer by the mean place of what its items are joined to in the layer before. */
  private void order(boolean forwards) {
    for (int i = 0; i < layers.size(); i++) {
      List<Item> layer = layers.get(forwards ? i : layers.size() - 1 - i);
      for (int place = 0; place < layer.size(); place++) {
        layer.get(place).y = place;
      }
      layer.sort(
          Comparator.comparingDouble(item -> mean(forwards ? item.before : item.after, item.y)));
      for (int place = 0; place < layer.size(); place++) {
        layer.get(place).y = place;
      }
    }
  }

  private static double mean(List<Item> neighbours, double otherwise) {
    return neighbours.stream().mapToDouble(item -> item.y).average().orElse(otherwise);
  }

  /** Stacks the items of each layer, then draws them towards their neighbours without overlaps. */
  private void placeAcross() {
    for (List<Item> layer : layers) {
      double y = 0;
      for (Item item : layer) {
        item.y = y;
        y += item.height + BOX_GAP;
      }
    }
    for (int i = 0; i < SWEEPS; i++) {
      boolean forwards = i % 2 == 0;
      for (int j = 0; j < layers.size(); j++) {
        straighten(layers.get(forwards ? j : layers.size() - 1 - j), forwards);
      }
    }
    double top = layers.stream().flatMap(List::stream).mapToDouble(item -> item.y).min().orElse(0);
    layers.forEach(layer -> layer.forEach(item -> item.y -= top));
  }

  private static void straighten(List<Item> layer, boolean forwards) {
    double[] wanted = new double[layer.size()];
    for (int i = 0; i < wanted.length; i++) {
      Item item = layer.get(i);
      List<Item> neighbours = forwards ? item.before : item.after;
      wanted[i] = neighbours.stream().mapToDouble(Item::middle).average().orElse(item.middle());
    }
    double shift = 0;
    double floor = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < wanted.length; i++) {
      Item item = layer.get(i);
      item.moveTo(wanted[i]);
      item.y = Math.max(item.y, floor);
      shift += item.middle() - wanted[i];
      floor = item.y + item.height + BOX_GAP;
    }
    double back = wanted.length == 0 ? 0 : shift / wanted.length;
    layer.forEach(item -> item.y -= back);
  }

  private void placeAlong(List<Line> lines) {
    double x = 0;
    for (int i = 0; i < layers.size(); i++) {
      int number = i;
      double label =
          lines.stream()
              .filter(line -> line.to().layer == number)
              .mapToDouble(Line::labelWidth)
              .max()
              .orElse(0);
      x += i == 0 ? 0 : LAYER_GAP + label;
      double width = layers.get(i).stream().mapToDouble(item -> item.width).max().orElse(0);
      for (Item item : layers.get(i)) {
        item.x = x + (width - item.width) / 2;
        item.left = x;
        item.right = x + width;
      }
      x += width;
    }
  }

  /** Beyond the rightmost of all that was placed. */
  double width() {
    return items.stream().mapToDouble(item -> item.x + item.width).max().orElse(0);
  }

  /** Below the lowest of all that was placed. */
  double height() {
    return layers.stream()
        .flatMap(List::stream)
        .mapToDouble(item -> item.y + item.height)
        .max()
        .orElse(0);
  }
}
