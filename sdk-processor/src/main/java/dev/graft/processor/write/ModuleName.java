package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import dev.graft.processor.model.NodeModel;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Finds the name of the class that lists the nodes of a module. */
public final class ModuleName {
  private ModuleName() {}

  /**
   * The class; none if the option is no class name, or if it is not qualified and the nodes have no
   * package in common.
   *
   * @param option the option {@code graft.module}; null if it is not given
   * @param taken the names of the lists that the module has already; another one gets a number
   */
  public static Optional<ClassName> of(
      Collection<NodeModel> nodes, @Nullable String option, Set<ClassName> taken) {
    return wanted(nodes, option).map(name -> unique(name, taken));
  }

  private static ClassName unique(ClassName wanted, Set<ClassName> taken) {
    ClassName name = wanted;
    for (int number = 2; taken.contains(name); number++) {
      name = wanted.peerClass(wanted.simpleName() + number);
    }
    return name;
  }

  private static Optional<ClassName> wanted(Collection<NodeModel> nodes, @Nullable String option) {
    String common = commonPackage(nodes);
    if (option == null) {
      return common.isEmpty()
          ? Optional.empty()
          : Optional.of(ClassName.get(common, pascalCase(lastSegment(common)) + "Module"));
    }
    String given = option.contains(".") ? option : common + "." + option;
    return SourceVersion.isName(given)
        ? Optional.of(
            ClassName.get(
                given.substring(0, given.lastIndexOf('.')), lastSegment(given) + "Module"))
        : Optional.empty();
  }

  private static String commonPackage(Collection<NodeModel> nodes) {
    List<String> common = List.of();
    boolean first = true;
    for (NodeModel node : nodes) {
      List<String> segments = Arrays.asList(node.type().packageName().split("\\.", -1));
      common = first ? segments : common.subList(0, sharedLength(common, segments));
      first = false;
    }
    return String.join(".", common);
  }

  private static int sharedLength(List<String> a, List<String> b) {
    int length = 0;
    while (length < Math.min(a.size(), b.size()) && a.get(length).equals(b.get(length))) {
      length++;
    }
    return length;
  }

  private static String lastSegment(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String pascalCase(String segment) {
    StringBuilder out = new StringBuilder();
    for (String word : segment.split("_", -1)) {
      if (!word.isEmpty()) {
        out.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return out.toString();
  }
}
