package dev.graft.runtime.project;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.Language;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one program found out, another one knows. */
final class RefusalsTest {
  private static final Backend GRAALPY = new Release("25.0.3");

  @TempDir Path folder = Path.of("");

  @Test
  void anotherProgramKnowsThem() {
    kept().add(GRAALPY, node("Late", "text"), "missing package: numpy");

    assertThat(kept().reason(GRAALPY, node("Late", "text"))).hasValue("missing package: numpy");
    assertThat(kept().all()).hasSize(1);
  }

  @Test
  void theyHoldForOneTextOneClassAndOneRelease() {
    kept().add(GRAALPY, node("Late", "text"), "missing package: numpy");

    assertThat(kept().reason(GRAALPY, node("Late", "other text"))).isEmpty();
    assertThat(kept().reason(GRAALPY, node("Other", "text"))).isEmpty();
    assertThat(kept().reason(new Release("25.1.0"), node("Late", "text"))).isEmpty();
  }

  @Test
  void theFirstReasonCountsAndIsWrittenOnce() throws IOException {
    Refusals refusals = kept();
    refusals.add(GRAALPY, node("Late", "text"), "first");
    refusals.add(GRAALPY, node("Late", "text"), "second");

    assertThat(refusals.reason(GRAALPY, node("Late", "text"))).hasValue("first");
    assertThat(Files.readAllLines(file())).hasSize(1);
  }

  @Test
  void whatIsNotUnderstoodIsPassedOver() throws IOException {
    kept().add(GRAALPY, node("Late", "text"), "first");
    Files.writeString(
        file(),
        "{\"backend\":\"beam\",\"release\":\"1\"}\n\u0000\n{\"backend\":\"graalpy\",\"found\":7}\n[]\nhalf a li",
        StandardOpenOption.APPEND);
    kept().add(GRAALPY, node("Other", "text"), "after half a line");
    kept().add(GRAALPY, node("Third", "text"), "a line of its own");

    assertThat(kept().reason(GRAALPY, node("Late", "text"))).hasValue("first");
    assertThat(kept().reason(GRAALPY, node("Third", "text"))).hasValue("a line of its own");
  }

  @Test
  void versionControlLeavesThemAlone() throws IOException {
    kept().add(GRAALPY, node("Late", "text"), "first");

    assertThat(Files.readString(folder.resolve("m/.gitignore"))).isEqualTo("*\n");
  }

  @Test
  void aFolderThatCannotBeMadeIsNoFailure() throws IOException {
    Files.writeString(folder.resolve("m"), "a file");
    Refusals refusals = kept();
    refusals.add(GRAALPY, node("Late", "text"), "first");

    assertThat(refusals.reason(GRAALPY, node("Late", "text"))).hasValue("first");
    assertThat(kept().all()).isEmpty();
  }

  @Test
  void withoutAFolderNothingIsWritten() throws IOException {
    Refusals refusals = new Refusals(Optional.empty());
    refusals.add(GRAALPY, node("Late", "text"), "first");

    assertThat(refusals.reason(GRAALPY, node("Late", "text"))).hasValue("first");
    assertThat(refusals.path()).isEmpty();
  }

  private Refusals kept() {
    return new Refusals(Optional.of(folder.resolve("m")));
  }

  private Path file() {
    return folder.resolve("m/refusals.jsonl");
  }

  private static PythonNode node(String symbol, String text) {
    NodeContract contract =
        new NodeContract(
            "late",
            "1.0",
            "",
            List.of(),
            List.of(),
            List.of(),
            StateDescriptor.NONE,
            Purity.UNDECLARED);
    Implementation implementation =
        new Implementation(
            Language.PYTHON,
            symbol,
            false,
            false,
            List.of(),
            List.of(),
            List.of(),
            false,
            "",
            List.of());
    return new PythonNode(
        new NodeDescriptor(contract, implementation),
        new PythonUnit("late", "late.py", text, Optional.empty(), List.of(), Map.of()));
  }

  /** GraalPy of some release, which is never started. */
  private record Release(String release) implements Backend {
    @Override
    public BackendId id() {
      return BackendId.GRAALPY;
    }

    @Override
    public BackendStatus status() {
      throw new AssertionError("asked for its status");
    }

    @Override
    public Hosting hosts(NodeImplementation node) {
      return new Hosting.Accepted();
    }

    @Override
    public BackendSession openSession() {
      throw new AssertionError("started");
    }

    @Override
    public void close() {}
  }
}
