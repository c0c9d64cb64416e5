package dev.graft.python.host;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests of the Python side, written in Python, run by the bundled CPython. */
final class PythonSuiteTest {
  private static final String PROGRAM =
      """
      import os, sys, unittest
      tests = sys.argv[1]
      sys.path[:0] = [os.path.join(tests, "..", "..", "main", "python"), tests]
      unittest.main(module=None, argv=["python", "discover", "-s", tests])
      """;

  @Test
  void passes() throws Exception {
    String tests = System.getProperty("graft.test.python", "src/test/python");
    PythonProgram.Result result = PythonProgram.run(List.of("-B", "-I", "-c", PROGRAM, tests), "");
    assertWithMessage(result.output()).that(result.status()).isEqualTo(0);
    assertThat(result.output()).containsMatch("Ran [1-9]\\d* tests");
  }
}
