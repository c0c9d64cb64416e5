package dev.graft.compat.changes;

import java.util.List;

/**
 * What changed from one run to another.
 *
 * @param before the name of the earlier one
 * @param after the name of the later one
 * @param notes why they cannot be compared in full, in sentences without a full stop
 * @param compared how many results were compared
 * @param all the changes, worst kind first, then by case and backend
 */
public record Changes(
    String before, String after, List<String> notes, int compared, List<Change> all) {
  public Changes {
    notes = List.copyOf(notes);
    all = List.copyOf(all);
  }

  /** The changes of one kind. */
  public List<Change> of(Change.Kind kind) {
    return all.stream().filter(each -> each.kind() == kind).toList();
  }

  /** How many there are of one kind. */
  public int count(Change.Kind kind) {
    return of(kind).size();
  }
}
