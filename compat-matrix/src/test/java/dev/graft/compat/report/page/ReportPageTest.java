package dev.graft.compat.report.page;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.report.CompatReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page as a file: what a browser makes of it is tested elsewhere. */
final class ReportPageTest {
  @TempDir static Path folder = Path.of("unset");
  private static String page = "";

  @BeforeAll
  static void write() throws Exception {
    PageSample.run(folder);
    page = Files.readString(folder.resolve("report.html"));
  }

  @Test
  void needsNothingFromOutside() {
    assertThat(page).doesNotContainMatch("(?i)(src|href)=\"?(https?:|//|data:)");
    assertThat(page).doesNotContainMatch("(?i)@import|url\\(|<link|<img|<iframe|fetch\\(");
    assertThat(page).contains("default-src 'none'");
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(300_000);
  }

  @Test
  void allowsTheScriptThatIsThereAndNoOther() throws Exception {
    Matcher script = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);

    assertThat(script.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page).contains("sha256-" + Base64.getEncoder().encodeToString(digest));
    assertThat(script.find()).isFalse();
    assertThat(page + Unpacked.markup(page)).doesNotContainMatch("(?i)<[^>]+ (on[a-z]+|style)=");
  }

  @Test
  void saysTheMostWithoutItsScript() {
    String markup = Unpacked.without(page).replaceAll("(?s)<script>.*?</script>", "");

    assertThat(markup).contains("results nobody has explained");
    assertThat(markup).contains("<table class=grid>");
    assertThat(markup).contains("1 result: The int overflowed 64 bits and wrapped around.");
    assertThat(markup).contains("graft matrix --node reverse --case ");
    assertThat(markup).contains("The codec does not know tuples yet.");
    assertThat(markup).contains("How to read this");
  }

  @Test
  void putsTheWorstFirstAndFoldsWhatIsClean() {
    int bad = page.indexOf("<tbody id=bad>");
    int fold = page.indexOf("Clean: 1 node</button>");

    assertThat(page.indexOf("data-n=\"calculator\"")).isGreaterThan(bad);
    assertThat(page.indexOf("data-n=\"pass-through\"")).isLessThan(fold);
    assertThat(page.indexOf("data-n=\"buffer\"")).isGreaterThan(fold);
  }

  @Test
  void makesNoMarkupOfWhatANodeEmits() throws Exception {
    String inside = Unpacked.markup(page);

    assertThat(page + inside).doesNotContain("<img src=x");
    assertThat(inside).contains("&lt;img src=x onerror=alert(1)&gt;");
    assertThat(inside).contains("<b class=u>U+202E</b>");
    assertThat(inside).contains("d83d");
    assertThat((page + inside).chars().noneMatch(c -> c == 0x202E || c == 0)).isTrue();
  }

  @Test
  void showsBitsOfFloatsAndPointsOfTexts() throws Exception {
    String inside = Unpacked.markup(page);

    assertThat(inside).contains("<small>0x3fd3333333333334</small>");
    assertThat(inside).contains("float/ulp&lt;=4, 2 ulp");
    assertThat(inside).contains("<small>U+1F600</small>");
    assertThat(inside).contains("<small>U+DE00</small>");
  }

  @Test
  void marksTheFirstStepThatDiffersAndSoftensTheRest() throws Exception {
    String five = caseOf(page, "counter", "counts five items");

    assertThat(five).contains("<tr class=first><th scope=row>2 <span class=mark>");
    assertThat(five.split("<tr class=after>", -1)).hasLength(4);
    assertThat(five).contains("java | graalpy = cpython");
  }

  @Test
  void showsFailuresLayerByLayer() throws Exception {
    String text = caseOf(page, "calculator", "a text is no number");

    assertThat(text).contains("<th scope=col>must be<th scope=col>java");
    assertThat(text).contains("<tr><th scope=row>kind<td>TYPE<td class=off>INVALID<td>TYPE");
    assertThat(text).contains("message, for people");
  }

  @Test
  void dropsWhatPassesWhereTheBudgetIsShort() throws Exception {
    CompatReport report = PageSample.run(folder).report();
    String less = ReportPage.of(report, Depth.DIFFERENCES);
    String least = ReportPage.of(report, Depth.NAMES);

    assertThat(Unpacked.block(page, "index").path("left").asString()).isEmpty();
    assertThat(Unpacked.block(less, "index").path("left").asString())
        .contains("cases that pass is left out");
    assertThat(caseOf(page, "reverse", "letters")).contains("Step by step");
    assertThat(caseOf(less, "reverse", "letters")).doesNotContain("Step by step");
    assertThat(caseOf(less, "reverse", "letters")).contains("data-copy=");
    assertThat(caseOf(less, "counter", "counts five items")).contains("Step by step");
    assertThat(caseOf(least, "counter", "counts five items")).doesNotContain("Step by step");
  }

  @Test
  void tellsAFewCasesOfEachWayToFailWhereThereAreVeryMany() throws Exception {
    CompatReport many = PageSample.run(folder.resolve("many"), 40).report();
    String all = Unpacked.markup(ReportPage.of(many, Depth.DIFFERENCES));
    String some = Unpacked.markup(ReportPage.of(many, Depth.EXAMPLES));

    assertThat(some.split("Step by step", -1).length).isGreaterThan(5);
    assertThat(some.split("Step by step", -1).length)
        .isLessThan(all.split("Step by step", -1).length);
    assertThat(some).contains("a few cases for each way to fail");
  }

  @Test
  void knowsSinceWhenSomethingDiffers() throws Exception {
    Path runs = folder.resolve("runs");
    PageSample.run(runs, "02");
    PageSample.run(runs, "03");
    PageSample.run(runs, "09");
    JsonNode index = Unpacked.block(Files.readString(runs.resolve("report.html")), "index");

    assertThat(index.path("today").asString()).isEqualTo("2026-10-09");
    Set<String> known = new TreeSet<>();
    Set<String> wrong = new TreeSet<>();
    Set<String> good = new TreeSet<>();
    for (JsonNode shared : index.path("shared")) {
      if (shared.has("look")) {
        Set<String> of = shared.has("overlay") ? known : shared.has("unexpected") ? wrong : good;
        of.add(shared.path("since").asString("never"));
      }
    }
    assertThat(known).containsExactly("2026-01-01");
    assertThat(wrong).containsExactly("2026-10-02");
    assertThat(good).containsExactly("never");
  }

  private static String caseOf(String page, String node, String title) throws Exception {
    JsonNode index = Unpacked.block(page, "index");
    for (JsonNode each : index.path("nodes")) {
      if (each.path("id").asString().equals(node)) {
        for (int i = 0; i < each.path("cases").size(); i++) {
          if (each.path("cases").path(i).path(1).asString().equals(title)) {
            return Unpacked.block(page, "node-" + node).path("cases").path(i).asString();
          }
        }
      }
    }
    throw new AssertionError("no case \"" + title + "\"");
  }
}
