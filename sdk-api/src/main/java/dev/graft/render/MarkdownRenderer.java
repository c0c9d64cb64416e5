package dev.graft.render;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.Example;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.value.Values;
import java.util.ArrayList;
import java.util.List;

/** The page of one node, in Markdown. */
public final class MarkdownRenderer {
  private MarkdownRenderer() {}

  /**
   * The page of a node.
   *
   * @param examples those of all its implementations
   */
  public static String render(NodeContract contract, List<Example> examples) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(contract.id()).append("\n\n");
    page.append(contract.summary()).append("\n\n");
    page.append("Contract version ").append(contract.version()).append(", ");
    page.append(purity(contract.purity())).append(".\n\n");
    ports(page, "Input", contract.inputs());
    ports(page, "Output", contract.outputs());
    params(page, contract.params());
    state(page, contract.state());
    examples(page, examples);
    return page.toString();
  }

  private static String purity(Purity purity) {
    return switch (purity) {
      case UNDECLARED -> "purity undeclared";
      case PURE, EFFECTS -> purity.text();
    };
  }

  private static void ports(StringBuilder page, String title, List<PortDescriptor> ports) {
    for (PortDescriptor port : ports) {
      page.append("- ").append(title).append(" `").append(port.name()).append("`: ");
      page.append(port.type().text()).append('\n');
    }
  }

  private static void params(StringBuilder page, List<ParamDescriptor> params) {
    page.append("\n## Parameters\n\n");
    if (params.isEmpty()) {
      page.append("None.\n");
      return;
    }
    page.append("| name | type | default | meaning |\n|---|---|---|---|\n");
    for (ParamDescriptor param : params) {
      String value = param.required() ? "required" : "`" + Values.quote(param.defaultValue()) + "`";
      page.append("| `").append(param.name()).append("` | ");
      page.append(cell(param.type().text())).append(" | ");
      page.append(cell(value.equals("`null`") ? "none" : value)).append(" | ");
      page.append(cell(meaning(param))).append(" |\n");
    }
  }

  private static String meaning(ParamDescriptor param) {
    List<String> parts = new ArrayList<>();
    parts.add(param.doc());
    param.unit().ifPresent(unit -> parts.add("Unit: " + unit + "."));
    for (Constraint constraint : param.constraints()) {
      parts.add(sentence(constraint));
    }
    return String.join(" ", parts);
  }

  private static String sentence(Constraint constraint) {
    if (constraint instanceof Constraint.Min min) {
      return "At least " + min.limit() + ".";
    } else if (constraint instanceof Constraint.Max max) {
      return "At most " + max.limit() + ".";
    } else if (constraint instanceof Constraint.Pattern pattern) {
      return "Matches `" + pattern.regex() + "`.";
    } else if (constraint instanceof Constraint.MinItems items) {
      return "At least " + items.count() + (items.count() == 1 ? " item." : " items.");
    }
    return "At most `" + ((Constraint.AtMost) constraint).param() + "`.";
  }

  private static void state(StringBuilder page, StateDescriptor state) {
    page.append("\n## State\n\n");
    if (state.scope() == StateDescriptor.Scope.NONE) {
      page.append("None.\n");
      return;
    }
    String owner =
        state.scope() == StateDescriptor.Scope.KEYED
            ? "One for each session key."
            : "One for the instance.";
    page.append(owner).append("\n\n");
    for (StateDescriptor.Field field : state.fields()) {
      page.append("- `").append(field.name()).append("`: ").append(field.type().text());
      page.append('\n');
    }
  }

  private static void examples(StringBuilder page, List<Example> examples) {
    if (examples.isEmpty()) {
      return;
    }
    page.append("\n## Examples\n");
    for (Example example : examples) {
      page.append('\n');
      if (!example.title().isEmpty()) {
        page.append(example.title()).append("\n\n");
      }
      page.append("```\n");
      if (!example.params().equals("{}")) {
        line(page, "params", List.of(example.params()));
      }
      line(page, "items", example.items());
      line(page, "outputs", example.outputs());
      page.append("```\n");
    }
  }

  /** What fits one line is on one line, separated by more space than there is in a value. */
  private static void line(StringBuilder page, String label, List<String> values) {
    String all = String.join("   ", values);
    String start = label + " ".repeat(9 - label.length());
    boolean fits = start.length() + all.length() <= 100;
    page.append(start).append(fits ? all : String.join("\n         ", values));
    page.append(values.isEmpty() ? "none\n" : "\n");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
