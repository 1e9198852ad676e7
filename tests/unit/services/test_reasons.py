"""What suggestions give as their reason can be read in another language."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from annotator.domain.ids import DocumentId
from annotator.domain.resources import resource
from annotator.services.reasons import PHRASES, in_words
from annotator.suggest.engine import Engine
from annotator.suggest.kernels import KernelChooser
from annotator.suggest.pipelines import DEFAULT_PIPELINE, find
from annotator.suggest.protocol import ALL_KINDS, Request

_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
_FROM_THE_ARTICLE = re.compile(r"\([^()]*\)|“[^”]*”")
_LEMMA = re.compile(r"^[\w -]+: ")


@pytest.fixture(scope="module")
def reasons(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return every reason there is for the shipped articles, each once."""
    chooser = KernelChooser(tmp_path_factory.mktemp("cache") / "kernels.json")
    engine = Engine(find(DEFAULT_PIPELINE), ALL_KINDS, chooser)
    folders = resource("samples"), Path(__file__).parents[1] / "suggest" / "articles"
    paths = sorted(path for folder in folders for path in folder.iterdir())
    requests = [
        Request(DocumentId(path.name), path.read_text("utf-8")) for path in paths
    ]
    found: dict[str, None] = {}
    for reply in engine.suggest(requests, lambda: None):
        assert not reply.error
        found |= dict.fromkeys(s.reason for s in reply.suggestions if s.reason)
    return sorted(found)


def untranslated(said: str) -> str:
    """Return what of a reason is neither translated nor a word of the article."""
    said = re.sub(r"; ", "\n", said)
    said = "\n".join(_LEMMA.sub("", clause) for clause in said.split("\n"))
    while _INNERMOST.search(said):
        said = _INNERMOST.sub("", said)
    return re.sub(r"[^a-z]", "", _FROM_THE_ARTICLE.sub("", said))


def test_in_english_a_reason_is_as_it_was_kept(reasons: list[str]) -> None:
    assert len(reasons) > 300
    assert [reason for reason in reasons if in_words(reason) != reason] == []


@pytest.mark.usefixtures("wrapped")
def test_no_phrase_of_a_reason_stays_english(reasons: list[str]) -> None:
    assert [reason for reason in reasons if untranslated(in_words(reason))] == []


def test_the_titles_in_the_word_lists_are_phrases() -> None:
    claims = tomllib.loads(resource("suggest", "claims.toml").read_text("utf-8"))
    names = tomllib.loads(resource("suggest", "names.toml").read_text("utf-8"))
    titles = {sign["title"] for sign in claims["signs"].values()}
    titles |= {gazetteer["title"] for gazetteer in names["gazetteers"]}
    assert titles - set(PHRASES) == set()


@pytest.mark.usefixtures("wrapped")
@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (
            "say: quotation marks, attribution after, inside another quote",
            "say: ⟦quotation marks⟧, ⟦attribution after⟧, ⟦inside another quote⟧",
        ),
        ("surname of Ana Berg", "⟦surname of Ana Berg⟧"),
        ("gazetteer: city (model: ORG)", "⟦gazetteer: ⟦city⟧ (⟦model: ORG⟧)⟧"),
        ("past (rose, had); but: plan (?)", "⟦past⟧ (rose, had); ⟦but: ⟦plan⟧ (?)⟧"),
        ("figures; in a quote (direct)", "⟦figures⟧; ⟦in a quote⟧ (⟦direct⟧)"),
        ("rule 7 of another component", "rule 7 of another component"),
    ],
)
def test_reasons_of_each_sort(reason: str, said: str) -> None:
    assert in_words(reason) == said
