package dev.graft.runtime.limits;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.BackendId;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompatInfoTest {
  @TempDir Path folder = Path.of("unset");

  @Test
  void tellsWhatConcernsANodeOnABackend() throws Exception {
    write(entry("SUM", "\"stats/sum-*\"", ">=25.0 <26"), entry("ALL", "\"*/nan\"", "*"));

    assertThat(ids("stats", BackendId.GRAALPY)).containsExactly("SUM", "ALL").inOrder();
    assertThat(ids("statistics", BackendId.GRAALPY)).containsExactly("ALL");
    assertThat(ids("stats", BackendId.JAVA)).isEmpty();
  }

  @Test
  void tellsWhatConcernsARelease() throws Exception {
    write(entry("SUM", "\"stats/sum-*\"", ">=25.0 <26"));

    try (URLClassLoader loader = loader()) {
      CompatInfo info = CompatInfo.of("stats", BackendId.GRAALPY, loader);

      assertThat(info.in("GraalPy 25.0.3 (Interpreted)").limitations()).hasSize(1);
      assertThat(info.in("GraalPy 26.1.0").limitations()).isEmpty();
    }
  }

  @Test
  void readsTheFilesOfAllJars() throws Exception {
    write(entry("A", "\"stats/x\"", "*"));
    Path other = folder.resolve("other");
    write(other, entry("B", "\"stats/y\"", "*"));
    URL[] urls = {folder.toUri().toURL(), other.toUri().toURL()};

    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertThat(KnownLimitations.of(loader).stream().map(Limitation::id))
          .containsExactly("A", "B")
          .inOrder();
    }
  }

  @Test
  void aFileThatIsWrongIsNamed() throws Exception {
    write("{\"id\": \"A\"}");

    LimitationsException e =
        assertThrows(LimitationsException.class, () -> ids("stats", BackendId.JAVA));

    assertThat(e).hasMessageThat().contains("META-INF/graft/limitations.json, limitation A: ");
  }

  private List<String> ids(String node, BackendId backend) throws Exception {
    try (URLClassLoader loader = loader()) {
      return CompatInfo.of(node, backend, loader).limitations().stream()
          .map(Limitation::id)
          .toList();
    }
  }

  private URLClassLoader loader() throws Exception {
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
  }

  private static String entry(String id, String cases, String versions) {
    return """
    {"id": "%s", "title": "t", "kind": "runtime", "issue": "https://example.org/1",
     "backends": {"graalpy": "%s"}, "cases": [%s], "signature": "*", "reason": "r",
     "since": "2026-01-01", "review": "2026-12-01"}\
    """
        .formatted(id, versions, cases);
  }

  private void write(String... entries) throws Exception {
    write(folder, entries);
  }

  private static void write(Path folder, String... entries) throws Exception {
    Files.createDirectories(folder.resolve("META-INF").resolve("graft"));
    Files.writeString(
        folder.resolve(KnownLimitations.RESOURCE),
        "{\"limitations\": [" + String.join(", ", entries) + "]}");
  }
}
