package dev.graft.cli.mutants;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.compat.bridge.BridgeNode;
import dev.graft.compat.report.BridgeRow;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.subject.NodeHost;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.run.GraftRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge's section of the matrix: a right bridge passes, and each row can fail. */
final class BridgeSectionTest {
  private static final int ROWS = 24;

  @TempDir Path folder = Path.of("");

  @Test
  void everyTypeCrossesBothBridgesBothWays() throws Exception {
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser())) {
      CompatReport report =
          run(NodeHost.of(runtime), List.of(BackendId.GRAALPY, BackendId.CPYTHON));

      assertWithMessage("%s", report.outcomes().filter(each -> !each.clean()).toList())
          .that(report.exitCode())
          .isEqualTo(0);
      assertThat(report.nodes()).isEmpty();
      List<BridgeRow> rows = BridgeRow.of(report);
      assertThat(rows).hasSize(ROWS);
      for (BridgeRow row : rows) {
        for (BackendId backend : List.of(BackendId.GRAALPY, BackendId.CPYTHON)) {
          assertWithMessage(row.type()).that(row.in(backend).text()).isEqualTo("= exact");
          assertWithMessage(row.type()).that(row.out(backend).text()).isEqualTo("= exact");
        }
      }
      assertThat(Files.readString(folder.resolve("report.md")))
          .contains("| timedelta | = exact | = exact | = exact | = exact |");
    }
  }

  @Test
  void aWrongBridgeFailsItsRowsAndNoOthers() throws Exception {
    Set<String> failed = new LinkedHashSet<>();
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser());
        BackendSession session = runtime.backend(BackendId.CPYTHON).openSession()) {
      for (WrongBridge bridge : WrongBridge.all()) {
        CompatReport report =
            run(
                new WrongBridgeHost(NodeHost.of(runtime), session, bridge),
                List.of(BackendId.CPYTHON));

        assertWithMessage("%s: into Python", bridge)
            .that(types(report, row -> row.in(BackendId.CPYTHON).look().equals("wrong")))
            .isEqualTo(bridge.rows());
        assertWithMessage("%s: out of Python", bridge)
            .that(types(report, row -> row.out(BackendId.CPYTHON).look().equals("wrong")))
            .isEqualTo(bridge.rows());
        assertThat(report.exitCode()).isEqualTo(1);
        failed.addAll(bridge.rows());
      }
    }
    assertThat(failed).hasSize(ROWS);
  }

  private static Set<String> types(CompatReport report, Predicate<BridgeRow> condition) {
    return BridgeRow.of(report).stream()
        .filter(condition)
        .map(BridgeRow::type)
        .collect(Collectors.toSet());
  }

  private CompatReport run(NodeHost host, List<BackendId> backends) throws Exception {
    return CompatRun.run(
            CompatOptions.defaults()
                .withNodes(List.of(BridgeNode.ID))
                .withBackends(backends)
                .withOutput(folder),
            host)
        .report();
  }
}
