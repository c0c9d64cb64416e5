"""Examples, categories and the time: what a declaration and a run add to a plain class."""

import datetime
import textwrap
import unittest

import graft
from graft.describe import describe
from support import bench, unit

HEAD = """
    import graft
    from typing import Annotated

"""


def described(decoration, init=""):
    source = f"""
        @graft.node(id="n", version="1.0", summary="A node.", {decoration})
        class N:
            {init or "pass"}
            def process(self, item: int) -> int:
                return item
    """
    return describe(unit(textwrap.dedent(HEAD) + textwrap.dedent(source)))


def problems(decoration):
    return [item["error"]["message"] for item in described(decoration) if "error" in item]


class ExamplesTest(unittest.TestCase):
    def test_are_read_without_running_anything(self):
        (item,) = described(
            'category="my-own", examples=['
            'graft.Example(title="One.", params={}, items=[1, (2.5, None)], outputs=[[1], {"a": b"x"}]),'
            'graft.Example(items=[graft.array([[1], [2]], "uint8")], outputs=[]),'
            "graft.Example(items=[], outputs=[])]"
        )
        said = item["implementation"]
        self.assertEqual(said["category"], "my-own")
        self.assertEqual(
            said["examples"],
            [
                {"title": "One.", "params": {}, "items": [1, (2.5, None)], "outputs": [[1], {"a": b"x"}]},
                {
                    "title": "",
                    "params": {},
                    "items": [graft.array([[1], [2]], "uint8")],
                    "outputs": [],
                },
                {"title": "", "params": {}, "items": [], "outputs": []},
            ],
        )

    def test_say_what_is_wrong_with_them(self):
        for decoration, expected in (
            ("examples=3", "must be a list of graft.Example"),
            ("examples=[3]", "must hold graft.Example"),
            ("examples=[graft.Example([1], [2])]", "must hold graft.Example"),
            ("examples=[graft.Example(items=[1])]", "lacks outputs="),
            ("examples=[graft.Example(items=1, outputs=[])]", "items= must be a list, not 1"),
            ("examples=[graft.Example(items=[x], outputs=[])]", "items= must be a literal"),
            (
                "examples=[graft.Example(items=[graft.array([[1], 2])], outputs=[])]",
                "items= must be a literal",
            ),
            ("examples=[graft.Example(items=[], outputs=[], title='No')]", "ends with a full stop"),
            ("examples=[graft.Example(items=[], outputs=[], out=[])]", "does not know out="),
            ("examples=[graft.Example(items=[], outputs=[], params=[])]", "must be a dict"),
            (
                "examples=[graft.Example(items=[], outputs=[], params={'a': 1})]",
                "an example gives 'a', and there is no such parameter",
            ),
            ("category='My Own'", "category= must be kebab-case"),
            ("deprecated='No stop'", "deprecated= must be one sentence"),
            ("deprecated='Old.', replaced_by='New'", "replaced_by= must be the id of a node"),
            ("deprecated='Old.', replaced_by='n'", "replaced_by= is the node itself"),
            ("replaced_by='other'", "replaced_by= has no reason beside it"),
        ):
            with self.subTest(decoration):
                (message,) = problems(decoration)
                self.assertIn(expected, message)

    def test_a_node_may_be_deprecated(self):
        (item,) = described("deprecated='It is slow.', replaced_by='other'")
        self.assertEqual(item["implementation"]["deprecated"], "It is slow.")
        self.assertEqual(item["implementation"]["replaced_by"], "other")
        (usual,) = described("")
        self.assertNotIn("deprecated", usual["implementation"])

    def test_a_list_may_have_to_hold_something(self):
        init = """def __init__(self, parts: Annotated[list[str], graft.Param(doc="D.", min_items=2)]): ..."""
        (item,) = described("", init)
        self.assertEqual(
            item["contract"]["params"][0]["constraints"], [{"kind": "min_items", "count": 2}]
        )
        wrong = init.replace("list[str]", "str")
        self.assertIn("min_items= needs a list", described("", wrong)[0]["error"]["message"])

    def test_do_nothing_at_run_time(self):
        @graft.node(
            id="n",
            version="1.0",
            summary="A node.",
            category="own",
            examples=[graft.Example(items=[1], outputs=[1])],
        )
        class N:
            pass

        self.assertEqual(N.__graft__.category, "own")
        self.assertEqual(N.__graft__.examples[0].items, [1])


class TimeTest(unittest.TestCase):
    SOURCE = """
        import graft

        class N:
            def initialize(self):
                self.opened = graft.now(self)

            def process(self, item):
                return [self.opened, graft.now(self)]
    """

    def test_is_that_of_the_machine(self):
        before = datetime.datetime.now(datetime.timezone.utc)
        ((opened, now),) = bench(self.SOURCE).step(1)
        self.assertLessEqual(before, opened)
        self.assertLessEqual(opened, now)
        self.assertLessEqual(now, datetime.datetime.now(datetime.timezone.utc))

    def test_is_that_of_the_run_where_it_has_another(self):
        ((opened, now),) = bench(self.SOURCE, clock=1_500_000).step(1)
        expected = datetime.datetime(1970, 1, 1, 0, 0, 1, 500_000, datetime.timezone.utc)
        self.assertEqual([opened, now], [expected, expected])

    def test_is_no_part_of_what_moves(self):
        node = bench(self.SOURCE.replace("self.opened = graft.now(self)", "self.a = 1"), clock=5)
        ((_, state),) = node.host.snapshot(node.handle)
        self.assertEqual(state["attributes"], {"a": 1})

    def test_is_that_of_the_machine_outside_any_run(self):
        class N:
            pass

        self.assertEqual(graft.now(N()).tzinfo, datetime.timezone.utc)


if __name__ == "__main__":
    unittest.main()
