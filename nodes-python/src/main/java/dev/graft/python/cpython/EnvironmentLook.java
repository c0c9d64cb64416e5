package dev.graft.python.cpython;

import com.google.auto.service.AutoService;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.environment.EnvironmentException;
import dev.graft.runtime.environment.EnvironmentProber;
import dev.graft.runtime.environment.PythonEnvironment;
import dev.graft.runtime.manifest.EnvironmentSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at the environments of a manifest: at their files first, then at what they say. */
@AutoService(EnvironmentProber.class)
public final class EnvironmentLook implements EnvironmentProber {
  private static final String ANEW = " Make it with `python3 -m venv`.";

  @Override
  public PythonEnvironment probe(EnvironmentSpec spec, BackendSettings settings)
      throws EnvironmentException {
    Path place = spec.path().toAbsolutePath().normalize();
    Path program =
        switch (spec) {
          case EnvironmentSpec.Interpreter _ -> program(place);
          case EnvironmentSpec.Venv _ -> programOfVenv(place);
        };
    Identity identity;
    try {
      InterpreterProbe probe = new InterpreterProbe(WorkerSources.in(settings.cache()).folder());
      identity = probe.ask(program, BundledVariables.of(program, settings.cache()));
    } catch (IOException e) {
      throw new EnvironmentException(
          "the cache %s cannot be written (%s).".formatted(settings.cache(), e.getMessage()));
    } catch (ProbeFailedException e) {
      throw new EnvironmentException(e.getMessage() + ". Name a CPython 3.9 or later.");
    }
    if (spec instanceof EnvironmentSpec.Venv && !isSame(identity.prefix(), place)) {
      throw new EnvironmentException(
          "%s runs, but with the packages of %s: the virtual environment is broken."
                  .formatted(program, identity.prefix())
              + ANEW);
    }
    return environment(spec.name(), place, identity);
  }

  @Override
  public PythonEnvironment probeUsual(BackendSettings settings) throws EnvironmentException {
    try {
      InterpreterProbe probe = new InterpreterProbe(WorkerSources.in(settings.cache()).folder());
      Interpreter usual = InterpreterChoice.choose(settings, probe);
      Identity identity = probe.ask(usual.executable(), usual.environment());
      return environment("", usual.executable(), identity);
    } catch (HostingRefusedException e) {
      throw new EnvironmentException(e.reason() + ".");
    } catch (IOException | ProbeFailedException e) {
      throw new EnvironmentException(e.getMessage() + ".");
    }
  }

  private static PythonEnvironment environment(String name, Path place, Identity identity) {
    return new PythonEnvironment(
        name,
        place,
        identity.executable(),
        identity.versionText(),
        identity.cacheTag(),
        identity.distributions(),
        identity.modules());
  }

  private static Path program(Path program) throws EnvironmentException {
    if (Files.isRegularFile(program.resolve("pyvenv.cfg"))) {
      throw new EnvironmentException(
          program
              + " is the folder of a virtual environment. Write \"venv\" instead of \"interpreter\".");
    } else if (Files.isDirectory(program)) {
      throw new EnvironmentException(program + " is a folder. Name the program in it.");
    } else if (!Files.exists(program)) {
      throw new EnvironmentException(
          absence(program).orElse("there is no file " + program)
              + ". Name a program; relative paths start at the manifest's folder.");
    } else if (!Files.isExecutable(program)) {
      throw new EnvironmentException(program + " is not executable. Name a Python program.");
    }
    return program;
  }

  private static Path programOfVenv(Path folder) throws EnvironmentException {
    if (Files.isRegularFile(folder)) {
      throw new EnvironmentException(
          folder
              + " is a file. Name the folder of the virtual environment, or write"
              + " \"interpreter\" instead of \"venv\".");
    } else if (!Files.isDirectory(folder)) {
      throw new EnvironmentException(
          "there is no folder %s. Relative paths start at the manifest's folder.".formatted(folder)
              + ANEW);
    } else if (!Files.isRegularFile(folder.resolve("pyvenv.cfg"))) {
      throw new EnvironmentException(
          folder + " is no virtual environment: it has no pyvenv.cfg." + ANEW);
    }
    Path program = folder.resolve("bin/python");
    if (!Files.exists(program)) {
      throw new EnvironmentException(
          absence(program).orElse(folder + " is no virtual environment: it has no bin/python")
              + "."
              + ANEW);
    } else if (!Files.isExecutable(program)) {
      throw new EnvironmentException(program + " is not executable." + ANEW);
    }
    return program;
  }

  /** What a link points at that leads nowhere: most often a Python that was removed. */
  private static Optional<String> absence(Path program) {
    if (!Files.exists(program, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      Path target = program.resolveSibling(Files.readSymbolicLink(program));
      return Optional.of("%s leads to %s, which is not there".formatted(program, target));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isSame(Path a, Path b) {
    try {
      return Files.isSameFile(a, b);
    } catch (IOException e) {
      return false;
    }
  }
}
