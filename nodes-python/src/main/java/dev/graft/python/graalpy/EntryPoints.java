package dev.graft.python.graalpy;

import dev.graft.python.source.ModuleFinder;
import dev.graft.python.source.PythonFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * The functions of {@code graft.inprocess}, looked up once for each context.
 *
 * @param load loads a unit
 * @param describe describes a unit
 * @param open opens a node
 * @param waysIn makes the functions that take the items of a node
 * @param flush ends the input
 * @param join makes the functions of a chain of open nodes
 * @param spent tells how long a node's own code ran
 * @param snapshot takes the state
 * @param restore sets the state
 * @param close cleans up a node
 * @param attend takes the functions that hear of alarms and notices
 * @param goOn lets the tasks of nodes go on
 * @param letThrough tells the failure that an exception was which might have been an interrupt
 * @param exit what ends the context
 * @param version the version of GraalPy, as it says itself
 */
record EntryPoints(
    Value load,
    Value describe,
    Value open,
    Value waysIn,
    Value flush,
    Value join,
    Value spent,
    Value snapshot,
    Value restore,
    Value close,
    Value attend,
    Value goOn,
    Value letThrough,
    Exit exit,
    String version) {

  /** Where tracebacks say that the standard library is; no file system has such a path. */
  static final String LIBRARY = "<python>/";

  /** Brings Graft's Python package into a fresh context. */
  static EntryPoints install(
      Context context, Prelude prelude, ModuleFinder finder, Exchange exchange) {
    context.eval(prelude.bootstrap());
    Value bindings = context.getBindings(Sandbox.PYTHON);
    bindings.getMember("open_exchange").executeVoid(exchange.path().toString());
    Path library = Path.of(bindings.getMember("library").execute().asString());
    Value module =
        bindings
            .getMember("install")
            .execute(
                finding(finder::find, "", prelude, exchange),
                finding(
                    name -> prelude.library().module(library, name), LIBRARY, prelude, exchange));
    Exit exit = new Exit(context);
    bindings.getMember("close_doors").execute(exit);
    return new EntryPoints(
        module.getMember("load"),
        module.getMember("describe"),
        module.getMember("open"),
        module.getMember("ways_in"),
        module.getMember("flush"),
        module.getMember("join"),
        module.getMember("spent"),
        module.getMember("snapshot"),
        module.getMember("restore"),
        module.getMember("close"),
        module.getMember("attend"),
        module.getMember("go_on"),
        module.getMember("let_through"),
        exit,
        bindings.getMember("version").execute().asString());
  }

  private static ProxyExecutable finding(
      Function<String, Optional<PythonFile>> find,
      String place,
      Prelude prelude,
      Exchange exchange) {
    return arguments -> {
      String name = arguments[0].asString();
      PythonFile file = find.apply(name).orElse(null);
      if (file == null) {
        return null;
      }
      String path = place + file.path();
      ByteBuffer code = prelude.bytecode().of(name, file.source()).orElse(null);
      if (code == null) {
        prelude.held().hold(path, file.source());
        return ProxyArray.fromArray(path, file.source(), file.isPackage());
      }
      return ProxyArray.fromArray(
          path, file.source(), file.isPackage(), exchange.put(code), code.remaining());
    };
  }
}
