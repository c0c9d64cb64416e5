package dev.graft.processor.check;

import dev.graft.processor.model.JsonLiteral;
import dev.graft.processor.read.AnnotationView;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.read.NodeDeclaration.ParamDeclaration;
import dev.graft.processor.report.Problem;
import dev.graft.value.Suggestions;
import dev.graft.value.Values;
import java.util.List;
import java.util.Optional;

/** Examples are JSON, and give parameters that exist. What they promise the matrix will see. */
final class ExampleCheck implements Check {
  @Override
  public void check(NodeDeclaration node) {
    List<String> known = node.params().stream().map(ParamDeclaration::name).toList();
    for (AnnotationView example : node.examples()) {
      checkTitle(node, example);
      checkParams(node, example, known);
      for (String name : List.of("items", "outputs")) {
        for (String text : example.texts(name)) {
          JsonLiteral.complaint(text)
              .ifPresent(why -> report(node, example, name, text, "value", why));
        }
      }
    }
  }

  private static void checkTitle(NodeDeclaration node, AnnotationView example) {
    String title = example.text("title");
    if (!title.isEmpty() && !title.endsWith(".")) {
      node.subject()
          .reportAt(example.at("title"), Problem.DOC_STOP, "example's title", title.strip());
    }
  }

  private static void checkParams(
      NodeDeclaration node, AnnotationView example, List<String> known) {
    String text = example.text("params");
    Optional<String> complaint = JsonLiteral.complaint(text);
    Optional<List<String>> names = JsonLiteral.names(text);
    if (complaint.isPresent() || names.isEmpty()) {
      report(node, example, "params", text, "object", complaint.orElse("it is another value"));
      return;
    }
    for (String name : names.get()) {
      if (!known.contains(name)) {
        String hint = Suggestions.hint(name, known);
        node.subject().reportAt(example.at("params"), Problem.EXAMPLE_PARAM, name, hint);
      }
    }
  }

  private static void report(
      NodeDeclaration node,
      AnnotationView example,
      String name,
      String text,
      String wanted,
      String why) {
    node.subject()
        .reportAt(example.at(name), Problem.EXAMPLE_JSON, name, Values.quote(text), wanted, why);
  }
}
