package dev.graft.compat.fake;

import dev.graft.node.Emitter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node that makes one output of each item. */
public final class Mapping implements FakeNode {
  private final Map<String, @Nullable Object> params;
  private final Rule rule;

  private Mapping(Map<String, @Nullable Object> params, Rule rule) {
    this.params = params;
    this.rule = rule;
  }

  /** What it makes of an item. */
  @FunctionalInterface
  public interface Rule {
    @Nullable Object apply(Map<String, @Nullable Object> params, @Nullable Object item);
  }

  /** Makes such nodes. */
  public static Maker of(Rule rule) {
    return (Map<String, @Nullable Object> params) -> new Mapping(params, rule);
  }

  @Override
  public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
    out.emit(rule.apply(params, item));
  }
}
