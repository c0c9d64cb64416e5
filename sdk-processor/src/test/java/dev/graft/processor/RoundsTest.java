package dev.graft.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.SortedMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The processor beside others that write what it reads. */
final class RoundsTest {
  private static final JavaFileObject FIRST =
      JavaFileObjects.forSourceString(
          "audio.FirstNode", GeneratedInputs.node("FirstNode", "first"));

  @Test
  void waitsForATypeThatAnotherProcessorWrites() {
    JavaFileObject node =
        JavaFileObjects.forSourceString(
            "audio.WaitingNode",
            GeneratedInputs.node("WaitingNode", "waiting")
                .replace("WaitingNode() {}", PARAMS_OF_GENERATED_TYPE));
    Compilation compilation =
        Compilations.compile(
            List.of(FIRST, node),
            List.of(),
            new OneFileProcessor(1, "audio.Pitch", "package audio;\n\nenum Pitch { LOW, HIGH }\n"));
    assertThat(compilation).succeeded();
    assertThat(listed(compilation)).contains("new FirstNodeFactory(), new WaitingNodeFactory()");
  }

  @Test
  void waitsForATypeInsideARecord() {
    JavaFileObject note =
        JavaFileObjects.forSourceString(
            "audio.Note", "package audio;\n\nrecord Note(Pitch pitch) {}\n");
    JavaFileObject node =
        JavaFileObjects.forSourceString(
            "audio.WaitingNode",
            GeneratedInputs.node("WaitingNode", "waiting")
                .replace("Transform<Object, Object>", "Transform<Note, Object>")
                .replace("Object item", "Note item")
                .replace("out.emit(item)", "out.emit(item.pitch().name())"));
    Compilation compilation =
        Compilations.compile(
            List.of(node, note),
            List.of(),
            new OneFileProcessor(1, "audio.Pitch", "package audio;\n\nenum Pitch { LOW, HIGH }\n"));
    assertThat(compilation).succeeded();
    assertThat(listed(compilation)).contains("new WaitingNodeFactory()");
  }

  @Test
  void waitsForARecordThatASealedInterfacePermits() {
    JavaFileObject shape =
        JavaFileObjects.forSourceString(
            "audio.Shape", "package audio;\n\nsealed interface Shape permits Circle {}\n");
    JavaFileObject node =
        JavaFileObjects.forSourceString(
            "audio.WaitingNode",
            GeneratedInputs.node("WaitingNode", "waiting")
                .replace("Transform<Object, Object>", "Transform<Shape, Object>")
                .replace("Object item", "Shape item")
                .replace("out.emit(item)", "out.emit(item.toString())"));
    String circle = "package audio;\n\nrecord Circle(double radius) implements Shape {}\n";
    Compilation compilation =
        Compilations.compile(
            List.of(node, shape), List.of(), new OneFileProcessor(1, "audio.Circle", circle));
    assertThat(compilation).succeeded();
    assertThat(listed(compilation)).contains("new WaitingNodeFactory()");
  }

  @Test
  void listsNodesThatAppearInALaterRoundByThemselves() {
    Compilation compilation =
        Compilations.compile(
            List.of(FIRST),
            List.of(),
            new OneFileProcessor(
                1, "audio.SecondNode", GeneratedInputs.node("SecondNode", "second")),
            new OneFileProcessor(3, "audio.ThirdNode", GeneratedInputs.node("ThirdNode", "third")));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(listed(compilation)).contains("List.of(new FirstNodeFactory())");
    SortedMap<String, String> written = Compilations.written(compilation);
    assertThat(written.get("audio/AudioModule2.java")).contains("List.of(new SecondNodeFactory())");
    assertThat(written.get("audio/AudioModule3.java")).contains("List.of(new ThirdNodeFactory())");
    assertThat(written.get("META-INF/services/dev.graft.registry.NodeModule"))
        .isEqualTo("audio.AudioModule\naudio.AudioModule2\naudio.AudioModule3\n");
    assertThat(written).containsKey("META-INF/graft/nodes/third.schema.json");
  }

  @Test
  void takesNoMoreRoundsThanTheCompilerNeeds() {
    OneFileProcessor counter = new OneFileProcessor(0, "", "");
    assertThat(Compilations.compile(List.of(FIRST), List.of(), counter)).succeeded();
    assertThat(counter.rounds()).isEqualTo(3); // the node, what was written for it, the last one
  }

  @Test
  void writesNothingForAModuleWithoutNodes() {
    Compilation compilation =
        Compilations.compile(
            List.of(JavaFileObjects.forSourceString("audio.Pitch", "package audio; enum Pitch {}")),
            List.of());
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(Compilations.written(compilation)).isEmpty();
  }

  @Test
  void namesTheModuleAsTheOptionSays() {
    Compilation compilation =
        Compilations.compile(List.of(FIRST), List.of("-Agraft.module=com.acme.Sound"));
    assertThat(compilation).succeeded();
    assertThat(Compilations.written(compilation)).containsKey("com/acme/SoundModule.java");
    compilation = Compilations.compile(List.of(FIRST), List.of("-Agraft.module=Sound"));
    assertThat(Compilations.written(compilation)).containsKey("audio/SoundModule.java");
    compilation = Compilations.compile(List.of(FIRST), List.of("-Agraft.module=not-a-name"));
    assertThat(compilation).hadErrorContaining("which gives no class name");
  }

  @Test
  void acceptsANamedModuleThatProvidesItsNodes() {
    JavaFileObject module =
        JavaFileObjects.forSourceString(
            "module-info",
            """
            module audio {
              requires dev.graft.sdk.api;
              exports audio;
              provides dev.graft.registry.NodeModule with audio.AudioModule;
            }
            """);
    JavaFileObject exported =
        JavaFileObjects.forSourceString(
            "audio.FirstNode",
            GeneratedInputs.node("FirstNode", "first")
                .replace("@Node", "/** A node. */\n@SuppressWarnings(\"exports\")\n@Node"));
    Compilation compilation =
        Compilations.compile(List.of(module, exported), List.of("--module-path", Modules.path()));
    assertThat(compilation).succeeded();
    String factory = Compilations.written(compilation).get("audio/FirstNodeFactory.java");
    assertThat(factory).doesNotContain("javax.annotation.processing.Generated");
  }

  private static final String PARAMS_OF_GENERATED_TYPE =
      """
      WaitingNode(Params params) {}

        record Params(@dev.graft.annotation.Param(doc = "How high.") Pitch pitch) {}
      """;

  private static String listed(Compilation compilation) {
    String module = Compilations.written(compilation).get("audio/AudioModule.java");
    assertThat(module).isNotNull();
    return String.valueOf(module);
  }
}
