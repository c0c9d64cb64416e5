package dev.graft.processor;

import com.palantir.javapoet.ClassName;
import dev.graft.annotation.Node;
import dev.graft.processor.check.ModuleInfoGuard;
import dev.graft.processor.check.StrayCheck;
import dev.graft.processor.model.NodeModel;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.read.NodeReader;
import dev.graft.processor.read.UnresolvedTypeException;
import dev.graft.processor.report.Findings;
import dev.graft.processor.report.Position;
import dev.graft.processor.report.Problem;
import dev.graft.processor.write.ModuleName;
import dev.graft.processor.write.ModuleWriter;
import dev.graft.processor.write.ResourceWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What is known across rounds. The list of the module is written in the first round in which
 * nothing happens to any node: a round always follows the one that writes the last factory, and the
 * list is still compiled as usual.
 */
final class Rounds {
  private final ProcessingEnvironment environment;
  private final Findings findings;
  private final Set<String> seen = new TreeSet<>();
  private final Set<String> handled = new HashSet<>();
  private final SortedMap<String, NodeModel> models = new TreeMap<>();
  private final Map<String, String> classById = new HashMap<>();
  private @Nullable ClassName module;
  private boolean busy;
  private boolean guarded;

  Rounds(ProcessingEnvironment environment, Findings findings) {
    this.environment = environment;
    this.findings = findings;
  }

  /** A node is done with, because it is wrong. */
  void refused(TypeElement node) {
    done(node.getQualifiedName().toString());
  }

  /** A node has its factory. */
  void written(NodeModel node) {
    models.put(node.type().canonicalName(), node);
    done(node.type().canonicalName());
  }

  /** Reports a node whose id another one has, and one that comes too late for the list. */
  void checkUnique(NodeDeclaration node) {
    String name = node.element().getQualifiedName().toString();
    String other = classById.putIfAbsent(node.node().text("id"), name);
    if (other != null && !other.equals(name)) {
      node.subject().reportAt(node.node().at("id"), Problem.NODE_DUPLICATE, other, name);
    }
    if (module != null) {
      node.subject().report(Problem.NODE_LATE, module);
    }
  }

  private void done(String className) {
    busy = true;
    handled.add(className);
  }

  /** Called after each round. */
  void end(RoundEnvironment round) {
    StrayCheck.check(round, findings);
    for (TypeElement node : ElementFilter.typesIn(round.getElementsAnnotatedWith(Node.class))) {
      busy |= seen.add(node.getQualifiedName().toString());
    }
    boolean settled = !busy && handled.containsAll(seen);
    if (round.processingOver()) {
      reportMissingTypes();
    } else if (module != null && !guarded) {
      guarded = true;
      guard(module);
    } else if (settled && !models.isEmpty() && !findings.everFound()) {
      writeModule();
    }
    busy = false;
    findings.print(environment.getMessager());
  }

  /** Says which type a node waited for in vain; the compiler itself may not name the node. */
  private void reportMissingTypes() {
    if (findings.everFound()) {
      return;
    }
    NodeReader reader = new NodeReader(environment.getTypeUtils(), findings);
    for (String name : seen) {
      TypeElement node = environment.getElementUtils().getTypeElement(name);
      if (!handled.contains(name) && node != null) {
        try {
          reader.read(node);
        } catch (UnresolvedTypeException e) {
          findings.add(
              name, Position.of(node), Problem.TYPE_MISSING, "class " + name, e.typeName());
        }
      }
    }
  }

  private void writeModule() {
    Elements elements = environment.getElementUtils();
    List<NodeModel> nodes =
        models.values().stream().sorted(Comparator.comparing(NodeModel::id)).toList();
    String option = environment.getOptions().get(NodeProcessor.MODULE_OPTION);
    Optional<ClassName> name = ModuleName.of(nodes, option);
    if (name.isEmpty()) {
      String fact =
          option == null
              ? "the nodes have no package in common"
              : "the option graft.module is \"" + option + "\", which gives no class name";
      findings.addGlobal(Problem.MODULE_NAME, "module", fact);
      return;
    }
    module = name.get();
    ModuleWriter.write(name.get(), nodes, elements, environment.getFiler());
    new ResourceWriter(nodes, elements, environment.getFiler()).write(name.get());
  }

  private void guard(ClassName written) {
    Elements elements = environment.getElementUtils();
    String first = models.firstKey();
    ModuleInfoGuard.check(elements.getModuleOf(elements.getTypeElement(first)), written, findings);
  }
}
