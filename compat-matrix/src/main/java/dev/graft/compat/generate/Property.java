package dev.graft.compat.generate;

import dev.graft.compat.subject.ValueText;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule that must hold for every value. {@code -Dgraft.seed} says where the values begin, {@code
 * -Dgraft.values} how many there are, {@code -Dgraft.first} the number of the first one.
 */
public final class Property {
  private static final long SEED = 20_261_123;
  private static final int VALUES = 6_000;
  private static final int BUDGET = 2000;

  private final Class<?> test;
  private final ValueGenerator generator;
  private final long seed;
  private final long first;
  private final long values;

  private Property(Class<?> test, ValueGenerator generator, long seed, long first, long values) {
    this.test = test;
    this.generator = generator;
    this.seed = seed;
    this.first = first;
    this.values = values;
  }

  /** What is checked; it throws where the rule does not hold. */
  @FunctionalInterface
  public interface Rule {
    void check(@Nullable Object value) throws Exception;
  }

  /**
   * A property of the values of a generator.
   *
   * @param test the test that checks it, for the command that repeats a failure
   * @param generator makes the values
   */
  public static Property of(Class<?> test, ValueGenerator generator) {
    return new Property(
        test,
        generator,
        Long.getLong("graft.seed", SEED),
        Long.getLong("graft.first", 0),
        Long.getLong("graft.values", VALUES));
  }

  /** The same with another seed and number of values, whatever the system properties say. */
  public Property with(long otherSeed, long otherValues) {
    return new Property(test, generator, otherSeed, 0, otherValues);
  }

  /**
   * Checks the rule for each value.
   *
   * @throws AssertionError if it does not hold for one: with the smallest value that was found to
   *     fail in the same way, and the command that repeats it
   */
  public void holds(Rule rule) {
    for (long number = first; number < first + values; number++) {
      Choices choices = Choices.random(seed, number);
      Optional<Throwable> failure = failure(rule, generator.generate(choices));
      if (failure.isPresent()) {
        throw fail(rule, number, choices, failure.get());
      }
    }
  }

  @SuppressWarnings("CatchThrowable") // whatever the rule throws is what is looked for
  private static Optional<Throwable> failure(Rule rule, @Nullable Object value) {
    try {
      rule.check(value);
      return Optional.empty();
    } catch (Throwable e) {
      return Optional.of(e);
    }
  }

  private AssertionError fail(Rule rule, long number, Choices failing, Throwable failure) {
    String signature = signature(failure);
    Shrunk shrunk =
        Shrinker.shrink(
            failing,
            choices ->
                failure(rule, generator.generate(choices))
                    .filter(each -> signature(each).equals(signature))
                    .isPresent(),
            BUDGET);
    Object smallest = generator.generate(shrunk.choices());
    Throwable last = failure(rule, smallest).orElse(failure);
    return new AssertionError(
        """
        seed %d, value %d fails; shrunk in %d runs to
        %s
        %s
        To repeat it: mvn -pl %s -am test -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false -Dgraft.seed=%d -Dgraft.first=%d -Dgraft.values=1"""
            .formatted(
                seed,
                number,
                shrunk.runs(),
                ValueText.of(smallest),
                last,
                Path.of("").toAbsolutePath().getFileName(),
                test.getSimpleName(),
                seed,
                number),
        last);
  }

  /** The way in which it fails: the class of the error, and where it was thrown. */
  private String signature(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    for (StackTraceElement each : trace) {
      if (each.getClassName().startsWith("dev.graft.")) {
        return failure.getClass().getName() + " at " + each;
      }
    }
    return failure.getClass().getName();
  }
}
