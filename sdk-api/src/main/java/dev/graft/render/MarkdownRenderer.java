package dev.graft.render;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.value.Values;
import java.util.ArrayList;
import java.util.List;

/** The page of one node, in Markdown. */
public final class MarkdownRenderer {
  private MarkdownRenderer() {}

  /** The page of a node. */
  public static String render(NodeContract contract) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(contract.id()).append("\n\n");
    page.append(contract.summary()).append("\n\n");
    page.append("Contract version ").append(contract.version()).append(", ");
    page.append(contract.purity().text()).append(".\n\n");
    ports(page, "Input", contract.inputs());
    ports(page, "Output", contract.outputs());
    params(page, contract.params());
    state(page, contract.state());
    return page.toString();
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

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
