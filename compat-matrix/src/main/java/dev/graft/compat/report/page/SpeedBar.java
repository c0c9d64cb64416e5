package dev.graft.compat.report.page;

import dev.graft.compat.speed.Interval;
import java.util.Locale;

/**
 * A ratio as a bar from 1× on a scale of logarithms, from a ten thousandth to ten thousand, with
 * its interval. The policy of the page allows no style of a single element, so it is a drawing.
 */
final class SpeedBar {
  private static final double WIDTH = 120;
  private static final double DECADES = 4;

  private SpeedBar() {}

  static void write(Html html, Interval ratio) {
    double one = at(1);
    double value = at(ratio.value());
    double low = at(ratio.low());
    double high = at(ratio.high());
    String look = ratio.isOpen() ? "open" : ratio.value() > 1 ? "faster" : "slower";
    html.raw("<svg class=\"bar ").raw(look).raw("\" viewBox=\"0 0 120 12\" aria-hidden=true>");
    html.raw(rect("scale", 0, WIDTH, 5.5, 1));
    html.raw(rect("value", Math.min(one, value), Math.abs(value - one), 2, 8));
    html.raw(rect("range", low, Math.max(1, high - low), 5, 2));
    html.raw(rect("one", one - 0.5, 1, 0, 12)).raw("</svg>");
  }

  private static String rect(String name, double x, double width, double y, double height) {
    return String.format(
        Locale.ROOT,
        "<rect class=%s x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
        name,
        x,
        y,
        width,
        height);
  }

  private static double at(double ratio) {
    double decades = Math.clamp(Math.log10(ratio), -DECADES, DECADES);
    return WIDTH / 2 * (1 + decades / DECADES);
  }
}
