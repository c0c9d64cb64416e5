package dev.graft.compat.compare;

import java.util.Arrays;
import java.util.List;

/** The likely cause and the usual fix of each class of difference. */
public final class Explanations {
  private record Entry(String prefix, Explanation explanation) {}

  private static final List<Entry> ENTRIES = List.of(read());

  private Explanations() {}

  /** The explanation of a class such as {@code int/wrapped-64}. */
  public static Explanation of(String kind) {
    return ENTRIES.stream()
        .filter(entry -> kind.startsWith(entry.prefix()))
        .findFirst()
        .map(Entry::explanation)
        .orElse(new Explanation("The values differ.", "Compare both implementations by hand."));
  }

  /** Lines of prefix, cause and fix; the first prefix that fits counts. */
  private static Entry[] read() {
    return Arrays.stream(TEXT.split("\n", -1))
        .filter(line -> !line.isBlank())
        .map(line -> line.split("\\|", -1))
        .map(part -> new Entry(part[0].strip(), new Explanation(part[1].strip(), part[2].strip())))
        .toArray(Entry[]::new);
  }

  private static final String TEXT =
"""
int/wrapped-64 | The int overflowed 64 bits and wrapped around. | Use Math.addExact and its like and go on with BigInteger.
int/wrapped-32 | The int was cut to 32 bits. | Use long or BigInteger, never int, for Python ints.
int/rounded | The int passed through a double and lost its low bits. | Keep ints as ints; Python does not round them.
int/sign | The sign of the int is wrong. | Python floors division and modulo; use Math.floorMod and Math.floorDiv.
int/off-by-one | A count or an index starts or ends one too early or too late. | Check whether the value is raised before or after it is emitted.
int/value | The arithmetic differs. | Negative operands: Python floors, Java truncates; use Math.floorMod.
float/signed-zero | The sign of zero was lost. | Keep the sign: Python's modulo takes it from the divisor.
float/nan | One side computes NaN. | Look for 0 * inf, inf - inf, or pow(1, NaN), which is 1.0 in Python.
float/inf | One side overflows to infinity. | Python raises OverflowError where the power of finite floats is infinite.
float/rounded-to-float32 | The value passed through a 32-bit float. | Use double all the way.
float/ulp<=4 | Another order of operations or another math library rounds the last bits differently. | Do the same operations in the same order, or state a tolerance with its reason.
float/sign | The sign of the result is wrong. | Python's modulo takes the sign of the divisor; adjust the result of %.
float/ulp>4 | The formula or its rounding differs. | Divide huge ints exactly and round once; do not divide doubles.
type/int-vs-float | An int became a float. | Ints stay ints unless the rule says division or a float operand.
type/float-vs-int | A float became an int. | Test for float first: on bridges 1.0 also fits an int.
type/bool | A bool lost its type, or was taken for an int. | Pass values on unchanged; only arithmetic turns True into 1.
type/int-vs-bool | Arithmetic gave a bool. | A bool counts as 0 or 1 and the result of arithmetic is an int.
type/none | One side has none where the other has a value. | Check defaults and what is dropped.
type/ | The values have different types. | Check the codecs of the port and what the node emits.
opaque/ | The node emits something that is no portable value. | Emit portable values only; docs/values.md has the list.
seq/list | A tuple stands for a list. | Emit a list.
seq/tuple | A tuple turned into a list on its way. | Keep tuples: use Tuple, not List.
seq/length | Items are missing, or there are too many. | Check limits, ends and what is dropped.
seq/order | The items come in another order. | Keep the order of input; do not collect in a set.
map/order | The entries of a dict come in another order. | Build dicts in the order of the contract; use LinkedHashMap.
map/key-type | A key changed its type. | Keep keys as they are; do not turn them into texts.
map/missing | A key is missing. | Emit exactly the keys of the contract.
map/extra | A key is there that should not be. | Emit exactly the keys of the contract.
str/nfc | The texts differ only in how accents are composed. | Do not normalize texts.
str/utf16 | The text was taken apart as UTF-16 units. | Work on code points: Java's length, charAt and reverse do not.
str/replaced | Characters were lost in an encoder. | Keep lone surrogates; do not pass texts through a lossy encoding.
str/order | The characters come in another order. | Check sorting and reversing; both work on code points.
str/case | The texts differ in case only. | Use Locale.ROOT and the full case mapping.
str/whitespace | The texts differ in the whitespace around them. | Python and Java strip different characters.
str/number | A number is written in another way. | Use FloatText: Java writes floats differently from Python's repr.
str/ | The texts differ. | Compare code point by code point.
bytes/ | The bytes differ. | Java's bytes are signed; mask them with 0xff.
bool/ | The answer is the other one. | Check comparisons with NaN, and of ints with floats.
set/item-type | An item of a set changed its type. | Keep items as they are; do not turn them into texts.
set/ | The sets hold other items. | Compare both sets; 1, 1.0 and True are one item.
decimal/scale | The number is the same, its digits after the point are not. | Keep the scale: 1.10 is not 1.1; do not strip zeros.
decimal/rounded-to-double | The decimal passed through a double. | Use BigDecimal or Decimal all the way.
decimal/rounded | The decimal was rounded to fewer digits. | Python's context rounds to 28 digits, half to even; BigDecimal does not round by itself.
decimal/signed-zero | The sign of zero was lost. | BigDecimal has no negative zero; use Decimal.
decimal/payload | The payload of NaN was lost. | Pass NaN on as it is.
decimal/ | The decimals differ. | Check precision and rounding of both contexts.
date/ | The dates differ. | Check which zone the day is taken in.
datetime/naive-vs-aware | A zone was made up. | Do not convert naive datetimes; Java's LocalDateTime is naive.
datetime/aware-vs-naive | The zone was lost. | Keep the zone: use OffsetDateTime or ZonedDateTime, not LocalDateTime.
datetime/instant | The clock shows the same, but it is another point in time. | Keep zone and fold; withZoneSameInstant is not withZoneSameLocal.
datetime/shifted | The datetime was moved by whole quarters of an hour, as zones are. | Do not convert to the zone of the machine.
datetime/truncated | The microseconds were cut. | Java's Date and epoch milliseconds are too coarse; use DateTime.
datetime/offset | The same point in time, written with another offset. | Keep the offset that came in.
datetime/zone | The same point in time, in a zone of another name. | Keep the zone: a place is more than its offset.
datetime/fold | Which of two readings of a repeated hour was meant was lost. | Keep the fold.
datetime/ | The datetimes differ. | Check the arithmetic: Python adds to what the clock shows, not to the point in time.
time/ | The times differ. | Check zone, fold and microseconds.
timedelta/ | The timedeltas differ. | Check units and rounding; Python rounds half to even.
uuid/ | The UUIDs differ. | Take ids from the context, so that runs can be repeated.
enum/ | Another member, or a member of another class. | Compare the names; the member's value does not count.
record/type | An object of another class. | Emit the class that the contract names.
record/order | The fields come in another order. | Keep the order in which the class declares them.
record/ | The objects have other fields. | Emit exactly the declared fields.
array/dtype | The elements have another type. | NumPy's defaults are float64 and int64; state the dtype.
array/shape | The shapes differ. | Check axes and keepdims.
array/byte-order | The bytes of the elements are in another order. | Keep the order, or state that it does not matter.
array/ | A scalar stands for an array, or an array for a scalar. | x[()] of an array without axes is a scalar.
stream/missing | An output never came. | Check what is dropped, and that flush emits the rest.
stream/extra | There is an output that should not be. | Emit nothing for none and nothing on an empty flush.
stream/late | The output came later than it should. | Emit during the call that completes it, not in the next one.
stream/early | The output came earlier than it should. | Check limits: a buffer is full at its size, not before.
alias/input | The node changed its input, which others may still read. | Copy a list or dict before changing it.
alias/output | The node changed an output after it had emitted it. | Emit a new list each time; never reuse it.
error/kind | Both fail, but with different kinds of error. | Throw a NodeException with the kind that the contract names.
error/phase/validate | Both fail, but at different times. | Check parameters in the constructor or by declared constraints.
error/phase | Both fail, but at different times. | Raise where the other twin does.
error/position | Both fail, but at different items. | Emit what came before the bad item, then fail.
error/not-raised | An error was swallowed, or never noticed. | Raise; never return a substitute.
error/raised | The node fails where it should not. | Read its message and its traceback.
error/violations | Both refuse the parameters, but for different reasons. | Declare the same parameters, types and constraints in both languages.
contract/ | The twins promise different things. | Make both declarations equal, @Node in Java and @graft.node in Python; the path says where.
""";
}
