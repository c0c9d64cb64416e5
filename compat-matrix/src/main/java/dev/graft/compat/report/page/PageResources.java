package dev.graft.compat.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The style and the script of the page: small files, joined. */
final class PageResources {
  private static final List<String> STYLES =
      List.of(
          "base.css",
          "head.css",
          "panes.css",
          "grid.css",
          "cases.css",
          "case.css",
          "notes.css",
          "speed.css",
          "narrow.css");

  /** In the order in which they need each other. */
  private static final List<String> SCRIPTS =
      List.of(
          "dom.js",
          "blocks.js",
          "state.js",
          "query.js",
          "filters.js",
          "grid.js",
          "rows.js",
          "detail.js",
          "copy.js",
          "keys.js",
          "page.js");

  private PageResources() {}

  static String style() {
    return joined(STYLES);
  }

  /** All files in one scope, so that the page has no names of its own. */
  static String script() {
    return "(() => {\n'use strict';\n" + joined(SCRIPTS) + "})();\n";
  }

  /** What a policy calls a style or a script, so that no other is obeyed. */
  static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String joined(List<String> names) {
    return names.stream().map(PageResources::text).collect(Collectors.joining());
  }

  private static String text(String name) {
    try (InputStream in = PageResources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
