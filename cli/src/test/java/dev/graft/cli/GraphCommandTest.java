package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pictures of pipelines, as the command writes them. */
final class GraphCommandTest {
  private static final String DIAMOND =
      """
      version: "1"
      name: "a < b & c"
      nodes:
        - {id: read, type: pass-through}
        - {id: 'say "<hi>"', type: double, parallelism: 3, prefer: [graalpy, cpython], permissions: [native]}
        - {id: twice, type: double, prefer: [graalpy]}
        - {id: both, type: pass-through, fan_in: zip, backend: java}
      connections:
        - {from: read, to: 'say "<hi>"'}
        - {from: read, to: twice}
        - {from: 'say "<hi>"', to: both}
        - {from: twice, to: both}
        - {from: read, to: both}
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void drawsAPictureThatStandsAlone() throws Exception {
    String manifest = write("diamond.yaml", DIAMOND);
    String file = folder.resolve("diamond.svg").toString();
    CommandLineRun run = CommandLineRun.of("graph", manifest, "-o", file);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(Exit.OK);
    assertThat(run.out()).isEmpty();
    Document svg = parse(Files.readString(Path.of(file)));

    assertThat(texts(svg, "title"))
        .containsExactly(
            "Pipeline a < b & c",
            "read: pass-through, on java, else graalpy",
            "say \"<hi>\": double × 3, on graalpy, else cpython",
            "twice: double, on graalpy",
            "both: pass-through, on java")
        .inOrder();
    assertThat(texts(svg, "desc").getFirst())
        .endsWith(
            "read feeds say \"<hi>\"; read feeds twice; say \"<hi>\" feeds both (zip); twice feeds"
                + " both (zip); read feeds both (zip).");
    assertThat(texts(svg, "text")).containsAtLeast("input", "output", "zip", "double × 3");
    assertThat(texts(svg, "text").stream().filter("zip"::equals).count()).isEqualTo(3);
    assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(1 + 5 + 2);
    assertThat(Files.readString(Path.of(file))).contains("prefers-color-scheme: dark");
    assertThat(CommandLineRun.of("graph", "--format", "svg", manifest).out())
        .isEqualTo(Files.readString(Path.of(file)));
  }

  @Test
  void namesOfFilesSayTheFormat() throws IOException {
    String manifest = write("diamond.yml", DIAMOND);
    String mermaid = folder.resolve("diamond.mmd").toString();
    assertThat(CommandLineRun.of("graph", manifest, "-o", mermaid).code()).isEqualTo(Exit.OK);
    assertThat(Files.readString(Path.of(mermaid)))
        .isEqualTo(CommandLineRun.of("graph", manifest).out());

    CommandLineRun unclear = CommandLineRun.of("graph", manifest, "-o", "x.png");
    assertThat(unclear.code()).isEqualTo(Exit.REFUSED);
    assertThat(unclear.err()).contains("Name it .svg or .mmd, or add --format.");
    CommandLineRun nowhere = CommandLineRun.of("graph", manifest, "-o", folder + "/no/x.svg");
    assertThat(nowhere.code()).isEqualTo(Exit.REFUSED);
    assertThat(nowhere.err()).contains("x.svg cannot be written.");
  }

  /** The picture in the docs is that of the manifest in the docs. */
  @Test
  void thePictureOfTheDocsIsCurrent() throws IOException {
    Path docs = Path.of("..", "docs");
    String page = Files.readString(docs.resolve("pipelines.md"));
    int from = page.indexOf("{\"version\"");
    String manifest = page.substring(from, page.indexOf("```", from));
    CommandLineRun run =
        CommandLineRun.of("graph", "--format", "svg", write("pairs.json", manifest));
    Path picture = docs.resolve("images").resolve("pairs.svg");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(picture, run.out());
    }

    assertThat(run.out()).contains("<title id=\"title\">Pipeline pairs</title>");
    assertThat(Files.readString(picture)).isEqualTo(run.out());
  }

  private String write(String name, String manifest) throws IOException {
    return Files.writeString(folder.resolve(name), manifest).toString();
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document svg, String element) {
    List<String> texts = new ArrayList<>();
    NodeList found = svg.getElementsByTagName(element);
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }
}
