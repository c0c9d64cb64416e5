package dev.graft.value;

import dev.graft.descriptor.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Turns portable values into one declared Java type and back. Stateless and safe for any number of
 * threads.
 *
 * @param <T> the Java type
 */
public interface Codec<T extends @Nullable Object> {
  /** What the codec accepts, as descriptors say it. */
  ValueType type();

  /**
   * The Java form of a portable value.
   *
   * @throws ValueException if the value is not of the type
   */
  T decode(@Nullable Object value);

  /**
   * The portable form of a Java value.
   *
   * @throws ValueException if something inside is not portable
   */
  @Nullable Object encode(T value);
}
