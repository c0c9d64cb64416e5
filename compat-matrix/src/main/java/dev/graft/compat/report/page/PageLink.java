package dev.graft.compat.report.page;

import dev.graft.compat.report.VisibleText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses within the page: the part after {@code #} is the state of the page. */
final class PageLink {
  private PageLink() {}

  static String ofNode(String id) {
    return "#node=" + encoded(id);
  }

  static String ofCase(String key) {
    return "#case=" + encoded(key);
  }

  static String ofQuery(String query) {
    return "#view=grid&amp;q=" + encoded(query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(VisibleText.of(text), StandardCharsets.UTF_8);
  }
}
