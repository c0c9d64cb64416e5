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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What is known across rounds. The list of the module is written in the round that writes the last
 * factory of the nodes seen so far: to wait for a round in which nothing happens would cost the
 * compiler one more look at everything. So nodes that another processor writes later get a list of
 * their own. What is not compiled waits for the last round.
 */
final class Rounds {
  private static final Comparator<NodeModel> BY_ID = Comparator.comparing(NodeModel::id);

  private final ProcessingEnvironment environment;
  private final Findings findings;
  private final Set<String> seen = new TreeSet<>();
  private final Set<String> handled = new HashSet<>();
  private final List<NodeModel> written = new ArrayList<>();
  private final List<NodeModel> unlisted = new ArrayList<>();
  private final Map<String, String> classById = new HashMap<>();
  private final Set<ClassName> lists = new LinkedHashSet<>();

  Rounds(ProcessingEnvironment environment, Findings findings) {
    this.environment = environment;
    this.findings = findings;
  }

  /** A node is done with, because it is wrong. */
  void refused(TypeElement node) {
    handled.add(node.getQualifiedName().toString());
  }

  /** A node has its factory. */
  void written(NodeModel node) {
    handled.add(node.type().canonicalName());
    written.add(node);
    unlisted.add(node);
  }

  /** Reports a node whose id another one has. */
  void checkUnique(NodeDeclaration node) {
    String name = node.element().getQualifiedName().toString();
    String other = classById.putIfAbsent(node.node().text("id"), name);
    if (other != null && !other.equals(name)) {
      node.subject().reportAt(node.node().at("id"), Problem.NODE_DUPLICATE, other, name);
    }
  }

  /** Called after each round. */
  void end(RoundEnvironment round) {
    StrayCheck.check(round, findings);
    for (TypeElement node : ElementFilter.typesIn(round.getElementsAnnotatedWith(Node.class))) {
      seen.add(node.getQualifiedName().toString());
    }
    if (round.processingOver()) {
      reportMissingTypes();
      if (!written.isEmpty() && !findings.everFound() && !round.errorRaised()) {
        finish();
      }
    } else if (handled.containsAll(seen) && !unlisted.isEmpty() && !findings.everFound()) {
      writeList();
    }
    findings.print(environment.getMessager());
  }

  private void finish() {
    Elements elements = environment.getElementUtils();
    TypeElement first = elements.getTypeElement(written.get(0).type().canonicalName());
    lists.forEach(list -> ModuleInfoGuard.check(elements.getModuleOf(first), list, findings));
    written.sort(BY_ID);
    ResourceWriter.write(written, lists, elements, environment.getFiler());
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

  private void writeList() {
    unlisted.sort(BY_ID);
    String option = environment.getOptions().get(NodeProcessor.MODULE_OPTION);
    Optional<ClassName> name = ModuleName.of(unlisted, option, lists);
    if (name.isEmpty()) {
      String fact =
          option == null
              ? "the nodes have no package in common"
              : "the option graft.module is \"" + option + "\", which gives no class name";
      findings.addGlobal(Problem.MODULE_NAME, "module", fact);
      return;
    }
    lists.add(name.get());
    ModuleWriter.write(name.get(), unlisted, environment.getElementUtils(), environment.getFiler());
    unlisted.clear();
  }
}
