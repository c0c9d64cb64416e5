package dev.graft.compat.production;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.limits.Glob;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.VersionRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs wrote down decides how far a node has come, and nothing else does. */
final class ProductionTest {
  private static final Codes CODES = new Codes(Optional.of("j1"), Optional.of("p1"));

  @TempDir Path folder = Path.of("");
  private ProductionFiles files;

  @BeforeEach
  void makeAMemory() throws Exception {
    files = new ProductionFiles(folder.resolve(".graft"));
  }

  @Test
  void enoughForLongEnoughWithoutADifferenceIsShadowed() throws Exception {
    files.shadow(0, 1, 2000).shadow(6.5, 0.5, 1000);

    Reach reach = inUse().furthest();
    assertThat(reach.env()).isEqualTo("prod");
    assertThat(reach.step()).isEqualTo(Reach.Step.SHADOWED);
    assertThat(reach.blockers()).containsExactly("No run of prod is known.");
  }

  @Test
  void tooFewAndTooShortAreSaid() throws Exception {
    files.shadow(0, 6.9, 2999);

    assertThat(inUse().reach("prod", BackendId.JAVA).blockers())
        .containsExactly(
            "In prod 2,999 of 3,000 items were compared on java and cpython with this code.",
            "In prod it was compared for 6.9 of 7 days.");
    assertThat(inUse().furthest().step()).isEqualTo(Reach.Step.NONE);
  }

  @Test
  void ofTheLinesOfOneShadowTheLastCounts() throws Exception {
    Path file = folder.resolve(".graft/shadow.jsonl");
    files.shadow(0, 1, 5000);
    String line = Files.readString(file);
    Files.writeString(
        file, line.replace("\"matched\":5000", "\"matched\":7000"), StandardOpenOption.APPEND);
    Files.writeString(file, "a line of a later Graft\n", StandardOpenOption.APPEND);

    assertThat(inUse().in("prod").on(BackendId.JAVA).items()).isEqualTo(7000);
  }

  @Test
  void aDifferenceThatNobodyHasExplainedTakesTheStageAwayWhereverItWasFound() throws Exception {
    files.shadow(0, 8, 5000).in("staging").shadow(9, 0, 10, 2, "DIFF/int/off-by-one/out");

    assertThat(inUse().furthest().step()).isEqualTo(Reach.Step.NONE);
    assertThat(inUse().reach("prod", BackendId.JAVA).blockers())
        .containsExactly(
            "In staging 2 calls differ on java from cpython, which nobody has explained: DIFF/int/off-by-one/out.");
  }

  @Test
  void whatALimitationExplainsNowIsExplained() throws Exception {
    files.shadow(0, 8, 5000, 3, "DIFF/int/off-by-one/out");
    Limitation known =
        new Limitation(
            "OFF",
            "off",
            "bug",
            "https://example.org/1",
            Map.of(BackendId.JAVA, new VersionRange(">=1")),
            List.of(new Glob("counter/*")),
            new Glob("DIFF/int/off-by-one/*"),
            "",
            "",
            LocalDate.EPOCH,
            LocalDate.EPOCH,
            false,
            OptionalDouble.empty());

    assertThat(inUse().furthest().step()).isEqualTo(Reach.Step.NONE);
    assertThat(inUse(List.of(known), CODES).furthest().step()).isEqualTo(Reach.Step.SHADOWED);
  }

  @Test
  void otherCodeBeginsAtNothing() throws Exception {
    files.shadow(0, 8, 5000, 3, "DIFF/int/off-by-one/out");
    Codes edited = new Codes(Optional.of("j2"), Optional.of("p1"));

    assertThat(inUse(List.of(), edited).reach("prod", BackendId.JAVA).blockers())
        .containsExactly(
            "In prod 0 of 3,000 items were compared on java and cpython with this code (5,003 with other code).",
            "In prod it was compared for 0.0 of 7 days.");
  }

  @Test
  void whicheverOfTheTwoIsTheControl() throws Exception {
    files.beside(BackendId.JAVA, BackendId.CPYTHON).shadow(0, 8, 5000);
    assertThat(inUse().furthest().step()).isEqualTo(Reach.Step.SHADOWED);
  }

  @Test
  void whatIsComparedWithGraalPyProvesNothingOfJava() throws Exception {
    files.beside(BackendId.GRAALPY, BackendId.JAVA).shadow(0, 8, 5000);
    assertThat(inUse().furthest().step()).isEqualTo(Reach.Step.NONE);
  }

  @Test
  void aNodeThatDiffersFromItselfProvesNothing() throws Exception {
    files.shadow(0, 8, 5000);
    files.beside(BackendId.CPYTHON, BackendId.CPYTHON).shadow(0, 1, 10, 1, "DIFF/str/value/out");

    assertThat(inUse().reach("prod", BackendId.JAVA).blockers())
        .containsExactly(
            "In prod a call differs on cpython from cpython itself: no comparison says anything.");
  }

  @Test
  void whatNobodyNamedIsNoProduction() throws Exception {
    files.in("local").shadow(0, 8, 5000);

    assertThat(inUse().furthest().step()).isEqualTo(Reach.Step.NONE);
    assertThat(inUse().in("local").on(BackendId.JAVA).items()).isEqualTo(5000);
  }

  @Test
  void javaFirstInAllPipelinesIsTheDefault() throws Exception {
    files.shadow(0, 8, 5000).served(8, 1, BackendId.CPYTHON).served(10, 1, BackendId.JAVA);

    Reach reach = inUse().furthest();
    assertThat(reach.step()).isEqualTo(Reach.Step.DEFAULT_NATIVE);
    assertThat(reach.blockers())
        .containsExactly(
            "In prod Java alone has served it for 1.0 of 30 days; Python did at 2026-01-10T00:00:00Z.");
  }

  @Test
  void aFallBackToPythonKeepsTheDefaultAndNotMore() throws Exception {
    files
        .shadow(0, 8, 5000)
        .served(10, 1, BackendId.JAVA)
        .served(41, 1, BackendId.CPYTHON, BackendId.JAVA);

    assertThat(inUse().furthest().step()).isEqualTo(Reach.Step.DEFAULT_NATIVE);
  }

  @Test
  void thirtyDaysOnJavaAloneRetirePython() throws Exception {
    files.shadow(0, 8, 5000).served(10, 1, BackendId.JAVA).served(40, 0, BackendId.JAVA);

    assertThat(inUse().furthest().step()).isEqualTo(Reach.Step.RETIRED);
    assertThat(inUse().furthest().blockers()).isEmpty();
  }

  @Test
  void aPipelineThatGoesBackTakesTheNodeBack() throws Exception {
    files
        .shadow(0, 8, 5000)
        .served(10, 1, BackendId.JAVA)
        .served(40, 0, BackendId.JAVA)
        .served(41, 0, BackendId.GRAALPY);

    Reach reach = inUse().furthest();
    assertThat(reach.step()).isEqualTo(Reach.Step.SHADOWED);
    assertThat(reach.blockers()).containsExactly("In prod orders/n runs on graalpy.");
  }

  @Test
  void aMemoryThatIsNotThereHoldsNothing() throws Exception {
    assertThat(
            Production.read(List.of(folder.resolve("nowhere")), List.of())
                .of("counter", CODES)
                .environments())
        .isEmpty();
  }

  private InUse inUse() throws Exception {
    return inUse(List.of(), CODES);
  }

  private InUse inUse(List<Limitation> known, Codes codes) throws Exception {
    return Production.read(List.of(folder.resolve(".graft")), known).of("counter", codes);
  }
}
