package dev.graft.descriptor;

import java.util.List;

/**
 * What a node makes of some items, for readers and for the compatibility matrix. Values are texts
 * of typed JSON, so that this module needs to read none.
 *
 * @param title one sentence, or empty
 * @param params the parameters that differ from their defaults: a JSON object
 * @param items the items in order; after the last the input ends
 * @param outputs all outputs in order, those of the end of the input included
 */
public record Example(String title, String params, List<String> items, List<String> outputs) {
  public Example {
    items = List.copyOf(items);
    outputs = List.copyOf(outputs);
  }
}
