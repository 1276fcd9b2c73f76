"""What went wrong, for people who write rules: missed, inexact and extra events and positions, missing articles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradewatch.evaluation.judging import Found, JudgedArticle, JudgedText
from tradewatch.evaluation.told import ToldEvent, ToldPosition


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing that went wrong: `sort` is missed, inexact, extra, unread, made up or scope."""

    sort: str
    file: str
    lead: str
    said: str
    quote: str = ""


def cases_of(texts: Sequence[JudgedText]) -> Iterator[Case]:
    """All of them, in the order of the gold."""
    for text in texts:
        for article in text.articles:
            yield from _of_article(article)


def _of_article(article: JudgedArticle) -> Iterator[Case]:
    if not article.is_there:
        yield _case("made up", article, "the gold has no such article")
    elif not article.read:
        yield _case("unread", article, "no article that was read begins like this one")
    elif not article.scope_right:
        yield _case("scope", article, "judged in or out of scope otherwise than the gold")
    for event in article.missed:
        yield _case("missed", article, _brief(event), event)
    for found in article.found:
        if found.wrong:
            yield _case("inexact", article, _differences(found), found.gold)
    for event in article.extra:
        yield _case("extra", article, _brief(event), event)
    yield from _of_positions(article)


def _of_positions(article: JudgedArticle) -> Iterator[Case]:
    for one in article.unheard:
        yield _stated("missed", article, _stand(one), one)
    for gold, read in article.statements:
        if differences := gold.differs(read):
            said = "; ".join(f"{name} {getattr(read, name)} for {getattr(gold, name)}" for name in differences)
            yield _stated("inexact", article, f"{_stand(gold)}: {said}", gold)
    for one in article.unasked:
        yield _stated("extra", article, _stand(one), one)


def _stated(sort: str, article: JudgedArticle, said: str, position: ToldPosition) -> Case:
    said = f"position {said}"
    return Case(sort=sort, file=article.file, lead=article.lead, said=said, quote=position.quote)


def _stand(position: ToldPosition) -> str:
    return f"{position.speaker} {position.issue} {position.stance}"


def _case(sort: str, article: JudgedArticle, said: str, event: ToldEvent | None = None) -> Case:
    quote = event.quotes[0] if event and event.quotes else ""
    return Case(sort=sort, file=article.file, lead=article.lead, said=said, quote=quote)


def _brief(event: ToldEvent) -> str:
    return " ".join(event.words[name] or "–" for name in ("kind", "action", "status", "date", "side"))


def _differences(found: Found) -> str:
    said = (f"{name} {found.read.words[name] or '–'} for {found.gold.words[name] or '–'}" for name in found.wrong)
    return f"{found.gold.kind}: {'; '.join(said)}"
