package dev.graft.compat.changes;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.backend.BackendId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunDiffTest {
  private static final String SIGNATURE = "DIFF/int/value/out";

  @ParameterizedTest
  @CsvSource({
    "PASS, DIFF, regressed",
    "PASS, TIMEOUT, regressed",
    "KNOWN, CHANGED, regressed",
    "NOT_RUN, ERROR, regressed",
    "DIFF, PASS, fixed",
    "KNOWN, FIXED, fixed",
    "DIFF, ERROR, changed",
    "PASS, KNOWN, newly-known",
    "DIFF, KNOWN, newly-known",
    "PASS, UNSUPPORTED, newly-skipped",
    "DIFF, NOT_RUN, newly-skipped",
    "NOT_RUN, PASS, added",
    "PASS, INFRA, regressed",
    "PASS, A_LATER_VERDICT, regressed"
  })
  void namesEachChangeOfAVerdict(String was, String is, String kind) {
    Changes changes = diff(result("n/a", "1", was), result("n/a", "1", is));

    assertThat(changes.all().stream().map(each -> each.kind().id()).toList()).containsExactly(kind);
    assertThat(changes.compared()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"PASS, PASS", "KNOWN, KNOWN", "DIFF, DIFF", "NOT_RUN, UNSUPPORTED", "PASS, FIXED"})
  void saysNothingOfWhatStaysAsItWas(String was, String is) {
    assertThat(diff(result("n/a", "1", was), result("n/a", "1", is)).all()).isEmpty();
  }

  @Test
  void aBrokenCaseAndAMendedOneAreTwoChanges() {
    Changes changes =
        RunDiff.of(
            run(result("n/a", "1", "PASS"), result("n/b", "1", "DIFF")),
            run(result("n/a", "1", "DIFF"), result("n/b", "1", "PASS")));

    assertThat(changes.of(Change.Kind.REGRESSED).getFirst().key()).isEqualTo("n/a");
    assertThat(changes.of(Change.Kind.FIXED).getFirst().key()).isEqualTo("n/b");
  }

  @Test
  void anEditedCaseIsNotCompared() {
    Changes changes = diff(result("n/a", "1", "PASS"), result("n/a", "2", "DIFF"));

    assertThat(changes.compared()).isEqualTo(0);
    assertThat(changes.count(Change.Kind.EDITED)).isEqualTo(1);
    assertThat(changes.count(Change.Kind.REGRESSED)).isEqualTo(0);
  }

  @Test
  void anotherSignatureIsAnotherFailure() {
    Changes changes =
        diff(
            result("n/a", "1", "DIFF"),
            new Recorded("n/a", "1", BackendId.JAVA, "DIFF", "DIFF/x", OptionalLong.empty()));

    assertThat(changes.of(Change.Kind.CHANGED).getFirst().after()).isEqualTo("DIFF DIFF/x");
  }

  @Test
  void whatAPartOfARunDidNotTryIsNotGone() {
    RecordedRun before = run(result("n/a", "1", "PASS"));
    RecordedRun whole = run();
    RecordedRun part = new RecordedRun("part", 1, false, true, "", before.backends(), List.of());

    assertThat(RunDiff.of(before, whole).count(Change.Kind.REMOVED)).isEqualTo(1);
    assertThat(RunDiff.of(before, part).all()).isEmpty();
  }

  @Test
  void saysWhyRunsCannotBeComparedInFull() {
    Changes changes =
        RunDiff.of(
            new RecordedRun("A", 1, true, true, "c1", Map.of(BackendId.JAVA, "Java 21"), List.of()),
            new RecordedRun(
                "B",
                2,
                true,
                false,
                "c2",
                Map.of(BackendId.JAVA, "Java 25", BackendId.CPYTHON, "CPython 3.12"),
                List.of(
                    new Recorded(
                        "n/a", "1", BackendId.CPYTHON, "PASS", "", OptionalLong.empty()))));

    assertThat(changes.notes())
        .containsExactly(
            "B did not come to its end: what it has no result for is not told",
            "the rules of comparison are others: version 1 in A, 2 in B",
            "the cases are others: only those with equal hashes are compared",
            "java is another version: it was Java 21 and is Java 25",
            "cpython ran only in B: nothing is compared there");
    assertThat(changes.all()).isEmpty();
  }

  @Test
  void tellsTimesOnlyWhereTheyDifferByMuch() {
    assertThat(diff(timed(100), timed(250)).all().getFirst())
        .isEqualTo(new Change(Change.Kind.SLOWER, "n", BackendId.JAVA, "100 ms", "250 ms"));
    assertThat(diff(timed(250), timed(100)).count(Change.Kind.FASTER)).isEqualTo(1);
    assertThat(diff(timed(100), timed(190)).all()).isEmpty();
    assertThat(diff(timed(1), timed(90)).all()).isEmpty();
  }

  private static Recorded timed(long millis) {
    return new Recorded(
        "n/a", "1", BackendId.JAVA, "PASS", "", OptionalLong.of(millis * 1_000_000));
  }

  private static Recorded result(String key, String hash, String verdict) {
    String signature = verdict.equals("DIFF") || verdict.equals("KNOWN") ? SIGNATURE : "";
    return new Recorded(key, hash, BackendId.JAVA, verdict, signature, OptionalLong.empty());
  }

  private static Changes diff(Recorded was, Recorded is) {
    return RunDiff.of(run(was), run(is));
  }

  private static RecordedRun run(Recorded... results) {
    return new RecordedRun(
        "run", 1, true, true, "", Map.of(BackendId.JAVA, "Java"), List.of(results));
  }
}
