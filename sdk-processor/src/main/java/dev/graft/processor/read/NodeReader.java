package dev.graft.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.processor.model.Shape;
import dev.graft.processor.model.SnakeCase;
import dev.graft.processor.read.NodeDeclaration.ParamDeclaration;
import dev.graft.processor.read.NodeDeclaration.PortDeclaration;
import dev.graft.processor.read.NodeDeclaration.ShapeDeclaration;
import dev.graft.processor.read.NodeDeclaration.StateDeclaration;
import dev.graft.processor.report.Findings;
import dev.graft.processor.report.Position;
import dev.graft.processor.report.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads one class that carries {@link Node}. */
public final class NodeReader {
  private final Types types;
  private final Findings findings;

  /** A reader whose declarations send their problems to these findings. */
  public NodeReader(Types types, Findings findings) {
    this.types = types;
    this.findings = findings;
  }

  /**
   * Reads a class.
   *
   * @throws UnresolvedTypeException if a type that it uses does not exist yet
   */
  public NodeDeclaration read(TypeElement element) {
    AnnotationView node = AnnotationView.find(element, Node.class).orElseThrow();
    String id = node.text("id");
    String name = id.isBlank() ? element.getSimpleName().toString() : "\"" + id + "\"";
    Subject subject = subject(element, "node " + name, Position.of(element));
    Optional<TypeElement> paramsType =
        ElementFilter.typesIn(element.getEnclosedElements()).stream()
            .filter(type -> type.getSimpleName().contentEquals("Params"))
            .findFirst();
    return new NodeDeclaration(
        element,
        node,
        AnnotationView.all(element, Example.class, Example.All.class),
        subject,
        shapes(element, subject),
        paramsType,
        paramsType.map(type -> params(element, type, subject)).orElse(List.of()),
        states(element, subject));
  }

  private List<ShapeDeclaration> shapes(TypeElement element, Subject node) {
    Map<Shape, DeclaredType> found = new EnumMap<>(Shape.class);
    collectShapes(element.asType(), found);
    List<ShapeDeclaration> shapes = new ArrayList<>();
    found.forEach((shape, type) -> shapes.add(shape(shape, type, element, node)));
    return shapes;
  }

  private void collectShapes(TypeMirror type, Map<Shape, DeclaredType> found) {
    for (TypeMirror parent : types.directSupertypes(type)) {
      if (parent.getKind() == TypeKind.DECLARED) {
        for (Shape shape : Shape.values()) {
          TypeElement element = MoreTypes.asTypeElement(parent);
          if (element.getQualifiedName().contentEquals(shape.qualifiedName())) {
            found.put(shape, MoreTypes.asDeclared(parent));
          }
        }
        collectShapes(parent, found);
      }
    }
  }

  private ShapeDeclaration shape(
      Shape shape, DeclaredType type, TypeElement element, Subject node) {
    List<PortDeclaration> ports = new ArrayList<>();
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    for (int i = 0; i < arguments.size(); i++) {
      String name = shape.ports().get(i);
      String text = (name.equals("in") ? "input of " : "output of ") + node.text();
      ReadType read = TypeReader.read(arguments.get(i), packageOf(element), types);
      ports.add(new PortDeclaration(name, subject(element, text, node.position()), read));
    }
    return new ShapeDeclaration(shape, ports);
  }

  private List<ParamDeclaration> params(TypeElement node, TypeElement params, Subject owner) {
    List<ParamDeclaration> read = new ArrayList<>();
    if (params.getKind() == ElementKind.RECORD) {
      for (RecordComponentElement component : params.getRecordComponents()) {
        String name = component.getSimpleName().toString();
        String text = "@Param \"" + name + "\" of " + owner.text();
        VariableElement field = fieldOf(params, name);
        Optional<AnnotationView> annotation = AnnotationView.find(field, Param.class);
        Position position = annotation.map(AnnotationView::position).orElse(Position.of(field));
        read.add(
            new ParamDeclaration(
                name,
                SnakeCase.ofMember(name),
                subject(node, text, position),
                annotation,
                TypeReader.read(component.asType(), packageOf(node), types)));
      }
    }
    return read;
  }

  /**
   * The field behind a component. It carries the same annotation, and unlike the component it is
   * found by compilers when they point to a place in the source.
   */
  private static VariableElement fieldOf(TypeElement record, String component) {
    return ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().contentEquals(component))
        .findFirst()
        .orElseThrow();
  }

  private List<StateDeclaration> states(TypeElement node, Subject owner) {
    List<StateDeclaration> read = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(node.getEnclosedElements())) {
      if (AnnotationView.find(field, State.class).isPresent()) {
        String name = field.getSimpleName().toString();
        String text = "@State \"" + name + "\" of " + owner.text();
        read.add(
            new StateDeclaration(
                field,
                SnakeCase.ofMember(name),
                subject(node, text, Position.of(field)),
                TypeReader.read(field.asType(), packageOf(node), types)));
      }
    }
    return read;
  }

  private Subject subject(TypeElement node, String text, Position position) {
    return new Subject(findings, node.getQualifiedName().toString(), text, position);
  }

  private static PackageElement packageOf(TypeElement element) {
    return MoreElements.getPackage(element);
  }
}
