package dev.graft.runtime.descriptor;

import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.DictOf;
import dev.graft.descriptor.ValueType.EnumOf;
import dev.graft.descriptor.ValueType.ListOf;
import dev.graft.descriptor.ValueType.OptionalOf;
import dev.graft.descriptor.ValueType.RecordOf;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.descriptor.ValueType.SetOf;
import dev.graft.descriptor.ValueType.TupleOf;
import dev.graft.descriptor.ValueType.UnionOf;
import java.util.ArrayList;
import java.util.List;

/** Texts that are typed JSON of types with parts, and texts that are not. */
final class CompositeForms {
  static final RecordOf POINT = record("x", Scalar.INT, "größe", new OptionalOf(Scalar.STR));
  static final UnionOf SHAPE =
      new UnionOf(
          "type",
          List.of(
              new UnionOf.Variant("circle", record("radius", Scalar.FLOAT)),
              new UnionOf.Variant("empty", record())));

  private CompositeForms() {}

  static List<Forms> all() {
    return List.of(
        Forms.of(
            new ListOf(Scalar.INT),
            """
            []
            [1,{"$i":"2"}]
            """,
            """
            [1.5]
            [null]
            {"$tuple":[1]}
            {"0":1}
            """),
        Forms.of(
            new TupleOf(List.of(Scalar.INT, Scalar.STR)),
            """
            {"$tuple":[1,"a"]}
            """,
            """
            [1,"a"]
            {"$tuple":[1]}
            {"$tuple":[1,"a",2]}
            {"$tuple":["a",1]}
            {"$tuple":[1,"a"],"a":1}
            """),
        Forms.of(
            new TupleOf(List.of()),
            """
            {"$tuple":[]}
            """,
            """
            []
            {"$tuple":[1]}
            """),
        Forms.of(
            new SetOf(Scalar.INT, false),
            """
            {"$set":[]}
            {"$set":[1,2]}
            """,
            """
            [1,2]
            {"$fset":[1]}
            {"$set":[1,1]}
            {"$set":["a"]}
            {"$set":{"a":1}}
            """),
        Forms.of(
            new SetOf(new TupleOf(List.of(Scalar.FLOAT)), true),
            """
            {"$fset":[{"$tuple":[1.5]},{"$tuple":[{"$f":"nan"}]}]}
            """,
            """
            {"$set":[]}
            {"$fset":[{"$tuple":[1]}]}
            """),
        Forms.of(
            new EnumOf(List.of("red", "$blue")),
            """
            "red"
            "$blue"
            """,
            """
            "green"
            null
            1
            {"$enum":["Color","RED"]}
            """),
        Forms.of(
            new OptionalOf(POINT),
            """
            null
            {"x":1}
            {"$lit":{"x":1}}
            """,
            """
            {}
            1
            """),
        Forms.of(
            POINT,
            """
            {"x":1}
            {"größe":null,"x":1}
            {"x":{"$i":"1"},"größe":"a"}
            {"$lit":{"x":1,"größe":"a"}}
            """,
            """
            null
            []
            {}
            {"x":null}
            {"x":1.5}
            {"x":1,"y":2}
            {"$lit":{}}
            {"$lit":{"x":1},"x":1}
            {"x":1,"$lit":{"x":1}}
            {"$lit":{"$lit":{"x":1}}}
            {"$rec":"Point","f":{"x":1}}
            """),
        Forms.of(
            record("größe", new ListOf(record("a/b~c%", new OptionalOf(POINT)))),
            """
            {"größe":[{},{"$lit":{"a/b~c%":{"$lit":{"x":1}}}}]}
            """,
            """
            {"größe":[{"$lit":{"a/b~c%":{"$lit":{"x":1.5}}}}]}
            """),
        Forms.of(
            SHAPE,
            """
            {"type":"circle","radius":1.5}
            {"radius":1.5,"type":"circle"}
            {"type":"empty"}
            {"$lit":{"type":"circle","radius":{"$f":"2.0"}}}
            """,
            """
            {"type":"circle"}
            {"type":"circle","radius":1}
            {"type":"empty","radius":1.5}
            {"type":"square","radius":1.5}
            {"type":1,"radius":1.5}
            {"radius":1.5}
            {"$lit":{"type":"square"}}
            {}
            null
            """));
  }

  static List<Forms> dicts() {
    return List.of(
        Forms.of(
            new DictOf(Scalar.STR, Scalar.INT),
            """
            {}
            {"a":1,"":2,"größe":3}
            {"$lit":{"$a":1,"$lit":2}}
            {"$lit":{}}
            {"$map":[["a",1],[{"$u16":"d800"},2]]}
            {"$map":[]}
            """,
            """
            {"a":1.5}
            {"$a":1}
            {"a":1,"$b":1}
            {"$lit":{"$a":"b"}}
            {"$lit":{},"a":1}
            {"$map":[],"a":1}
            {"$lit":{},"$map":[]}
            {"$map":[[1,1]]}
            {"$map":[["a"]]}
            {"$map":[["a",1,2]]}
            {"$map":{"a":1}}
            {"$i":"1"}
            []
            """),
        Forms.of(
            new DictOf(Scalar.INT, POINT),
            """
            {}
            {"$map":[[1,{"x":1}],[{"$i":"2"},{"$lit":{"x":1}}]]}
            """,
            """
            {"1":{"x":1}}
            {"$lit":{"1":{"x":1}}}
            {"$map":[["1",{"x":1}]]}
            {"$map":[[1,{}]]}
            """),
        Forms.of(
            new DictOf(new EnumOf(List.of("red", "$blue")), new DictOf(Scalar.ANY, Scalar.BOOL)),
            """
            {"red":{"a":true}}
            {"red":{"$map":[[null,true]]}}
            {"$lit":{"$blue":{"$lit":{"$a":true}},"red":{}}}
            {"$map":[["$blue",{}]]}
            """,
            """
            {"green":{}}
            {"$blue":{}}
            {"red":{"a":1}}
            {"$lit":{"green":{}}}
            {"$lit":{"$blue":{"$lit":{"$a":1}}}}
            {"$map":[["green",{}]]}
            """),
        Forms.of(
            new DictOf(new OptionalOf(Scalar.STR), new OptionalOf(SHAPE)),
            """
            {"a":null}
            {"$map":[[null,{"type":"empty"}]]}
            {"$lit":{"$a":{"$lit":{"type":"empty"}}}}
            """,
            """
            {"$map":[[1,null]]}
            {"$lit":{"$a":{"$lit":{"type":"full"}}}}
            """));
  }

  private static RecordOf record(Object... namesAndTypes) {
    List<RecordOf.Field> fields = new ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      fields.add(new RecordOf.Field((String) namesAndTypes[i], (ValueType) namesAndTypes[i + 1]));
    }
    return new RecordOf(fields);
  }
}
