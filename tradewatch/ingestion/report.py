"""What a run did, in the words of its closing table; kept with the run, so that nothing it left out is forgotten."""

from dataclasses import dataclass, field

from tradewatch.extraction.datatypes import ArticleReading
from tradewatch.records.folding import Changes


@dataclass(slots=True, kw_only=True)
class Report:
    """Events are told by number, texts by path."""

    articles: int = 0
    unchanged: list[str] = field(default_factory=list)
    new_versions: list[str] = field(default_factory=list)
    out_of_scope: list[tuple[str, str]] = field(default_factory=list)  # (path and title, reason)
    new: set[int] = field(default_factory=set)
    joined: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    merged: set[int] = field(default_factory=set)  # became one with another event
    linked: set[int] = field(default_factory=set)  # stand otherwise to earlier ones, by the words of their accounts
    left_as_decided: set[int] = field(default_factory=set)
    positions: int = 0  # new or changed
    refused: list[tuple[str, str]] = field(default_factory=list)  # (path, why)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    dropped: list[tuple[str, str, str]] = field(default_factory=list)  # (path, reason, the words)
    faults: list[tuple[str, str]] = field(default_factory=list)  # (path, traceback): for whoever mends the program

    @property
    def says_no_change(self) -> bool:
        """True when everything given is as it was."""
        told = (
            self.articles,
            self.refused,
            self.new,
            self.joined,
            self.changed,
            self.merged,
            self.linked,
            self.positions,
            self.warnings,
        )
        return not any(told)

    def count_article(self, reading: ArticleReading, *, is_new_version: bool) -> None:
        """Add an article that was read and stored."""
        article = reading.article
        named = f"{article.path}: {article.title or article.lead[:60]}"
        self.articles += 1
        if is_new_version:
            self.new_versions.append(named)
        if not reading.in_scope:
            self.out_of_scope.append((named, reading.scope_reason))

    def count(self, changes: Changes, joined: set[int], positions: set[int]) -> None:
        """Add what folding did. An event that this run made stays new, whatever joins it later in the run."""
        self.new |= changes.new
        self.joined |= joined - self.new
        self.changed |= changes.changed - self.new
        self.left_as_decided |= changes.left_as_decided
        self.positions += len(positions)

    def as_json(self) -> dict[str, object]:
        lists = ("unchanged", "new_versions", "out_of_scope", "refused", "warnings", "dropped", "faults")
        numbers = ("new", "joined", "changed", "merged", "linked", "left_as_decided")
        return {
            "articles": self.articles,
            "positions": self.positions,
            **{name: getattr(self, name) for name in lists},
            **{name: sorted(getattr(self, name)) for name in numbers},
        }
