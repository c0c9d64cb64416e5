"""TypedDicts: each is one record of its name, wherever it is used."""

from __future__ import annotations

from typing import Annotated, TypedDict

import graft


class Seen(TypedDict):
    at: int


class Click(Seen):
    url: str
    took: float


class Place(TypedDict):
    at: int
    url: str
    took: int


class Rule(TypedDict):
    prefix: str
    weight: float


class Session(TypedDict):
    first: Click
    clicks: list[Click]
    place: Place
    rules: list[Rule]


@graft.node(
    id="records",
    version="1.0",
    summary="Gathers clicks.",
    pure=True,
    state={"open_clicks": list[Click], "last": Click | None, "places": list[Place]},
)
class RecordsNode:
    """Gathers clicks."""

    def __init__(
        self,
        rules: Annotated[list[Rule] | None, graft.Param(doc="What urls are worth.")] = None,
    ):
        self._rules = rules
        self.open_clicks: list[Click] = []
        self.last: Click | None = None
        self.places: list[Place] = []

    def process(self, item: object) -> Session:
        if not isinstance(item, str):
            raise TypeError("no url")
        self.open_clicks.append({"at": len(item), "url": item, "took": 0.5})
        self.places.append({"at": 1, "url": item, "took": 2})
        click = self.open_clicks[-1]
        place = self.places[0]
        if self.last is None:
            self.last = click
        return {"first": self.open_clicks[0], "clicks": self.open_clicks, "place": place, "rules": self._rules or []}
