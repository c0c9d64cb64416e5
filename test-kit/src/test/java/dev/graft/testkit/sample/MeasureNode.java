package dev.graft.testkit.sample;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.math.BigInteger;

/** Says how long each text is. */
@Node(
    id = "measure",
    version = "1.0",
    summary = "Says how long each text is.",
    effects = Node.Effects.NONE)
@Example(
    params = "{\"extra\": 2}",
    items = "\"abc\"",
    outputs = "{\"text\": \"abc\", \"length\": 5}")
public final class MeasureNode implements Transform<String, MeasureNode.Measured> {
  private final BigInteger extra;

  MeasureNode(Params params) {
    extra = params.extra();
  }

  @Override
  public void process(String item, Emitter<? super Measured> out) {
    long length = item.codePointCount(0, item.length());
    out.emit(new Measured(item, extra.add(BigInteger.valueOf(length))));
  }

  record Params(
      @Param(doc = "What is added to each length.", defaultValue = "0") BigInteger extra) {}

  record Measured(String text, BigInteger length) {}
}
