package dev.graft.python.host;

import dev.graft.python.failure.FailureReport;
import dev.graft.runtime.environment.Requirement;
import dev.graft.runtime.failure.Phase;
import java.util.List;
import java.util.Set;

/**
 * Packages that only CPython runs, by the name under which they are imported: those of native code,
 * and cloudpickle, whose pickles hold bytecode.
 */
public final class NativePackages {
  private static final Set<String> NATIVE =
      Set.of(
          "PIL",
          "av",
          "cloudpickle",
          "cryptography",
          "cv2",
          "jax",
          "librosa",
          "lxml",
          "matplotlib",
          "numba",
          "numpy",
          "onnxruntime",
          "orjson",
          "pandas",
          "peft",
          "polars",
          "psutil",
          "pyarrow",
          "pydantic_core",
          "scipy",
          "skimage",
          "sklearn",
          "soundfile",
          "tensorflow",
          "torch",
          "torchaudio",
          "torchvision",
          "transformers",
          "zmq");

  private NativePackages() {}

  /** The module of a requirement such as {@code numpy>=1.26}. */
  public static String moduleOf(String requirement) {
    return Requirement.of(requirement).module();
  }

  /** Those of a node's packages that only CPython runs, by their names, in order. */
  public static List<String> among(List<String> packages) {
    return packages.stream()
        .map(Requirement::of)
        .filter(need -> isNative(need.module()))
        .map(Requirement::name)
        .sorted()
        .toList();
  }

  /** Whether a module needs native code. */
  public static boolean isNative(String module) {
    return NATIVE.contains(module);
  }

  /**
   * Whether a node that runs already turned out to need native code that is not here: a module of
   * such a package, or one that is here but whose native part cannot be loaded.
   */
  static boolean isLackOfOne(FailureReport report) {
    if (report.missing().isEmpty()
        || (report.phase() != Phase.STEP && report.phase() != Phase.END)) {
      return false;
    }
    String module = report.missing().orElseThrow().split("\\.", 2)[0];
    return isNative(module) || report.type().equals("ImportError");
  }
}
