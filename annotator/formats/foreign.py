"""What other tools' files say, before it is said in kinds and parts.

A reader of another tool's format turns a file into ``ForeignDocument`` values: spans
with labels, relations, events, as the format has them, but already in code points of
the stored text and checked against the surface. ``assembling`` then makes annotations
of them, by the user's mapping, the same way for every format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from annotator.domain.annotations import AttributeValue, Fragment
from annotator.domain.documents import Details, Status
from annotator.domain.tokens import Tokens
from annotator.domain.zones import Zone

_NONE: Mapping[str, AttributeValue] = MappingProxyType({})


class Own(NamedTuple):
    """What our own writer put down about a span, so that nothing has to be guessed.

    Attributes:
        annotation: Of which annotation the span is a part: its id, or whatever ties
            the spans of one annotation together.
        label: The annotation's label, not the span's; "" where another span of it
            says so.
        origin: See ``Annotation.origin``; "" for ``import``.
    """

    annotation: str
    kind: str
    label: str
    role: str
    origin: str = ""


class ForeignSpan(NamedTuple):
    """A span with a label.

    Attributes:
        id: As the format calls it; unique in its layer.
        fragments: In code points of the stored text, in order.
        layer: What the format calls the layer or type the label belongs to, if it
            has such a thing; a mapping can name it.
        note: A comment on it.
        score: Where a model made it.
        created: When it was marked; "" for the layer's moment.
        modified: Likewise.
    """

    id: str
    label: str
    fragments: tuple[Fragment, ...]
    layer: str = ""
    attributes: Mapping[str, AttributeValue] = _NONE
    note: str = ""
    own: Own | None = None
    score: float = 1.0
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class ForeignRelation:
    """A relation between two spans, by their ids (or those of frames).

    Attributes:
        given: The link's id where our own writer put one down.
    """

    label: str
    source: str
    target: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class ForeignFrame:
    """An event: something with a label of its own and arguments in roles.

    Attributes:
        trigger: The id of the span that stands for it; "" for none.
        arguments: ``(role, id)`` of a span or of another frame each.
    """

    id: str
    label: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class ForeignLayer:
    """What one annotator (or model) marked.

    Attributes:
        annotator: "" where the file does not say.
        version: Of the model, where ``by_model``.
        by_model: They are suggestions.
        moment: When it was marked, or imported; see ``Annotation.created``.
        losses: What the reader could not keep of it, one sentence each.
    """

    annotator: str = ""
    spans: tuple[ForeignSpan, ...] = ()
    relations: tuple[ForeignRelation, ...] = ()
    frames: tuple[ForeignFrame, ...] = ()
    status: Status = Status.DONE
    by_model: bool = False
    version: str = ""
    moment: str = ""
    losses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignDocument:
    """One text with any number of layers.

    Attributes:
        text: Normalised.
        where: File and line for messages.
        losses: What the reader could not keep of the document itself.
        zones: See ``Record``.
    """

    text: str
    details: Details
    where: str
    layers: tuple[ForeignLayer, ...] = ()
    tokens: Tokens | None = None
    losses: tuple[str, ...] = ()
    zones: tuple[Zone, ...] | None = None
