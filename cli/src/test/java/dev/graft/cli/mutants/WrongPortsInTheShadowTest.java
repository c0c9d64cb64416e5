package dev.graft.cli.mutants;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Shadow mode finds wrong ports of the SDK's nodes, wherever a pipeline can show them. */
final class WrongPortsInTheShadowTest {
  private static final Path PAGE = Path.of("..", "docs", "shadow-mutants.md");

  /** Of these nodes one wrong port each is tried in every build. */
  private static final List<String> SOME = List.of("counter", "calculator", "filter", "expander");

  /** Why no pipeline can show these, by the name of the wrong port. */
  private static final Map<String, String> UNSEEN =
      Map.of(
          "text-collector: the rest is emitted by every end", "the input of a pipeline ends once");

  @Test
  @Timeout(120)
  void aHandfulIsFound() throws Exception {
    Map<String, WrongPort> first = new LinkedHashMap<>();
    WrongPorts.all().stream()
        .filter(port -> SOME.contains(port.node()))
        .forEach(port -> first.putIfAbsent(port.node(), port));

    for (ShadowCatch each : catches(List.copyOf(first.values()))) {
      assertWithMessage("%s", each).that(each).isInstanceOf(ShadowCatch.Found.class);
    }
    assertThat(first).hasSize(SOME.size());
  }

  @Test
  void thePageHasThemAll() throws Exception {
    String page = Files.readString(PAGE);
    for (WrongPort port : WrongPorts.all()) {
      assertWithMessage("update %s: the nightly tests with -Dgolden.update=true", PAGE)
          .that(page)
          .contains("| %s | %s |".formatted(port.node(), port.title()));
    }
  }

  @Test
  @Tag("nightly")
  void allThatAPipelineCanShowAreFoundAndThePageSaysHow() throws Exception {
    List<ShadowCatch> catches = catches(WrongPorts.all());
    System.out.println(ShadowMutantsPage.score(catches));
    String page = ShadowMutantsPage.of(catches, UNSEEN);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }

    assertThat(
            catches.stream()
                .filter(ShadowCatch.Missed.class::isInstance)
                .map(each -> each.port().name())
                .toList())
        .containsExactlyElementsIn(UNSEEN.keySet());
    assertThat(page).isEqualTo(Files.readString(PAGE));
  }

  private static List<ShadowCatch> catches(List<WrongPort> ports) throws Exception {
    List<ShadowCatch> catches = new ArrayList<>();
    try (ShadowProof proof = new ShadowProof()) {
      for (WrongPort port : ports) {
        catches.add(proof.of(port));
      }
    }
    return catches;
  }
}
