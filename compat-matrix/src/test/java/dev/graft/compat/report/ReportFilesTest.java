package dev.graft.compat.report;

import static com.google.common.truth.Truth.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.graft.compat.run.CompatResult;
import dev.graft.compat.run.ReportSample;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class ReportFilesTest {
  @TempDir Path directory = Path.of("unset");

  @Test
  void theJsonFollowsThePublishedSchema() throws Exception {
    ReportSample.run(directory);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(
                    Path.of("src", "main", "resources", "schemas", "report-1.schema.json")));

    assertThat(schema.validate(read("report.json"), InputFormat.JSON)).isEmpty();
  }

  @Test
  void everyResultIsALineAndTheFooterSaysThatAllAreThere() throws Exception {
    CompatResult result = ReportSample.run(directory);
    long results = result.report().results().count();

    assertThat(read("results.jsonl").lines().filter(line -> line.contains("\"observed\"")).count())
        .isEqualTo(results);
    assertThat(read("results.jsonl"))
        .endsWith("{\"complete\":true,\"results\":%d,\"exit\":1}\n".formatted(results));
  }

  @Test
  void theXmlIsWellFormedAndCountsItsFailures() throws Exception {
    CompatResult result = ReportSample.run(directory);
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(read("junit.xml"))));
    int failures = xml.getElementsByTagName("failure").getLength();

    assertThat(failures).isGreaterThan(0);
    assertThat(xml.getDocumentElement().getAttribute("failures"))
        .isEqualTo(String.valueOf(failures));
    assertThat(xml.getElementsByTagName("testcase").getLength())
        .isEqualTo((int) result.report().results().count());
  }

  @Test
  void thePageNeedsNothingFromOutside() throws Exception {
    ReportSample.run(directory);
    String page = read("report.html");

    assertThat(page).doesNotContainMatch("(?i)(src|href)=\"?(https?:|//|data:)");
    assertThat(page).doesNotContainMatch("(?i)@import|url\\(|<link|<img|<iframe");
    assertThat(page).contains("default-src 'none'");
    assertThat(page.length()).isLessThan(300_000);
  }

  @Test
  void thePolicyAllowsTheScriptThatIsThereAndNoOther() throws Exception {
    ReportSample.run(directory);
    String page = read("report.html");
    Matcher script = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);

    assertThat(script.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page).contains("sha256-" + Base64.getEncoder().encodeToString(digest));
    assertThat(script.find()).isFalse();
    assertThat(page).doesNotContainMatch("(?i)<[^>]+ (on[a-z]+|style)=");
  }

  @Test
  void thePageSaysEverythingWithoutItsScript() throws Exception {
    ReportSample.run(directory);
    String page = read("report.html").replaceAll("(?s)<script>.*?</script>", "");

    assertThat(page).contains("<table class=grid>");
    assertThat(page).contains("DIFF/seq/tuple-vs-list/out");
    assertThat(page).contains("graft matrix --node pass-through --case tuple");
    assertThat(page).contains("How to read this");
  }

  @Test
  void whatANodeEmitsCannotBecomeMarkup() throws Exception {
    ReportSample.run(directory);
    String page = read("report.html");

    assertThat(page).doesNotContain("<img src=x");
    assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;");
    assertThat(page).contains("<b class=u>U+202E</b>");
    assertThat(page.chars().noneMatch(c -> c == 0x202E || c == 0)).isTrue();
  }

  @Test
  void equalResultsMakeEqualBytes() throws Exception {
    ReportSample.run(directory);
    String first = stable("report.html") + stable("report.json") + read("report.md");
    ReportSample.run(directory);

    assertThat(stable("report.html") + stable("report.json") + read("report.md")).isEqualTo(first);
  }

  private String stable(String name) throws Exception {
    return read(name)
        .replaceAll("UTC, [0-9.]+ s", "UTC")
        .replaceAll("\"millis\" : [0-9]+", "\"millis\" : 0");
  }

  private String read(String name) throws Exception {
    return Files.readString(directory.resolve(name));
  }
}
