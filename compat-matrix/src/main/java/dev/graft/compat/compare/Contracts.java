package dev.graft.compat.compare;

import dev.graft.compat.corpus.Tolerance;
import dev.graft.descriptor.NodeContract;
import dev.graft.render.DescriptorTree;
import java.util.ArrayList;
import java.util.List;

/** Compares the contracts of twins. */
public final class Contracts {
  private Contracts() {}

  /** The comparison of the contract that is the reference with another one. */
  public static Comparison compare(NodeContract reference, NodeContract other) {
    Comparison trees =
        ValueComparator.compare(
            "contract", DescriptorTree.of(reference), DescriptorTree.of(other), Tolerance.NONE);
    List<Difference> differences = new ArrayList<>();
    for (Difference each : trees.differences()) {
      differences.add(
          new Difference(
              -1,
              each.path(),
              each.expected(),
              each.actual(),
              "contract/" + each.kind().replace('/', '-'),
              Grade.DIFFERENT,
              false,
              each.detail()));
    }
    if (differences.isEmpty() && !reference.equals(other)) {
      differences.add(
          new Difference(
              -1, "contract", "equal", "not equal", "contract/hidden", Grade.DIFFERENT, false, ""));
    }
    return new Comparison(differences, 0);
  }
}
