package dev.graft.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.python.core.Py;
import org.python.core.PyBoolean;
import org.python.core.PyDictionary;
import org.python.core.PyFloat;
import org.python.core.PyGenerator;
import org.python.core.PyInteger;
import org.python.core.PyList;
import org.python.core.PyLong;
import org.python.core.PyNone;
import org.python.core.PyObject;
import org.python.core.PyString;
import org.python.core.PySystemState;
import org.python.util.PythonInterpreter;

/**
 * Python 2.7 in the JVM, called as its users do: real Python objects in, plain Java values out. The
 * nodes are those of the case, written again for Python 2.7.
 */
final class Jython implements Peer {
  /** The file with the nodes. */
  static final String NODES = "jython_nodes.py";

  private final PythonInterpreter interpreter;
  private final PyObject process;
  private final @Nullable Object item;
  private long items;

  private Jython(PythonInterpreter interpreter, PyObject process, @Nullable Object item) {
    this.interpreter = interpreter;
    this.process = process;
    this.item = item;
  }

  static Jython open(BenchCase benchCase, Workplace place) {
    Properties settings = new Properties();
    settings.setProperty("python.cachedir.skip", "true");
    settings.setProperty("python.import.site", "false");
    PySystemState.initialize(System.getProperties(), settings);
    PythonInterpreter interpreter = new PythonInterpreter();
    Path nodes = place.folder().resolve(NODES);
    interpreter.execfile(nodes.toString());
    BenchCase.Step step = benchCase.steps().getFirst();
    List<PyObject> params = new ArrayList<>();
    for (Object value : step.params().values()) {
      params.add(toPython(value));
    }
    PyObject node =
        interpreter
            .get(className(step.type()))
            .__call__(
                params.toArray(PyObject[]::new), step.params().keySet().toArray(String[]::new));
    return new Jython(interpreter, node.__getattr__("process"), benchCase.item());
  }

  private static String className(String type) {
    return switch (type) {
      case "pass-through" -> "PassThrough";
      case "counter" -> "Counter";
      case "repeat" -> "Repeat";
      case "bench-transform" -> "Transform";
      default -> throw new IllegalArgumentException("no node for Jython: " + type);
    };
  }

  @Override
  public List<@Nullable Object> call() {
    items++;
    List<@Nullable Object> outputs = new ArrayList<>();
    PyObject result = process.__call__(toPython(item));
    if (result instanceof PyGenerator) {
      for (PyObject output : result.asIterable()) {
        outputs.add(toJava(output));
      }
    } else {
      outputs.add(toJava(result));
    }
    return outputs;
  }

  private static PyObject toPython(@Nullable Object value) {
    return switch (value) {
      case null -> Py.None;
      case Boolean bool -> Py.newBoolean(bool);
      case Long number -> Py.newInteger(number);
      case Double number -> Py.newFloat(number);
      case String text -> Py.newStringOrUnicode(text);
      case List<?> items -> {
        PyObject[] list = new PyObject[items.size()];
        for (int i = 0; i < list.length; i++) {
          list[i] = toPython(items.get(i));
        }
        yield new PyList(list);
      }
      case Map<?, ?> map -> {
        PyDictionary dict = new PyDictionary();
        map.forEach((key, each) -> dict.__setitem__(toPython(key), toPython(each)));
        yield dict;
      }
      default -> throw new IllegalArgumentException("not for Jython: " + value.getClass());
    };
  }

  private static @Nullable Object toJava(PyObject value) {
    return switch (value) {
      case PyBoolean bool -> bool.getBooleanValue();
      case PyInteger number -> (long) number.getValue();
      case PyLong number -> number.getValue().longValueExact();
      case PyFloat number -> number.getValue();
      case PyString text -> text.toString();
      case PyList list -> {
        List<@Nullable Object> items = new ArrayList<>(list.size());
        for (PyObject each : list.getArray()) {
          items.add(toJava(each));
        }
        yield items;
      }
      case PyDictionary dict -> {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<PyObject, PyObject> entry : dict.getMap().entrySet()) {
          map.put(toJava(entry.getKey()), toJava(entry.getValue()));
        }
        yield map;
      }
      case PyNone _ -> null;
      default -> throw new IllegalArgumentException("not from Jython: " + value.getType());
    };
  }

  @Override
  public boolean keepsOrder() {
    return false;
  }

  @Override
  public long items() {
    return items;
  }

  @Override
  public String implementation() {
    return "Jython " + PySystemState.version.toString().split(" ", 2)[0];
  }

  @Override
  public void close() {
    interpreter.close();
  }
}
