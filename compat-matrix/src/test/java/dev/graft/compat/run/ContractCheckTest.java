package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.report.CaseText;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.Purity;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContractCheckTest {
  /** What is read of a class that nobody decorated. */
  @Test
  void aPlainClassIsToldHowToPromiseTheSameAndWhatElseDiffers() {
    NodeContract java = FakeContracts.COUNTER;
    NodeContract python =
        new NodeContract(
            java.id(),
            "0",
            java.summary(),
            java.params(),
            java.inputs(),
            java.outputs(),
            java.state(),
            Purity.UNDECLARED);
    CatalogueEntry entry =
        new FakeHost().twins(java, python).catalogue().find("counter").orElseThrow();

    CaseResult result = ContractCheck.check(entry);
    String told =
        CaseText.of(
            new CaseOutcome(
                ContractCheck.asCase(entry), "java | python", Map.of(BackendId.JAVA, result)),
            result);

    assertThat(told)
        .endsWith(
            """
            first difference at contract.version: expected "0", got "1.0"
            and contract.purity: expected "undeclared", got "pure"
            likely cause: The Python class promises nothing: it has no decorator.
            usual fix: Decorate the class with @graft.node(id="counter", version="1.0", …); docs/tutorial.md shows how.\
            """);
  }
}
