package dev.graft.testkit;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.graft.runtime.backend.BackendId;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tests that the kit makes of a plugin, as JUnit tells them. */
final class NodeMatrixTest {
  private static final String PYTHON = "src/test/resources/sample/python";
  private static final String CASES = "src/test/resources/sample/cases";

  private static NodeMatrix plugin() {
    return NodeMatrix.ofClassPath()
        .withPython(PYTHON)
        .withCases(CASES)
        .withBackends(BackendId.JAVA, BackendId.CPYTHON)
        .withReports("target/compat");
  }

  static final class RightTwins {
    @TestFactory
    Stream<DynamicNode> matrix() {
      return plugin().withNodes("measure", "half").tests();
    }
  }

  @Test
  void rightTwinsPassOnEveryBackend() {
    Told told = Told.of(RightTwins.class);

    assertThat(told.status("measure > measure/astral on java")).isEqualTo(SUCCESSFUL);
    assertThat(told.status("measure > measure/astral on cpython")).isEqualTo(SUCCESSFUL);
    assertThat(told.status("measure > measure/example/1 on java")).isEqualTo(SUCCESSFUL);
    assertThat(told.status("measure > measure/contract/parity on java")).isEqualTo(SUCCESSFUL);
    assertThat(told.status("measure > measure/random/20 on java")).isEqualTo(SUCCESSFUL);
    assertThat(told.status("measure > coverage of measure")).isEqualTo(SUCCESSFUL);
    assertThat(told.status("backends > cpython is there")).isEqualTo(SUCCESSFUL);
    assertThat(told.results.keySet().stream().filter(name -> told.status(name) == FAILED).toList())
        .containsExactly("half > coverage of half");
    assertThat(told.ofMethods).isEmpty();
  }

  @Test
  void whatNothingCanJudgeIsSkippedAndNoPass() {
    Told told = Told.of(RightTwins.class);

    assertThat(told.status("half > made-up cases of half")).isEqualTo(ABORTED);
    assertThat(told.message("half > made-up cases of half"))
        .isEqualTo("not judged: 20 made-up cases; half has no twin to judge them by");
    assertThat(told.results).doesNotContainKey("half > half/random/1 on cpython");
  }

  @Test
  void aNodeOfWhichNobodyWroteACaseFailsAndMayBeLeftOutUntilThen() {
    Told told = Told.of(RightTwins.class);

    assertThat(told.status("half > coverage of half")).isEqualTo(FAILED);
    assertThat(told.message("half > coverage of half"))
        .isEqualTo(
            """
            the node half has no case. Give it an example (@Example, in Python graft.Example) or a case file.
            Until then withNodes(…) or -Dgraft.node=… tries the others alone.""");
  }

  static final class WrongTwin {
    @TestFactory
    Stream<DynamicNode> matrix() {
      return plugin().withNodes("measure-badly").tests();
    }
  }

  @Test
  void aWrongTwinFailsWithAllThatOneMustKnow() {
    Told told = Told.of(WrongTwin.class);

    assertThat(told.status("measure-badly > measure-badly/astral on cpython"))
        .isEqualTo(SUCCESSFUL);
    assertThat(told.status("measure-badly > measure-badly/astral on java")).isEqualTo(FAILED);
    assertThat(told.message("measure-badly > measure-badly/astral on java"))
        .isEqualTo(
            """
            measure-badly/astral on java: DIFF/int/off-by-one/out.length
            a character beyond U+FFFF is one. Agreement: java | cpython.
            step 0  in "a\ud83d\ude00"
                must be  out {"text":"a\ud83d\ude00","length":2}
                was      out {"text":"a\ud83d\ude00","length":3}
            first difference at step 0, out.length: expected 2, got 3
            likely cause: A count or an index starts or ends one too early or too late.
            usual fix: Check whether the value is raised before or after it is emitted.
            to repeat: mvn test -Dtest=NodeMatrixTest -Dgraft.node=measure-badly -Dgraft.case=astral\
            """);
    assertThat(made(told)).contains("must be  out {");
    assertThat(made(told)).contains("was      out {");
    assertThat(made(told)).contains(" -Dgraft.random=20 -Dgraft.seed=1");
  }

