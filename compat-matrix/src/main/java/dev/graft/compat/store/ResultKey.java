package dev.graft.compat.store;

import dev.graft.runtime.hash.Sha256;

/**
 * All that decides a result.
 *
 * @param caseHash what is done
 * @param backend the fingerprint of the backend
 * @param node the hash of the node's code
 * @param comparator the version of what compares two instances
 * @param tool the version of what plays cases
 */
public record ResultKey(
    String caseHash, String backend, String node, String comparator, String tool) {

  /** One hash of all. */
  public String text() {
    return Sha256.of(String.join("\n", caseHash, backend, node, comparator, tool));
  }
}
