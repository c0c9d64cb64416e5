package dev.graft.compat.report.page;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.compat.browser.BrowserPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Lets axe-core look at what a page shows. */
final class AccessibilityCheck {
  private static final String NAMES = "/META-INF/maven/org.webjars.npm/axe-core/pom.properties";

  private static final String BROKEN =
      """
      axe.run(document, {resultTypes: ['violations']}).then(found =>
        found.violations.map(rule => rule.id + ' (' + rule.impact + '): ' + rule.help + ' '
          + rule.nodes.slice(0, 4).map(node => node.html.slice(0, 160) + ' '
            + node.any.map(any => any.message)).join(' ; ')).join('\\n'))
      """;

  private AccessibilityCheck() {}

  static void look(BrowserPage page, String what) throws IOException, InterruptedException {
    page.value(script() + ";0");
    String broken = page.value(BROKEN).asString();
    assertWithMessage(what).that(broken).isEmpty();
  }

  private static String script() throws IOException {
    Properties names = new Properties();
    names.load(new StringReader(resource(NAMES)));
    return resource(
        "/META-INF/resources/webjars/axe-core/" + names.getProperty("version") + "/axe.min.js");
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = AccessibilityCheck.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException(path + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
