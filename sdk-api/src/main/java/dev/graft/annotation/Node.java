package dev.graft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class a node.
 *
 * <p>The class is final, top-level or static, and implements one of the shapes {@code Source},
 * {@code Transform} or {@code Sink}. Its constructor takes nothing, or one nested {@code record
 * Params} whose components carry {@link Param}. A factory named after the class, with {@code
 * Factory} at the end, is generated beside it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Node {
  /** The catalogue id in kebab-case, for example {@code audio-buffer}. */
  String id();

  /** The version of the node's contract, {@code major.minor}. */
  String version();

  /** One sentence that says what the node does, ending with a full stop. */
  String summary();

  /** The group that it is listed in, in kebab-case, for example {@code audio}; empty for none. */
  String category() default "";

  /** Why the node should not be used any more, one sentence; empty if it may. It still runs. */
  String deprecated() default "";

  /** The catalogue id of the node to use instead of one that is deprecated; empty for none. */
  String replacedBy() default "";

  /** Whether the outputs depend on anything but parameters, state and input. */
  Effects effects() default Effects.UNDECLARED;

  /** Whether each session has its own {@link State}, or the instance has one. */
  Scope stateScope() default Scope.KEYED;

  /** What a call does besides emitting outputs. */
  enum Effects {
    /** Nothing is known: the node is run again on an item that was lost with its host. */
    UNDECLARED,
    /** None: the outputs depend on parameters, state and input alone. */
    NONE,
    /**
     * The node acts on the outside world, for example by writing a file: never twice for an item.
     */
    SOME
  }

  /** Whose state it is. */
  enum Scope {
    /** One state for each session key, and one for the items that have none. */
    KEYED,
    /** One state for the whole instance. */
    INSTANCE
  }
}
