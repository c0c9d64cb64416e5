package dev.graft.python.graalpy;

import dev.graft.python.source.BundledFiles;
import dev.graft.python.source.ModuleFinder;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * The functions of {@code graft.inprocess}, looked up once for each context.
 *
 * @param load loads a unit
 * @param describe describes a unit
 * @param open opens a node
 * @param processOne takes one item
 * @param flush ends the input
 * @param join makes a chain of open nodes
 * @param chainOne takes one item through a chain
 * @param chainFlush ends the input of a chain
 * @param chainTraffic counts the items of a chain
 * @param snapshot takes the state
 * @param restore sets the state
 * @param close cleans up a node
 * @param version the version of GraalPy, as it says itself
 */
record EntryPoints(
    Value load,
    Value describe,
    Value open,
    Value processOne,
    Value flush,
    Value join,
    Value chainOne,
    Value chainFlush,
    Value chainTraffic,
    Value snapshot,
    Value restore,
    Value close,
    String version) {

  private static final String VERSION =
      "'.'.join([str(n) for n in __import__('sys').implementation.version[:3]])";

  /** Brings Graft's Python package into a fresh context. */
  static EntryPoints install(Context context, BundledFiles files, ModuleFinder finder) {
    String text = files.texts().getOrDefault("graft/bootstrap.py", "");
    context.eval(Source.newBuilder(Sandbox.PYTHON, text, "graft/bootstrap.py").buildLiteral());
    ProxyExecutable find =
        arguments ->
            finder
                .find(arguments[0].asString())
                .map(f -> ProxyArray.fromArray(f.path(), f.source(), f.isPackage()))
                .orElse(null);
    Value module = context.getBindings(Sandbox.PYTHON).getMember("install").execute(find);
    context.eval(Sandbox.PYTHON, "from graft import sandbox; sandbox.close_doors()");
    return new EntryPoints(
        module.getMember("load"),
        module.getMember("describe"),
        module.getMember("open"),
        module.getMember("process_one"),
        module.getMember("flush"),
        module.getMember("join"),
        module.getMember("chain_one"),
        module.getMember("chain_flush"),
        module.getMember("chain_traffic"),
        module.getMember("snapshot"),
        module.getMember("restore"),
        module.getMember("close"),
        context.eval(Sandbox.PYTHON, VERSION).asString());
  }
}
