package dev.graft.processor;

import com.palantir.javapoet.ClassName;
import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.Example;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.processor.model.Literals;
import dev.graft.processor.model.NodeModel;
import dev.graft.processor.model.NodeModel.ParamModel;
import dev.graft.processor.model.NodeModel.StateModel;
import dev.graft.processor.model.TypeRef;
import dev.graft.processor.read.AnnotationView;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.read.NodeDeclaration.ParamDeclaration;
import dev.graft.processor.read.NodeDeclaration.ShapeDeclaration;
import dev.graft.processor.read.NodeDeclaration.StateDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the model of a declaration in which the checks found nothing wrong. */
final class ModelBuilder {
  private final NodeDeclaration node;
  private final ShapeDeclaration shape;

  private ModelBuilder(NodeDeclaration node) {
    this.node = node;
    this.shape = node.shapes().get(0);
  }

  /** The model of a declaration. */
  static NodeModel build(NodeDeclaration node) {
    return new ModelBuilder(node).build();
  }

  private NodeModel build() {
    ClassName type = ClassName.get(node.element());
    return new NodeModel(
        new NodeDescriptor(contract(), implementation(type.canonicalName())),
        type,
        ClassName.get(type.packageName(), String.join("_", type.simpleNames()) + "Factory"),
        shape.shape(),
        port("in"),
        port("out"),
        node.paramsType().map(ClassName::get),
        node.params().stream()
            .map(p -> new ParamModel(p.component(), p.name(), p.type().ref().orElseThrow()))
            .toList(),
        node.states().stream().map(ModelBuilder::state).toList());
  }

  private Implementation implementation(String className) {
    Implementation plain = plain(className);
    String reason = node.node().text("deprecated");
    return reason.isEmpty()
        ? plain
        : Implementation.deprecated(plain, reason, node.node().text("replacedBy"));
  }

  private Implementation plain(String className) {
    return Implementation.java(
        className,
        node.node().text("category"),
        node.examples().stream()
            .map(
                values ->
                    new Example(
                        values.text("title"),
                        values.text("params").strip(),
                        values.texts("items").stream().map(String::strip).toList(),
                        values.texts("outputs").stream().map(String::strip).toList()))
            .toArray(Example[]::new));
  }

  private static StateModel state(StateDeclaration state) {
    String field = state.field().getSimpleName().toString();
    return new StateModel(field, state.name(), state.type().ref().orElseThrow());
  }

  private Optional<TypeRef> port(String name) {
    return shape.ports().stream()
        .filter(port -> port.name().equals(name))
        .findFirst()
        .flatMap(port -> port.type().ref());
  }

  private NodeContract contract() {
    AnnotationView values = node.node();
    return new NodeContract(
        values.text("id"),
        values.text("version"),
        values.text("summary"),
        node.params().stream().map(ModelBuilder::param).toList(),
        port("in").map(type -> PortDescriptor.in(type.valueType())).stream().toList(),
        port("out").map(type -> PortDescriptor.out(type.valueType())).stream().toList(),
        stateDescriptor(values.constant("stateScope")),
        purity(values.constant("effects")));
  }

  private StateDescriptor stateDescriptor(String scope) {
    if (node.states().isEmpty()) {
      return StateDescriptor.NONE;
    }
    return new StateDescriptor(
        StateDescriptor.Scope.valueOf(scope),
        node.states().stream()
            .map(
                state ->
                    new StateDescriptor.Field(
                        state.name(), state.type().ref().orElseThrow().valueType()))
            .toList());
  }

  private static Purity purity(String effects) {
    return switch (effects) {
      case "NONE" -> Purity.PURE;
      case "SOME" -> Purity.EFFECTS;
      default -> Purity.UNDECLARED;
    };
  }

  private static ParamDescriptor param(ParamDeclaration param) {
    AnnotationView values = param.annotation().orElseThrow();
    TypeRef type = param.type().ref().orElseThrow();
    String text = values.text("defaultValue");
    boolean optional = !text.isEmpty() || type instanceof TypeRef.OptionalRef;
    @Nullable Object defaultValue =
        text.isEmpty() ? null : Literals.parse(type, text).orElseThrow();
    return new ParamDescriptor(
        param.name(),
        type.valueType(),
        !optional,
        defaultValue,
        values.text("doc"),
        Optional.of(values.text("unit")).filter(unit -> !unit.isEmpty()),
        values.flag("sensitive"),
        constraints(values));
  }

  private static List<Constraint> constraints(AnnotationView values) {
    List<Constraint> constraints = new ArrayList<>();
    Literals.number(values.text("min")).map(Constraint.Min::new).ifPresent(constraints::add);
    Literals.number(values.text("max")).map(Constraint.Max::new).ifPresent(constraints::add);
    if (!values.text("pattern").isEmpty()) {
      constraints.add(new Constraint.Pattern(values.text("pattern")));
    }
    if (values.number("minItems") > 0) {
      constraints.add(new Constraint.MinItems(values.number("minItems")));
    }
    if (!values.text("atMost").isEmpty()) {
      constraints.add(new Constraint.AtMost(values.text("atMost")));
    }
    return constraints;
  }
}
