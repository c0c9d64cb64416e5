package dev.graft.bench.codec;

import dev.graft.registry.NodeInstance;
import java.util.Map;

/** What the codecs do. */
enum Direction {
  /** Portable value to record. */
  DECODE("decode"),
  /** Record to portable value. */
  ENCODE("encode"),
  /** Both, one after the other. */
  BOTH("decode and encode");

  private final String text;

  Direction(String text) {
    this.text = text;
  }

  /** The node that needs it, behind generated code. */
  NodeInstance generated() {
    return switch (this) {
      case DECODE -> new TakeOrderNodeFactory().create(Map.of());
      case ENCODE -> new GiveOrderNodeFactory().create(Map.of());
      case BOTH -> new PassOrderNodeFactory().create(Map.of());
    };
  }

  /** The node that needs it, behind code written by hand. */
  NodeInstance byHand() {
    return switch (this) {
      case DECODE -> new HandInstance.Take(new TakeOrderNode());
      case ENCODE -> new HandInstance.Give(new GiveOrderNode());
      case BOTH -> new HandInstance.Pass(new PassOrderNode());
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
