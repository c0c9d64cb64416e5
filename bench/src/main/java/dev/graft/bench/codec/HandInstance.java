package dev.graft.bench.codec;

import dev.graft.node.Emitter;
import dev.graft.node.NodeContext;
import dev.graft.node.NodeShape;
import dev.graft.registry.NodeInstance;
import dev.graft.value.ValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nodes behind the codec that was written by hand. */
abstract class HandInstance implements NodeInstance {
  private final NodeShape node;

  private HandInstance(NodeShape node) {
    this.node = node;
  }

  private static Order decode(@Nullable Object item) {
    try {
      return HandCodec.decode(item);
    } catch (ValueException e) {
      throw e.in("in");
    }
  }

  private static @Nullable Object encode(@Nullable Order output) {
    if (output == null) {
      return null;
    }
    try {
      return HandCodec.encode(output);
    } catch (ValueException e) {
      throw e.in("out");
    }
  }

  @Override
  public void open(NodeContext context) {
    node.open(context);
  }

  @Override
  public void flush(Emitter<@Nullable Object> out) {}

  @Override
  public Map<String, @Nullable Object> snapshot() {
    return new LinkedHashMap<>();
  }

  @Override
  public void restore(Map<String, ? extends @Nullable Object> state) {}

  @Override
  public void close() {
    node.close();
  }

  /** Decodes. */
  static final class Take extends HandInstance {
    private final TakeOrderNode node;

    Take(TakeOrderNode node) {
      super(node);
      this.node = node;
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      node.accept(decode(item));
    }
  }

  /** Encodes. */
  static final class Give extends HandInstance {
    private final GiveOrderNode node;

    Give(GiveOrderNode node) {
      super(node);
      this.node = node;
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      node.process(item, output -> out.emit(encode(output)));
    }
  }

  /** Decodes and encodes. */
  static final class Pass extends HandInstance {
    private final PassOrderNode node;

    Pass(PassOrderNode node) {
      super(node);
      this.node = node;
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      node.process(decode(item), output -> out.emit(encode(output)));
    }
  }
}
