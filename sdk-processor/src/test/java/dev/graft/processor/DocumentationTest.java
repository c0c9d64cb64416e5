package dev.graft.processor;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example in the documentation is the one that {@link GoldenTest} compiles. */
final class DocumentationTest {
  @Test
  void exampleIsAGoldenInput() throws IOException {
    String page = Files.readString(Path.of("../docs/new-node.md"));
    String start = "```java\n";
    String code = page.substring(page.indexOf(start) + start.length());
    Path golden = Path.of("src/test/resources/golden/new-node/input/com/acme/audio/PeakNode.java");
    assertThat(code.substring(0, code.indexOf("```"))).isEqualTo(Files.readString(golden));
  }
}
