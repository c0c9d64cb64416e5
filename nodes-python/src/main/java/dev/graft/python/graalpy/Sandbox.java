package dev.graft.python.graalpy;

import java.io.InputStream;
import java.io.OutputStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/**
 * Makes contexts that can do nothing but compute. All are made alike: an engine shares code only
 * between contexts of equal rights.
 *
 * @param engine the shared engine
 */
record Sandbox(Engine engine) {
  static final String PYTHON = "python";

  Context newContext(OutputStream output) {
    IOAccess io =
        IOAccess.newBuilder()
            .fileSystem(FileSystem.allowInternalResourceAccess(new DeniedFileSystem()))
            .build();
    return Context.newBuilder(PYTHON)
        .engine(engine)
        .allowHostAccess(HostAccess.NONE)
        .allowHostClassLookup(name -> false)
        .allowHostClassLoading(false)
        .allowIO(io)
        .allowNativeAccess(false)
        .allowCreateProcess(false)
        .allowCreateThread(false)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowEnvironmentAccess(EnvironmentAccess.NONE)
        .allowInnerContextOptions(false)
        // The native one would go past the file system and the limits above.
        .option("python.PosixModuleBackend", "java")
        .in(InputStream.nullInputStream())
        .out(output)
        .err(output)
        .build();
  }
}
