package dev.graft.python.cpython;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says first.
 *
 * @param implementation for example {@code cpython}
 * @param version of the language
 * @param pid its process id
 * @param packages versions of the packages that decide where a node can run
 */
record Hello(String implementation, String version, long pid, Map<String, String> packages) {
  private static final long PROTOCOL = 1;

  /** The hello of a first message, if it knows the token. */
  static Hello of(byte[] frame, String token) throws IOException {
    return of(MessageReader.read(frame), token);
  }

  /** The same for a message that was read. */
  static Hello of(@Nullable Object first, String token) throws IOException {
    if (!(first instanceof List<?> message)
        || message.size() != 2
        || !"hello".equals(message.get(0))
        || !(message.get(1) instanceof Map<?, ?> data)) {
      throw new IOException("the first message is no hello");
    }
    if (!token.equals(data.get("token"))) {
      throw new IOException("somebody else answered: the token is wrong");
    }
    if (!Long.valueOf(PROTOCOL).equals(data.get("protocol"))) {
      throw new IOException(
          "the worker speaks protocol " + data.get("protocol") + ", not " + PROTOCOL);
    }
    Map<String, String> packages = new LinkedHashMap<>();
    if (data.get("packages") instanceof Map<?, ?> found) {
      found.forEach((name, version) -> packages.put(String.valueOf(name), String.valueOf(version)));
    }
    return new Hello(
        String.valueOf(data.get("implementation")),
        String.valueOf(data.get("version")),
        data.get("pid") instanceof Long pid ? pid : -1,
        packages);
  }

  /** Name and version, for people. */
  String name() {
    return (implementation.equals("cpython") ? "CPython" : implementation) + " " + version;
  }
}
