package dev.graft.archetype;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.cli.project.ProjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code mvn archetype:generate} with the jar of this build, as a user types it. */
@Tag("nightly")
@Timeout(300)
final class GenerateTest {
  private static final String VERSION = System.getProperty("graft.test.version", "");

  /** Maven gets a repository of its own: nothing of Graft goes into the one of this machine. */
  @TempDir private static Path shared = Path.of("");

  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void layTheJar() throws IOException {
    Path there = shared.resolve("repository/dev/graft/graft-archetype").resolve(VERSION);
    Files.createDirectories(there);
    String name = "graft-archetype-" + VERSION;
    Files.copy(Path.of("target", name + ".jar"), there.resolve(name + ".jar"));
    Files.copy(Path.of("pom.xml"), there.resolve(name + ".pom"));
    Path usual = Path.of(System.getProperty("user.home"), ".m2", "repository");
    Path used = Path.of(System.getProperty("localRepository", usual.toString()));
    Files.writeString(
        shared.resolve("settings.xml"),
        """
        <settings>
          <mirrors>
            <mirror>
              <id>this-build</id>
              <mirrorOf>*</mirrorOf>
              <url>%s</url>
            </mirror>
          </mirrors>
        </settings>
        """
            .formatted(used.toUri()));
  }

  @ParameterizedTest
  @EnumSource
  void makesWhatGraftNewMakes(ProjectKind kind) throws Exception {
    Answer answer =
        generate(
            "-DgroupId=org.example",
            "-DartifactId=my-nodes",
            "-Dkind=" + kind.name().toLowerCase(Locale.ROOT));

    assertWithMessage("%s", answer.said()).that(answer.code()).isEqualTo(0);
    GraftNew.assertSame(folder.resolve("my-nodes"), kind, folder);
  }

  @Test
  void isATwinOfTheGroupAndTheVersionOfItsAuthor() throws Exception {
    Answer answer = generate("-DgroupId=com.my-firm", "-DartifactId=sums", "-Dversion=3.1");

    assertWithMessage("%s", answer.said()).that(answer.code()).isEqualTo(0);
    Map<String, String> files = GraftNew.files(folder.resolve("sums"));
    assertThat(files.keySet())
        .containsAtLeast(
            "src/main/java/com/my_firm/nodes/RunningTotalNode.java",
            "src/test/java/com/my_firm/nodes/NodesMatrixTest.java",
            "src/main/python/running_total.py");
    assertThat(files.get("pom.xml"))
        .contains(
            """
              <groupId>com.my-firm</groupId>
              <artifactId>sums</artifactId>
              <version>3.1</version>
            """);
    assertThat(files.get("src/main/java/com/my_firm/nodes/RunningTotalNode.java"))
        .startsWith("package com.my_firm.nodes;\n");
    assertThat(files.get("README.md")).startsWith("# sums\n");
    files.forEach(
        (file, text) -> {
          assertWithMessage(file).that(text).doesNotContainMatch("org[./]example");
          assertWithMessage(file).that(text).doesNotContain("{{");
        });
  }

  @Test
  void isOfThePackageThatIsAskedFor() throws Exception {
    Answer answer =
        generate("-DgroupId=org.example", "-DartifactId=sums", "-Dpackage=sums", "-Dkind=java");

    assertWithMessage("%s", answer.said()).that(answer.code()).isEqualTo(0);
    assertThat(Files.readString(folder.resolve("sums/src/main/java/sums/RunningTotalNode.java")))
        .startsWith("package sums;\n");
  }

  @Test
  void whatIsWrongIsSaidAndLeavesNothing() throws Exception {
    assertRefused(
        generate("-DgroupId=org.example", "-DartifactId=sums", "-Dkind=ruby"),
        "-Dkind=ruby is no kind of project. Name one of java, python, twin.");
    assertRefused(
        generate("-DgroupId=org.example", "-DartifactId=sums", "-Dpackage=my-sums"),
        "-Dpackage=my-sums is no package of Java. Name one such as org.example.nodes.");
    assertThat(Files.exists(folder.resolve("sums"))).isFalse();
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    Path mine = Files.createDirectories(folder.resolve("sums")).resolve("README.md");
    Files.writeString(mine, "mine");

    assertRefused(
        generate("-DgroupId=org.example", "-DartifactId=sums"),
        "sums is there already and not empty. Name another artifactId: nothing is overwritten.");
    assertThat(GraftNew.files(folder.resolve("sums"))).containsExactly("README.md", "mine");
  }

  private static void assertRefused(Answer answer, String why) {
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.said()).contains(why);
  }

  private record Answer(int code, String said) {}

  private Answer generate(String... words) throws Exception {
    List<String> command = new ArrayList<>();
    Collections.addAll(
        command,
        "mvn",
        "-B",
        "-ntp",
        "-s",
        shared.resolve("settings.xml").toString(),
        "-Dmaven.repo.local=" + shared.resolve("repository"),
        "org.apache.maven.plugins:maven-archetype-plugin:%s:generate"
            .formatted(System.getProperty("graft.test.archetype-plugin")),
        "-DarchetypeCatalog=local",
        "-DarchetypeGroupId=dev.graft",
        "-DarchetypeArtifactId=graft-archetype",
        "-DarchetypeVersion=" + VERSION);
    Collections.addAll(command, words);
    Path log = folder.resolve("log");
    Process maven =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new Answer(maven.waitFor(), Files.readString(log));
  }
}
