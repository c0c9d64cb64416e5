package audio;

import dev.graft.annotation.Node;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import java.util.ArrayList;
import java.util.List;

/** Has types that are called like each other, and like what is generated. */
@Node(id = "names", version = "1.0", summary = "Passes names on.")
public final class NamesNode implements Transform<NamesNode.Descriptor, NamesNode.Descriptor> {
  @State private List<State2.Instance> instances = new ArrayList<>();
  @State private int state;
  @State private Descriptor node = new Descriptor("", 0, List.of(), Decode.ENCODE);

  @Override
  public void process(Descriptor item, Emitter<? super Descriptor> out) {
    out.emit(item);
  }

  enum Decode {
    ENCODE
  }

  record Descriptor(String from, long dict, List<Other.Instance> at, Decode e) {}

  static final class State2 {
    record Instance(boolean value) {}
  }

  static final class Other {
    record Instance(String key) {}
  }
}
