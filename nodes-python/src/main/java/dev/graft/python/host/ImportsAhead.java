package dev.graft.python.host;

import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what is worth importing in a worker before a node is loaded there. It must be what the node
 * imports anyway: a node that does not know NumPy gets arrays of another class.
 */
final class ImportsAhead {
  /** Packages that import NumPy whenever they are imported, and NumPy itself. */
  private static final Set<String> WITH_NUMPY =
      Set.of(
          "cv2",
          "librosa",
          "matplotlib",
          "numba",
          "numpy",
          "pandas",
          "scipy",
          "skimage",
          "sklearn");

  /** An import at the beginning of a line, so neither in a function nor in a {@code try}. */
  private static final Pattern IMPORT =
      Pattern.compile(
          "^(?:from|import(?:[^#\\n]*,)?)[ \\t]+(?:%s)\\b".formatted(String.join("|", WITH_NUMPY)),
          Pattern.MULTILINE);

  private ImportsAhead() {}

  /** The {@link HostKey#ahead} of a worker for a node. */
  static String of(PythonNode node) {
    boolean declared =
        node.descriptor().implementation().allPackages().stream()
            .map(NativePackages::moduleOf)
            .anyMatch(WITH_NUMPY::contains);
    return declared || IMPORT.matcher(node.unit().source()).find()
        ? HostKey.NUMPY
        : HostKey.NOTHING;
  }
}
