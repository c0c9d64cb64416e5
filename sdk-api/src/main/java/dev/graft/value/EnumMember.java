package dev.graft.value;

/**
 * A member of a Python {@code enum.Enum}, by name; the member's value stays where its class is.
 *
 * @param type the class: its qualified name if a node's file defines it, else with the module
 *     before it, as in {@code http.HTTPStatus}
 * @param name the member's name
 */
public record EnumMember(String type, String name) {
  @Override
  public String toString() {
    return type + "." + name;
  }
}
