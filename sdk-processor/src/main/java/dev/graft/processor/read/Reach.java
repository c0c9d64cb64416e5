package dev.graft.processor.read;

import com.google.auto.common.MoreElements;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * What generated code can name.
 *
 * @param from the package that it is in
 */
record Reach(PackageElement from) {
  /** Whether a type is visible. */
  boolean covers(TypeElement type) {
    for (Element e = type; e != null && MoreElements.isType(e); e = e.getEnclosingElement()) {
      Set<Modifier> modifiers = e.getModifiers();
      boolean visible =
          modifiers.contains(Modifier.PUBLIC)
              || (isNear(type) && !modifiers.contains(Modifier.PRIVATE));
      if (!visible) {
        return false;
      }
    }
    return true;
  }

  /** What a type would have to be. */
  String wanted(TypeElement type) {
    return isNear(type) ? "public or package-private" : "public";
  }

  private boolean isNear(TypeElement type) {
    return MoreElements.getPackage(type).equals(from);
  }
}
