"""What the settled layer takes from annotators: by a rule, or as somebody chose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.agreement.settling import Cluster, attribute_values
from annotator.domain.annotations import Annotation, AttributeValue, Fragment
from annotator.domain.errors import InputError
from annotator.domain.ids import AnnotationId, AnnotatorId
from annotator.domain.schema import Kind
from annotator.domain.settling import How, Source
from annotator.domain.wording import tr

LABEL = "label"
ORIGIN = "settled"
"""The origin of what the settled layer took from annotators."""


class Rule(StrEnum):
    """What is taken without anybody looking."""

    UNANIMOUS = "unanimous"
    """What everybody who has done the document marked alike."""
    MAJORITY = "majority"
    """Also what more than half of them did."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """An annotation for the settled layer, and where it is from.

    Attributes:
        annotation: Its id, and when it was made, are up to whoever puts it there.
    """

    how: How
    annotation: Annotation
    sources: tuple[Source, ...]


def ruled(cluster: Cluster, kind: Kind, voters: int, rule: Rule) -> Ruling | None:
    """Return what *rule* makes of a cluster, None where it leaves it open.

    That most annotators have *not* marked a thing decides nothing: it may have
    escaped them. Of frames that are not alike as wholes each part is decided by
    itself, and all of them must have a majority of all who have done the document.
    """
    if voters < 2:
        return None
    if cluster.is_agreed:
        return _alike(How.UNANIMOUS, cluster.members.items())
    if rule is Rule.UNANIMOUS:
        return None
    whole = _most(cluster.members.items(), voters, _as_whole)
    if whole:
        together = [cluster.members[name] for name in whole]
        names = {n for a in together for n in a.attributes}
        if all(len(attribute_values(together, n)) == 1 for n in names):
            return _alike(How.MAJORITY, [(n, cluster.members[n]) for n in whole])
    return _part_by_part(cluster, kind, voters) if kind.is_frame else None


def _as_whole(annotation: Annotation) -> Hashable:
    parts = sorted((role, tuple(some)) for role, some in annotation.parts.items())
    return annotation.label, tuple(parts)


def _most(
    members: Iterable[tuple[str, Annotation]], voters: int, of: object
) -> list[str]:
    """Return who says what more than half of all voters say; empty if nobody."""
    assert callable(of)  # noqa: S101 - for the type checker
    said: dict[Hashable, list[str]] = {}
    for name, annotation in members:
        said.setdefault(of(annotation), []).append(name)
    return next((names for names in said.values() if 2 * len(names) > voters), [])


def _alike(how: How, members: Iterable[tuple[str, Annotation]]) -> Ruling:
    """Return what annotators who say the same say together."""
    members = sorted(members)
    together = [annotation for _, annotation in members]
    attributes: dict[str, AttributeValue] = {}
    for annotation in together:
        attributes |= annotation.attributes
    notes = dict.fromkeys(a.note for a in together if a.note)
    return Ruling(
        how,
        replace(together[0], attributes=attributes, note="\n".join(notes)),
        tuple(_source(name, annotation) for name, annotation in members),
    )


def _source(name: str, annotation: Annotation, *parts: str) -> Source:
    return Source(AnnotatorId(name), annotation.id, parts)


def _part_by_part(cluster: Cluster, kind: Kind, voters: int) -> Ruling | None:
    """Return a frame each part of which most annotators have so."""
    members = sorted(cluster.members.items())
    rows = rows_of(cluster, kind)
    taken: dict[str, list[str]] = {}
    for row in rows:
        names = _givers(cluster, row) or _most(
            members, voters, lambda a, row=row: _value(a, row)
        )
        if not names:
            return None
        taken[row] = names
    parts = {row: names[0] for row, names in taken.items()}
    whole = composed(cluster, kind, members[0][0], parts)
    sources = tuple(
        _source(name, annotation, *(r for r in rows if name in taken[r]))
        for name, annotation in members
        if any(name in some for some in taken.values())
    )
    return Ruling(How.MAJORITY, whole.annotation, sources)


def _givers(cluster: Cluster, row: str) -> list[str]:
    """Return who gives an attribute, if all of them give it the same value."""
    members = cluster.members
    givers = sorted(name for name, a in members.items() if row in a.attributes)
    if givers and len(attribute_values(members.values(), row)) == 1:
        return givers
    return []


# -- as somebody chose ---------------------------------------------------------


def rows_of(cluster: Cluster, kind: Kind) -> list[str]:
    """Return what can be taken one by one: label, roles, attributes somebody has."""
    some = cluster.members.values()
    roles = [role.name for role in kind.roles]
    further = sorted({r for a in some for r in a.parts} - {*roles})
    has = {n for a in some for n in a.attributes}
    known = [a.name for a in kind.attributes if a.name in has]
    return [LABEL, *roles, *further, *known, *sorted(has - {*known})]


def _value(annotation: Annotation, row: str) -> Hashable:
    if row == LABEL:
        return annotation.label
    if row in annotation.attributes:
        return repr(annotation.attributes[row])
    return tuple(annotation.parts.get(row, ()))


def taken_whole(cluster: Cluster, annotator: str) -> Ruling:
    """Return all of what one annotator has.

    Raises:
        InputError: The annotator has no such thing.
    """
    annotation = _of(cluster, annotator)
    return Ruling(How.ADJUDICATED, annotation, (_source(annotator, annotation),))


def composed(
    cluster: Cluster, kind: Kind, annotator: str, parts: Mapping[str, str]
) -> Ruling:
    """Return what one annotator has, with some rows from others.

    An attribute whose name begins with that of a role goes with the role, as
    ``speaker_entity`` does with the speaker, unless it is chosen by itself.

    Args:
        cluster: Who has marked what.
        kind: Its kind.
        annotator: From whom all rows are that are not named.
        parts: Row → annotator.

    Raises:
        InputError: Somebody has no such thing, or it would lack its main part.
    """
    base = _of(cluster, annotator)
    rows = rows_of(cluster, kind)
    chosen = {row: parts.get(row, _leader(row, parts, annotator)) for row in rows}
    annotation = base
    attributes = dict(base.attributes)
    roles: dict[str, tuple[Fragment, ...]] = dict(base.parts)
    for row, name in chosen.items():
        other = _of(cluster, name)
        if row == LABEL:
            annotation = replace(annotation, label=other.label)
        elif any(row in a.attributes for a in cluster.members.values()):
            attributes.pop(row, None)
            if row in other.attributes:
                attributes[row] = other.attributes[row]
        else:
            roles.pop(row, None)
            if row in other.parts:
                roles[row] = tuple(other.parts[row])
    if kind.main_role.name not in roles:
        raise InputError(
            tr(
                "The {kind} cannot be without its part “{part}”.",
                kind=kind.title,
                part=kind.main_role.title,
            )
        )
    sources = tuple(_sources(cluster, chosen))
    annotation = replace(annotation, parts=roles, attributes=attributes)
    return Ruling(How.ADJUDICATED, annotation, sources)


def _leader(row: str, parts: Mapping[str, str], annotator: str) -> str:
    return next((n for r, n in parts.items() if row.startswith(f"{r}_")), annotator)


def _sources(cluster: Cluster, chosen: Mapping[str, str]) -> list[Source]:
    names = Counter(chosen.values())
    if len(names) == 1:
        (name,) = names
        return [_source(name, cluster.members[name])]
    return [
        _source(name, cluster.members[name], *(r for r in chosen if chosen[r] == name))
        for name in sorted(names)
    ]


def _of(cluster: Cluster, annotator: str) -> Annotation:
    annotation = cluster.members.get(annotator)
    if annotation is None:
        raise InputError(tr("This annotator has marked nothing here."))
    return annotation


# -- links ---------------------------------------------------------------------


LinkKey = tuple[str, AnnotationId, AnnotationId]
"""Label, source and target of a link of the settled layer."""


def supported_links(
    sources: Mapping[str, Sequence[Source]],
    links: Mapping[str, Iterable[tuple[str, AnnotationId, AnnotationId]]],
) -> set[LinkKey]:
    """Return the links that go over with the annotations that were taken.

    A link goes over where both its ends were taken from its annotator, and more than
    half of those from whom both ends were taken have it.

    Args:
        sources: Settled annotation → from whom it was taken.
        links: Annotator → label, source and target of each of their links.
    """
    taken: dict[tuple[str, str], list[str]] = {}
    of: dict[str, set[str]] = {}
    for identity, some in sources.items():
        for source in some:
            taken.setdefault((source.annotator_id, source.annotation_id), []).append(
                identity
            )
            of.setdefault(identity, set()).add(source.annotator_id)
    votes: Counter[LinkKey] = Counter()
    for name, some_links in links.items():
        for label, start, end in some_links:
            votes.update(
                (label, AnnotationId(one), AnnotationId(other))
                for one in taken.get((name, start), ())
                for other in taken.get((name, end), ())
            )
    return {
        key
        for key, number in votes.items()
        if 2 * number > len(of[key[1]] & of[key[2]])
    }
