package dev.graft.cli.ported;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Drafts of the SDK's own nodes are as good as the page says. Each stays in target to be read. */
@Timeout(600)
final class PortedNodesTest {
  private static final Path PAGE = Path.of("..", "docs", "ported.md");

  @Test
  void noNodeGetsWorseAndThePageSaysWhatIsBetter() throws Exception {
    List<PortedNode> found = new ArrayList<>();
    try (Drafts drafts = new Drafts(Path.of("target", "ported"))) {
      for (String node : drafts.twins()) {
        found.add(drafts.of(node));
      }
    }
    String page = PortedPage.of(found);
    System.out.println(PortedPage.score(found));

    assertThat(worse(found)).isEmpty();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertWithMessage("nothing got worse: -Dgolden.update=true writes docs/ported.md anew")
        .that(page)
        .isEqualTo(Files.readString(PAGE));
  }

  /** What was better before, and nodes that are not there any more. */
  private static List<String> worse(List<PortedNode> found) throws Exception {
    Map<String, PortedNode> now = new LinkedHashMap<>();
    found.forEach(node -> now.put(node.node(), node));
    List<String> worse = new ArrayList<>();
    for (PortedNode before : page()) {
      PortedNode node = now.get(before.node());
      if (node == null) {
        worse.add("gone: " + before.row());
      } else if (node.isWorseThan(before)) {
        worse.add("was " + before.row() + " and is " + node.row());
      }
    }
    return worse;
  }

  private static List<PortedNode> page() throws Exception {
    return Files.readAllLines(PAGE).stream()
        .flatMap(line -> PortedNode.ofRow(line).stream())
        .toList();
  }
}
