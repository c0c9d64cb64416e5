package dev.graft.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Faults of every kind. Each has one, and is small, so that its message is about nothing else. */
final class FaultCases {
  static final String INTRODUCTION =
      """
      # What goes wrong, and what is said

      What `graft run`, and in the last part other commands, say to each of these faults, word by word, and its [exit code](errors.md#exit-codes). The table is made
      by `FaultTableTest`, which runs each of them; `-Dgolden.update=true` writes it anew.
      """;

  private static final String PASS = chain("{'id':'a','type':'pass-through','backend':'java'}");
  private static final String HALF =
      chain("{'id':'half','type':'calculator','params':{'operation':'divide'},'backend':'java'}");

  private FaultCases() {}

  static Map<String, List<FaultCase>> all() {
    Map<String, List<FaultCase>> groups = new LinkedHashMap<>();
    groups.put("The command line", commandLine());
    groups.put("Files", files());
    groups.put("The manifest", manifest());
    groups.put("The input", input());
    groups.put("The output", output());
    groups.put("Nodes", nodes());
    groups.put("Authors of nodes", authors());
    return groups;
  }

  private static List<FaultCase> authors() {
    return List.of(
        FaultCase.of("A node to record that is not there", "record", "m.json", "--node", "b")
            .with("m.json", PASS),
        FaultCase.of("Nothing to record", "record", "m.json", "--node", "a", "-i", "in.jsonl")
            .with("m.json", PASS)
            .with("in.jsonl", ""),
        FaultCase.of("A backend to switch to that does not exist", "switch", "add", "--to", "jvm"),
        FaultCase.of(
                "A node to switch that no pipeline has",
                "switch",
                "add",
                "--to",
                "java",
                "--manifest",
                "m.json")
            .with("m.json", PASS),
        FaultCase.of(
                "A node that cannot run where it shall",
                "switch",
                "counter",
                "--to",
                "java",
                "--manifest",
                "m.json")
            .with(
                "m.json",
                chain("{'id':'a','type':'counter','prefer':['cpython'],'deadline_ms':9}")),
        FaultCase.of("A project where something is", "new", "p/")
            .with("p/", "")
            .with("p/mine.txt", "mine"));
  }

  private static List<FaultCase> commandLine() {
    return List.of(
        FaultCase.of("A command that does not exist", "rum"),
        FaultCase.of("No manifest", "run"),
        FaultCase.of("An option that does not exist", "run", "m.json", "--inptu", "x"),
        pass("A format that does not exist", "--input-format", "xml"),
        pass("A number that is none", "--block-ms", "long"),
        pass("A number out of range", "--block-ms", "0"),
        pass(
            "A type of cells that does not exist",
            "--input-format",
            "csv",
            "--csv-types",
            "a=number"),
        pass("Types of cells where there are none", "--csv-types", "a=int"),
        pass("A delimiter that is a word", "--csv-delimiter", "tabs"),
        pass("Ordinary JSON where no JSON is written", "--plain", "--output-format", "text"));
  }

  private static List<FaultCase> files() {
    return List.of(
        FaultCase.of("No such manifest", "run", "m.json"),
        FaultCase.of("A folder as manifest", "run", "m.json/").with("m.json/", ""),
        FaultCase.of("No such input", "run", "m.json", "-i", "in.jsonl").with("m.json", PASS),
        FaultCase.of("A folder as input", "run", "m.json", "-i", "in/")
            .with("m.json", PASS)
            .with("in/", ""),
        pass("A folder as output", "-o", "out/").with("out/", ""),
        pass("An output in a folder that does not exist", "-o", "no/out.jsonl"),
        pass("The input as output", "-o", "in.jsonl"),
        pass("A summary in a folder that does not exist", "--summary-json", "no/sum.json"));
  }

  private static List<FaultCase> manifest() {
    return List.of(
        manifest("Broken JSON", "{\"version\" \"1\"}"),
        manifest("A type of nodes that does not exist", chain("{'id':'a','type':'calculater'}")),
        manifest(
            "Wrong parameters",
            chain("{'id':'a','type':'calculator','params':{'operatoin':'add','operand':'3'}}")),
        manifest(
            "A backend that does not have the node",
            chain("{'id':'a','type':'code-executor','backend':'java'}")),
        manifest(
            "A cycle",
            json(
                "{'version':'1','name':'x','nodes':[{'id':'a','type':'counter'},{'id':'b','type':'counter'}],"
                    + "'connections':[{'from':'a','to':'b'},{'from':'b','to':'a'}]}")),
        manifest("A Python file that does not exist", python("own.py", "{'id':'a','type':'own'}")),
        manifest("A Python file with a syntax error", python("own.py", "{'id':'a','type':'own'}"))
            .with("own.py", "class OwnNode:\n    def process(self, item)\n        return item\n"));
  }

