package dev.graft.processor.check;

import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.report.Problem;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A pattern is a regular expression and belongs to a text. */
final class PatternCheck extends ParamRule {
  @Override
  void check(NodeDeclaration node, Described param) {
    String pattern = param.text("pattern");
    if (pattern.isEmpty()) {
      return;
    }
    if (param.innerType().valueType() != Scalar.STR) {
      param.report("pattern", Problem.PARAM_PATTERN_TYPE, param.type().valueType().text());
    }
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      param.report("pattern", Problem.PARAM_PATTERN, pattern, e.getDescription());
    }
  }
}
