package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.graft.cli.project.PublishedSchema;
import dev.graft.runtime.limits.LimitationsException;
import dev.graft.runtime.limits.LimitationsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas are printed, and that of limitations refuses what Graft refuses. */
final class SchemaCommandTest {
  private static final String RIGHT =
      """
      {"limitations": [{"id": "A", "title": "t", "kind": "flaky", "issue": "i",
        "backends": {"graalpy": ">=25.0 <26"}, "cases": ["n/*"], "signature": "s", "reason": "r",
        "since": "2026-09-01", "review": "2026-12-01", "rate": 0.25, "wide": true,
        "workaround": "w"}]}
      """;

  @ParameterizedTest
  @EnumSource
  void isPrinted(PublishedSchema kind) throws Exception {
    CommandLineRun run = CommandLineRun.of("schema", kind.name().toLowerCase(Locale.ROOT));

    assertThat(run.code()).isEqualTo(Exit.OK);
    assertThat(run.out()).isEqualTo(kind.text());
    assertThat(run.out()).contains("https://json-schema.org/draft/2020-12/schema");
    assertThat(run.out())
        .contains("\"$id\": \"urn:graft:%s:1\"".formatted(kind.name().toLowerCase(Locale.ROOT)));
  }

  @Test
  void aKindThatIsNoneIsRefusedWithThoseThatAre() {
    CommandLineRun run = CommandLineRun.of("schema", "pipeline");

    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("MANIFEST, PROJECT, CASE, LIMITATIONS, REPORT");
  }

  @Test
  void theLimitationsThatGraftBringsFit() throws Exception {
    String text =
        Files.readString(
            Path.of("../nodes-python/src/main/resources/META-INF/graft/limitations.json"));

    assertThat(problems(text)).isEmpty();
    assertThat(problems(RIGHT)).isEmpty();
    assertThat(LimitationsReader.read(RIGHT, "r")).hasSize(1);
  }

  /** Each is a part of the right text, and what takes its place. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\": \"A\"→\"id\": \" \"",
        "\"title\": \"t\"→\"titel\": \"t\"",
        "\"kind\": \"flaky\"→\"kind\": \"odd\"",
        "\"kind\": \"flaky\"→\"kind\": \"bug\"",
        "\"rate\": 0.25→\"rate\": 1.0",
        "\"rate\": 0.25, →",
        "\"cases\": [\"n/*\"]→\"cases\": []",
        "\"graalpy\": \">=25.0 <26\"→\"jython\": \"2\"",
        "{\"graalpy\": \">=25.0 <26\"}→{}",
        "\"since\": \"2026-09-01\"→\"since\": \"September\"",
        "\"signature\": \"s\", →"
      })
  void whatGraftRefusesDoesNotFit(String change) throws Exception {
    List<String> sides = List.of(change.split("→", -1));
    String wrong = RIGHT.replace(sides.get(0), sides.get(1));

    assertWithMessage("the change").that(wrong).isNotEqualTo(RIGHT);
    assertThat(refused(wrong)).isTrue();
    assertThat(problems(wrong)).isNotEmpty();
  }

  private static boolean refused(String text) {
    try {
      LimitationsReader.read(text, "r");
      return false;
    } catch (LimitationsException e) {
      return true;
    }
  }

  private static List<String> problems(String text) throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(PublishedSchema.LIMITATIONS.text());
    return schema.validate(text, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
