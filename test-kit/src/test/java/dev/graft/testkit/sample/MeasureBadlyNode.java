package dev.graft.testkit.sample;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.math.BigInteger;

/** Says how many chars of Java each text has: a wrong port. */
@Node(
    id = "measure-badly",
    version = "1.0",
    summary = "Says how long each text is.",
    effects = Node.Effects.NONE)
@Example(
    params = "{\"extra\": 2}",
    items = "\"abc\"",
    outputs = "{\"text\": \"abc\", \"length\": 5}")
public final class MeasureBadlyNode implements Transform<String, MeasureBadlyNode.Measured> {
  private final BigInteger extra;

  MeasureBadlyNode(Params params) {
    extra = params.extra();
  }

  @Override
  public void process(String item, Emitter<? super Measured> out) {
    long length = item.length();
    out.emit(new Measured(item, extra.add(BigInteger.valueOf(length))));
  }

  record Params(
      @Param(doc = "What is added to each length.", defaultValue = "0") BigInteger extra) {}

  record Measured(String text, BigInteger length) {}
}
