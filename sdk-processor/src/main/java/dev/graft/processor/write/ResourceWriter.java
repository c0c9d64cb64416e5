package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import dev.graft.processor.model.NodeModel;
import dev.graft.registry.NodeModule;
import dev.graft.render.DescriptorTree;
import dev.graft.render.JsonSchemaRenderer;
import dev.graft.render.JsonWriter;
import dev.graft.render.MarkdownRenderer;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Writes what is no class: schemas, pages, the index and the services entry; always whole. */
public final class ResourceWriter {
  private final List<NodeModel> nodes;
  private final Elements elements;
  private final Filer filer;

  /** A writer for the nodes of a module, sorted by id. */
  public ResourceWriter(List<NodeModel> nodes, Elements elements, Filer filer) {
    this.nodes = nodes;
    this.elements = elements;
    this.filer = filer;
  }

  /** Writes all files. */
  public void write(ClassName module) {
    for (NodeModel node : nodes) {
      String path = "META-INF/graft/nodes/" + node.id();
      String schema = JsonSchemaRenderer.render(node.descriptor().contract());
      write(path + ".schema.json", schema, List.of(node));
      String page = MarkdownRenderer.render(node.descriptor().contract());
      write(path + ".md", page, List.of(node));
    }
    List<?> index = nodes.stream().map(node -> DescriptorTree.of(node.descriptor())).toList();
    write("META-INF/graft/index.json", JsonWriter.write(index), nodes);
    String services = "META-INF/services/" + NodeModule.class.getName();
    write(services, module.canonicalName() + "\n", nodes);
  }

  private void write(String path, String text, List<NodeModel> origins) {
    TypeElement[] types =
        origins.stream()
            .map(node -> elements.getTypeElement(node.type().canonicalName()))
            .toArray(TypeElement[]::new);
    try (Writer out =
        new OutputStreamWriter(
            filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, types).openOutputStream(),
            StandardCharsets.UTF_8)) {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }
}
