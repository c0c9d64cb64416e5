package dev.graft.compat.report.page;

import dev.graft.compat.compare.Difference;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import dev.graft.value.FloatText;
import java.util.List;
import java.util.Optional;

/** Two values side by side, a row for each path at which they differ. */
final class DifferenceTable {
  private static final int MOST = 12;
  private static final int MOST_TEXT = 400;

  private final Html html;

  private DifferenceTable(Html html) {
    this.html = html;
  }

  static void write(Html html, List<Difference> differences) {
    new DifferenceTable(html).write(differences);
  }

  private void write(List<Difference> differences) {
    html.wide("What differs").raw("<table class=t><thead><tr><th scope=col>where");
    html.raw("<th scope=col>must be<th scope=col>is<th scope=col>how<tbody>");
    differences.stream().limit(MOST).forEach(this::row);
    html.raw("</table></div>");
    if (differences.size() > MOST) {
      html.raw("<p class=facts>and " + (differences.size() - MOST) + " more places</p>");
    }
  }

  private void row(Difference each) {
    html.raw("<tr><th scope=row>").text(each.path()).raw("<td>").text(each.expected(), MOST_TEXT);
    if (each.kind().startsWith("float/")) {
      bits(each.expected());
    }
    html.raw("<td class=off>").text(each.actual(), MOST_TEXT);
    if (each.kind().startsWith("float/")) {
      bits(each.actual());
    }
    html.raw("<td class=note>").text(each.kind());
    html.raw(each.detail().isEmpty() ? "" : ", ").text(each.detail());
    if (each.kind().startsWith("str/")) {
      points(each);
    }
  }

  private void bits(String text) {
    try {
      long bits = Double.doubleToRawLongBits(FloatText.parse(text));
      html.raw("<small>").raw("0x%016x".formatted(bits)).raw("</small>");
    } catch (NumberFormatException _) {
      // a longer text about an array, of which the path says enough
    }
  }

  private void points(Difference each) {
    Optional<String> expected = text(each.expected());
    Optional<String> actual = text(each.actual());
    if (expected.isPresent() && actual.isPresent()) {
      html.raw("<tr><td colspan=4>");
      CodePoints.write(html, expected.get(), actual.get());
    }
  }

  private static Optional<String> text(String typedJson) {
    try {
      return TypedJson.read(typedJson, "") instanceof String text
          ? Optional.of(text)
          : Optional.empty();
    } catch (JsonFormatException e) {
      return Optional.empty();
    }
  }
}
