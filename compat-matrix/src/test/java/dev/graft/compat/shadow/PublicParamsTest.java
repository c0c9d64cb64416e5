package dev.graft.compat.shadow;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing secret is in a case, and a case is kept where it can be. */
final class PublicParamsTest {
  @Test
  void openParametersStayAsTheyAre() {
    PublicParams open =
        PublicParams.of(List.of(param(Scalar.INT, false, false)), Map.of("n", 3L)).orElseThrow();
    assertThat(open.params()).containsExactly("n", 3L);
    assertThat(open.note()).isEmpty();
  }

  @Test
  void aDefaultStandsInForASecret() {
    PublicParams open =
        PublicParams.of(List.of(param(Scalar.INT, false, true)), Map.of("n", 3L)).orElseThrow();
    assertThat(open.params()).isEmpty();
    assertThat(open.note()).isEqualTo("; not the real value: n");
  }

  @Test
  void anyTextStandsInForATextThatMustBeGiven() {
    PublicParams open =
        PublicParams.of(List.of(param(Scalar.STR, true, true)), Map.of("n", "key")).orElseThrow();
    assertThat(open.params()).containsExactly("n", "redacted");
  }

  @Test
  void whereNothingCanStandInThereIsNoCase() {
    assertThat(PublicParams.of(List.of(param(Scalar.INT, true, true)), Map.of("n", 3L))).isEmpty();
    assertThat(
            PublicParams.of(
                List.of(param(Scalar.STR, true, true, new Constraint.Pattern("[0-9]+"))),
                Map.of("n", "1")))
        .isEmpty();
  }

  private static ParamDescriptor param(
      ValueType type, boolean required, boolean secret, Constraint... constraints) {
    return new ParamDescriptor(
        "n", type, required, null, "A value.", Optional.empty(), secret, List.of(constraints));
  }
}
