package dev.graft.cli.watch;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.catalogue.NodeImplementation.JavaNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what changed is compiled, and nothing of what was before is left. */
final class JavaBuildTest {
  private static final String NODE =
      """
      package x;

      import dev.graft.annotation.Node;
      import dev.graft.node.Emitter;
      import dev.graft.node.Transform;

      @Node(id = "%1$s", version = "1.0", summary = "A node.")
      public final class %2$sNode implements Transform<String, String> {
        @Override
        public void process(String item, Emitter<? super String> out) {
          out.emit(%3$s);
        }
      }
      """;

  @TempDir Path folder = Path.of("");
  private JavaBuild build;

  @BeforeEach
  void writeThree() throws IOException {
    write(
        "Words",
        "package x;\nfinal class Words {\n  static String of(String a) { return a; }\n}\n");
    write("FirstNode", NODE.formatted("first", "First", "Words.of(item)"));
    write("OtherNode", NODE.formatted("other", "Other", "item"));
    build = new JavaBuild(List.of(folder), List.of());
  }

  @AfterEach
  void close() throws IOException {
    build.close();
  }

  @Test
  void editsOfOneNodeLeaveTheOtherInTheList() throws Exception {
    Map<String, String> before = hashes();
    assertThat(before.keySet()).containsExactly("first", "other");
    assertThat(build.nodes()).isSameInstanceAs(build.nodes());

    write("FirstNode", NODE.formatted("first", "First", "Words.of(item + 1)"));
    Map<String, String> after = hashes();
    assertThat(after.keySet()).containsExactly("first", "other");
    assertThat(after.get("first")).isNotEqualTo(before.get("first"));
    assertThat(after.get("other")).isEqualTo(before.get("other"));
  }

  @Test
  void nodesComeAndGo() throws Exception {
    hashes();
    write("ThirdNode", NODE.formatted("third", "Third", "item"));
    assertThat(hashes().keySet()).containsExactly("first", "other", "third");
    Files.delete(folder.resolve("OtherNode.java"));
    assertThat(hashes().keySet()).containsExactly("first", "third");
  }

  @Test
  void whatUsesAChangedClassIsCompiledAgain() throws Exception {
    hashes();
    write("Words", "package x;\nfinal class Words {\n  static int of(String a) { return 1; }\n}\n");
    BuildFailedException e = assertThrows(BuildFailedException.class, () -> build.nodes());
    assertThat(e.problems()).hasSize(1);
    assertThat(e.problems().getFirst())
        .containsMatch(
            "(?s)FirstNode\\.java:11: .*\n    out\\.emit\\(Words\\.of\\(item\\)\\);\n +\\^");

    write(
        "Words",
        "package x;\nfinal class Words {\n  static String of(String a) { return a; }\n}\n");
    assertThat(hashes().keySet()).containsExactly("first", "other");
  }

  @Test
  void onlyWhatChangedAndItsUsersAreCompiled() {
    Sources last = sources("class A {}", "class B { A a; }", "class C { B b; }", "class D {}");
    Sources now = sources("class A { }", "class B { A a; }", "class C { B b; }", "class D {}");
    assertThat(now.since(last))
        .containsExactly(Path.of("A.java"), Path.of("B.java"), Path.of("C.java"));
    assertThat(
            sources("class A {}", "class B { A a; }", "class C { B b; }", "class D { }")
                .since(last))
        .containsExactly(Path.of("D.java"));
    assertThat(now.since(now)).isEmpty();
  }

  private static Sources sources(String... texts) {
    TreeMap<Path, String> files = new TreeMap<>();
    for (int i = 0; i < texts.length; i++) {
      files.put(Path.of((char) ('A' + i) + ".java"), texts[i]);
    }
    return new Sources(files);
  }

  private Map<String, String> hashes() throws Exception {
    return build.nodes().stream()
        .collect(Collectors.toMap(node -> node.descriptor().id(), JavaNode::codeHash));
  }

  private void write(String type, String text) throws IOException {
    Files.writeString(folder.resolve(type + ".java"), text);
  }
}
