package dev.graft.processor;

import com.google.auto.common.BasicAnnotationProcessor.Step;
import com.google.auto.common.MoreElements;
import com.google.common.collect.ImmutableSetMultimap;
import dev.graft.annotation.Node;
import dev.graft.processor.check.Checks;
import dev.graft.processor.model.NodeModel;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.read.NodeReader;
import dev.graft.processor.read.UnresolvedTypeException;
import dev.graft.processor.report.Findings;
import dev.graft.processor.report.Position;
import dev.graft.processor.report.Problem;
import dev.graft.processor.write.FactoryWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Takes the nodes of a round from source to factory: read, check, model, write. */
final class NodeStep implements Step {
  private final ProcessingEnvironment environment;
  private final Findings findings;
  private final Rounds rounds;

  NodeStep(ProcessingEnvironment environment, Findings findings, Rounds rounds) {
    this.environment = environment;
    this.findings = findings;
    this.rounds = rounds;
  }

  @Override
  public Set<String> annotations() {
    return Set.of(Node.class.getName());
  }

  /** Returns the nodes that wait for a type that another processor may create. */
  @Override
  public Set<? extends Element> process(ImmutableSetMultimap<String, Element> byAnnotation) {
    List<TypeElement> types =
        byAnnotation.values().stream()
            .map(MoreElements::asType)
            .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
            .toList();
    Set<Element> waiting = new HashSet<>();
    for (TypeElement type : types) {
      try {
        process(type);
      } catch (UnresolvedTypeException e) {
        waiting.add(type);
      } catch (RuntimeException e) {
        rounds.refused(type);
        findings.add(
            type.getQualifiedName().toString(),
            Position.of(type),
            Problem.UNEXPECTED,
            "class " + type,
            trace(e));
      }
    }
    return waiting;
  }

  private void process(TypeElement type) {
    NodeReader reader = new NodeReader(environment.getTypeUtils(), findings);
    NodeDeclaration declaration = reader.read(type);
    long before = findings.count();
    new Checks(environment).check(declaration);
    rounds.checkUnique(declaration);
    if (findings.count() > before) {
      rounds.refused(type);
      return;
    }
    NodeModel model = ModelBuilder.build(declaration);
    FactoryWriter.write(model, type, environment.getElementUtils(), environment.getFiler());
    rounds.written(model);
  }

  private static String trace(RuntimeException e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
