"""Comparing two sides of one kind, and the figures that come of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.comparing import Comparison, Criterion, Outcome, Tally
from annotator.agreement.matching import Ruler
from annotator.agreement.scores import LabelScore, RoleScore, Score
from annotator.domain.annotations import Fragment

TEXT = "Ada said the bridge is safe. Bo Lind denied that. They left for the port."


@dataclass(frozen=True)
class Thing:
    label: str
    parts: dict[str, tuple[Fragment, ...]] = field(default_factory=dict)


def thing(label: str, content: str, **roles: str) -> Thing:
    """Return a frame whose parts are words of the text."""
    parts = {"content": content} | roles
    return Thing(label, {role: (at(words),) for role, words in parts.items()})


def at(words: str) -> Fragment:
    start = TEXT.index(words)
    return Fragment(start, start + len(words))


def compare(left, right) -> Comparison:
    return Comparison(
        left, right, Ruler(TEXT), main_role="content", roles=("speaker", "cue")
    )


def tally(left, right, criterion: Criterion) -> Tally:
    made = Tally()
    made.add(compare(left, right), criterion)
    return made


SAFE = thing("indirect", "the bridge is safe", speaker="Ada", cue="said")
GOLD = [SAFE, thing("direct", "that", speaker="Bo Lind", cue="denied")]


def test_what_is_not_defined_is_none():
    empty = Score()
    assert (empty.precision, empty.recall, empty.f1) == (None, None, None)
    only_left = Score(0, 3, 0)
    assert (only_left.precision, only_left.recall, only_left.f1) == (0.0, None, None)
    only_right = Score(0, 0, 3)
    assert (only_right.precision, only_right.recall) == (None, 0.0)
    assert only_right.f1 is None
    assert Score(0, 2, 3).f1 == 0.0
    assert LabelScore().found_share is None
    assert (RoleScore().accuracy, RoleScore().exact_accuracy) == (None, None)


def test_precision_recall_and_f1():
    score = Score(2, 4, 5)
    assert (score.precision, score.recall) == (0.5, 0.4)
    assert score.f1 is not None
    assert abs(score.f1 - 2 * 0.5 * 0.4 / 0.9) < 1e-12


def test_a_boundary_counts_by_overlap_and_not_exactly():
    left = [thing("indirect", "bridge is safe.", speaker="Ada")]
    assert tally(left, GOLD, Criterion.EXACT).place == Score(0, 1, 2)
    assert tally(left, GOLD, Criterion.LOOSE).place == Score(1, 1, 2)
    # 12 of 15 letters, without blanks and full stop.
    assert tally(left, GOLD, Criterion.CLOSE).place == Score(1, 1, 2)


def test_labels_count_where_both_sides_have_them():
    left = [thing("mixed", "the bridge is safe"), GOLD[1]]
    made = tally(left, GOLD, Criterion.EXACT)
    assert made.place == Score(2, 2, 2)
    assert made.label == Score(1, 2, 2)
    assert made.labels == {
        "mixed": LabelScore(0, 1, 0, found=0),
        "indirect": LabelScore(0, 0, 1, found=1),
        "direct": LabelScore(1, 1, 1, found=1),
    }


def test_roles_are_judged_on_what_was_found():
    left = [
        thing("indirect", "the bridge is safe", speaker="Ada said", cue="is"),
        thing("direct", "They left", speaker="They"),
    ]
    made = tally(left, GOLD, Criterion.EXACT).roles
    assert made["speaker"] == RoleScore(both=1, left=2, right=2, n=1, exact=0)
    assert made["cue"] == RoleScore(both=0, left=1, right=2, n=1, exact=0)
    same = tally(GOLD, GOLD, Criterion.CLOSE).roles
    assert same["speaker"] == RoleScore(both=2, left=2, right=2, n=2, exact=2)


def test_a_part_that_only_the_left_has_is_not_in_the_accuracy():
    bare = thing("indirect", "the bridge is safe")
    made = tally([SAFE], [bare], Criterion.EXACT).roles["speaker"]
    assert made == RoleScore(both=0, left=1, right=0, n=0, exact=0)
    assert made.accuracy is None


def test_every_thing_has_one_outcome():
    left = [
        SAFE,
        thing("mixed", "that", speaker="Bo Lind"),
        thing("direct", "They left", speaker="They"),
    ]
    right = [*GOLD, thing("direct", "the port")]
    found = list(compare(left, right).outcomes(Criterion.EXACT))
    assert [(o.outcome, o.left, o.right, o.parts) for o in found] == [
        (Outcome.RIGHT, left[0], right[0], ()),
        (Outcome.LABEL, left[1], right[1], ("cue",)),
        (Outcome.MISSED, None, right[2], ()),
        (Outcome.FALSE_ALARM, left[2], None, ()),
    ]


def test_a_wrong_missing_or_needless_part_makes_a_pair_partly_wrong():
    for speaker in ({}, {"speaker": "They"}):
        other = thing("indirect", "the bridge is safe", cue="said", **speaker)
        for left, right in ((other, SAFE), (SAFE, other)):
            [one] = compare([left], [right]).outcomes(Criterion.EXACT)
            assert (one.outcome, one.parts) == (Outcome.PART, ("speaker",))


@st.composite
def things(draw):
    edges = draw(
        st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=2, unique=True)
    )
    role = st.sampled_from(["Ada", "Bo Lind", ""])
    parts = {"content": (Fragment(*sorted(edges)),)}
    speaker = draw(role)
    if speaker:
        parts["speaker"] = (at(speaker),)
    return Thing(draw(st.sampled_from(["direct", "indirect"])), parts)


@given(st.lists(things(), max_size=8), st.lists(things(), max_size=8))
def test_figures_and_outcomes_agree(left, right):
    comparison = compare(left, right)
    counts = []
    for criterion in Criterion:
        made = Tally()
        made.add(comparison, criterion)
        found = list(comparison.outcomes(criterion))
        kinds = [o.outcome for o in found]
        pairs = len(found) - kinds.count(Outcome.MISSED)
        pairs -= kinds.count(Outcome.FALSE_ALARM)
        assert made.place == Score(pairs, len(left), len(right))
        assert made.label.both == pairs - kinds.count(Outcome.LABEL)
        assert sum(s.both for s in made.labels.values()) == made.label.both
        assert sum(s.found for s in made.labels.values()) == pairs
        assert len([o for o in found if o.left]) == len(left)
        assert len([o for o in found if o.right]) == len(right)
        counts.append(pairs)
    assert counts[2] <= counts[1]


@given(st.lists(things(), max_size=6))
def test_a_layer_against_itself_is_all_right(layer):
    # Of two on the same words, each may be paired with the other's double.
    for outcome in compare(layer, layer).outcomes(Criterion.EXACT):
        assert outcome.outcome in {Outcome.RIGHT, Outcome.PART}
    assert tally(layer, layer, Criterion.EXACT).place.both == len(layer)
