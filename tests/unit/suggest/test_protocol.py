from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.annotations import Fragment, Suggestion, suggestion_id
from annotator.domain.ids import DocumentId
from annotator.domain.tokens import Tokens
from annotator.suggest.protocol import Reply, Request

DOCUMENT = DocumentId("d" * 32)


@given(
    st.builds(
        Request,
        st.just(DOCUMENT),
        st.text(st.characters(exclude_categories=["Cs"])),
        st.booleans(),
        st.booleans(),
    )
)
def test_requests_come_back_as_they_were(asked: Request) -> None:
    line = asked.encode()
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert Request.decode(line) == asked


def test_replies_come_back_as_they_were() -> None:
    parts = {
        "content": (Fragment(0, 5), Fragment(9, 12)),
        "speaker": (Fragment(6, 8),),
    }
    made_by = ("en", "3.8")
    suggestion = Suggestion(
        suggestion_id(DOCUMENT, made_by, "quote", "direct", parts),
        DOCUMENT,
        *made_by,
        "quote",
        "direct",
        parts,
        0.9,
        {"topic": "ships"},
        "said: “…”",
    )
    tokens = Tokens.of("en-3.8", [(0, 3), (4, 70_000)], [0])
    reply = Reply(DOCUMENT, tokens, (suggestion,), suggested=True)
    assert Reply.decode(reply.encode(), *made_by) == reply
    failed = Reply(DOCUMENT, error="why")
    assert Reply.decode(failed.encode(), *made_by) == failed


def test_the_same_find_has_the_same_id_and_another_has_another() -> None:
    parts = {"speaker": ((1, 2),), "content": ((3, 4),)}
    turned = {"content": (Fragment(3, 4),), "speaker": (Fragment(1, 2),)}
    one = suggestion_id(DOCUMENT, ("en", "1"), "quote", "direct", parts)
    assert one == suggestion_id(DOCUMENT, ("en", "1"), "quote", "direct", turned)
    assert one != suggestion_id(DOCUMENT, ("en", "2"), "quote", "direct", parts)
    assert one != suggestion_id(DOCUMENT, ("en", "1"), "quote", "mixed", parts)
