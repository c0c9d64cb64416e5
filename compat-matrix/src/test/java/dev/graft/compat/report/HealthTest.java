package dev.graft.compat.report;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.fake.FakeBackend;
import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.fake.FakeNode;
import dev.graft.compat.fake.FakeNodes;
import dev.graft.compat.fake.Mapping;
import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatResult;
import dev.graft.compat.run.CompatRun;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up cases that try nothing are told of. */
final class HealthTest {
  @TempDir Path folder = Path.of("unset");

  @Test
  void aSchemaOfWhichMostIsRefusedIsTooWide() throws Exception {
    CompatResult result =
        run(
            FakeContracts.PASS_THROUGH.id(),
            Mapping.of(
                (params, item) -> {
                  throw new NodeException(ErrorKind.TYPE, "never");
                }),
            new FakeHost().twins(FakeContracts.PASS_THROUGH));

    Health health = result.report().nodes().getFirst().health();
    assertThat(health.made()).isEqualTo(30);
    assertThat(health.refused()).isEqualTo(30);
    assertThat(result.summary())
        .contains(
            "warning: the schema of pass-through is too wide: all backends refuse 30 of 30"
                + " made-up cases.");
  }

  @Test
  void whatIsTakenIsNotAndTheChoicesThatWereMadeAreCounted() throws Exception {
    CompatResult result =
        run(
            "calculator",
            FakeNodes.right().getOrDefault("calculator", _ -> (_, _) -> {}),
            new FakeHost().twins(FakeContracts.CALCULATOR));

    Health health = result.report().nodes().getFirst().health();
    long made =
        result
            .report()
            .outcomes()
            .map(outcome -> outcome.tried().params().getOrDefault("operation", "add"))
            .distinct()
            .count();
    assertThat(health.isSchemaTooWide()).isFalse();
    assertThat(health.choices().stream().map(Health.Choice::toString).toList())
        .containsExactly("operation: %d of 7 values seen".formatted(made));
    assertThat(made).isLessThan(7);
    assertThat(result.summary().toString()).doesNotContain("too wide");
  }

  private CompatResult run(String node, FakeNode.Maker maker, FakeHost host) throws Exception {
    Map<String, FakeNode.Maker> makers = new HashMap<>();
    makers.put(node, maker);
    return CompatRun.run(
        CompatOptions.defaults()
            .selecting(every -> every.withNodes(List.of(node)).withCases(List.of("random/*")))
            .withRandom(30, 1)
            .selecting(every -> every.withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
            .withOutput(folder),
        host.backend(new FakeBackend(BackendId.JAVA, makers))
            .backend(new FakeBackend(BackendId.CPYTHON, makers)));
  }
}