  private static String made(Told told) {
    String name =
        told.results.keySet().stream()
            .filter(each -> each.startsWith("measure-badly > measure-badly/random/"))
            .filter(each -> told.status(each) == FAILED)
            .findFirst()
            .orElseThrow();
    return told.message(name);
  }

  @Test
  void theCommandOfAFailureRunsThatCaseAlone() {
    System.setProperty("graft.node", "measure-badly");
    System.setProperty("graft.case", "astral");
    try {
      Told told = Told.of(WrongTwin.class);

      assertThat(told.results.keySet())
          .containsExactly(
              "backends > java is there",
              "backends > cpython is there",
              "measure-badly > measure-badly/astral on java",
              "measure-badly > measure-badly/astral on cpython",
              "measure-badly > coverage of measure-badly");
      assertThat(told.status("measure-badly > measure-badly/astral on java")).isEqualTo(FAILED);
      assertThat(Told.of(RightTwins.class).message("matrix() > no node"))
          .isEqualTo("none of these nodes is called measure-badly");
    } finally {
      System.clearProperty("graft.node");
      System.clearProperty("graft.case");
    }
  }

  static final class KnownTwin {
    @TestFactory
    Stream<DynamicNode> matrix() {
      return plugin()
          .withNodes("measure-badly")
          .withLimitations("src/test/resources/sample/known.json")
          .tests();
    }
  }

  @Test
  void aKnownLimitationIsSkippedWithItsReason() {
    Told told = Told.of(KnownTwin.class);

    assertThat(told.status("measure-badly > measure-badly/astral on java")).isEqualTo(ABORTED);
    assertThat(told.message("measure-badly > measure-badly/astral on java"))
        .startsWith("known limitation CHARS: measure-badly/astral on java: DIFF/int/");
  }

  static final class MendedTwin {
    @TestFactory
    Stream<DynamicNode> matrix() {
      return plugin()
          .withNodes("measure")
          .withLimitations("src/test/resources/sample/mended.json")
          .tests();
    }
  }

  @Test
  void aLimitationThatIsMendedFails() {
    Told told = Told.of(MendedTwin.class);

    assertThat(told.status("measure > measure/astral on java")).isEqualTo(FAILED);
    assertThat(told.message("measure > measure/astral on java")).contains("(FIXED, MENDED)");
    assertThat(told.message("matrix() > known limitation MENDED")).contains("is FIXED");
  }

  static final class NoSuchNode {
    @TestFactory
    Stream<DynamicNode> matrix() {
      return plugin().withNodes("mesure").tests();
    }
  }

  static final class NoSuchFile {
    @TestFactory
    Stream<DynamicNode> matrix() {
      return plugin().withPython("no/such/folder").tests();
    }
  }

  static final class MistypedCases {
    @TestFactory
    Stream<DynamicNode> matrix() {
      return plugin().withCases("src/test/resources/sample/mistyped").tests();
    }
  }

  @Test
  void casesOfANodeThatIsNotThereAreNoGreenBuild() {
    assertThat(Told.of(MistypedCases.class).message("NodeMatrixTest$MistypedCases > matrix()"))
        .isEqualTo(
            "src/test/resources/sample/mistyped/measure.json:3: there is no node \"mesure\"."
                + " Did you mean \"measure\"?");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThat(Told.of(NoSuchNode.class).message("NodeMatrixTest$NoSuchNode > matrix()"))
        .isEqualTo(
            "None of your own nodes is called mesure."
                + " There are: [half, measure, measure-badly].");
    assertThat(Told.of(NoSuchFile.class).message("NodeMatrixTest$NoSuchFile > matrix()"))
        .contains("there is no file or folder no/such/folder");
  }
}
