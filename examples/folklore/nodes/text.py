"""Two nodes that look at running text."""

import graft


@graft.node(
    id="paragraphs",
    version="1.0",
    summary="Joins lines into paragraphs; an empty line ends one.",
    pure=True,
    state={"lines": list},
)
class ParagraphsNode:
    def __init__(self):
        self.lines = []

    def process(self, line: str) -> str:
        if line.strip():
            self.lines.append(line.strip())
            return None
        return self.flush()

    def flush(self):
        paragraph, self.lines = " ".join(self.lines), []
        return paragraph or None


class WordStatsNode:
    """Counts the words of a text. A plain class: it needs no decorator and no base class."""

    def process(self, text):
        words = text.split()
        longest = max(words, key=len)
        return {"words": len(words), "longest": longest, "begins": " ".join(words[:8])}
