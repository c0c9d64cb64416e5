package dev.graft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows what a node makes of some items. All texts are typed JSON, in which {@code 1.5} is a float
 * and {@code {"$f": "2.0"}} one without a fraction.
 *
 * <p>An example is documentation that cannot go out of date: the node's page shows it, and the
 * compatibility matrix runs it on every backend that the node has.
 *
 * <pre>{@code
 * @Example(title = "Three and a rest.", params = "{\"size\": 3}",
 *     items = {"1", "2", "3", "4"}, outputs = {"[1, 2, 3]", "[4]"})
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Example.All.class)
public @interface Example {
  /** What there is to see: one sentence that ends with a full stop, or nothing. */
  String title() default "";

  /** The parameters that differ from their defaults: a JSON object. */
  String params() default "{}";

  /** The items in order, each as a JSON text; after the last the input ends. */
  String[] items();

  /** All outputs in order, those of the end of the input included. */
  String[] outputs();

  /** Holds the examples of a node that has several. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface All {
    /** The examples, in order. */
    Example[] value();
  }
}
