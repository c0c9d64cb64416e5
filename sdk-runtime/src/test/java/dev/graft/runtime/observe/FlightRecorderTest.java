package dev.graft.runtime.observe;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.run.RunEvent;
import dev.graft.runtime.run.RunOptions;
import dev.graft.runtime.run.RunProgress;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlightRecorderTest {
  @TempDir Path folder = Path.of("");

  /** What a recording holds of Graft while something is done. */
  private List<RecordedEvent> recorded(Task task) throws Exception {
    Path file = folder.resolve("run.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("dev.graft.Run");
      recording.enable("dev.graft.Stage");
      recording.enable("dev.graft.BackendDecision");
      recording.start();
      task.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().startsWith("dev.graft."))
        .toList();
  }

  private interface Task {
    void run() throws Exception;
  }

  private static List<RecordedEvent> of(List<RecordedEvent> events, String name) {
    return events.stream().filter(each -> each.getEventType().getName().endsWith(name)).toList();
  }

  @Test
  void aRunItsNodesAndWhereTheyWerePut() throws Exception {
    List<RecordedEvent> events =
        recorded(() -> ObservedRuns.run(folder, RunOptions.DEFAULT.withProfile(true), "skip", 10));

    RecordedEvent run = of(events, ".Run").getFirst();
    assertThat(run.getString("pipeline")).isEqualTo("observed");
    assertThat(run.getLong("items")).isEqualTo(10);
    assertThat(run.getLong("outputs")).isEqualTo(20);
    assertThat(run.getLong("rejected")).isEqualTo(2);
    assertThat(run.getString("failure")).isEmpty();
    assertThat(run.getDuration().toNanos()).isGreaterThan(0);
    List<RecordedEvent> stages = of(events, ".Stage");
    assertThat(stages.stream().map(each -> each.getString("node"))).containsExactly("a", "b");
    assertThat(stages.getFirst().getString("type")).isEqualTo("repeats");
    assertThat(stages.getFirst().getString("backend")).isEqualTo("java");
    assertThat(stages.getFirst().getLong("taken")).isEqualTo(10);
    assertThat(stages.getFirst().getLong("emitted")).isEqualTo(20);
    assertThat(stages.getFirst().getDuration("busy").toNanos()).isGreaterThan(0);
    assertThat(stages.getLast().getLong("rejected")).isEqualTo(2);
    List<RecordedEvent> decisions = of(events, ".BackendDecision");
    assertThat(decisions.stream().map(each -> each.getString("node"))).containsExactly("a", "b");
    assertThat(decisions.getFirst().getBoolean("accepted")).isTrue();
  }

  @Test
  void whyARunFailed() throws Exception {
    List<RecordedEvent> events =
        recorded(() -> ObservedRuns.run(folder, RunOptions.DEFAULT, "fail", 10));

    assertThat(of(events, ".Run").getFirst().getString("failure")).contains("will not take 7");
  }

  @Test
  void whoRefusedANode() throws Exception {
    List<RecordedEvent> events =
        recorded(
            () ->
                new FlightRecorder()
                    .watch("p", () -> new RunProgress(0, 0, 0, 0))
                    .event(new RunEvent.FellBack("n", BackendId.GRAALPY, "missing package: x")));

    RecordedEvent decision = of(events, ".BackendDecision").getFirst();
    assertThat(decision.getBoolean("accepted")).isFalse();
    assertThat(decision.getString("backend")).isEqualTo("graalpy");
    assertThat(decision.getString("reason")).isEqualTo("missing package: x");
  }
}
