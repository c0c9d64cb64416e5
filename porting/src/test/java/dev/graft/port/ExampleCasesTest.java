package dev.graft.port;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.port.write.ExampleCases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExampleCasesTest {
  @Test
  void onlyASchemaThatIsThereIsNamed() {
    assertThat(ExampleCases.of("n", List.of(), Optional.empty()))
        .startsWith("{\n  \"node\": \"n\",");
    assertThat(ExampleCases.of("n", List.of(), Optional.of("s.json")))
        .startsWith("{\n  \"$schema\": \"s.json\",\n  \"node\": \"n\",\n  \"cases\": [\n");
  }
}
