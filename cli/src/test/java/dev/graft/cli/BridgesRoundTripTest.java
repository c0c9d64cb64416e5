package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.compat.generate.KnownEnum;
import dev.graft.compat.generate.KnownRecord;
import dev.graft.compat.generate.KnownTypes;
import dev.graft.compat.generate.Property;
import dev.graft.compat.generate.ValueGenerator;
import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.SystemContext;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes from Java to Python and back is the same, by type, by bits and in order. */
final class BridgesRoundTripTest {
  private static final KnownTypes KNOWN =
      new KnownTypes(
          List.of(
              new KnownEnum("Color", List.of("RED", "GREEN"), true),
              new KnownEnum("Level", List.of("LOW", "HIGH"), false),
              new KnownEnum("http.HTTPStatus", List.of("OK", "NOT_FOUND"), false)),
          List.of(
              new KnownRecord("Point", List.of("x", "y"), false),
              new KnownRecord("Track", List.of("name", "points"), false),
              new KnownRecord("Frozen", List.of("of"), true)),
          List.of());

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"graalpy", "cpython"})
  void valuesComeBackAsTheyWent(String name) throws Exception {
    BackendId backend = BackendId.of(name).orElseThrow();
    try (InputStream in = BridgesRoundTripTest.class.getResourceAsStream("echo.py")) {
      Files.write(folder.resolve("echo.py"), Objects.requireNonNull(in).readAllBytes());
    }
    Path manifest = folder.resolve("m.json");
    Files.writeString(
        manifest,
        """
        {"version": "1", "name": "m", "python": {"nodes": ["echo.py"]},
         "nodes": [{"id": "echo", "type": "echo", "backend": "%s"}]}
        """
            .formatted(name));
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser());
        BackendSession session = runtime.backend(backend).openSession()) {
      StagePlan stage = runtime.plan(ManifestReader.read(manifest)).stages().getFirst();
      StagePlan.Candidate candidate = stage.candidates().getFirst();
      HostedNode echo =
          session.open(
              new NodeOpening(
                  "echo",
                  candidate.node(),
                  candidate.params(),
                  Grants.NONE,
                  SystemContext.of("echo")));
      Property.of(BridgesRoundTripTest.class, ValueGenerator.of(KNOWN))
          .holds(
              value -> {
                if (backend == BackendId.GRAALPY && UnhashableKeys.onGraalPy(value)) {
                  checkRefused(echo, value, ErrorKind.INVALID, "cannot be made: whole minute");
                } else if (backend == BackendId.CPYTHON && UnhashableKeys.mayBeWithNumpy(value)) {
                  checkUnlessRefused(echo, value);
                } else {
                  check(echo, value);
                }
              });
    }
  }

  private static void checkRefused(
      HostedNode echo, @Nullable Object value, ErrorKind kind, String why) {
    NodeFailure failure =
        assertThrows(
                NodeFailureException.class,
                () -> echo.process(List.of(Item.of(0, value)), output -> true))
            .failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.message()).endsWith(why);
  }

  private static void checkUnlessRefused(HostedNode echo, @Nullable Object value) throws Exception {
    try {
      check(echo, value);
    } catch (NodeFailureException e) {
      checkRefused(echo, value, ErrorKind.TYPE, "cannot be made: argument must be an integer");
    }
  }

  private static void check(HostedNode echo, @Nullable Object value) throws Exception {
    List<@Nullable Object> outputs = new ArrayList<>();
    echo.process(List.of(Item.of(0, value)), outputs::add);
    assertThat(outputs).hasSize(1);
    Object back = outputs.getFirst() instanceof List<?> list ? list.getFirst() : outputs;
    // Java's own equality tells types, bits of floats and texts apart, but no order of dicts.
    assertThat(back).isEqualTo(value);
    assertThat(KeyOrder.of(back)).isEqualTo(KeyOrder.of(value));
  }
}
