"""State per session, with expiry and a limit, as older classes know it.

Expiry is checked at each access and there is no thread or task that sweeps: a sandbox has none.
"""

from graft.compat import clock


class SessionState:
    """What a node keeps for one session. Awaiting it gives itself."""

    def __init__(self, session_id, data=None, metadata=None, created_at=None, last_accessed=None):
        self.session_id = session_id
        self.data = {} if data is None else data
        self.metadata = {} if metadata is None else metadata
        self.created_at = created_at or clock.now()
        self.last_accessed = last_accessed or self.created_at

    def get(self, key, default=None):
        self._touch()
        return self.data.get(key, default)

    def set(self, key, value):
        self._touch()
        self.data[key] = value

    def update(self, values):
        self._touch()
        self.data.update(values)

    def clear(self):
        self._touch()
        self.data.clear()

    def _touch(self):
        self.last_accessed = clock.now()

    def __await__(self):
        return _giving(self)

    def __repr__(self):
        return f"SessionState(session_id={self.session_id!r}, data={self.data!r})"


class _Ready:
    """An awaitable that has its value already, and does not mind being ignored."""

    __slots__ = ("_value",)

    def __init__(self, value):
        self._value = value

    def __await__(self):
        return _giving(self._value)


def _giving(value):
    """A generator that ends at once, with a value."""
    return value
    yield


class StateManager:
    """The sessions of one node."""

    def __init__(self, default_ttl=None, cleanup_interval=None, max_sessions=None):
        self.default_ttl = _ttl_of(default_ttl)
        self.cleanup_interval = cleanup_interval
        self.max_sessions = max_sessions or None
        self._sessions = {}

    def get_or_create_session(self, session_id):
        return self._get_or_create(session_id)

    def get_session(self, session_id):
        return self._get(session_id)

    def delete_session(self, session_id):
        return self._sessions.pop(session_id, None) is not None

    def get_all_sessions(self):
        self._sweep()
        return dict(self._sessions)

    def clear_all_sessions(self):
        self._sessions.clear()

    def cleanup_expired_sessions(self):
        return self._sweep()

    def get_session_count(self):
        self._sweep()
        return len(self._sessions)

    def start_cleanup_task(self):
        """Does nothing: entries are swept at each access."""
        return _Ready(None)

    def stop_cleanup_task(self):
        """Does nothing."""
        return _Ready(None)

    def nothing(self):
        """What a call gives that has no session."""
        return None

    def snapshot_sessions(self):
        """The sessions as portable values; times as seconds."""
        self._sweep()
        return [
            {
                "session_id": session.session_id,
                "data": session.data,
                "metadata": session.metadata,
                "created_at": session.created_at.timestamp(),
                "last_accessed": session.last_accessed.timestamp(),
            }
            for session in self._sessions.values()
        ]

    def restore_sessions(self, sessions):
        """Replaces all sessions by those of a snapshot."""
        from datetime import datetime

        self._sessions = {
            item["session_id"]: SessionState(
                item["session_id"],
                item["data"],
                item["metadata"],
                datetime.fromtimestamp(item["created_at"]),
                datetime.fromtimestamp(item["last_accessed"]),
            )
            for item in sessions
        }

    def _get(self, session_id):
        session = self._sessions.get(session_id)
        if session is None:
            return None
        if self._expired(session, clock.now()):
            del self._sessions[session_id]
            return None
        session._touch()
        return session

    def _get_or_create(self, session_id):
        session = self._get(session_id)
        if session is None:
            self._sweep()
            if self.max_sessions is not None and len(self._sessions) >= self.max_sessions:
                oldest = min(
                    self._sessions.values(),
                    key=lambda other: (other.last_accessed, other.created_at),
                )
                del self._sessions[oldest.session_id]
            session = self._sessions[session_id] = SessionState(session_id)
        return session

    def _expired(self, session, now):
        return now - session.last_accessed > self.default_ttl

    def _sweep(self):
        now = clock.now()
        expired = [key for key, session in self._sessions.items() if self._expired(session, now)]
        for key in expired:
            del self._sessions[key]
        return len(expired)


class AsyncStateManager(StateManager):
    """The same for classes that await every call."""

    def get_session(self, session_id):
        return _Ready(self._get(session_id))

    def delete_session(self, session_id):
        return _Ready(super().delete_session(session_id))

    def get_all_sessions(self):
        return _Ready(super().get_all_sessions())

    def clear_all_sessions(self):
        return _Ready(super().clear_all_sessions())

    def cleanup_expired_sessions(self):
        return _Ready(self._sweep())

    def nothing(self):
        return _Ready(None)


def _ttl_of(ttl):
    """24 hours unless given; zero counts as not given; a number is seconds."""
    from datetime import timedelta

    if not ttl:
        return timedelta(hours=24)
    return timedelta(seconds=ttl) if isinstance(ttl, (int, float)) else ttl
