package dev.graft.compat.generate;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a float may differ where nobody says so: as far as in a case by hand of the same choices.
 */
public final class ToleranceByHand {
  private final NodeContract contract;
  private final List<Case> byHand;

  /**
   * For one node.
   *
   * @param byHand its cases that were written by hand
   */
  public ToleranceByHand(NodeContract contract, List<Case> byHand) {
    this.contract = contract;
    this.byHand = byHand;
  }

  /** What a case with these parameters states, if anything. */
  Optional<Map<String, Object>> compare(Map<String, @Nullable Object> given) {
    Tolerance widest = widest(given);
    if (widest.ulp() == 0 && widest.relative() == 0) {
      return Optional.empty();
    }
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("ulp", widest.ulp());
    numbers.put("rel", widest.relative());
    numbers.put("why", widest.why());
    return Optional.of(Map.of("out", Map.of("float", numbers)));
  }

  /** The widest that is stated for these choices. */
  public Tolerance widest(Map<String, @Nullable Object> given) {
    Tolerance widest = Tolerance.NONE;
    for (Case each : byHand) {
      Tolerance stated = each.tolerance();
      if (chooseTheSame(each.params(), given)
          && (stated.ulp() > widest.ulp() || stated.relative() > widest.relative())) {
        widest = stated;
      }
    }
    return widest;
  }

  private boolean chooseTheSame(
      Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
    return contract.params().stream()
        .filter(param -> param.type() instanceof ValueType.EnumOf)
        .allMatch(param -> Objects.equals(chosen(param, one), chosen(param, other)));
  }

  private static @Nullable Object chosen(
      ParamDescriptor param, Map<String, @Nullable Object> params) {
    return params.containsKey(param.name()) ? params.get(param.name()) : param.defaultValue();
  }
}
