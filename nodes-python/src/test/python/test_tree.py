"""The syntax tree as plain values."""

import unittest

from graft.describe import describe

from support import sdk_unit


def tree_of(source):
    unit = {"source": source, "path": "x.py", "tree": True}
    (tree,) = describe(unit)
    return tree


class TreeTest(unittest.TestCase):
    def test_literals_keep_their_types(self):
        tree = tree_of("x = [1, 1.0, True, None, 'a', 10**30]\ny = ...\n")

        items = tree["body"][0]["value"]["elts"]
        values = [item["value"] for item in items[:5]]
        self.assertEqual([1, 1.0, True, None, "a"], values)
        self.assertEqual([int, float, bool, type(None), str], [type(v) for v in values])
        self.assertEqual("BinOp", items[5]["_"])
        self.assertIsNone(tree["body"][1]["value"]["value"])
        self.assertEqual("...", tree["body"][1]["value"]["text"])

    def test_parts_say_where_they_stand(self):
        tree = tree_of("if a:\n    b(\n        1)\n")

        call = tree["body"][0]["body"][0]
        self.assertEqual(("Expr", 2, 3, 4), (call["_"], call["line"], call["end_line"], call["column"]))
        self.assertEqual("b(1)", call["value"]["text"])
        self.assertNotIn("text", call)

    def test_a_node_of_the_sdk(self):
        (tree,) = describe({**sdk_unit("counter"), "tree": True})

        names = [part.get("name") for part in tree["body"]]
        self.assertIn("CounterNode", names)

    def test_a_text_that_is_no_python(self):
        with self.assertRaises(SyntaxError):
            tree_of("class A:\n  def process(self\n")


if __name__ == "__main__":
    unittest.main()
