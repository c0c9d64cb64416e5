import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * Checks that all Java sources are formatted by google-java-format, or formats them. It runs on the
 * JDK that compiles the sources, not on the one that runs Maven: a formatter reads only the syntax
 * of the JDK it runs on, and an older one cannot read these sources.
 */
final class Format {
  private Format() {}

  public static void main(String[] args) throws IOException {
    boolean apply = args[0].equals("apply");
    ConcurrentSkipListSet<String> changed = new ConcurrentSkipListSet<>();
    List<Path> sources;
    try (Stream<Path> tree = Files.walk(Path.of(""))) {
      sources = tree.filter(Format::isSource).toList();
    }
    sources.parallelStream().forEach(file -> visit(file, apply, changed));
    if (!changed.isEmpty() && !apply) {
      System.err.println("not formatted by google-java-format:");
      changed.forEach(file -> System.err.println("  " + file));
      System.err.println("Run: mvn -N -Pformat validate");
      System.exit(1);
    }
    System.out.printf("%d Java sources, %d %s%n", sources.size(), changed.size(), "reformatted");
  }

  private static boolean isSource(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.endsWith(".java")
        && (path.contains("/src/main/java/")
            || path.contains("/src/test/java/")
            || path.startsWith("build/"))
        && !path.contains("/target/");
  }

  private static void visit(Path file, boolean apply, ConcurrentSkipListSet<String> changed) {
    try {
      String before = Files.readString(file);
      String after = RemoveUnusedImports.removeUnusedImports(before);
      after = ImportOrderer.reorderImports(after, Style.GOOGLE);
      after = new Formatter().formatSource(after);
      if (!after.equals(before)) {
        changed.add(file.toString());
        if (apply) {
          Files.writeString(file, after);
        }
      }
    } catch (IOException | FormatterException e) {
      changed.add(file + " (" + e.getMessage() + ")");
    }
  }
}
