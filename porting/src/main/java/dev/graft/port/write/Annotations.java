package dev.graft.port.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.Example;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.port.types.Literal;
import java.util.List;

/** The annotations that say what the contract says. */
final class Annotations {
  private static final ClassName EFFECTS = ClassName.get(Node.Effects.class);
  private static final ClassName SCOPE = ClassName.get(Node.Scope.class);

  private Annotations() {}

  static AnnotationSpec node(NodeDescriptor descriptor) {
    AnnotationSpec.Builder made =
        AnnotationSpec.builder(Node.class)
            .addMember("id", text(descriptor.id()))
            .addMember("version", text(descriptor.contract().version()))
            .addMember("summary", text(descriptor.contract().summary()));
    if (!descriptor.implementation().category().isEmpty()) {
      made.addMember("category", text(descriptor.implementation().category()));
    }
    descriptor
        .implementation()
        .deprecation()
        .ifPresent(
            said -> {
              made.addMember("deprecated", text(said.reason()));
              made.addMember("replacedBy", text(said.replacedBy()));
            });
    if (descriptor.contract().purity() != Purity.UNDECLARED) {
      made.addMember(
          "effects",
          CodeBlock.of(
              "$T.$L", EFFECTS, descriptor.contract().purity() == Purity.PURE ? "NONE" : "SOME"));
    }
    if (descriptor.contract().state().scope() == StateDescriptor.Scope.INSTANCE
        && !descriptor.contract().state().fields().isEmpty()) {
      made.addMember("stateScope", CodeBlock.of("$T.INSTANCE", SCOPE));
    }
    return made.build();
  }

  static AnnotationSpec example(Example example) {
    AnnotationSpec.Builder made = AnnotationSpec.builder(dev.graft.annotation.Example.class);
    if (!example.title().isEmpty()) {
      made.addMember("title", text(example.title()));
    }
    if (!example.params().equals("{}")) {
      made.addMember("params", text(example.params()));
    }
    return made.addMember("items", texts(example.items()))
        .addMember("outputs", texts(example.outputs()))
        .build();
  }

  static AnnotationSpec param(ParamDescriptor param) {
    AnnotationSpec.Builder made =
        AnnotationSpec.builder(Param.class).addMember("doc", text(param.doc()));
    if (param.defaultValue() != null) {
      made.addMember("defaultValue", text(DefaultText.of(param.defaultValue(), param.type())));
    }
    for (Constraint each : param.constraints()) {
      switch (each) {
        case Constraint.Min min ->
            made.addMember("min", text(DefaultText.of(min.limit(), param.type())));
        case Constraint.Max max ->
            made.addMember("max", text(DefaultText.of(max.limit(), param.type())));
        case Constraint.Pattern pattern -> made.addMember("pattern", text(pattern.regex()));
        case Constraint.MinItems items ->
            made.addMember("minItems", CodeBlock.of("$L", items.count()));
        case Constraint.AtMost most -> made.addMember("atMost", text(most.param()));
      }
    }
    param.unit().ifPresent(unit -> made.addMember("unit", text(unit)));
    if (param.sensitive()) {
      made.addMember("sensitive", CodeBlock.of("true"));
    }
    return made.build();
  }

  private static CodeBlock text(String text) {
    return CodeBlock.of("$L", Literal.of(text));
  }

  private static CodeBlock texts(List<String> texts) {
    CodeBlock all = texts.stream().map(Annotations::text).collect(CodeBlock.joining(", "));
    return texts.size() == 1 ? all : CodeBlock.of("{$L}", all);
  }
}
