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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge's section of the matrix: a right bridge passes, and each row can fail. */
final class BridgeSectionTest {
  private static final int ROWS = 24;
  private static final List<String> BESIDE = List.of("int", "str", "list");

  @TempDir Path folder = Path.of("");

  @Test
  void everyTypeCrossesBothBridgesBothWays() throws Exception {
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser())) {
      CompatReport report =
          run(NodeHost.of(runtime), List.of(BackendId.GRAALPY, BackendId.CPYTHON), List.of());

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
  void aWrongBridgeFailsItsRowsAndNoneBesideThem() throws Exception {
    Set<String> failed = new LinkedHashSet<>();
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser());
        BackendSession session = runtime.backend(BackendId.CPYTHON).openSession()) {
      for (WrongBridge bridge : WrongBridge.all()) {
        CompatReport report =
            run(
                new WrongBridgeHost(NodeHost.of(runtime), session, bridge),
                List.of(BackendId.CPYTHON),
                beside(bridge.rows()));

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

  /** The cases of these rows and of a few others: all would take long. */
  private static List<String> beside(Set<String> rows) {
    return Stream.concat(rows.stream(), BESIDE.stream()).distinct().map(row -> row + "/*").toList();
  }

  private CompatReport run(NodeHost host, List<BackendId> backends, List<String> cases)
      throws Exception {
    return CompatRun.run(
            CompatOptions.defaults()
                .selecting(
                    every ->
                        every
                            .withNodes(List.of(BridgeNode.ID))
                            .withCases(cases)
                            .withBackends(backends))
                .withOutput(folder),
            host)
        .report();
  }
}
