package dev.graft.runtime.json;

import dev.graft.value.Complex;
import dev.graft.value.FloatText;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Complex numbers in typed JSON: the two parts as texts of floats. */
final class ComplexJson {
  private ComplexJson() {}

  static Complex read(List<String> parts) {
    return new Complex(part(parts.get(0)), part(parts.get(1)));
  }

  private static double part(String text) {
    return (double) TaggedTexts.read("$f", text);
  }

  static void write(JsonGenerator out, Complex number) {
    out.writeStartArray();
    out.writeString(FloatText.of(number.real()));
    out.writeString(FloatText.of(number.imaginary()));
    out.writeEndArray();
  }
}
