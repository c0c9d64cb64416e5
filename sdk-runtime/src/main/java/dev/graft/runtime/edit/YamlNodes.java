package dev.graft.runtime.edit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Finds the nodes of a manifest in YAML that was read before, and so is well-formed. */
final class YamlNodes {
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final String text;
  private final Iterator<Event> events;

  private YamlNodes(String text) {
    this.text = text;
    this.events = new Parse(SETTINGS).parseString(text).iterator();
  }

  static NodeText find(String text, int index) throws EditException {
    return new YamlNodes(text).find(index);
  }

  private NodeText find(int index) throws EditException {
    Event event = events.next();
    while (!(event instanceof MappingStartEvent)) {
      event = events.next();
    }
    while (events.next() instanceof ScalarEvent key) {
      Event value = events.next();
      if (!key.getValue().equals("nodes")) {
        end(value);
        continue;
      } else if (!(value instanceof SequenceStartEvent)) {
        break;
      }
      for (int i = 0; i < index; i++) {
        end(events.next());
      }
      if (events.next() instanceof MappingStartEvent node) {
        return node(node);
      }
      break;
    }
    throw new EditException("the node stands elsewhere, as an alias says");
  }

  private NodeText node(MappingStartEvent node) {
    List<NodeText.Entry> entries = new ArrayList<>();
    while (events.next() instanceof ScalarEvent key) {
      Event value = events.next();
      int from = offset(value.getStartMark());
      entries.add(new NodeText.Entry(key.getValue(), offset(key.getStartMark()), from, end(value)));
    }
    return new NodeText(!node.isFlow(), entries);
  }

  /**
   * Reads to the end of a value and says where that is: where its brackets close, or where the last
   * of its scalars ends, as a block only ends where something else begins.
   */
  private int end(Event value) {
    if (!(value instanceof CollectionStartEvent start)) {
      return offset(value.getEndMark());
    }
    int end = offset(start.getEndMark());
    Event inner = events.next();
    while (!(inner instanceof CollectionEndEvent)) {
      end = end(inner);
      inner = events.next();
    }
    return start.isFlow() ? offset(inner.getEndMark()) : end;
  }

  /** Marks count code points. */
  private int offset(Optional<Mark> mark) {
    return text.offsetByCodePoints(0, mark.map(Mark::getIndex).orElse(0));
  }
}
