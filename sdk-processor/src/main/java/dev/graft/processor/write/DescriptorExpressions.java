package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.Example;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.processor.model.NodeModel;
import dev.graft.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Descriptors as Java source. */
final class DescriptorExpressions {
  private final NodeModel node;
  private final TypeConstants types;

  private DescriptorExpressions(NodeModel node, TypeConstants types) {
    this.node = node;
    this.types = types;
  }

  /**
   * The expression that makes the descriptor of a node, in which types with parts are constants.
   */
  static Expr of(NodeModel node, TypeConstants types) {
    return new DescriptorExpressions(node, types).descriptor();
  }

  private Expr descriptor() {
    NodeDescriptor descriptor = node.descriptor();
    NodeContract contract = descriptor.contract();
    return call(
        "new $T",
        NodeDescriptor.class,
        call(
            "new $T",
            NodeContract.class,
            JavaLiteral.of(contract.id()),
            JavaLiteral.of(contract.version()),
            JavaLiteral.of(contract.summary()),
            Expr.list(params()),
            port("in", node.input()),
            port("out", node.output()),
            state(contract.state()),
            Expr.atom("$T.$L", Purity.class, contract.purity().name())),
        implementation(descriptor.implementation()));
  }

  private static Expr implementation(Implementation implementation) {
    Expr plain = plain(implementation);
    return implementation
        .deprecation()
        .map(
            deprecation ->
                call(
                    "$T.deprecated",
                    Implementation.class,
                    plain,
                    JavaLiteral.of(deprecation.reason()),
                    JavaLiteral.of(deprecation.replacedBy())))
        .orElse(plain);
  }

  private static Expr plain(Implementation implementation) {
    List<Expr> args = new ArrayList<>();
    args.add(JavaLiteral.of(implementation.symbol()));
    if (!implementation.category().isEmpty() || !implementation.examples().isEmpty()) {
      args.add(JavaLiteral.of(implementation.category()));
    }
    for (Example example : implementation.examples()) {
      args.add(
          call(
              "new $T",
              Example.class,
              JavaLiteral.of(example.title()),
              JavaLiteral.of(example.params()),
              texts(example.items()),
              texts(example.outputs())));
    }
    return Expr.call(CodeBlock.of("$T.java", Implementation.class), args);
  }

  private static Expr texts(List<String> texts) {
    return Expr.list(texts.stream().map(JavaLiteral::of).toList());
  }

  private Expr port(String factory, Optional<TypeRef> type) {
    CodeBlock head = CodeBlock.of("$T.$L", PortDescriptor.class, factory);
    return Expr.list(type.map(it -> Expr.call(head, types.of(it))).stream().toList());
  }

  private List<Expr> params() {
    List<Expr> made = new ArrayList<>();
    List<ParamDescriptor> params = node.descriptor().contract().params();
    for (int i = 0; i < params.size(); i++) {
      made.add(param(params.get(i), types.of(node.params().get(i).type())));
    }
    return made;
  }

  private static Expr param(ParamDescriptor param, Expr type) {
    List<Expr> args = new ArrayList<>();
    args.add(JavaLiteral.of(param.name()));
    args.add(type);
    List<Expr> constraints =
        param.constraints().stream().map(DescriptorExpressions::constraint).toList();
    boolean plain = param.unit().isEmpty() && !param.sensitive();
    if (!plain) {
      args.add(Expr.text(String.valueOf(param.required())));
    }
    if (!plain || !param.required()) {
      args.add(defaultValue(param));
    }
    args.add(JavaLiteral.of(param.doc()));
    if (!plain) {
      args.add(unit(param.unit()));
      args.add(Expr.text(String.valueOf(param.sensitive())));
      args.add(Expr.list(constraints));
      return Expr.call(CodeBlock.of("new $T", ParamDescriptor.class), args);
    }
    args.addAll(constraints);
    String factory = param.required() ? "required" : "optional";
    return Expr.call(CodeBlock.of("$T.$L", ParamDescriptor.class, factory), args);
  }

  private static Expr defaultValue(ParamDescriptor param) {
    Object value = param.defaultValue();
    return value == null ? Expr.text("null") : JavaLiteral.of(value);
  }

  private static Expr unit(Optional<String> unit) {
    return unit.map(text -> call("$T.of", Optional.class, JavaLiteral.of(text)))
        .orElseGet(() -> call("$T.empty", Optional.class));
  }

  private static Expr constraint(Constraint constraint) {
    if (constraint instanceof Constraint.Min min) {
      return call("new $T", Constraint.Min.class, JavaLiteral.of(min.limit()));
    } else if (constraint instanceof Constraint.Max max) {
      return call("new $T", Constraint.Max.class, JavaLiteral.of(max.limit()));
    } else if (constraint instanceof Constraint.Pattern pattern) {
      return call("new $T", Constraint.Pattern.class, JavaLiteral.of(pattern.regex()));
    }
    if (constraint instanceof Constraint.MinItems items) {
      return call("new $T", Constraint.MinItems.class, Expr.text(String.valueOf(items.count())));
    }
    String other = ((Constraint.AtMost) constraint).param();
    return call("new $T", Constraint.AtMost.class, JavaLiteral.of(other));
  }

  private Expr state(StateDescriptor state) {
    if (state.scope() == StateDescriptor.Scope.NONE) {
      return Expr.atom("$T.NONE", StateDescriptor.class);
    }
    List<Expr> fields =
        node.state().stream()
            .map(
                field ->
                    call(
                        "new $T",
                        StateDescriptor.Field.class,
                        JavaLiteral.of(field.name()),
                        types.of(field.type())))
            .toList();
    CodeBlock factory = CodeBlock.of("$T.$L", StateDescriptor.class, state.scope().text());
    return Expr.call(factory, fields);
  }

  private static Expr call(String head, Class<?> type, Expr... args) {
    return Expr.call(CodeBlock.of(head, type), args);
  }
}
