"""Classes of the older package, unchanged, through its alias."""

import copy
import datetime
import pickle
import sys
import textwrap
import unittest

from graft.compat import clock
from graft.host import Host
from support import Bench, failure_of, unit

ALIASES = {"oldpkg": "graft.compat", "core.exceptions.OldError": "graft.errors.GraftError"}


def old(source, **more):
    return unit(textwrap.dedent(source), aliases=ALIASES, package="oldpkg.nodes", **more)


def bench(source, symbol="N", params=None, **more):
    return Bench(old(source), symbol, params, **more)


class AliasTest(unittest.TestCase):
    def test_every_module_of_the_table(self):
        node = bench("""
            import oldpkg
            from oldpkg import Node, Pipeline, RemoteExecutorConfig, OldError, PipelineError
            from oldpkg.core import Node as A
            from oldpkg.core.node import Node as B, StateManager, SessionState
            from oldpkg.core.node import RemoteExecutorConfig as C
            from oldpkg.core.exceptions import (OldError as D, NodeError, RemoteExecutionError,
                WebRTCError, SerializationError, ConfigurationError)
            from oldpkg.core.types import _SENTINEL
            from oldpkg.nodes.registration import register_node, streaming_node, python_requires
            from oldpkg.core.multiprocessing import register_node as E
            from oldpkg import nodes
            from ..core.node import Node as F
            from ..core.types import _SENTINEL as G
            from .. import Node as H
            import oldpkg.core.node as K
            assert Node is A is B is F is H is K.Node and C is RemoteExecutorConfig
            assert OldError is D and issubclass(NodeError, OldError) and G is _SENTINEL
            assert nodes.PassThroughNode.__name__ == "PassThroughNode"
            from oldpkg.nodes import CounterNode

            @register_node("n")
            @streaming_node(multi_output=True)
            @python_requires(["numpy"])
            class N(Node):
                def process(self, x):
                    return [self.name, sorted(type(self).__graft_registration__)[:2]]
        """)
        self.assertEqual(node.step(0), [["N", ["accepts", "category"]]])

    def test_what_is_not_there_is_an_import_error(self):
        bench("""
            for name in ("oldpkg.nothing", "oldpkg.core.nothing", "oldpkg.nodes.nothing"):
                try:
                    __import__(name)
                except ModuleNotFoundError:
                    continue
                raise AssertionError(name)
            try:
                from oldpkg.core.exceptions import Nothing
            except ImportError:
                Nothing = None
            try:
                from oldpkg.nodes import NothingNode
            except ImportError:
                NothingNode = None
            class N:
                def process(self, x):
                    return x
        """)

    def test_a_missing_module_of_the_alias_names_itself(self):
        failure = failure_of(Host(small_loop=True).load, old("import oldpkg.nothing\n"))
        self.assertEqual((failure["missing"], failure["kind"]), ("oldpkg.nothing", "UNSUPPORTED"))

    def test_pipelines_and_remote_calls_are_refused(self):
        node = bench("""
            from oldpkg import Pipeline, RemoteExecutorConfig
            class N:
                def process(self, x):
                    if x == 0:
                        Pipeline("p")
                    if x == 1:
                        RemoteExecutorConfig("h", 80)(None)
                    RemoteExecutorConfig("h", 0)
        """)
        self.assertEqual(node.fails(0)["kind"], "UNSUPPORTED")
        self.assertIn("manifest", node.fails(0)["message"])
        self.assertEqual(node.fails(1)["kind"], "UNSUPPORTED")
        self.assertEqual(node.fails(2)["kind"], "INVALID")


