package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes in a repository of git. */
final class ChangedNodesTest {
  private static final Catalogue NODES =
      new FakeHost().twins(FakeContracts.COUNTER).twins(FakeContracts.BUFFER).catalogue();

  @TempDir Path folder = Path.of("unset");

  @BeforeEach
  void makeARepository() throws Exception {
    write("cases/counter/keys.json", "{}");
    write("cases/buffer/keys.json", "{}");
    write("README.md", "");
    git("init", "-q");
    git("add", "-A");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "first");
  }

  @Test
  void nothingChangedConcernsNobody() throws Exception {
    write("README.md", "more");

    assertThat(changed("HEAD")).isEmpty();
  }

  @Test
  void whatChangedAndWhatIsNewConcernsItsNodes() throws Exception {
    write("cases/counter/keys.json", "{ }");
    assertThat(changed("HEAD")).containsExactly("counter");

    write("more/cases/buffer/odd é.json", "{}");
    assertThat(changed("HEAD")).containsExactly("buffer", "counter");
  }

  @Test
  void whatWasCommittedSinceARevisionCountsAsWell() throws Exception {
    write("cases/counter/keys.json", "{ }");
    git("add", "-A");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "second");

    assertThat(changed("HEAD")).isEmpty();
    assertThat(changed("HEAD~1")).containsExactly("counter");
  }

  @Test
  void aRevisionThatIsNotThereIsAMistake() {
    for (String revision : List.of("nowhere", "--output=x")) {
      CompatUsageException e = assertThrows(CompatUsageException.class, () -> changed(revision));
      assertThat(e).hasMessageThat().startsWith("--changed: ");
      assertThat(e).hasMessageThat().contains(revision);
    }
  }

  private List<String> changed(String revision) throws CompatUsageException {
    return ChangedNodes.since(revision, folder, List.copyOf(NODES.entries()), NODES).stream()
        .map(CatalogueEntry::id)
        .toList();
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertWithMessage(said).that(git.waitFor()).isEqualTo(0);
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, text);
  }
}
