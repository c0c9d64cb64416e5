package audio;

import dev.graft.annotation.Node;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;

@Node(id = "gain", version = "1.0", summary = "Multiplies.", replacedBy = "louder")
public final class GainNode implements Transform<Object, Object> {
  public void process(Object item, Emitter<? super Object> out) {}
}

@Node(
    id = "mute",
    version = "1.0",
    summary = "Drops all.",
    deprecated = "Nobody wants that.",
    replacedBy = "mute")
final class MuteNode implements Transform<Object, Object> {
  public void process(Object item, Emitter<? super Object> out) {}
}

@Node(
    id = "pan",
    version = "1.0",
    summary = "Moves sideways.",
    deprecated = "There are more than two sides",
    replacedBy = "Surround")
final class PanNode implements Transform<Object, Object> {
  public void process(Object item, Emitter<? super Object> out) {}
}
