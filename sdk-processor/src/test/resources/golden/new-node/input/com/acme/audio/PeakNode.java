package com.acme.audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;

@Node(id = "peak", version = "1.0", summary = "Emits each new maximum.", effects = Node.Effects.NONE)
public final class PeakNode implements Transform<Double, PeakNode.Peak> {
  @State private long seen;
  @State private double highest;

  PeakNode(Params params) {
    highest = params.floor();
  }

  @Override
  public void process(Double item, Emitter<? super Peak> out) {
    seen++;
    if (item > highest) {
      highest = item;
      out.emit(new Peak(item, seen));
    }
  }

  record Params(@Param(doc = "Nothing below counts.", defaultValue = "0.0") double floor) {}

  record Peak(double value, long position) {}
}
