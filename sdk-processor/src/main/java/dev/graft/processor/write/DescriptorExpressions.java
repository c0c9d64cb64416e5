package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Descriptors as Java source. */
final class DescriptorExpressions {
  private DescriptorExpressions() {}

  /** The expression that makes a descriptor. */
  static Expr of(NodeDescriptor descriptor) {
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
            list(contract.params().stream().map(DescriptorExpressions::param).toList()),
            ports("in", contract.inputs()),
            ports("out", contract.outputs()),
            state(contract.state()),
            Expr.atom("$T.$L", Purity.class, contract.purity().name())),
        call(
            "$T.java", Implementation.class, JavaLiteral.of(descriptor.implementation().symbol())));
  }

  private static Expr ports(String factory, List<PortDescriptor> ports) {
    return list(
        ports.stream()
            .map(
                port ->
                    Expr.call(
                        CodeBlock.of("$T.$L", PortDescriptor.class, factory),
                        TypeExpressions.of(port.type())))
            .toList());
  }

  private static Expr param(ParamDescriptor param) {
    List<Expr> args = new ArrayList<>();
    args.add(JavaLiteral.of(param.name()));
    args.add(TypeExpressions.of(param.type()));
    List<Expr> constraints =
        param.constraints().stream().map(DescriptorExpressions::constraint).toList();
    boolean plain = param.unit().isEmpty() && !param.sensitive();
    if (!plain) {
      args.add(Expr.atom("$L", param.required()));
    }
    if (!plain || !param.required()) {
      args.add(defaultValue(param));
    }
    args.add(JavaLiteral.of(param.doc()));
    if (!plain) {
      args.add(unit(param.unit()));
      args.add(Expr.atom("$L", param.sensitive()));
      args.add(list(constraints));
      return Expr.call(CodeBlock.of("new $T", ParamDescriptor.class), args);
    }
    args.addAll(constraints);
    String factory = param.required() ? "required" : "optional";
    return Expr.call(CodeBlock.of("$T.$L", ParamDescriptor.class, factory), args);
  }

  private static Expr defaultValue(ParamDescriptor param) {
    Object value = param.defaultValue();
    return value == null ? Expr.atom("null") : JavaLiteral.of(value);
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
    String other = ((Constraint.AtMost) constraint).param();
    return call("new $T", Constraint.AtMost.class, JavaLiteral.of(other));
  }

  private static Expr state(StateDescriptor state) {
    if (state.scope() == StateDescriptor.Scope.NONE) {
      return Expr.atom("$T.NONE", StateDescriptor.class);
    }
    List<Expr> fields =
        state.fields().stream()
            .map(
                field ->
                    call(
                        "new $T",
                        StateDescriptor.Field.class,
                        JavaLiteral.of(field.name()),
                        TypeExpressions.of(field.type())))
            .toList();
    CodeBlock factory = CodeBlock.of("$T.$L", StateDescriptor.class, state.scope().text());
    return Expr.call(factory, fields);
  }

  private static Expr list(List<Expr> items) {
    return TypeExpressions.list(items);
  }

  private static Expr call(String head, Class<?> type, Expr... args) {
    return Expr.call(CodeBlock.of(head, type), args);
  }
}
