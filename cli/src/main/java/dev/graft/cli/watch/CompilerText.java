package dev.graft.cli.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What the compiler says, with the line that it means. */
final class CompilerText {
  private static final int MOST = 5;

  private CompilerText() {}

  static List<String> of(List<Diagnostic<? extends JavaFileObject>> said) {
    List<Diagnostic<? extends JavaFileObject>> errors =
        said.stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR).toList();
    List<String> texts = new ArrayList<>();
    errors.stream().limit(MOST).forEach(each -> texts.add(text(each)));
    if (errors.size() > MOST) {
      texts.add("and %d more".formatted(errors.size() - MOST));
    }
    return texts;
  }

  private static String text(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ROOT);
    return Optional.ofNullable(error.getSource())
        .map(
            source ->
                "%s:%d: %s%s"
                    .formatted(
                        source.getName(), error.getLineNumber(), message, line(source, error)))
        .orElse(message);
  }

  private static String line(JavaFileObject source, Diagnostic<?> error) {
    try {
      List<String> lines = source.getCharContent(true).toString().lines().toList();
      int at = (int) error.getLineNumber() - 1;
      if (at < 0 || at >= lines.size()) {
        return "";
      }
      String line = lines.get(at);
      int indent = line.length() - line.stripLeading().length();
      int column = Math.max(0, (int) error.getColumnNumber() - 1 - indent);
      return "\n    %s\n    %s^".formatted(line.strip(), " ".repeat(column));
    } catch (IOException e) {
      return "";
    }
  }
}
