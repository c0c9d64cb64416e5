package dev.graft.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What fish needs to complete a command: for each place in the tree of commands what may stand
 * there, with the texts of the help.
 */
final class FishCompletion {
  private final String program;
  private final List<String> lines = new ArrayList<>();

  private FishCompletion(String program) {
    this.program = program;
  }

  /** The script for a program. */
  static String of(String program, CommandSpec root) {
    FishCompletion completion = new FishCompletion(program);
    completion.lines.add("complete -c %s -e".formatted(program));
    completion.lines.add("complete -c %s -f".formatted(program)); // files only where they belong
    completion.add(root, List.of());
    return String.join("\n", completion.lines) + "\n";
  }

  /**
   * A command and all below it.
   *
   * @param path the names of those above it and its own, without the program
   */
  private void add(CommandSpec command, List<String> path) {
    List<CommandSpec> below =
        command.subcommands().values().stream()
            .distinct()
            .map(CommandLine::getCommandSpec)
            .filter(each -> !each.usageMessage().hidden())
            .toList();
    String here = condition(path, command.subcommands().keySet());
    for (CommandSpec each : below) {
      complete(here, "-a", each.name(), about(each.usageMessage().description()));
    }
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        complete(here, names(command, option), value(option), about(option.description()));
      }
    }
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      if (takesFile(parameter)) {
        complete(here, "-F");
      } else if (parameter.completionCandidates() != null) {
        complete(here, "-a", candidates(parameter));
      }
    }
    for (CommandSpec each : below) {
      List<String> deeper = new ArrayList<>(path);
      deeper.add(each.name());
      add(each, deeper);
    }
  }

  private void complete(String... parts) {
    List<String> words = new ArrayList<>(List.of("complete", "-c", program));
    Stream.of(parts).filter(part -> !part.isEmpty()).forEach(words::add);
    lines.add(String.join(" ", words));
  }

  /** Where all these were said, and none of those that go further. */
  private static String condition(List<String> said, Set<String> further) {
    List<String> all = new ArrayList<>();
    said.forEach(name -> all.add("__fish_seen_subcommand_from " + name));
    if (!further.isEmpty()) {
      all.add("not __fish_seen_subcommand_from " + String.join(" ", further));
    }
    return "-n " + quoted(String.join("; and ", all));
  }

  private static String names(CommandSpec command, OptionSpec option) {
    List<String> names = new ArrayList<>();
    for (String name : option.names()) {
      names.add(name(name));
      if (option.negatable() && name.startsWith("--")) {
        names.add(name(command.negatableOptionTransformer().makeNegative(name, command)));
      }
    }
    return String.join(" ", names);
  }

  private static String name(String name) {
    if (name.startsWith("--")) {
      return "-l " + name.substring(2);
    }
    return (name.length() == 2 ? "-s " : "-o ") + name.substring(1);
  }

  private static String value(OptionSpec option) {
    if (option.arity().max() == 0) {
      return "";
    } else if (takesFile(option)) {
      return "-r -F";
    }
    return option.completionCandidates() == null ? "-x" : "-x -a " + candidates(option);
  }

  private static boolean takesFile(ArgSpec argument) {
    return List.of(argument.auxiliaryTypes()).contains(Path.class);
  }

  private static String candidates(ArgSpec argument) {
    List<String> all =
        StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList();
    return quoted(String.join(" ", all));
  }

  /** The first sentence: there is one line. */
  private static String about(String[] description) {
    if (description.length == 0) {
      return "";
    }
    String text = description[0];
    int end = text.indexOf(". ");
    return "-d " + quoted(end < 0 ? text : text.substring(0, end + 1));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
