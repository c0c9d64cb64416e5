"""One opened node: its objects, its lane, and its life from ``initialize`` to ``cleanup``."""

from graft import clock, snapshots
from graft.awaiting import COROUTINE, Lane
from graft.construction import construct
from graft.errors import GraftError, NotFoundError, UnsupportedError
from graft.sessions import session_id_of
from graft.signatures import takes_nothing


class Member:
    """One object of a node, with what is called per item already looked up."""

    __slots__ = ("object", "process", "set_session_id", "source_call", "stream")

    def __init__(self, node, lane, streaming=None, notice=None):
        """``streaming`` is what the manifest says; ``notice(text)`` is told what is strange."""
        self.object = node
        process = getattr(node, "process", None)
        if not callable(process):
            raise TypeError(f"{type(node).__name__} has no callable 'process'")
        set_session_id = getattr(node, "set_session_id", None)
        self.set_session_id = set_session_id if callable(set_session_id) else None
        self.source_call = getattr(node, "is_source", False) is True and takes_nothing(process)
        self.stream = None
        if streaming == "whole" or getattr(node, "is_streaming", False) is True:
            from graft.wholeness import takes_whole_stream  # few nodes need it

            if takes_whole_stream(node, process, self.source_call, streaming, notice):
                from graft.stream import WholeStream

                self.stream = WholeStream(process, lane)
        self.process = process if self.stream is None else self.stream.take


class Instance:
    """A node that was opened: one object, or one per session key where its state is keyed."""

    def __init__(self, cls, spec, make_loop, may_use_asyncio, notice=None):
        self.cls = cls
        self.node_id = spec.get("node_id")
        self.params = spec.get("params") or {}
        self.keyed = bool(spec.get("keyed"))
        self._streaming = spec.get("streaming")
        self._clock = spec.get("clock")
        self._notice = notice
        self.lane = Lane(make_loop, may_use_asyncio)
        self.members = {}
        # The one object of a node that is not keyed: spares the look-up for each item.
        self.single = None
        self.own_extraction = hasattr(cls, "extract_session_id")
        # A keyed node makes its first object at once, so that a wrong parameter shows at open;
        # the first key that comes takes it over.
        self.spare = None

    def open(self):
        """Constructs and initializes."""
        member = self._construct()
        if member.stream is not None:
            self.keyed = False  # one call gets the items of all keys
        if self.keyed:
            self.spare = member
        else:
            self._set_single(member)
        self._initialize(member)

    def member(self, key, value):
        """The object of a keyed node that takes an item."""
        if key is None:
            key = self._extract(value) if self.own_extraction else session_id_of(value)
        member = self.members.get(key)
        return member if member is not None else self._first_use(key)

    def call(self, key, value):
        """What ``process`` gives back for an item, outputs still inside."""
        member = self.single
        if member is None:
            member = self.member(key, value)
        if key is not None and member.set_session_id is not None:
            member.set_session_id(key)
        return member.process() if member.source_call else member.process(value)

    def finish(self, stream):
        """What comes out of a stream at its end."""
        return stream.finish()

    def flush(self, member):
        """What one object gives back at the end, outputs still inside."""
        flush = getattr(member.object, "flush", None)
        return None if flush is None else flush()

    def spent(self):
        """For how many nanoseconds the node's own code ran; none if nobody measures it."""
        return None

    def flush_order(self):
        """The keys and objects whose end has come, in order of first use."""
        return list(self.members.items())

    def snapshot(self):
        """``[[key, state], …]``"""
        if self.single is not None and self.single.stream is not None and self.single.stream.unsaveable:
            raise UnsupportedError(
                f"{self.cls.__name__}.process takes the whole stream: its state is in a "
                "generator, which cannot be moved"
            )
        return [
            [key, state]
            for key, member in self.members.items()
            for state in (snapshots.take(member.object),)
            if state is not None
        ]

    def restore(self, states):
        """Replaces the whole state: an object whose key is not given goes."""
        if self.keyed:
            self._forget_members()
        for key, state in states:
            if snapshots.declared_fields(self.cls) is not None:
                member = self.single or self.members.get(key) or self._first_use(key)
                snapshots.put_declared(member.object, state)
            else:
                node = snapshots.revive(self.cls, state)
                member = self._member_of(node)
                if self.keyed:
                    self.members[key] = member
                else:
                    self._set_single(member)
                if state.get("initialized", True):
                    self._initialize(member)

    def close(self):
        """Cleans every object up, exactly once; the first error is raised after the last."""
        members = list(self.members.values())
        if self.spare is not None:
            members.append(self.spare)
        self.members = {}
        self.spare = self.single = None
        first = None
        for member in reversed(members):
            try:
                self._clean_up(member)
            except BaseException as error:  # the other objects have a right to their cleanup
                first = first or error
        try:
            self.lane.close()
        except BaseException as error:
            first = first or error
        if first is not None:
            raise first

    def settle(self, result):
        """Waits if the result of a life cycle method is awaitable."""
        if result is not None and (type(result) is COROUTINE or hasattr(result, "__await__")):
            return self.lane.wait(result)
        return result

    def _forget_members(self):
        members, self.members = self.members, {}
        for member in members.values():
            self._clean_up(member)

    def _set_single(self, member):
        self.single = self.members[None] = member

    def _extract(self, value):
        first = self.spare or next(iter(self.members.values()), None)
        if first is None:
            first = self.spare = self._make()
        return first.object.extract_session_id(value)

    def _first_use(self, key):
        member, self.spare = self.spare or self._make(), None
        self.members[key] = member
        return member

    def _make(self):
        member = self._construct()
        try:
            self._initialize(member)
        except BaseException:
            # Its initialize was started: it gets its cleanup, and the key another chance.
            try:
                self._clean_up(member)
            except Exception:
                pass
            raise
        return member

    def _construct(self):
        self.lane.enter()
        return self._member_of(_check(construct(self.cls, self.params, self.node_id)))

    def _member_of(self, node):
        if self._clock is not None:
            clock.fix(node, self._clock)
        notice, self._notice = self._notice, None  # what is strange is so for all objects
        return Member(node, self.lane, self._streaming, notice)

    def _clean_up(self, member):
        try:
            if member.stream is not None:
                member.stream.close()
        finally:
            self._call_cleanup(member)

    def _call_cleanup(self, member):
        cleanup = getattr(member.object, "cleanup", None)
        if cleanup is not None:
            self.settle(cleanup())

    def _initialize(self, member):
        initialize = getattr(member.object, "initialize", None)
        if initialize is not None:
            self.settle(initialize())


def find_class(module, symbol):
    """The class of a loaded module."""
    cls = getattr(module, symbol, None)
    if cls is None:
        raise NotFoundError(f"{module.__file__} defines no class {symbol}")
    if not isinstance(cls, type):
        raise GraftError(f"{symbol} in {module.__file__} is no class")
    return cls


def _check(node):
    if getattr(node, "is_remote", False) is True:
        raise UnsupportedError(
            f"{type(node).__name__} asks to run remotely (is_remote): placement is Graft's job, "
            "give the node a backend in the manifest"
        )
    return node
