package dev.graft.compat.report.page;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.browser.BrowserPage;
import dev.graft.compat.browser.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the documentation of a report that exists: {@code
 * -Dgraft.report=target/compat/report.html}.
 */
@EnabledIfSystemProperty(named = "graft.report", matches = ".+")
final class PagePicturesTest {
  @TempDir Path folder = Path.of("unset");

  @Test
  void picturesOfTheGridAndOfACase() throws Exception {
    Path report = Path.of(System.getProperty("graft.report", ""));
    Path pictures = Path.of(System.getProperty("graft.pictures", "../docs/images"));
    String opened = System.getProperty("graft.report.case", "");
    try (Chromium chromium = Chromium.start(folder)) {
      BrowserPage page = chromium.open(report, "");
      page.size(1280, 800);
      page.picture(pictures, "compat-report.png");
      page.value(
          "location.hash = '#case=' + encodeURIComponent(" + BrowserPage.quoted(opened) + ")");
      page.until("document.getElementById('opened')");
      page.picture(pictures, "compat-case.png");
      assertThat(page.complaints()).isEmpty();
    }
    assertThat(Files.size(pictures.resolve("compat-case.png"))).isGreaterThan(10_000);
  }
}
