package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import dev.graft.descriptor.NodeContract;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Writes what is no class: schemas, pages, the index and the services entry; always whole. */
public final class ResourceWriter {
  private final Filer filer;

  private ResourceWriter(Filer filer) {
    this.filer = filer;
  }

  /** Writes all files of a module: its nodes, sorted by id, and the classes that list them. */
  public static void write(
      List<NodeModel> nodes, Collection<ClassName> lists, Elements elements, Filer filer) {
    new ResourceWriter(filer).write(nodes, lists, elements);
  }

  private void write(List<NodeModel> nodes, Collection<ClassName> lists, Elements elements) {
    TypeElement[] origins = new TypeElement[nodes.size()];
    List<String> pages = new ArrayList<>();
    for (int i = 0; i < origins.length; i++) {
      NodeModel node = nodes.get(i);
      origins[i] = elements.getTypeElement(node.type().canonicalName());
      NodeContract contract = node.descriptor().contract();
      pages.add(MarkdownRenderer.render(contract, node.descriptor().implementation().examples()));
      write(
          "META-INF/graft/nodes/" + node.id() + ".schema.json",
          JsonSchemaRenderer.render(contract),
          origins[i]);
    }
    // One file for all: javac compares each new file with all that it made before.
    write("META-INF/graft/nodes.md", String.join("\n", pages), origins);
    List<?> index = nodes.stream().map(node -> DescriptorTree.of(node.descriptor())).toList();
    write("META-INF/graft/index.json", JsonWriter.write(index), origins);
    StringBuilder services = new StringBuilder();
    lists.forEach(list -> services.append(list.canonicalName()).append('\n'));
    write("META-INF/services/" + NodeModule.class.getName(), services.toString(), origins);
  }

  private void write(String path, String text, TypeElement... origins) {
    try (Writer out =
        new OutputStreamWriter(
            filer
                .createResource(StandardLocation.CLASS_OUTPUT, "", path, origins)
                .openOutputStream(),
            StandardCharsets.UTF_8)) {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }
}
