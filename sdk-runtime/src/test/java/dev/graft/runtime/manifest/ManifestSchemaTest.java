package dev.graft.runtime.manifest;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
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
