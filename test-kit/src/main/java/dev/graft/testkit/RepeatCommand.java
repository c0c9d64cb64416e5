package dev.graft.testkit;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.run.CompatOptions;
import java.util.List;
import java.util.Optional;

/**
 * The command that runs one case again, and what its properties do.
 *
 * @param test the class that asked for the matrix
 * @param options of its run
 */
record RepeatCommand(String test, CompatOptions options) {
  static final Property NODE = new Property("graft.node");
  static final Property CASE = new Property("graft.case");
  private static final Property RANDOM = new Property("graft.random");
  private static final Property SEED = new Property("graft.seed");

  /** A system property. */
  record Property(String name) {
    Optional<String> given() {
      return Optional.ofNullable(System.getProperty(name));
    }

    long number(long otherwise) {
      try {
        return given().map(Long::parseLong).orElse(otherwise);
      } catch (NumberFormatException e) {
        throw new NodeMatrixException(
            "-D%s must be a whole number, not \"%s\".".formatted(name, given().orElse("")));
      }
    }
  }

  /** The options as the properties would have them. */
  static CompatOptions applyTo(CompatOptions options) {
    CompatOptions made =
        options.withRandom(
            Math.toIntExact(RANDOM.number(options.random())), SEED.number(options.seed()));
    return CASE.given()
        .map(id -> made.selecting(every -> every.withCases(List.of(id))))
        .orElse(made);
  }

  String of(Case tried) {
    String made =
        tried.tags().contains("random")
            ? " -Dgraft.random=%d -Dgraft.seed=%d".formatted(options.random(), options.seed())
            : "";
    return "mvn test -Dtest=%s -Dgraft.node=%s -Dgraft.case=%s%s"
        .formatted(test, tried.node(), tried.id(), made);
  }
}
