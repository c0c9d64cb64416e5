package dev.graft.compat.corpus;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what a case tolerates: {@code {"out": {"float": {"ulp": 1, "why": "…"}}}}. */
final class ToleranceReader {
  private ToleranceReader() {}

  static Tolerance read(CaseObject object) throws CaseFormatException {
    Optional<JsonNode> compare = object.child("compare");
    if (compare.isEmpty()) {
      return Tolerance.NONE;
    }
    CasePlace place = object.place().key("compare");
    Optional<JsonNode> out = CaseObject.of(compare.get(), place, "\"compare\"", "out").child("out");
    if (out.isEmpty()) {
      return Tolerance.NONE;
    }
    CaseObject port =
        CaseObject.of(out.get(), place.key("out"), "a tolerance", "float", "grade", "why");
    String grade = port.text("grade", Tolerance.Required.EXACT.text());
    Tolerance.Required required =
        Arrays.stream(Tolerance.Required.values())
            .filter(each -> each.text().equals(grade))
            .findFirst()
            .orElseThrow(
                () -> new CaseFormatException(place, "there is no grade \"" + grade + "\"."));
    Optional<JsonNode> numbers = port.child("float");
    Tolerance tolerance =
        numbers.isEmpty()
            ? new Tolerance(0, 0, required, port.text("why", ""))
            : numbers(numbers.get(), required, place.key("out").key("float"));
    if (tolerance.any() && tolerance.why().isBlank()) {
      throw new CaseFormatException(place, "a tolerance needs its reason, \"why\".");
    }
    return tolerance;
  }

  private static Tolerance numbers(JsonNode json, Tolerance.Required required, CasePlace place)
      throws CaseFormatException {
    CaseObject numbers = CaseObject.of(json, place, "a tolerance of floats", "ulp", "rel", "why");
    Object relative = numbers.has("rel") ? numbers.value("rel") : null;
    return new Tolerance(
        numbers.number("ulp").orElse(0L),
        relative instanceof Double part ? part : 0,
        required,
        numbers.text("why"));
  }
}
