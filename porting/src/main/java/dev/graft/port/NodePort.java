package dev.graft.port;

import com.palantir.javapoet.ClassName;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.port.read.Expr;
import dev.graft.port.read.PythonModule;
import dev.graft.port.read.Stmt;
import dev.graft.port.read.TypedDicts;
import dev.graft.port.report.PortReport;
import dev.graft.port.translate.Translation;
import dev.graft.port.translate.Translator;
import dev.graft.port.types.ContractTypes;
import dev.graft.port.write.Layout;
import dev.graft.port.write.NodeClass;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonSourceException;
import dev.graft.runtime.catalogue.PythonSyntax;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A draft.
 *
 * @param name the Java class
 * @param source the text of its file
 * @param report how much of it is done
 */
public record NodePort(ClassName name, String source, PortReport report) {
  /**
   * Writes the draft of a node.
   *
   * @param packageName the Java package; empty for none
   * @throws PythonSourceException if the file is not Python
   * @throws UnportableException if the node has a shape of which no draft is written
   */
  public static NodePort of(
      PythonNode node, PythonSyntax syntax, BackendSettings settings, String packageName)
      throws PythonSourceException, UnportableException {
    NodeDescriptor descriptor = Undeclared.complete(node.descriptor());
    check(node);
    Map<String, PythonModule> modules = new LinkedHashMap<>();
    syntax
        .read(node.unit(), PythonModule::siblingsOf, settings)
        .forEach((name, module) -> modules.put(name, PythonModule.of(name, module)));
    String symbol = descriptor.implementation().symbol();
    PythonModule module = modules.get("");
    Stmt.ClassOf type = module == null ? null : module.classes().get(symbol);
    if (type == null) {
      throw new UnportableException(
          "%s: the class %s is not at the top of the file. Move it there."
              .formatted(node.unit().path(), symbol));
    }
    ClassName name = ClassName.get(packageName, symbol);
    ContractTypes types = new ContractTypes(name, new TypedDicts(modules.values())::named);
    Translation translation = Translator.of(modules, type, descriptor.contract(), types);
    String text = new NodeClass(name, doc(type), descriptor, types, translation).text();
    return new NodePort(
        name,
        Layout.of(text),
        new PortReport(
            descriptor.id(),
            translation.statements(),
            translation.translated(),
            translation.marks(),
            node.descriptor().implementation().strict()));
  }

  private static void check(PythonNode node) throws UnportableException {
    NodeDescriptor descriptor = node.descriptor();
    if (node.unit().payload().isPresent()) {
      throw new UnportableException(
          "%s: a pickle has no source text. Port the file that it was made of."
              .formatted(node.unit().path()));
    } else if (descriptor.contract().isSource() || descriptor.contract().outputs().isEmpty()) {
      throw new UnportableException(
          "%s: %s is a %s, and drafts are written of nodes that take items and emit some. Write it by hand: docs/new-node.md says how."
              .formatted(
                  node.unit().path(),
                  descriptor.implementation().symbol(),
                  descriptor.contract().isSource() ? "source" : "sink"));
    }
  }

  private static String doc(Stmt.ClassOf type) {
    return !type.body().isEmpty()
            && type.body().getFirst() instanceof Stmt.Evaluate evaluate
            && evaluate.value() instanceof Expr.Constant constant
            && constant.value() instanceof String text
        ? text
        : "";
  }
}
