package dev.graft.runtime.manifest;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader agree on which manifests are well formed. */
final class ManifestSchemaTest {
  private static final String PERMISSION =
      "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"permissions\":[";

  private static final String LIMITS =
      "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"limits\":{";

  private static final String PAYLOAD =
      "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\"}],\"python\":{\"nodes\":[{";

  private static final String ENVIRONMENT =
      "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"environment\":\"e\"}],"
          + "\"python\":{\"environments\":{\"e\":{";

  private static final Path PUBLISHED =
      Path.of("src", "main", "resources", "META-INF", "graft", "manifest-1.schema.json");

  /** A manifest with all that one can have. */
  private static final String EVERYTHING =
      """
      {"$schema": "manifest-1.schema.json", "version": "1", "name": "x", "on_error": "skip",
       "plugins": ["target/plugins"],
       "python": {"nodes": ["f.py", {"file": "old", "as": "p.nodes"}, {"file": "g.py"}],
         "roots": ["lib"], "aliases": {"p": "graft.compat"}, "interpreter": "py",
         "environments": {"e": {"venv": "v"}, "f-1": {"interpreter": "p"}}},
       "nodes": [
         {"id": "a", "type": "t", "params": {"x": {"$tuple": [1]}}, "backend": "java",
          "permissions": ["native"], "on_error": "fail", "deadline_ms": 1, "isolated": true,
          "limits": {"cpu_s": 1}, "fan_in": "zip", "streaming": "item", "environment": "e",
          "parallelism": 256},
         {"id": "b", "type": "t"}],
       "connections": [{"from": "a.out", "to": "b"}]}
      """;

  @Test
  void thePublishedSchemaIsTheOneThatIsWritten() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PUBLISHED, ManifestSchema.text());
    }
    assertThat(Files.readString(PUBLISHED)).isEqualTo(ManifestSchema.text());
  }

  @Test
  void bothAcceptTheExamples() throws IOException, ManifestException {
    Path example = Path.of("..", "examples", "folklore", "pipeline.json");

    assertThat(schema().validate(Files.readString(example), InputFormat.JSON)).isEmpty();
    assertThat(ManifestReader.read(example).name()).isEqualTo("folklore");
  }

  /** Whatever is put in the place of a value, both say the same of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "3",
        "-1",
        "1.5",
        "true",
        "\"\"",
        "\" \"",
        "\"a.b\"",
        "[]",
        "[1]",
        "{}",
        "{\"a\":1}"
      })
  void bothSayTheSameOfEveryPlace(String value) throws IOException {
    Matcher places =
        Pattern.compile("(?<=: ?)(\"[^\"]*\"|true|\\d+)(?=[,}\\s])").matcher(EVERYTHING);
    int count = 0;
    int from = EVERYTHING.indexOf("\"version\"");
    while (places.find(from)) {
      from = places.end();
      String manifest =
          EVERYTHING.substring(0, places.start()) + value + EVERYTHING.substring(places.end());
      boolean isGood = schema().validate(manifest, InputFormat.JSON).isEmpty();
      assertWithMessage("%s", manifest).that(formIsGood(manifest)).isEqualTo(isGood);
      count++;
    }
    assertThat(count).isAtLeast(25);
  }

  /** Whether the reader has nothing to say that a schema could say as well. */
  private static boolean formIsGood(String manifest) {
    try {
      ManifestReader.read(manifest, "m", Path.of(""));
      return true;
    } catch (ManifestException e) {
      return e.problems().stream()
          .map(Problem::fact)
          .allMatch(
              fact ->
                  fact.startsWith("there is no node")
                      || fact.startsWith("there is no environment"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        EVERYTHING,
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\"}]}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"prefer\":[\"java\"],"
            + "\"deadline_ms\":200,\"isolated\":false,\"on_error\":{\"dead_letter\":\"f\"}}],\"python\":{\"nodes\":[\"f.py\"]}}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"permissions\":["
            + "\"read:/a b\",\"write:out\",\"env:A_B\",\"env:*\",\"network\",\"subprocess\",\"threads\","
            + "\"host:java.util.Map$Entry\",\"native\"]}]}",
        LIMITS + "\"memory_mb\":64,\"cpu_s\":1,\"open_files\":16}}]}",
        LIMITS + "}}]}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"streaming\":\"item\"}]}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"streaming\":\"whole\"}]}",
        PAYLOAD + "\"payload\":\"n.pkl\",\"type\":\"tally\"}]}}",
        ENVIRONMENT + "\"venv\":\"envs/ml\"}}}}",
        ENVIRONMENT + "\"interpreter\":\"/opt/python3\"}}}}",
      })
  void bothAccept(String manifest) throws IOException, ManifestException {
    assertThat(schema().validate(manifest, InputFormat.JSON)).isEmpty();
    assertThat(ManifestReader.read(manifest, "m", Path.of("")).name()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[]}",
        "{\"version\":\"1\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\"}]}",
        "{\"version\":1,\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\"}]}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a.b\",\"type\":\"t\"}]}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"backend\":\"jython\"}]}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"extra\":1}]}",
        PERMISSION + "\"netwrok\"]}]}",
        PERMISSION + "\"network:x\"]}]}",
        PERMISSION + "\"read: \"]}]}",
        PERMISSION + "\"env:A=B\"]}]}",
        PERMISSION + "\"env:\"]}]}",
        PERMISSION + "\"host:Instant\"]}]}",
        PERMISSION + "\"host:java.time.*\"]}]}",
        PERMISSION + "1]}]}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"deadline_ms\":0}]}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"deadline_ms\":1.5}]}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"isolated\":1}]}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"streaming\":true}]}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"streaming\":\"all\"}]}",
        LIMITS + "\"memory\":512}}]}",
        LIMITS + "\"memory_mb\":63}}]}",
        LIMITS + "\"cpu_s\":0}}]}",
        LIMITS + "\"open_files\":15}}]}",
        LIMITS + "\"cpu_s\":\"60\"}}]}",
        PAYLOAD + "\"payload\":\"n.pkl\"}]}}",
        PAYLOAD + "\"payload\":\"n.pkl\",\"type\":\" \"}]}}",
        PAYLOAD + "\"payload\":\"n.pkl\",\"type\":\"t\",\"as\":\"p\"}]}}",
        PAYLOAD + "\"payload\":3,\"type\":\"t\"}]}}",
        PAYLOAD + "\"file\":\"f.py\",\"is\":\"t\"}]}}",
        ENVIRONMENT + "}}}}",
        ENVIRONMENT + "\"venv\":\" \"}}}}",
        ENVIRONMENT + "\"venv\":\"v\",\"interpreter\":\"p\"}}}}",
        ENVIRONMENT + "\"folder\":\"v\"}}}}",
        ENVIRONMENT + "\"venv\":\"v\"},\"a b\":{\"venv\":\"v\"}}}}",
        ENVIRONMENT + "\"venv\":\"v\"},\"other\":\"v\"}}}",
        "{\"version\":\"1\",\"name\":\"x\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"environment\":\"\"}]}",
        "{\"version\":\"1\",\"name\":\"x\",\"on_error\":\"retry\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\"}]}",
      })
  void bothRefuse(String manifest) throws IOException {
    assertThat(schema().validate(manifest, InputFormat.JSON)).isNotEmpty();
    assertThrows(ManifestException.class, () -> ManifestReader.read(manifest, "m", Path.of("")));
  }

  private static Schema schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            Manifest.class.getResourceAsStream("/META-INF/graft/manifest-1.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }
}
