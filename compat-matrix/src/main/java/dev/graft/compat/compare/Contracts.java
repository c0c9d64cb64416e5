package dev.graft.compat.compare;

import dev.graft.compat.corpus.Tolerance;
import dev.graft.descriptor.NodeContract;
import dev.graft.render.DescriptorTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the contracts of twins. */
public final class Contracts {
  private Contracts() {}

  /** The comparison of the contract that is the reference with another one. */
  public static Comparison compare(NodeContract reference, NodeContract other) {
    Map<String, @Nullable Object> left = DescriptorTree.of(reference);
    Map<String, @Nullable Object> right = DescriptorTree.of(other);
    Comparison trees = ValueComparator.compare("contract", left, right, Tolerance.NONE);
    List<Difference> differences = new ArrayList<>();
    for (Difference each : trees.differences()) {
      differences.add(
          new Difference(
              -1,
              ContractPath.of(each.path(), left, right),
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
