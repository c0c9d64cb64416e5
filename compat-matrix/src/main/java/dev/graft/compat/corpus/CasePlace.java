package dev.graft.compat.corpus;

import dev.graft.runtime.document.Document;
import dev.graft.runtime.document.Position;
import java.util.Optional;

/**
 * A place in a case file: for people the file and the case, for finding its line the path.
 *
 * @param file the name of the file
 * @param owner the case, for people; empty outside of one
 * @param inside the way from the case on, such as {@code steps[0].in}; empty for all of it
 * @param path the way from the root of the file
 */
record CasePlace(String file, String owner, String inside, String path) {
  static CasePlace of(String file) {
    return new CasePlace(file, "", "", "");
  }

  /** A case that has no id is called by its number. */
  CasePlace inCase(int index, Optional<String> id) {
    String at = "cases[" + index + "]";
    return new CasePlace(file, id.map(name -> "case " + name).orElse(at), "", at);
  }

  CasePlace key(String name) {
    return new CasePlace(file, owner, inside + dot(inside) + name, path + dot(path) + name);
  }

  CasePlace item(int index) {
    String step = "[" + index + "]";
    return new CasePlace(file, owner, inside + step, path + step);
  }

  /** The same for people, with the line of one of its keys: what is wrong is the key itself. */
  CasePlace at(String name) {
    return new CasePlace(file, owner, inside, key(name).path);
  }

  private static String dot(String before) {
    return before.isEmpty() ? "" : ".";
  }

  /** Where it stands in a document; what is missing is missing in what is around it. */
  Position in(Document document) {
    return document.spot().find(path).key();
  }

  /** The place as the front of a message. */
  String shown(Optional<Integer> line) {
    String front = file + line.map(number -> ":" + number).orElse("");
    String within = owner.isEmpty() || inside.isEmpty() ? owner + inside : owner + ", " + inside;
    return within.isEmpty() ? front : front + ": " + within;
  }
}
