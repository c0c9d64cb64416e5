package dev.graft.cli.mutants;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix catches wrong ports of the SDK's nodes. */
final class WrongPortsTest {
  private static final Path PAGE = Path.of("..", "docs", "mutants.md");
  private static final double SHARE = 0.98;

  @TempDir Path folder = Path.of("");

  @Test
  void oneOfEveryFourthNodeIsCaught() throws Exception {
    Map<String, WrongPort> first = new LinkedHashMap<>();
    WrongPorts.all().forEach(port -> first.putIfAbsent(port.node(), port));
    assertThat(first.size()).isAtLeast(25);
    List<WrongPort> ports = List.copyOf(first.values());

    List<String> missed =
        catches(
                IntStream.range(0, ports.size())
                    .filter(i -> i % 4 == 0) // all of them take minutes: nightly
                    .mapToObj(ports::get)
                    .toList())
            .stream()
            .filter(each -> !each.caught())
            .map(each -> each.port().name())
            .toList();

    assertThat(missed).isEmpty();
  }

  @Test
  void thePageHasThemAll() throws Exception {
    String page = Files.readString(PAGE);
    List<WrongPort> ports = WrongPorts.all();

    assertThat(ports.size()).isAtLeast(60);
    for (WrongPort port : ports) {
      assertWithMessage("update docs/mutants.md: the nightly tests with -Dgolden.update=true")
          .that(page)
          .contains("| %s | %s | %s |".formatted(port.node(), port.title(), port.kind()));
    }
    assertThat(page).contains(" of %d wrong ports".formatted(ports.size()));
  }

  @Test
  @Tag("nightly")
  void almostAllAreCaughtAndThePageSaysHow() throws Exception {
    List<Catch> catches = catches(WrongPorts.all());
    System.out.println(MutantsPage.score(catches));
    String page = MutantsPage.of(catches);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }

    long caught = catches.stream().filter(Catch::caught).count();
    assertThat(caught).isAtLeast((long) Math.ceil(SHARE * catches.size()));
    assertThat(page).isEqualTo(Files.readString(PAGE));
  }

  private List<Catch> catches(List<WrongPort> ports) throws Exception {
    List<Catch> catches = new ArrayList<>();
    try (Proof proof = new Proof(folder)) {
      for (WrongPort port : ports) {
        catches.add(proof.of(port));
      }
    }
    return catches;
  }
}
