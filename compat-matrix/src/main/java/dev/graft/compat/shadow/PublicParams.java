package dev.graft.compat.shadow;

import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.ValueType.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parameters without those that are declared sensitive. A case may show the difference all the same
 * with another value in their place: the default, or any text.
 *
 * @param params what a case may say
 * @param redacted the names of those that had another value
 */
record PublicParams(Map<String, @Nullable Object> params, List<String> redacted) {
  private static final String ANY_TEXT = "redacted";

  /** Of these; empty if one of them is sensitive and nothing can stand in its place. */
  static Optional<PublicParams> of(
      List<ParamDescriptor> descriptors, Map<String, @Nullable Object> params) {
    List<ParamDescriptor> secret =
        descriptors.stream()
            .filter(each -> each.sensitive() && params.containsKey(each.name()))
            .toList();
    Map<String, @Nullable Object> open = new LinkedHashMap<>(params);
    for (ParamDescriptor each : secret) {
      if (!each.required()) {
        open.remove(each.name());
      } else if (each.type() == Scalar.STR && each.constraints().isEmpty()) {
        open.put(each.name(), ANY_TEXT);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new PublicParams(open, secret.stream().map(ParamDescriptor::name).toList()));
  }

  /** What a reader of the case must know; empty if nothing. */
  String note() {
    return redacted.isEmpty()
        ? ""
        : redacted.stream().collect(Collectors.joining(", ", "; not the real value: ", ""));
  }
}
