package dev.graft.runtime.environment;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequirementTest {
  private static final PythonEnvironment ENVIRONMENT =
      new PythonEnvironment(
          "ml",
          Path.of("/envs/ml"),
          Path.of("/envs/ml/bin/python"),
          "3.11.2",
          "cpython-311",
          Map.of("torch", "2.1.0+cu121", "foo-bar", "1.0rc1", "opencv-python", "4.9"),
          Set.of("torch", "foo_bar", "cv2", "bare", "google"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "torch                  | true",
        "torch>=2               | true",
        "torch >= 2.1, < 3      | true",
        "torch>=2.1.0           | true",
        "torch>2.1              | false",
        "torch==2.1             | true",
        "torch==2.*             | true",
        "torch==2.2.*           | false",
        "torch!=2.1.0           | false",
        "torch!=2.*             | false",
        "torch~=2.0             | true",
        "torch~=2.0.1           | false",
        "torch<=2.0             | false",
        "torch<2.1.1            | true",
        "torch[cuda]>=2         | true",
        "torch (>=3)            | false",
        "torch>=3; python_version < '3.8' | false",
        "torch===weird          | true",
        "Foo.Bar                | true",
        "foo_bar>=1             | true",
        "bare>=5                | true",
        "opencv-python-headless | true",
        "google.protobuf        | true",
        "tensorflow             | false",
      })
  void isThereOrNot(String text, boolean there) {
    assertWithMessage(text)
        .that(Requirement.of(text).unmetIn(ENVIRONMENT).isEmpty())
        .isEqualTo(there);
  }

  @Test
  void saysWhatThereIs() {
    assertThat(Requirement.of("torch>=3").unmetIn(ENVIRONMENT)).hasValue("has version 2.1.0+cu121");
    assertThat(Requirement.of("jax").unmetIn(ENVIRONMENT)).hasValue("does not have it");
    assertThat(Requirement.of(" torch >=3 ").text()).isEqualTo("torch >=3");
    assertThat(Requirement.of("scikit-learn==1").module()).isEqualTo("sklearn");
  }
}
