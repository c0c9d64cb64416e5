package dev.graft.value;

/**
 * An object that stays where it is: a reference to what a Python node wrapped in {@code
 * graft.Opaque}. It may be kept and handed back, to the host that it came from and to no other.
 *
 * @param host the interpreter that has the object
 * @param id its number there
 * @param type the class, for messages
 */
public record Opaque(String host, long id, String type) {
  @Override
  public String toString() {
    return "opaque " + type + " #" + id + " of " + host;
  }
}
