"""The base class of older nodes. Nothing but ``process`` must be written by a subclass."""

from graft.compat.flavour import awaits_state
from graft.compat.metadata import merge_data_metadata, split_data_metadata
from graft.compat.remote import RemoteExecutorConfig
from graft.compat.state import AsyncStateManager, SessionState, StateManager
from graft.sessions import session_id_of

__all__ = ["Node", "RemoteExecutorConfig", "SessionState", "StateManager"]


class _Done:
    """The result of a base method: may be awaited or ignored, as the subclasses do both."""

    __slots__ = ()

    def __await__(self):
        return iter(())


_DONE = _Done()


class _LazyLogger:
    """``logging`` is slow to import and most nodes never log: made on first use."""

    def __get__(self, node, owner=None):
        if node is None:
            return self
        import logging

        logger = logging.getLogger(type(node).__name__)
        node.__dict__["logger"] = logger
        return logger


class Node:
    """An older node: named, configurable, with state per session."""

    logger = _LazyLogger()

    def __init__(
        self, name=None, enable_state=True, state_ttl=None, max_sessions=None, **kwargs
    ):
        self.name = name or type(self).__name__
        self.config = kwargs
        self.enable_state = enable_state
        self._is_initialized = False
        self._session_id = None
        self._state_settings = (state_ttl, max_sessions)
        self.state = self._make_state()

    def _make_state(self):
        if not self.enable_state:
            return None
        ttl, max_sessions = self._state_settings
        manager = AsyncStateManager if awaits_state(type(self)) else StateManager
        return manager(default_ttl=ttl, max_sessions=max_sessions)

    def process(self, data):
        """The node itself."""
        raise NotImplementedError(f"{type(self).__name__} does not define process")

    @property
    def is_initialized(self):
        return self._is_initialized

    def initialize(self):
        self._is_initialized = True
        return _DONE

    def cleanup(self):
        self._is_initialized = False
        return _DONE

    def set_session_id(self, session_id):
        self._session_id = session_id

    def get_session_id(self):
        return self._session_id

    def get_session_state(self, session_id=None):
        """The state of a session, made on first use; may be awaited in either flavour."""
        known = session_id if session_id is not None else self._session_id
        if self.state is None or known is None:
            return self.state.nothing() if self.state is not None else self._no_state()
        return self.state.get_or_create_session(known)

    def _no_state(self):
        return _DONE if awaits_state(type(self)) else None

    def extract_session_id(self, data):
        return session_id_of(data)

    @staticmethod
    def split_data_metadata(data):
        return split_data_metadata(data)

    @staticmethod
    def merge_data_metadata(data, metadata):
        return merge_data_metadata(data, metadata)

    def get_config(self):
        return {"name": self.name, "class": type(self).__name__, "config": self.config}

    def get_capabilities(self):
        """Informational: Graft reads capabilities from the descriptor."""
        return None

    def _extract_params(self):
        return dict(self.config)

    def to_manifest(self, include_capabilities=True):
        """Informational: Graft saves the parameters that its binder bound."""
        manifest = {
            "id": self.name,
            "node_type": type(self).__name__,
            "params": self._extract_params(),
        }
        capabilities = self.get_capabilities() if include_capabilities else None
        if capabilities:
            manifest["capabilities"] = capabilities
        return manifest

    def __repr__(self):
        return f"{type(self).__name__}(name='{self.name}')"

    def __getstate__(self):
        state = dict(self.__dict__)
        state.pop("state", None)
        state.pop("logger", None)
        state["_is_initialized"] = False
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self._is_initialized = False
        self.__dict__.setdefault("enable_state", True)
        self.__dict__.setdefault("_state_settings", (None, None))
        self.state = self._make_state()
