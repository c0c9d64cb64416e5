"""Unions of TypedDicts, which a field with one Literal text in each of them tells apart."""

from graft.syntax.problems import Unsupported


def merged(types, tree):
    """The union of records and of unions that were made of records."""
    records = []
    for found in types:
        for record in _records(found):
            if record not in records:
                records.append(record)
    tags = [name for name in _texts(records[0]) if all(name in _texts(r) for r in records)]
    apart = [name for name in tags if len({_texts(r)[name] for r in records}) == len(records)]
    if not apart:
        raise Unsupported(tree, _advice(records, tags))
    # A union of Java always has this tag, so it wins where there are several.
    tag = "type" if "type" in apart else apart[0]
    return {
        "kind": "union",
        "tag": tag,
        "variants": [
            {"name": _texts(record)[tag], "record": _without(tag, record)} for record in records
        ],
    }


def _records(found):
    """A record as it is, and those of a union with their tags put back."""
    if found["kind"] == "record":
        return [found]
    return [
        {
            "kind": "record",
            "fields": [
                {
                    "name": found["tag"],
                    "type": {"kind": "enum", "choices": [variant["name"]]},
                },
                *variant["record"]["fields"],
            ],
        }
        for variant in found["variants"]
    ]


def _texts(record):
    """The fields that can have one text only."""
    return {
        field["name"]: field["type"]["choices"][0]
        for field in record["fields"]
        if field["type"]["kind"] == "enum" and len(field["type"]["choices"]) == 1
    }


def _without(tag, record):
    fields = [field for field in record["fields"] if field["name"] != tag]
    return {"kind": "record", "fields": fields}


def _advice(records, tags):
    if tags:
        return (
            f"cannot be told apart: '{tags[0]}' has the same text in two of its TypedDicts; "
            "give each a Literal of its own"
        )
    return (
        "cannot be told apart; give each of its TypedDicts a field of the same name with a "
        "Literal of its own, as type: Literal['a'] in one and type: Literal['b'] in the other"
    )
