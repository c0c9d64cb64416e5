package dev.graft.bench;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.run.GraftRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is timed is right, on every backend, and a wrong output would be noticed. */
final class VerificationTest {
  @Test
  void everyGroupGivesWhatItMust() throws Exception {
    List<String> cells = new ArrayList<>();
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser())) {
      for (List<Group> groups : List.of(Group.WARM, Group.COLD)) {
        for (Group group : groups) {
          for (BackendId backend : BackendId.values()) {
            if (BenchPlans.canHost(runtime, group, backend)) {
              try (OpenGroup open = OpenGroup.open(runtime, group, backend)) {
                open.verify();
                open.verify();
                cells.add(group.id() + backend);
              }
            }
          }
        }
      }
    }
    assertThat(cells).hasSize(2 * 14 + 8);
  }

  @Test
  void aWrongOutputIsNoticed() throws Exception {
    Group group = Group.of("8");
    Group other = new Group("8", "", group.nodes(), 43L, 1);
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser());
        OpenGroup open = OpenGroup.open(runtime, other, BackendId.CPYTHON)) {
      IllegalStateException e = assertThrows(IllegalStateException.class, open::verify);
      assertThat(e).hasMessageThat().isEqualTo("group 8, call 1: expected [84], got [86]");
    }
  }

  @Test
  void theDirectCallsCoverEveryWarmGroup() throws Exception {
    Map<String, Double> micros = DirectPython.measure();

    assertThat(micros.keySet())
        .containsExactlyElementsIn(Group.WARM.stream().map(Group::id).toList());
  }
}
