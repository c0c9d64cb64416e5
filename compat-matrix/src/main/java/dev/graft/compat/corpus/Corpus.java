package dev.graft.compat.corpus;

import dev.graft.runtime.hash.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All cases of a run, sorted by node and id.
 *
 * @param cases the cases
 */
public record Corpus(List<Case> cases) {
  public Corpus {
    cases =
        cases.stream().sorted(Comparator.comparing(Case::node).thenComparing(Case::id)).toList();
  }

  /** Both together. A case that two of them have is an error. */
  public Corpus with(Corpus other) throws CaseFormatException {
    Map<String, Case> all = new LinkedHashMap<>();
    cases.forEach(each -> all.put(each.key(), each));
    for (Case each : other.cases) {
      if (all.put(each.key(), each) != null) {
        throw new CaseFormatException(each.key(), "is in two case files.");
      }
    }
    return new Corpus(new ArrayList<>(all.values()));
  }

  /** The cases of one node. */
  public List<Case> of(String node) {
    return cases.stream().filter(each -> each.node().equals(node)).toList();
  }

  /** Changes whenever a case is added, removed or changed. */
  public String hash() {
    StringBuilder text = new StringBuilder();
    cases.forEach(each -> text.append(each.key()).append(' ').append(each.hash()).append('\n'));
    return Sha256.of(text.toString());
  }
}