class BaseClassTest(unittest.TestCase):
    def test_config_and_names(self):
        node = bench(
            """
            from oldpkg import Node
            class N(Node):
                def process(self, x):
                    return [self.name, self.config, repr(self), self.get_config(),
                            self.is_initialized, self.to_manifest()["node_type"]]
            """,
            params={"a": 1},
        )
        self.assertEqual(
            node.step(0),
            [
                [
                    "N",
                    {"a": 1},
                    "N(name='N')",
                    {"name": "N", "class": "N", "config": {"a": 1}},
                    True,
                    "N",
                ]
            ],
        )

    def test_base_methods_may_be_awaited_or_not(self):
        source = """
            from oldpkg.core.node import Node
            class Async(Node):
                async def initialize(self):
                    await super().initialize()
                async def cleanup(self):
                    await super().cleanup()
                    log.append(self.is_initialized)
                async def process(self, x):
                    return self.is_initialized
            class Sync(Node):
                def initialize(self):
                    super().initialize()
                def process(self, x):
                    return self.is_initialized
            log = []
        """
        for symbol in ("Async", "Sync"):
            node = bench(source, symbol)
            self.assertEqual(node.step(0), [True])
            node.close()

    def test_both_flavours_of_the_state_manager(self):
        sync = bench("""
            from oldpkg.core.node import Node
            class N(Node):
                def process(self, x):
                    state = self.get_session_state(x)
                    state.set("n", state.get("n", 0) + 1)
                    other = self.state.get_session("nobody")
                    return [state.get("n"), other, len(self.state.get_all_sessions()),
                            self.get_session_state() is None]
        """)
        self.assertEqual(sync.step("a", "a"), [[1, None, 1, True], [2, None, 1, True]])
        flavour = bench("""
            from oldpkg.core.node import Node
            class N(Node):
                async def process(self, x):
                    state = await self.get_session_state(x)
                    state.set("n", state.get("n", 0) + 1)
                    other = await self.state.get_session("nobody")
                    gone = await self.state.delete_session("nobody")
                    made = await self.state.get_or_create_session(x)
                    return [state.get("n"), other, gone, made is state,
                            await self.get_session_state()]
        """)
        self.assertEqual(
            flavour.step("a", "a"), [[1, None, False, True, None], [2, None, False, True, None]]
        )

    def test_state_can_be_switched_off(self):
        node = bench(
            """
            from oldpkg.core.node import Node
            class N(Node):
                def process(self, x):
                    return [self.state is None, self.get_session_state(x) is None]
            """,
            params={"enable_state": False},
        )
        self.assertEqual(node.step("a"), [[True, True]])

    def test_metadata(self):
        from graft.compat.metadata import merge_data_metadata, split_data_metadata

        md = {"session_id": 1}
        self.assertEqual(split_data_metadata(("x", md)), ("x", md))
        self.assertEqual(split_data_metadata((1, 2, md)), ((1, 2), md))
        self.assertEqual(split_data_metadata((1, {"other": 2})), ((1, {"other": 2}), None))
        self.assertEqual(split_data_metadata((md,)), ((md,), None))
        self.assertEqual(merge_data_metadata((1, 2), md), (1, 2, md))
        self.assertEqual(merge_data_metadata(1, md), (1, md))
        self.assertEqual(merge_data_metadata(1, None), 1)

    def test_flush_of_an_old_class_may_give_an_empty_list(self):
        node = bench("""
            from oldpkg import Node
            class N(Node):
                def process(self, x): ...
                def flush(self):
                    return []
        """)
        self.assertEqual(node.flush(), [[]])

    def test_copy_and_pickle(self):
        loaded = old("""
            from oldpkg import Node
            class N(Node):
                def process(self, x): ...
        """)
        Host(small_loop=True).load(loaded)
        node = sys.modules[loaded["module"]].N(name="x", extra=[1])
        node.logger.debug("made")
        node.initialize()
        for twin in (copy.deepcopy(node), pickle.loads(pickle.dumps(node))):
            self.assertEqual((twin.name, twin.config), ("x", {"extra": [1]}))
            self.assertFalse(twin.is_initialized)
            self.assertEqual(twin.state.get_all_sessions(), {})

    def test_sessions_move(self):
        source = """
            from oldpkg import Node
            class N(Node):
                def __init__(self, **kw):
                    super().__init__(**kw)
                    self.total = 0
                def process(self, x):
                    self.total += 1
                    state = self.get_session_state(self.extract_session_id(x))
                    state.set("n", state.get("n", 0) + 1)
                    return [self.total, state.get("n"), self.is_initialized]
        """
        first = bench(source)
        first.step({"session_id": "a"}, {"session_id": "b"})
        states = first.snapshot()
        second = Bench(old(source), "N")
        second.restore(states)
        self.assertEqual(second.step({"session_id": "a"}), [[3, 2, True]])


class StateManagerTest(unittest.TestCase):
    def setUp(self):
        self.now = datetime.datetime(2030, 1, 1)
        original = clock.now
        clock.now = lambda: self.now
        self.addCleanup(setattr, clock, "now", original)
        from graft.compat.state import StateManager

        self.make = StateManager

    def pass_time(self, **span):
        self.now += datetime.timedelta(**span)

    def test_expiry(self):
        manager = self.make(default_ttl=datetime.timedelta(hours=1))
        session = manager.get_or_create_session("a")
        self.pass_time(minutes=50)
        session.set("k", 1)
        self.pass_time(minutes=50)
        self.assertIs(manager.get_session("a"), session)
        self.pass_time(minutes=61)
        self.assertIsNone(manager.get_session("a"))
        self.assertIsNot(manager.get_or_create_session("a"), session)

    def test_zero_is_not_given(self):
        manager = self.make(default_ttl=datetime.timedelta(0), max_sessions=0)
        self.assertEqual(manager.default_ttl, datetime.timedelta(hours=24))
        self.assertIsNone(manager.max_sessions)
        self.assertEqual(self.make(default_ttl=5).default_ttl, datetime.timedelta(seconds=5))

    def test_the_least_recently_used_goes_first(self):
        manager = self.make(max_sessions=2)
        manager.get_or_create_session("a")
        self.pass_time(seconds=1)
        manager.get_or_create_session("b")
        self.pass_time(seconds=1)
        manager.get_session("a").get("k")
        self.pass_time(seconds=1)
        manager.get_or_create_session("c")
        self.assertEqual(list(manager.get_all_sessions()), ["a", "c"])
        self.assertTrue(manager.delete_session("a"))
        self.assertFalse(manager.delete_session("a"))

    def test_sweep_counts(self):
        manager = self.make(default_ttl=10)
        manager.get_or_create_session("a")
        self.pass_time(seconds=11)
        manager.get_or_create_session("b")
        self.assertEqual(manager.cleanup_expired_sessions(), 0)
        self.pass_time(seconds=11)
        self.assertEqual(manager.cleanup_expired_sessions(), 1)


if __name__ == "__main__":
    unittest.main()
