package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RendezvousTest {
  private final ForkedChild child = new ForkedChild(Long.MAX_VALUE);
  private final Rendezvous rendezvous;

  RendezvousTest() throws IOException {
    rendezvous = Rendezvous.open(Duration.ofMillis(300));
  }

  @AfterEach
  void close() throws IOException {
    rendezvous.close();
  }

  private SocketChannel connect(String text) throws IOException {
    SocketChannel connection = SocketChannel.open(StandardProtocolFamily.UNIX);
    connection.connect(UnixDomainSocketAddress.of(rendezvous.socket()));
    connection.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    return connection;
  }

  private String refused() {
    return ""
        + assertThrows(IOException.class, () -> rendezvous.acceptStandard(child)).getMessage();
  }

  @Test
  void whoKnowsTheTokenIsLetIn() throws Exception {
    try (SocketChannel theirs = connect(rendezvous.token() + "hello");
        SocketChannel ours = rendezvous.acceptStandard(child)) {
      ByteBuffer rest = ByteBuffer.allocate(5);
      while (rest.hasRemaining() && ours.read(rest) >= 0) {}
      assertThat(new String(rest.array(), StandardCharsets.US_ASCII)).isEqualTo("hello");
      assertThat(theirs.isConnected()).isTrue();
    }
  }

  @Test
  void nobodyElseIs() throws Exception {
    try (SocketChannel wrong = connect("0".repeat(rendezvous.token().length()))) {
      assertThat(refused()).isEqualTo("somebody else answered: the token is wrong");
      assertThat(wrong.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
    try (SocketChannel half = connect(rendezvous.token().substring(1))) {
      half.shutdownOutput();
      assertThat(refused()).isEqualTo("somebody else answered: the token is wrong");
    }
  }

  @Test
  void whoSaysNothingIsNotWaitedForForever() throws Exception {
    try (SocketChannel silent = connect("")) {
      assertThat(silent.isConnected()).isTrue();
      assertThat(refused()).isEqualTo("no hello within 0 s");
    }
  }

  @Test
  void nobodyWaitsForAWorkerThatHasEnded() {
    child.ended(new Ending.Signalled(9));
    assertThat(refused()).isEqualTo("it was ended by signal 9 (SIGKILL)");
  }

  @Test
  void nobodyElseCanGetThereAndNothingIsLeft() throws Exception {
    Path folder = Objects.requireNonNull(rendezvous.socket().getParent());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    rendezvous.close();
    assertThat(Files.exists(folder)).isFalse();
  }
}
