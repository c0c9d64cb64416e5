"""Records whose type is declared leave as their bare fields; all else as ever."""

import unittest

from graft import flat, shaped, unflat


class ShapedTest(unittest.TestCase):
    def given(self, fields, value):
        """What the host function gets."""
        calls = []
        shaped.giver(lambda *elements: calls.append(elements), fields)(value)
        (elements,) = calls
        return elements

    def left_flat(self, fields, value):
        elements = self.given(fields, value)
        self.assertNotEqual(elements[0], shaped.RECORD_OF)
        self.assertEqual(repr(unflat.decode(elements)), repr(value))

    def test_fields_of_each_type(self):
        fields = [["a", "int"], ["b", "str"], ["c", "float"], ["d", "bool"]]
        self.assertEqual(
            self.given(fields, {"a": 1, "b": "x", "c": 1.5, "d": True}), (16, 1, "x", 1.5, True)
        )

    def test_a_field_of_any_type_has_a_tag(self):
        for value, tag in ((1, flat.INT), ("x", flat.STR), (2.0, flat.FLOAT)):
            with self.subTest(value):
                self.assertEqual(self.given([["a", "any"]], {"a": value}), (16, tag, value))

    def test_a_field_of_any_type_that_is_no_number_and_no_text(self):
        for value in (True, None, [1], {"a": 1}, (1,)):
            with self.subTest(value):
                self.left_flat([["a", "any"]], {"a": value})

    def test_records_in_records(self):
        fields = [["a", [["b", "int"], ["c", [["d", "str"]]]]], ["e", "any"]]
        value = {"a": {"b": 1, "c": {"d": "x"}}, "e": 2}
        self.assertEqual(self.given(fields, value), (16, 1, "x", flat.INT, 2))

    def test_names_are_texts_whatever_they_hold(self):
        names = ["it's", '"', "a\nb", "\\", "{x}", "", "def"]
        value = {name: at for at, name in enumerate(names)}
        self.assertEqual(self.given([[n, "int"] for n in names], value), (16, 0, 1, 2, 3, 4, 5, 6))

    def test_what_was_not_declared_leaves_as_it_is(self):
        fields = [["a", "int"], ["b", [["c", "float"]]]]
        declared = {"a": 1, "b": {"c": 1.0}}
        self.assertEqual(self.given(fields, declared), (16, 1, 1.0))
        for value in (
            {"b": {"c": 1.0}, "a": 1},  # another order arrives in its order
            {"a": 1},
            {"a": 1, "b": {"c": 1.0}, "d": 2},
            {"a": True, "b": {"c": 1.0}},
            {"a": 1, "b": {"c": 1}},
            {"a": 1, "b": {"d": 1.0}},
            {"a": 1, "b": None},
            {1: 1, 2: 2},
            [1, 2],
            "ab",
            (),
        ):
            with self.subTest(value):
                self.left_flat(fields, value)

    def test_a_subclass_is_not_taken_for_what_it_extends(self):
        class Number(int):
            pass

        class Fields(dict):
            pass

        for value in ({"a": Number(1)}, Fields(a=1)):
            with self.subTest(value):
                with self.assertRaises(Exception):
                    self.given([["a", "int"]], value)

    def test_a_key_that_says_it_equals_the_name(self):
        class Key(str):
            __hash__ = str.__hash__

            def __eq__(self, other):
                return True

        with self.assertRaises(Exception):
            self.given([["a", "int"]], {Key("b"): 1})


if __name__ == "__main__":
    unittest.main()
