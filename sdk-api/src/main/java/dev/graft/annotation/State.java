package dev.graft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that belongs to the node's state.
 *
 * <p>Saving and restoring is generated. The field has a portable type and is not final; its name in
 * the state is the field's, in snake_case. It may be private.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface State {}
