package dev.graft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one parameter of a node: a component of its nested {@code record Params}.
 *
 * <p>The parameter is named like the component, in snake_case: {@code initialCount} is {@code
 * initial_count} in a manifest. It is optional if it has a default, or if its type is {@code
 * Optional}.
 *
 * <p>Only components are meant; a compiler copies the annotation to their fields, and it is there
 * that it can point to single values. On any other field it is an error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Param {
  /** One sentence that says what the parameter means. */
  String doc();

  /**
   * The default, written as in a manifest: {@code "2"} is an int, {@code "2.0"} a float, {@code
   * "[\"a\", \"b\"]"} a list. A default of type text is written without quotes. The empty text
   * means that there is no default.
   */
  String defaultValue() default "";

  /** The smallest value allowed, written as a number; empty for none. */
  String min() default "";

  /** The largest value allowed, written as a number; empty for none. */
  String max() default "";

  /** A regular expression (RE2's common subset) that a text must match as a whole. */
  String pattern() default "";

  /** The smallest number of items of a list; 0 for any. */
  int minItems() default 0;

  /** Another number parameter, in snake_case, that this one may not exceed. */
  String atMost() default "";

  /** The unit of a number, for example {@code ms}; empty for none. */
  String unit() default "";

  /** Whether the value is a secret, to be kept out of logs and reports. */
  boolean sensitive() default false;
}
