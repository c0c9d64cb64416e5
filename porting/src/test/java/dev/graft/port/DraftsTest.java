package dev.graft.port;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.port.report.PortReport;
import dev.graft.port.translate.Mark;
import dev.graft.processor.NodeProcessor;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonDescriber;
import dev.graft.runtime.catalogue.PythonSyntax;
import dev.graft.runtime.catalogue.PythonUnit;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The drafts of a few Python files that hold each construct, word for word. */
final class DraftsTest {
  private static final Path FILES = Path.of("src", "test", "resources", "dev", "graft", "port");

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statements",
        "expressions",
        "errors",
        "loops",
        "equality",
        "optionals",
        "generators",
        "records",
        "everyday",
        "undecided",
        "reached"
      })
  void areAsTheyWere(String name) throws Exception {
    NodePort port = port(Files.readString(FILES.resolve(name + ".py")));
    Path golden = FILES.resolve(name + ".java.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, port.source());
    }

    assertThat(port.source()).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statements",
        "expressions",
        "errors",
        "loops",
        "equality",
        "optionals",
        "records",
        "everyday"
      })
  void compileWhereNothingIsToBeDecided(String name) throws Exception {
    NodePort port = port(Files.readString(FILES.resolve(name + ".py")));

    assertThat(port.report().marks()).isEmpty();
    assertThat(port.report().translated()).isEqualTo(port.report().statements());
    assertThat(problems(compile(port))).isEmpty();
  }

  /** That a field may be state only its author knows: the compiler asks for it. */
  private static List<String> problems(String messages) {
    return messages
        .lines()
        .filter(line -> line.contains("error:") || line.contains("warning:"))
        .filter(line -> !line.contains("[StateForgotten]"))
        .toList();
  }

  @Test
  void doNotCompileUntilSomebodyHasDecided() throws Exception {
    NodePort port = port(Files.readString(FILES.resolve("undecided.py")));
    PortReport report = port.report();

    assertThat(report.marks().stream().map(Mark::line)).containsExactly(12, 16, 17, 23, 25);
    assertThat(report.translated()).isLessThan(report.statements());
    assertThat(port.source()).contains("//     with open(self.path) as f:");
    assertThat(port.source()).contains("//         text = f.read()");
    String messages = compile(port);
    assertThat(messages).contains("undecided");
    for (Mark mark : report.marks()) {
      assertWithMessage(messages).that(port.source()).contains("line " + mark.line() + ": ");
    }
  }

  /** What only undecided lines call is drafted and counted like all other functions. */
  @Test
  void holdWhatOnlyUndecidedLinesUse() throws Exception {
    NodePort port = port(Files.readString(FILES.resolve("reached.py")));

    assertThat(port.report().marks().stream().map(Mark::line)).containsExactly(17, 20, 24, 30);
    assertThat(port.report().statements()).isEqualTo(13);
    assertThat(port.source()).contains(" label(String url)");
    assertThat(port.source()).doesNotContain("unused");
  }

  /** Marks stand exactly where the file says that something is not what it looks like. */
  @Test
  void doNotPretend() throws Exception {
    String text = Files.readString(FILES.resolve("tricky.py"));
    NodePort port = port(text);
    List<String> lines = text.lines().toList();
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("# MARK")) {
        expected.add(i + 1);
      }
    }

    List<Integer> found = port.report().marks().stream().map(Mark::line).sorted().toList();

    assertWithMessage(port.source()).that(found).isEqualTo(expected);
  }

  @Test
  void countEveryStatementOnce() throws Exception {
    NodePort port =
        port(
            """
            class Count:
                def process(self, data):
                    with a as b:
                        x = 1
                        if x:
                            y = 2
                    z = 3
                    return z
            """);

    // with, x, if and y are one mark; z and return are translated.
    assertThat(port.report().statements()).isEqualTo(6);
    assertThat(port.report().translated()).isEqualTo(2);
    assertThat(port.report().marks()).hasSize(1);
  }

  @Test
  void aSourceIsRefused() throws Exception {
    UnportableException refused =
        assertThrows(
            UnportableException.class,
            () -> port("class Feed:\n    def process(self):\n        return 1\n"));

    assertThat(refused).hasMessageThat().contains("Feed is a source");
  }

  private static NodePort port(String text) throws Exception {
    PythonUnit unit =
        new PythonUnit("draft", "draft.py", text, Optional.empty(), List.of(), Map.of());
    BackendSettings settings = BackendSettings.ofUser();
    PythonNode node =
        ServiceLoader.load(PythonDescriber.class)
            .findFirst()
            .orElseThrow()
            .describe(unit, settings)
            .getFirst();
    PythonSyntax syntax = ServiceLoader.load(PythonSyntax.class).findFirst().orElseThrow();
    return NodePort.of(node, syntax, settings, "org.example.nodes");
  }

  private String compile(NodePort port) throws Exception {
    Path file = folder.resolve(port.name().simpleName() + ".java");
    Files.writeString(file, port.source());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              messages,
              files,
              null,
              List.of("-d", folder.toString(), "--release", "17", "-Xlint:-options"),
              null,
              files.getJavaFileObjects(file));
      task.setProcessors(List.of(new NodeProcessor()));
      task.call();
    }
    return messages.toString();
  }
}
