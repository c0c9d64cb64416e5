package dev.graft.python.graalpy;

import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.permission.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * Makes contexts that can compute, and do what was granted: no more than that. What is denied the
 * engine denies; {@code graft/sandbox.py} only says so in Python's words.
 *
 * @param engine the shared engine
 * @param grants what the code in the contexts may do
 */
record Sandbox(Engine engine, Grants grants) {
  static final String PYTHON = "python";

  /**
   * A context in which nothing of Graft is yet.
   *
   * @throws IOException if what was granted is not there
   */
  Context newContext(OutputStream output, Exchange exchange) throws IOException {
    GrantedFileSystem files = new GrantedFileSystem(grants);
    HostClasses classes = hostClasses();
    Context.Builder builder =
        Context.newBuilder(PYTHON)
            .allowHostAccess(classes.access())
            .allowHostClassLookup(classes::contain)
            .allowHostClassLoading(false)
            .allowIO(io(new ContextFileSystem(files, exchange)))
            .allowNativeAccess(false)
            .allowCreateProcess(grants.has(Permission.Subprocess.class))
            .allowCreateThread(grants.has(Permission.Threads.class))
            .allowPolyglotAccess(PolyglotAccess.NONE)
            .allowInnerContextOptions(false)
            // The native one would go past the file system and the limits above.
            .option("python.PosixModuleBackend", "java")
            .in(InputStream.nullInputStream())
            .out(output)
            .err(output);
    if (classes.isEmpty()) {
      builder.engine(engine);
    } else {
      Engines.configureOwn(builder, engine); // contexts of one engine have equal access to classes
    }
    giveEnvironment(builder);
    Context context = builder.build();
    tell(context, files);
    return context;
  }

  private IOAccess io(ContextFileSystem files) {
    return IOAccess.newBuilder()
        .fileSystem(files)
        // Even to wait for the output of a program the engine asks for it.
        .allowHostSocketAccess(
            grants.has(Permission.Network.class) || grants.has(Permission.Subprocess.class))
        .build();
  }

  private HostClasses hostClasses() throws IOException {
    try {
      return HostClasses.of(grants.all(Permission.HostClass.class));
    } catch (ClassNotFoundException e) {
      throw new IOException("there is no class " + e.getMessage() + " on the class path", e);
    }
  }

  private void giveEnvironment(Context.Builder builder) {
    if (grants.has(Permission.AllVariables.class)) {
      builder.allowEnvironmentAccess(EnvironmentAccess.INHERIT);
      return;
    }
    builder.allowEnvironmentAccess(EnvironmentAccess.NONE);
    for (Permission.Variable variable : grants.all(Permission.Variable.class)) {
      String value = System.getenv(variable.name());
      if (value != null) {
        builder.environment(variable.name(), value);
      }
    }
  }

  /** What {@code graft/bootstrap.py} must know of the sandbox that it is in. */
  private void tell(Context context, GrantedFileSystem files) {
    Value bindings = context.getBindings(PYTHON);
    bindings.putMember(
        "granted",
        grants.permissions().stream().map(Permission::text).collect(Collectors.joining("\n")));
    ProxyExecutable explain =
        arguments -> {
          try {
            Path given = Path.of(arguments[0].asString());
            return files.denials().explain(files.toAbsolutePath(given), given).orElse(null);
          } catch (InvalidPathException e) {
            return null; // a name that is no path was never denied
          }
        };
    bindings.putMember("explain", explain);
  }
}
