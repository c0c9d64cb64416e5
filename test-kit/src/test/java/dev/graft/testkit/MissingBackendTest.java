package dev.graft.testkit;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.subject.NodeHost;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.NodeSources;
import dev.graft.runtime.run.GraftRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A backend that is not there is no pass, and a failure where it is required. */
final class MissingBackendTest {
  private static final String ON_CPYTHON = "measure > measure/astral on cpython";

  static final class Lenient {
    @TestFactory
    Stream<DynamicNode> matrix() throws Exception {
      return withoutCPython(Set.of());
    }
  }

  static final class Required {
    @TestFactory
    Stream<DynamicNode> matrix() throws Exception {
      return withoutCPython(Set.of(BackendId.CPYTHON));
    }
  }

  private static Stream<DynamicNode> withoutCPython(Set<BackendId> required) throws Exception {
    CompatOptions options =
        CompatOptions.defaults()
            .selecting(
                every ->
                    every
                        .withoutBuiltIn()
                        .withNodes(List.of("measure"))
                        .withCorpus(List.of(Path.of("src/test/resources/sample/cases")))
                        .withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)));
    NodeSources python =
        new NodeSources(List.of(Path.of("src/test/resources/sample/python")), List.of());
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser(), python)) {
      NodeHost host =
          new NodeHost() {
            @Override
            public Catalogue catalogue() {
              return runtime.catalogue();
            }

            @Override
            public Backend backend(BackendId id) throws HostingRefusedException {
              if (id == BackendId.CPYTHON) {
                throw new HostingRefusedException(id, "this machine has none");
              }
              return runtime.backend(id);
            }
          };
      return new MatrixTests(
              CompatRun.run(options, host).report(), required, new RepeatCommand("Any", options))
          .all();
    }
  }

  @Test
  void isSkippedWithItsReason() {
    Told told = Told.of(Lenient.class);

    assertThat(told.status(ON_CPYTHON)).isEqualTo(ABORTED);
    assertThat(told.message(ON_CPYTHON)).contains("this machine has none");
    assertThat(told.status("backends > cpython is there")).isEqualTo(ABORTED);
    assertThat(told.status("measure > measure/astral on java")).isEqualTo(SUCCESSFUL);
  }

  @Test
  void failsWhereItIsRequired() {
    Told told = Told.of(Required.class);

    assertThat(told.status(ON_CPYTHON)).isEqualTo(FAILED);
    assertThat(told.message(ON_CPYTHON)).contains("this machine has none");
    assertThat(told.message("backends > cpython is there"))
        .isEqualTo("cpython is not there: this machine has none");
  }
}
