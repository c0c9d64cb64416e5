package dev.graft.bench.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the codecs carry: one of everything that records are usually made of. */
record Order(
    int number,
    double total,
    String customer,
    Address address,
    List<Line> lines,
    Optional<String> note,
    Status status,
    Map<String, Long> stock) {
  /** Where it goes. */
  record Address(String street, String city, int zipCode) {}

  /** What is ordered. */
  record Line(String article, int pieces, double price) {}

  /** How far it is. */
  enum Status {
    OPEN,
    PACKED,
    SENT_OUT
  }
}
