"""The remote configuration of the older package: checked as before, but never used."""

from graft.errors import UnsupportedError


class RemoteExecutorConfig:
    """Where the older system would have run a node. Placement is Graft's job."""

    def __init__(
        self,
        host="localhost",
        port=50051,
        protocol="grpc",
        auth_token=None,
        timeout=30.0,
        **options,
    ):
        if protocol not in ("grpc", "http"):
            raise ValueError(f"protocol must be grpc or http, not {protocol!r}")
        if not 1 <= port <= 65535:
            raise ValueError(f"port must be between 1 and 65535, not {port!r}")
        if not timeout > 0:
            raise ValueError(f"timeout must be above 0, not {timeout!r}")
        self.host = host
        self.port = port
        self.protocol = protocol
        self.auth_token = auth_token
        self.timeout = timeout
        for name, value in options.items():
            setattr(self, name, value)

    def __call__(self, *arguments, **keywords):
        raise UnsupportedError(
            "a node cannot place itself: give it a backend in the manifest instead"
        )