  private static List<FaultCase> input() {
    byte[] packed = packed("1\n".repeat(1000));
    return List.of(
        pass("A line that is no JSON").with("in.jsonl", "1\n{\"a\": oops}\n"),
        pass("Two values in a line").with("in.jsonl", "1 2\n"),
        pass("A line that is too long", "--max-line", "9").with("in.jsonl", "[1,2,3,4,5]\n"),
        input("Bytes that are not UTF-8", "in.txt", latin("gr\u00fcn\n")),
        input("Bytes that are not UTF-8, in CSV", "in.csv", latin("a\ngr\u00fcn\n")),
        input("A record with too many cells", "in.csv", utf8("a,b\n1,2\n1,2,3\n")),
        input("A quote without its partner", "in.csv", utf8("a,b\n1,\"2\n3,4\n")),
        input("Quotes within a cell", "in.csv", utf8("a\n\"say \"hi\"\"\n")),
        input("Two columns of one name", "in.csv", utf8("a,a\n1,2\n")),
        input("A cell of another type", "in.csv", utf8("a,b\n1,\n"), "--csv-types", "b=int"),
        input("No such column", "in.csv", utf8("name\nx\n"), "--csv-types", "nmae=str"),
        input("A WAV file that is none", "in.wav", utf8("ID3 is MP3")),
        input(
            "A WAV file of another coding",
            "in.wav",
            latin("RIFF\0\0\0\0WAVEfmt \u0010\0\0\0\2\0\1\0\0\1\0\0\0\1\0\0\1\0\4\0")),
        input(
            "A WAV file that is cut off",
            "in.wav",
            latin(
                "RIFF\0\0\0\0WAVEfmt \u0010\0\0\0\1\0\1\0\0\1\0\0\0\1\0\0\1\0\u0008\0data\u0009\0\0\0xyz"),
            "-q",
            "-o",
            "/dev/null"),
        input("A packed file that is none", "in.jsonl.gz", utf8("1\n")),
        input(
            "A packed file that is cut off",
            "in.jsonl.gz",
            Arrays.copyOf(packed, packed.length - 9),
            "-o",
            "/dev/null"),
        FaultCase.of("A value that the node does not take", "run", "m.json", "-i", "in.jsonl")
            .with("m.json", HALF)
            .with("in.jsonl", "\"one\"\n"));
  }

  private static List<FaultCase> output() {
    return List.of(
        pass("A full disk", "-o", "/dev/full"),
        pass("Standard output on a full disk").full(),
        pass("A tuple in ordinary JSON", "--plain").with("in.jsonl", "{\"a\":{\"$tuple\":[1]}}\n"),
        pass("An int as text", "--output-format", "text"),
        pass("A line end in a line of text", "-o", "out.txt")
            .with("in.jsonl", "\"a\"\n\"b\\nc\"\n"),
        pass("Dicts of two shapes as CSV", "-o", "out.csv")
            .with("in.jsonl", "{\"a\":1}\n{\"b\":1}\n"),
        pass("A list in a cell of CSV", "-o", "out.csv").with("in.jsonl", "{\"a\":[1]}\n"),
        pass("An int as audio", "-o", "out.wav"),
        pass("An int as bytes", "--output-format", "bytes"),
        manifest("Dead letters on a full disk", dead("/dev/full")).with("in.jsonl", "1\n"),
        manifest("Dead letters in a folder that does not exist", dead("no/dead.jsonl"))
            .with("in.jsonl", "1\n"));
  }

  private static List<FaultCase> nodes() {
    return List.of(
        FaultCase.of("A Java node that fails", "run", "m.json", "-i", "in.jsonl")
            .with("m.json", HALF)
            .with("in.jsonl", "1\n"),
        own(
            "A Python node that fails",
            "class OwnNode:\n    def process(self, item):\n        raise ValueError('no such thing')\n"),
        own(
            "A package that is not there",
            "import nonesuch\n\nclass OwnNode:\n    def process(self, item):\n        return item\n"),
        own(
            "A result that is no portable value",
            "class OwnNode:\n    def process(self, item):\n        return object()\n"),
        own(
            "A call that takes too long",
            "class OwnNode:\n    def process(self, item):\n        while True: pass\n",
            ",'deadline_ms':300"));
  }

  private static FaultCase own(String title, String source) {
    return own(title, source, "");
  }

  private static FaultCase own(String title, String source, String more) {
    return FaultCase.of(title, "run", "m.json", "-i", "in.jsonl")
        .with("m.json", python("own.py", "{'id':'p','type':'own','backend':'cpython'" + more + "}"))
        .with("own.py", source)
        .with("in.jsonl", "1\n");
  }

  private static FaultCase pass(String title, String... options) {
    return FaultCase.of(title, command(options)).with("m.json", PASS).with("in.jsonl", "1\n");
  }

  private static FaultCase input(String title, String name, byte[] content, String... options) {
    String[] command = command(options);
    command[3] = name;
    return FaultCase.of(title, command).with("m.json", PASS).with(name, content);
  }

  private static String[] command(String... options) {
    String[] command =
        Arrays.copyOf(new String[] {"run", "m.json", "-i", "in.jsonl"}, 4 + options.length);
    System.arraycopy(options, 0, command, 4, options.length);
    return command;
  }

  private static FaultCase manifest(String title, String manifest) {
    return FaultCase.of(title, "run", "m.json", "-i", "in.jsonl")
        .with("m.json", manifest)
        .with("in.jsonl", "1\n");
  }

  private static String dead(String file) {
    return chain(
        "{'id':'half','type':'calculator','params':{'operation':'divide'},'backend':'java','on_error':{'dead_letter':'%s'}}"
            .formatted(file));
  }

  private static String python(String file, String nodes) {
    return json(
        "{'version':'1','name':'x','python':{'nodes':['%s']},'nodes':[%s]}".formatted(file, nodes));
  }

  private static String chain(String nodes) {
    return json("{'version':'1','name':'x','nodes':[%s]}".formatted(nodes));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(utf8(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
