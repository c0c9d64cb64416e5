package dev.graft.compat.report;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whether the made-up cases of a node are worth making.
 *
 * @param made how many there are
 * @param refused how many of them every backend refuses from beginning to end
 * @param choices how many of the choices that each parameter has were made, in any case
 */
public record Health(int made, int refused, List<Choice> choices) {
  public Health {
    choices = List.copyOf(choices);
  }

  /**
   * A parameter that has choices.
   *
   * @param param its name
   * @param seen how many of them some case made
   * @param all how many there are
   */
  public record Choice(String param, int seen, int all) {
    @Override
    public String toString() {
      return "%s: %d of %d values seen".formatted(param, seen, all);
    }
  }

  /** The health of a node. */
  static Health of(NodeContract contract, List<CaseOutcome> outcomes) {
    List<CaseOutcome> made =
        outcomes.stream().filter(each -> each.tried().tags().contains("random")).toList();
    int refused = (int) made.stream().filter(Health::isRefused).count();
    List<Choice> choices = new ArrayList<>();
    for (ParamDescriptor param : contract.params()) {
      List<?> all = choices(param.type());
      if (!all.isEmpty()) {
        List<Case> cases = outcomes.stream().map(CaseOutcome::tried).toList();
        long seen = all.stream().filter(choice -> isMade(param, choice, cases)).count();
        choices.add(new Choice(param.name(), (int) seen, all.size()));
      }
    }
    return new Health(made.size(), refused, choices);
  }

  /** Whether more than half of what is made up is refused: then most of it tries nothing. */
  public boolean isSchemaTooWide() {
    return 2 * refused > made;
  }

  private static List<?> choices(ValueType type) {
    return switch (type) {
      case ValueType.EnumOf choice -> choice.choices();
      case ValueType.OptionalOf optional -> choices(optional.type());
      case ValueType.Scalar scalar when scalar == ValueType.Scalar.BOOL -> List.of(true, false);
      default -> List.of();
    };
  }

  private static boolean isMade(ParamDescriptor param, Object choice, List<Case> cases) {
    return cases.stream()
        .anyMatch(
            each ->
                Objects.equals(
                    each.params().containsKey(param.name())
                        ? each.params().get(param.name())
                        : param.defaultValue(),
                    choice));
  }

  private static boolean isRefused(CaseOutcome outcome) {
    return !outcome.results().isEmpty()
        && outcome.results().values().stream().allMatch(result -> result.trace().isRefusal());
  }
}
