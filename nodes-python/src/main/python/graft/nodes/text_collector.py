"""The node ``text-collector``."""

from __future__ import annotations

import re

import graft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator


_END_TOKENS = ("<|text_end|>", "<|audio_end|>")
_TOKEN = re.compile(r"<\|[A-Za-z0-9_]+\|>")


@graft.node(
    id="text-collector",
    version="1.0",
    summary="Joins pieces of text and emits whole sentences.",
    pure=True,
    state={"buffer": str},
)
class TextCollectorNode:
    """Joins pieces of text and emits whole sentences; what is no text passes.

    A number such as 3.14 is cut at its dot: what ends a sentence is known by its characters alone.
    """

    def __init__(
        self,
        boundaries: Annotated[
            str, graft.Param(doc="The characters that end a sentence.", pattern=r"(?s).+")
        ] = ".!?;\n",
        min_sentence_length: Annotated[
            int,
            graft.Param(doc="The fewest characters of a sentence; a shorter one joins the next.", min=1),
        ] = 3,
        yield_partial_on_end: Annotated[
            bool, graft.Param(doc="Whether the end emits what is no whole sentence.")
        ] = True,
    ):
        self._boundaries = frozenset(boundaries)
        self._min = min_sentence_length
        self._yields_rest = yield_partial_on_end
        self.buffer = ""

    def process(self, item: object) -> Iterator[object]:
        if not isinstance(item, str):
            yield item
            return
        # All at once, so that the state is right wherever the consumer stops.
        for output in self._outputs(item):
            yield output

    def flush(self) -> Iterator[str]:
        for output in self._rest():
            yield output

    def _outputs(self, item):
        outputs = []
        piece = []
        start = 0
        for token in _TOKEN.finditer(item):
            piece.append(item[start : token.start()])
            start = token.end()
            if token.group() in _END_TOKENS:
                outputs += self._sentences("".join(piece))
                outputs += self._rest()
                outputs.append(token.group())
                piece = []
        piece.append(item[start:])
        return outputs + self._sentences("".join(piece))

    def _sentences(self, piece):
        """Takes a piece, and gives the sentences that end with it."""
        text = self.buffer + piece
        position = len(self.buffer)
        cut = 0
        sentences = []
        while position < len(text):
            if text[position] not in self._boundaries:
                position += 1
                continue
            while position < len(text) and text[position] in self._boundaries:
                position += 1
            candidate = text[cut:position].strip()
            if len(candidate) >= self._min:
                sentences.append(candidate)
                cut = position
        self.buffer = text[cut:]
        return sentences

    def _rest(self):
        rest, self.buffer = self.buffer.strip(), ""
        return [rest] if rest and self._yields_rest else []
