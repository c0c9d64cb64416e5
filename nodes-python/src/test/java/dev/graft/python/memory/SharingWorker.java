package dev.graft.python.memory;

import dev.graft.python.bundle.BundledPython;
import dev.graft.python.bundle.PythonBundle;
import dev.graft.python.host.Nodes;
import dev.graft.python.source.BundledFiles;
import dev.graft.python.source.UnpackedFiles;
import dev.graft.python.wire.Code;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import dev.graft.value.NdArray;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Python that shares memory and evaluates expressions. It speaks of arrays as a worker does, in
 * lines of JSON instead of a worker's messages, so that nothing but the memory is under test.
 */
final class SharingWorker implements AutoCloseable {
  private static final String PROGRAM =
      """
      import json, sys
      sys.path.insert(0, sys.argv[1])
      import graft
      import numpy as np
      from graft import arrays
      from graft.shared import SharedMemory
      memory = SharedMemory(sys.argv[3], sys.argv[4], int(sys.argv[5]))
      arrays.use_memory(memory)
      names = {"graft": graft, "np": np, "kept": [], "arrays": arrays}
      def answer(expression, parts):
          given = [arrays.put_together(16, each) for each in parts]
          names["a"] = given[0] if given else None
          names["all"] = given
          exec("result = " + expression, names)
          result = names.pop("result")
          del names["a"], names["all"], given
          if arrays.kind_of(type(result)):
              code, parts = arrays.take_apart(result)
              if code == 15:
                  parts[2] = parts[2].hex()
              return [code, parts]
          return [0, result]
      for line in sys.stdin:
          expression, parts, released = json.loads(line)
          memory.released(released)
          code, result = answer(expression, parts)
          kept, dropped = memory.report()
          print(json.dumps([code, result, kept, dropped]), flush=True)
          memory.sent()
      """;

  private final WorkerMemory memory;
  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;

  SharingWorker(SharedArrays arrays) throws Exception {
    memory = arrays.join();
    Path cache = Nodes.settings().cache();
    BundledPython python =
        PythonBundle.find(SharingWorker.class.getClassLoader()).orElseThrow().unpack(cache);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(python.executable().toString(), "-I", "-c", PROGRAM));
    command.add(UnpackedFiles.in(cache, BundledFiles.load()).toString());
    command.addAll(memory.arguments());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(python.environment());
    process = builder.start();
    in =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  WorkerMemory memory() {
    return memory;
  }

  Process process() {
    return process;
  }

  /** What an expression gives; {@code a} is the first array, {@code all} are all of them. */
  @Nullable Object evaluate(String expression, NdArray... given) throws IOException {
    List<Object> parts = new ArrayList<>();
    for (NdArray array : given) {
      List<Object> shared = memory.share(array);
      if (shared == null) {
        throw new IOException("not shared: " + array);
      }
      parts.add(shared);
    }
    List<String> released = memory.news();
    in.write(TypedJson.writePlain(List.of(expression, parts, released)));
    in.newLine();
    in.flush();
    memory.told(released);
    String line = out.readLine();
    if (line == null
        || !(read(line) instanceof List<?> answer)
        || !(answer.get(2) instanceof List<?> kept)
        || !(answer.get(3) instanceof List<?> dropped)) {
      throw new IOException("the worker ended");
    }
    Object result = answer.get(1);
    if (Long.valueOf(Code.SHARED_ARRAY).equals(answer.get(0)) && result instanceof List<?> list) {
      result = memory.resolve(list);
    }
    memory.answered(kept, dropped);
    return result;
  }

  private static @Nullable Object read(String line) throws IOException {
    try {
      return TypedJson.read(line, "the worker");
    } catch (JsonFormatException e) {
      throw new IOException(e);
    }
  }

  /** The array by reference that an expression gives. */
  NdArray array(String expression, NdArray... given) throws IOException {
    Object result = evaluate(expression, given);
    if (result instanceof NdArray array) {
      return array;
    }
    throw new IOException("no array by reference but " + result);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    process.onExit().join();
    memory.close();
  }
}
