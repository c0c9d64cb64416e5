package dev.graft.runtime.backend;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a node for one session key.
 *
 * @param key the session key, null for items that have none
 * @param fields portable values by name
 */
public record KeyedState(@Nullable Object key, Map<String, @Nullable Object> fields) {}
