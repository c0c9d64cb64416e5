package dev.graft.cli.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page that tells what to type and what comes of it. Its fenced blocks are steps: {@code console}
 * holds commands with what they print, {@code diff FILE} an edit, and any other language with a
 * file name, such as {@code python FILE}, the whole of a file.
 *
 * @param parts what stands between steps, and steps, in order
 */
record Transcript(List<Part> parts) {
  private static final String FENCE = "```";
  private static final String PROMPT = "$ ";

  Transcript {
    parts = List.copyOf(parts);
  }

  /** A part of the page. */
  sealed interface Part {
    /** What stands on the page. */
    List<String> lines();
  }

  /** What people read. */
  record Prose(List<String> lines) implements Part {}

  /** A file that is written. */
  record WholeFile(String language, String file, List<String> text) implements Part {
    @Override
    public List<String> lines() {
      return fenced(language + " " + file, text);
    }
  }

  /** Lines of a file that are taken out, where they begin with a minus, and put in. */
  record Edit(String file, List<String> changes) implements Part {
    @Override
    public List<String> lines() {
      return fenced("diff " + file, changes);
    }

    /** The file after the edit; what is taken out must be there once. */
    String applied(String text) {
      String out = block("-");
      int at = text.indexOf(out);
      if (at < 0 || text.indexOf(out, at + 1) >= 0) {
        throw new IllegalStateException(
            "%s must have these lines once:%n%s%nbut is:%n%s".formatted(file, out, text));
      }
      return text.substring(0, at) + block("+") + text.substring(at + out.length());
    }

    /** The lines of one side; what begins with neither sign is of both. */
    private String block(String sign) {
      StringBuilder block = new StringBuilder();
      for (String line : changes) {
        if (line.startsWith(sign) || !(line.startsWith("-") || line.startsWith("+"))) {
          block.append(line.isEmpty() ? line : line.substring(1)).append('\n');
        }
      }
      return block.toString();
    }
  }

  /** Commands, each with what it prints. */
  record Console(List<Command> commands) implements Part {
    @Override
    public List<String> lines() {
      List<String> text = new ArrayList<>();
      for (Command command : commands) {
        text.add(PROMPT + command.line());
        text.addAll(command.output());
      }
      return fenced("console", text);
    }
  }

  /** One command. */
  record Command(String line, List<String> output) {
    private static final Pattern TIME = Pattern.compile("\\b[0-9]+(\\.[0-9]+)? (s|ms|µs|min)\\b");
    private static final Pattern INSTANT =
        Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

    /** What is the same each time. */
    List<String> steadyOutput() {
      return output.stream()
          .map(line -> TIME.matcher(line).replaceAll("… $2"))
          .map(line -> INSTANT.matcher(line).replaceAll("…"))
          .toList();
    }
  }

  static Transcript of(List<String> page) {
    List<Part> parts = new ArrayList<>();
    List<String> prose = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      String line = page.get(i);
      if (!line.startsWith(FENCE) || line.equals(FENCE)) {
        prose.add(line);
        continue;
      }
      int end = i + 1;
      while (!page.get(end).equals(FENCE)) {
        end++;
      }
      parts.add(new Prose(List.copyOf(prose)));
      prose.clear();
      parts.add(step(line.substring(FENCE.length()), page.subList(i + 1, end)));
      i = end;
    }
    parts.add(new Prose(List.copyOf(prose)));
    return new Transcript(parts);
  }

  /** The page. */
  List<String> lines() {
    return parts.stream().flatMap(part -> part.lines().stream()).toList();
  }

  private static Part step(String head, List<String> text) {
    List<String> words = List.of(head.split(" "));
    if (words.getFirst().equals("console")) {
      return new Console(commands(text));
    } else if (words.size() != 2) {
      return new Prose(fenced(head, text));
    } else if (words.getFirst().equals("diff")) {
      return new Edit(words.getLast(), List.copyOf(text));
    }
    return new WholeFile(words.getFirst(), words.getLast(), List.copyOf(text));
  }

  private static List<Command> commands(List<String> text) {
    List<Command> commands = new ArrayList<>();
    List<String> output = new ArrayList<>();
    for (String line : text.reversed()) {
      if (line.startsWith(PROMPT)) {
        commands.addFirst(new Command(line.substring(PROMPT.length()), List.copyOf(output)));
        output.clear();
      } else {
        output.addFirst(line);
      }
    }
    return commands;
  }

  private static List<String> fenced(String head, List<String> text) {
    List<String> lines = new ArrayList<>();
    lines.add(FENCE + head);
    lines.addAll(text);
    lines.add(FENCE);
    return lines;
  }
}
