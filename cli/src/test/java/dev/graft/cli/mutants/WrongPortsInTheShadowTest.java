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
          "add: the list that came in is changed",
          "a candidate has items of its own, so whoever sees them changed is only the candidate",
          "audio-buffer: memory that was given out is written over",
          "outputs are copied as they are emitted, before it happens",
          "buffer: a restored node starts anew",
          "no state is restored in a pipeline that goes well",
          "counter: what was counted is not in the snapshot",
          "no state is saved in a pipeline that goes well",
          "data-sink: without a program that looks on, items pass unseen",
          "without such a program the node itself does not open",
          "data-source: without a program that offers items, there are none",
          "without such a program the node itself does not open",
          "text-collector: the rest is emitted by every end",
          "the input of a pipeline ends once",
          "voice-activity-detector: more frames are remembered",
          "only the saved state shows it");

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
