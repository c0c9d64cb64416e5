package dev.graft.compat.compare;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ContractsTest {
  private static final ValueType INT = ValueType.Scalar.INT;
  private static final ValueType STR = ValueType.Scalar.STR;
  private static final ValueType MAYBE_INT = new ValueType.OptionalOf(INT);

  @Test
  void aFieldOfTheStateIsNamed() {
    assertThat(
            places(
                contract(List.of(), STR, state("seen", INT), state("last_ms", MAYBE_INT)),
                contract(List.of(), STR, state("seen", INT), state("last_ms", INT))))
        .contains("contract.state.last_ms.type.kind");
  }

  @Test
  void aParameterAndAKeyOfAnItemAreNamed() {
    assertThat(
            places(
                contract(List.of(param("most", INT)), record("label", STR)),
                contract(List.of(param("most", STR)), record("label", INT))))
        .containsExactly(
            "contract.params[most].type.kind", "contract.inputs[in].type.label.type.kind");
  }

  /** What has another name in each contract has none that says where it is. */
  @Test
  void aNameThatDiffersIsNoPlace() {
    assertThat(
            places(
                contract(List.of(), STR, state("seen", INT)),
                contract(List.of(), STR, state("sean", INT))))
        .containsExactly("contract.state.fields[0].name");
  }

  @Test
  void manyParametersHaveOneSignature() {
    Comparison found =
        Contracts.compare(
            contract(List.of(param("most", INT)), STR), contract(List.of(param("most", STR)), STR));

    assertThat(Signature.of(found.differences().getFirst()))
        .endsWith("contract.params[*].type.kind");
  }

  private static List<String> places(NodeContract reference, NodeContract other) {
    return Contracts.compare(reference, other).differences().stream()
        .map(Difference::where)
        .toList();
  }

  private static NodeContract contract(
      List<ParamDescriptor> params, ValueType input, StateDescriptor.Field... state) {
    return new NodeContract(
        "n",
        "1.0",
        "Does something.",
        params,
        List.of(new PortDescriptor("in", input)),
        List.of(),
        new StateDescriptor(StateDescriptor.Scope.INSTANCE, List.of(state)),
        Purity.PURE);
  }

  private static StateDescriptor.Field state(String name, ValueType type) {
    return new StateDescriptor.Field(name, type);
  }

  private static ValueType record(String name, ValueType type) {
    return new ValueType.RecordOf(List.of(new ValueType.RecordOf.Field(name, type)));
  }

  private static ParamDescriptor param(String name, ValueType type) {
    return new ParamDescriptor(name, type, true, null, "", Optional.empty(), false, List.of());
  }
}
