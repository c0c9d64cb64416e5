package dev.graft.compat.report;

import static com.google.common.truth.Truth.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.graft.compat.run.CompatResult;
import dev.graft.compat.run.ReportSample;
import dev.graft.compat.verdict.CaseResult;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
  void theCommonFormatCountsWhatItLists() throws Exception {
    CompatResult result = ReportSample.run(directory);
    JsonNode json = JsonMapper.builder().build().readTree(read("ctrf.json"));
    JsonNode summary = json.path("results").path("summary");
    Map<String, Integer> listed = new TreeMap<>();
    for (JsonNode test : json.path("results").path("tests")) {
      listed.merge(test.path("status").asString(), 1, Integer::sum);
      assertThat(test.path("suite").size()).isEqualTo(2);
      assertThat(test.path("message").isMissingNode())
          .isEqualTo(test.path("status").asString().equals("passed"));
    }

    assertThat(json.path("reportFormat").asString()).isEqualTo("CTRF");
    assertThat(json.path("results").path("tool").path("name").asString()).isEqualTo("graft matrix");
    assertThat(summary.path("tests").asLong()).isEqualTo(result.report().results().count());
    assertThat(listed.get("failed"))
        .isEqualTo((int) result.report().results().filter(CaseResult::unexpected).count());
    for (String status : List.of("passed", "failed", "skipped", "pending", "other")) {
      assertThat(summary.path(status).asInt(-1)).isEqualTo(listed.getOrDefault(status, 0));
    }
    assertThat(summary.path("start").asLong())
        .isEqualTo(Instant.parse("2026-10-01T12:00:00Z").toEpochMilli());
  }

  @Test
  void equalResultsMakeEqualBytes() throws Exception {
    ReportSample.run(directory);
    String first = stable("report.html") + stable("report.json") + read("report.md");
    ReportSample.run(directory);

    assertThat(stable("report.html") + stable("report.json") + read("report.md")).isEqualTo(first);
  }

  @Test
  void badgesSayWhatIsSafeToSwitch() throws Exception {
    ReportSample.run(directory);

    assertThat(read("badges/all.json"))
        .isEqualTo(
            """
            {"schemaVersion":1,"label":"safe to switch","message":"0 of 1 node","color":"red"}
            """);
    assertThat(read("badges/pass-through.json")).contains("\"message\":\"differs\"");
  }

  private String stable(String name) throws Exception {
    return read(name)
        .replaceAll("UTC, [0-9.]+ s", "UTC")
        .replaceAll("\"(millis|micros)\" : [0-9]+", "\"$1\" : 0");
  }

  private String read(String name) throws Exception {
    return Files.readString(directory.resolve(name));
  }
}
