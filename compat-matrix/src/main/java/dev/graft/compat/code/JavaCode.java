package dev.graft.compat.code;

import dev.graft.runtime.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a class may run: those that it names, those that they name, and so on, without
 * those of the JDK. What is found by name at run time, as services are, is not among them. Safe for
 * several threads.
 */
public final class JavaCode {
  private static final Pattern JDK = Pattern.compile("(java|javax|jdk|sun|com/sun)/.*");

  private record Place(ClassLoader loader, String name) {}

  private record Content(String hash, List<String> named) {}

  private final Map<Place, Optional<Content>> read = new ConcurrentHashMap<>();

  /** A hash of all of them. */
  public String hash(Class<?> first) {
    return hash(first, "");
  }

  /** A hash of those whose names begin with a prefix, with slashes. */
  public String hash(Class<?> first, String prefix) {
    return Sha256.of(
        classes(first, prefix).entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining("\n")));
  }

  /** The hashes of their files, by name with slashes. */
  SortedMap<String, String> classes(Class<?> first, String prefix) {
    ClassLoader loader = loader(first.getClassLoader());
    SortedMap<String, String> found = new TreeMap<>();
    Deque<String> left = new ArrayDeque<>(List.of(first.getName().replace('.', '/')));
    while (!left.isEmpty()) {
      String name = left.remove();
      if (found.containsKey(name) || !name.startsWith(prefix) || JDK.matcher(name).matches()) {
        continue;
      }
      content(loader, name)
          .ifPresent(
              content -> {
                found.put(name, content.hash());
                left.addAll(content.named());
              });
    }
    return found;
  }

  private static ClassLoader loader(@Nullable ClassLoader loader) {
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }

  private Optional<Content> content(ClassLoader loader, String name) {
    return read.computeIfAbsent(new Place(loader, name), JavaCode::read);
  }

  private static Optional<Content> read(Place place) {
    try (InputStream in = place.loader().getResourceAsStream(place.name() + ".class")) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      List<String> named = new ArrayList<>();
      for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
        if (entry instanceof ClassEntry each) {
          named.add(element(each.asInternalName()));
        }
      }
      return Optional.of(new Content(Sha256.of(bytes), named));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The class of the elements, where it is one of arrays. */
  private static String element(String name) {
    return name.startsWith("[") ? name.replaceAll("^\\[+L?|;$", "") : name;
  }
}
