"""The node ``code-executor``."""

import unittest

from graft import lines
from support import Bench, failure_of, sdk_unit


class CodeExecutorTest(unittest.TestCase):
    LOADED = sdk_unit("code_executor")

    def node(self, **params):
        return Bench(self.LOADED, "CodeExecutorNode", params)

    def result(self, code, input_data=None, **params):
        (out,) = self.node(**params).step({"code": code, "input": input_data})
        self.assertEqual(list(out), ["input", "result"])
        return out["result"]

    def failure(self, code, **params):
        return self.node(**params).fails({"code": code})

    def test_the_item_goes_before_the_params(self):
        node = self.node(code="result = ['param', input_data]", input_data=1)
        self.assertEqual(node.step({}), [{"input": 1, "result": ["param", 1]}])
        self.assertEqual(node.step({"input": 2}), [{"input": 2, "result": ["param", 2]}])
        self.assertEqual(node.step({"input": None})[0]["result"], ["param", None])
        self.assertEqual(node.step({"code": "result = input_data"})[0]["result"], 1)
        self.assertEqual(node.step({"code": None})[0]["result"], ["param", 1])

    def test_no_code_and_no_dict(self):
        self.assertEqual(self.node().fails({})["kind"], "INVALID")
        self.assertEqual(self.node().fails({"code": None})["kind"], "INVALID")
        self.assertEqual(self.node().fails({"code": 3})["kind"], "TYPE")
        for item in (1, "result = 1", None, [("code", "result = 1")]):
            self.assertEqual(self.node(code="result = 1").fails(item)["kind"], "TYPE")

    def test_the_input_is_a_value_and_never_text(self):
        nasty = 'x"\'\\\n}{%s\ud800'
        self.assertEqual(self.result("result = input_data", nasty), nasty)
        self.assertIs(type(self.result("result = input_data", (1, 2.0, True))), tuple)

    def test_one_namespace(self):
        code = "n = input_data\nresult = [[i * n for i in range(n)] for _ in range(2)]"
        self.assertEqual(self.result(code, 3), [[0, 3, 6]] * 2)
        recursive = "def f(n):\n    return 1 if n < 2 else n * f(n - 1)\nresult = f(input_data)"
        self.assertEqual(self.result(recursive, 20), 2432902008176640000)

    def test_nothing_stays_from_one_item_to_the_next(self):
        node = self.node()
        node.step({"code": "result = left = 1"})
        self.assertEqual(node.fails({"code": "result = left"})["type"], "NameError")
        self.assertEqual(node.fails({"code": "other = 1"})["kind"], "INVALID")
        node.step({"code": "__builtins__['len'] = None\nresult = 1"})
        self.assertEqual(node.step({"code": "result = len('abc')"})[0]["result"], 3)

    def test_the_code_changes_neither_item_nor_param(self):
        node = self.node(code="input_data['list'].append(2)\nresult = input_data", input_data={"list": [1]})
        for _ in range(2):
            (out,) = node.step({})
            self.assertEqual(out, {"input": {"list": [1]}, "result": {"list": [1, 2]}})
        item = {"input": {"list": [1]}}
        node.step(item)
        self.assertEqual(item, {"input": {"list": [1]}})

    def test_builtins_are_those_of_the_list(self):
        listed = (
            "len str int float bool list dict tuple set print range enumerate zip sorted reversed sum "
            "max min abs round ord chr isinstance hasattr getattr setattr"
        ).split()
        self.assertEqual(self.result("result = sorted(__builtins__)"), sorted(listed))
        for name in ("open", "eval", "exec", "__import__", "compile", "vars", "type", "ValueError"):
            for code in (f"result = {name}", f"def f(): return {name}\nf()", f"[{name} for i in 'a']"):
                self.assertEqual(self.failure(code)["type"], "NameError", code)
        self.assertIn("'open (no builtin here)' is not defined", self.failure("open")["message"])

    def test_names_of_its_own_may_be_those_of_builtins(self):
        for code in (
            "def f(type): return type\nresult = f(1)",
            "open = 1\nresult = open",
            "def vars(): return 1\nresult = vars()",
            "result = [id for id in [1]][0]",
            "try: 1 / 0\nexcept: id = 1\nresult = id",
        ):
            self.assertEqual(self.result(code), 1, code)

    def test_imports_of_others_go_on(self):
        self.result("import json\nresult = 1", enable_safe_imports=True)
        import colorsys  # noqa: F401 - here nothing is guarded

    def test_result_none_is_a_result(self):
        self.assertIsNone(self.result("result = None"))

    def test_imports(self):
        failure = self.failure("import math\nresult = 1")
        self.assertEqual((failure["kind"], failure["type"]), ("USER:ImportError", "ImportError"))
        self.assertIn("Allowed: none", failure["message"])
        code = "import math, json\nfrom base64 import b64encode\nresult = json.dumps(math.floor(2.5))"
        self.assertEqual(self.result(code, enable_safe_imports=True), "2")
        self.assertEqual(self.result("result = math.floor(2.5)", enable_safe_imports=True), 2)
        for code in ("import os", "from os import path", "import jsonx", "def f():\n import os\nf()"):
            failure = self.failure(code, enable_safe_imports=True)
            self.assertEqual(failure["type"], "ImportError", code)
            self.assertIn("allowed_modules", failure["message"])
            self.assertIn("base64, json, math", failure["message"])
        self.assertEqual(self.failure("import math", allowed_modules=["string"])["type"], "ImportError")

    def test_modules_that_are_allowed(self):
        code = "import string\nresult = string.digits"
        self.assertEqual(self.result(code, allowed_modules=["string"]), "0123456789")
        below = "import xml.sax.saxutils as s\nresult = s.escape('<')"
        self.assertEqual(self.result(below, allowed_modules=["xml"]), "&lt;")
        part = "from xml.sax.saxutils import escape\nresult = escape('<')"
        self.assertEqual(self.result(part, allowed_modules=["xml.sax.saxutils"]), "&lt;")
        for code in ("import xml.sax.saxutils", "from xml import sax", "result = xml"):
            failure = self.failure(code, allowed_modules=["xml.sax.saxutils"])
            self.assertIn(failure["type"], ("ImportError", "NameError"), code)

    def test_a_module_that_is_not_there_shows_before_any_code_runs(self):
        failure = failure_of(lambda: self.node(allowed_modules=["no_such_module"]))
        self.assertEqual((failure["phase"], failure["kind"]), ("open", "UNSUPPORTED"))
        self.assertEqual(failure["missing"], "no_such_module")

    def test_exceptions_keep_class_kind_and_source_lines(self):
        code = "def ratio(a, b):\n    return a / b  # here\nresult = ratio(1, 0)"
        failure = self.failure(code)
        self.assertEqual((failure["kind"], failure["type"]), ("ARITHMETIC", "ZeroDivisionError"))
        self.assertIn('File "<code of the item>", line 2, in ratio\n', failure["traceback"])
        self.assertIn("    return a / b  # here\n", failure["traceback"])
        self.assertEqual(failure["raised"]["frames"][-1], ["<code of the item>", 2, "ratio"])
        self.assertEqual(self.failure("result = {}['a']")["kind"], "NOT_FOUND")
        self.assertEqual(self.failure("result = [][1]")["kind"], "RANGE")
        failure = self.node(code="result =\n1 +").fails({})
        self.assertEqual(failure["kind"], "USER:SyntaxError")
        self.assertIn('File "<code of the node>", line 1\n    result =\n', failure["traceback"])

    def test_the_lines_are_those_of_the_code_that_failed(self):
        node = self.node()
        self.assertIn("1 / 0  # first", node.fails({"code": "1 / 0  # first"})["traceback"])
        self.assertIn("1 / 0  # second", node.fails({"code": "1 / 0  # second"})["traceback"])
        known = [path for path in lines._texts if "code of" in path]
        self.assertLessEqual(len(known), 2, "texts of old items are kept")


if __name__ == "__main__":
    unittest.main()
