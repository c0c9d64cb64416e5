package dev.graft.compat.report;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.compat.generate.EdgeCases;
import dev.graft.compat.subject.ValueText;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.ValueType;
import java.util.List;

/** Parameters of which nobody has written down what they do. */
public final class UntriedParams {
  private UntriedParams() {}

  /** The names of those that no case gives, made-up cases left out. */
  public static List<String> of(NodeContract contract, List<Case> cases) {
    return contract.params().stream()
        .map(ParamDescriptor::name)
        .filter(
            name ->
                cases.stream()
                    .filter(each -> !isMadeUp(each))
                    .noneMatch(each -> each.params().containsKey(name)))
        .toList();
  }

  /** Whether nobody wrote a case down: it was made of the node's contract. */
  static boolean isMadeUp(Case each) {
    return each.origin().equals(CaseGenerator.ORIGIN) || each.origin().equals(EdgeCases.ORIGIN);
  }

  /** What to do about them, with the line of a case file. */
  public static String sentence(NodeContract contract, List<String> names) {
    String one = names.getFirst();
    String value =
        contract.params().stream()
            .filter(param -> param.name().equals(one))
            .findFirst()
            .map(UntriedParams::example)
            .orElse("…");
    return "no case and no example of the node %s gives the parameter%s %s. Add one to a case file, such as\n"
            .formatted(contract.id(), names.size() == 1 ? "" : "s", String.join(", ", names))
        + "  {\"id\": \"%s\", \"title\": \"…\", \"params\": {\"%s\": %s}, \"steps\": [{\"in\": …}], \"expect\": [{\"out\": …}]}"
            .formatted(one.replace('_', '-'), one, value);
  }

  private static String example(ParamDescriptor param) {
    return param.defaultValue() == null
        ? example(param.type())
        : ValueText.of(param.defaultValue());
  }

  private static String example(ValueType type) {
    return switch (type) {
      case ValueType.Scalar scalar ->
          switch (scalar) {
            case BOOL -> "true";
            case INT, NUMBER -> "2";
            case FLOAT -> "0.5";
            case STR, ANY -> "\"a\"";
            default -> "…";
          };
      case ValueType.OptionalOf optional -> example(optional.type());
      case ValueType.EnumOf choice -> "\"" + choice.choices().getFirst() + "\"";
      default -> "…";
    };
  }
}
