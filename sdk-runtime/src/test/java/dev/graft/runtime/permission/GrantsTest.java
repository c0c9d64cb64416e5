package dev.graft.runtime.permission;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GrantsTest {
  private static final Path HERE = Path.of("/project");

  @Test
  void aGrantOfAFolderCoversWhatIsBelowItAndNothingBeside() throws Exception {
    Grants grants = grants("read:data", "write:/out");
    assertThat(grants.cover(permission("read:data/deep/file"))).isTrue();
    assertThat(grants.cover(permission("read:/project/data"))).isTrue();
    assertThat(grants.cover(permission("read:./data/../data"))).isTrue();
    assertThat(grants.cover(permission("read:database"))).isFalse();
    assertThat(grants.cover(permission("read:data/../other"))).isFalse();
    assertThat(grants.cover(permission("read:/out"))).isFalse();
    assertThat(grants.cover(permission("write:data"))).isFalse();
    assertThat(grants.cover(permission("write:/out/x"))).isTrue();
  }

  @Test
  void allVariablesCoverEachButOneCoversNoOther() throws Exception {
    assertThat(grants("env:*").cover(permission("env:HOME"))).isTrue();
    assertThat(grants("env:*").cover(permission("env:*"))).isTrue();
    assertThat(grants("env:HOME").cover(permission("env:HOME"))).isTrue();
    assertThat(grants("env:HOME").cover(permission("env:HOMEDRIVE"))).isFalse();
    assertThat(grants("env:HOME").cover(permission("env:*"))).isFalse();
  }

  @Test
  void noGrantCoversAnotherKind() throws Exception {
    List<String> one =
        List.of(
            "network", "subprocess", "threads", "exec", "native", "host:java.util.Map", "env:*");
    for (String granted : one) {
      for (String asked : one) {
        assertThat(grants(granted).cover(permission(asked))).isEqualTo(granted.equals(asked));
      }
    }
  }

  @Test
  void equalRightsAreEqualWhereverTheyWereGranted() throws Exception {
    assertThat(grants("network", "threads")).isEqualTo(grants("threads", "network", "network"));
    assertThat(Grants.of(Path.of("/other"), List.of(permission("network"))))
        .isEqualTo(grants("network"));
    assertThat(Grants.of(Path.of("/other"), List.of(permission("read:/a"))))
        .isNotEqualTo(grants("read:/a"));
    assertThat(grants("native").inSandbox()).isEqualTo(Grants.NONE);
    assertThat(grants("native", "network").inSandbox()).isEqualTo(grants("network"));
    // Code that nobody has read must not meet a node that was granted no such code.
    assertThat(grants("exec").inSandbox()).isNotEqualTo(Grants.NONE);
  }

  @Test
  void aPermissionIsWrittenAsItIsRead() throws Exception {
    for (String text :
        List.of(
            "read:/a b",
            "write:/out",
            "env:A",
            "env:*",
            "network",
            "host:a.B$C",
            "exec",
            "native")) {
      assertThat(permission(text).text()).isEqualTo(text);
    }
  }

  private static Grants grants(String... texts) throws PermissionException {
    List<Permission> permissions = new ArrayList<>();
    for (String text : texts) {
      permissions.add(permission(text));
    }
    return Grants.of(HERE, permissions);
  }

  private static Permission permission(String text) throws PermissionException {
    return PermissionReader.read(text, HERE);
  }
}
