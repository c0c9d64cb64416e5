package dev.graft.python.graalpy;

import dev.graft.runtime.permission.Permission.HostClass;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.graalvm.polyglot.HostAccess;

/**
 * The Java classes that were granted. The members that can be used are listed one by one, since the
 * engine knows no other way to allow a class and nothing beyond it: what a member returns can only
 * be used as far as its own class was granted, and no class object leads to others.
 *
 * @param classes what was granted
 */
record HostClasses(List<Class<?>> classes) {
  /** The classes of that name. */
  static HostClasses of(List<HostClass> granted) throws ClassNotFoundException {
    List<Class<?>> classes = new ArrayList<>();
    for (HostClass each : granted) {
      classes.add(Class.forName(each.name(), false, HostClasses.class.getClassLoader()));
    }
    return new HostClasses(List.copyOf(classes));
  }

  boolean isEmpty() {
    return classes.isEmpty();
  }

  /** Whether a name may be looked up. */
  boolean contain(String name) {
    return classes.stream().anyMatch(type -> type.getName().equals(name));
  }

  /** The members of these classes. */
  HostAccess access() {
    if (isEmpty()) {
      return HostAccess.NONE;
    }
    HostAccess.Builder access =
        HostAccess.newBuilder()
            .allowArrayAccess(true)
            .allowListAccess(true)
            .allowMapAccess(true)
            .allowIterableAccess(true)
            .allowIteratorAccess(true);
    for (Class<?> type : classes) {
      Arrays.stream(type.getConstructors()).forEach(access::allowAccess);
      Arrays.stream(type.getFields()).forEach(access::allowAccess);
      Arrays.stream(type.getMethods())
          .filter(HostClasses::belongsToTheClass)
          .forEach(access::allowAccess);
    }
    return access.build();
  }

  /** What every object has leads to its class, and to locks that others wait for. */
  private static boolean belongsToTheClass(Method method) {
    return !method.getDeclaringClass().equals(Object.class);
  }
}
