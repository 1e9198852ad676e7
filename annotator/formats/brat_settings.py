"""brat's own configuration for what was exported.

``annotation.conf`` (what may be marked), ``visual.conf`` (titles and colours) and
``kb_shortcuts.conf`` (keys) of the schema, with whatever else was written.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.domain.schema import AttributeType, Kind, Label, Role, Schema
from annotator.formats.brat_ann import EVENTS, ROLES, Used, safe_type
from annotator.formats.brat_conf import LABEL_ATTRIBUTE, VISUAL
from annotator.formats.brat_notes import CONFIG, FIRST_LINE

SHORTCUTS = "kb_shortcuts.conf"


def settings(
    schema: Schema, kinds: frozenset[str] | None, used: Used
) -> dict[str, bytes]:
    """Return the configuration files by name."""
    chosen = [k for k in schema.kinds if kinds is None or k.name in kinds]
    files = {
        CONFIG: _annotation(schema, chosen, used),
        VISUAL: _visual(chosen),
        SHORTCUTS: _shortcuts(chosen),
    }
    return {
        name: "".join(f"{k}\n" for k in lines).encode() for name, lines in files.items()
    }


def _annotation(schema: Schema, kinds: list[Kind], used: Used) -> Iterator[str]:
    events = {
        _event(k): {_role(k, r.name) for r in k.roles} for k in kinds if k.is_frame
    }
    for event, given in used.events.items():
        events.setdefault(event, set()).update(given)
    plain = [
        safe_type(label.name) for k in kinds if not k.is_frame for label in k.labels
    ]
    roles = sorted({role for named in events.values() for role in named})
    entities = dict.fromkeys((*plain, *roles, *sorted(used.entities)))
    relations = {safe_type(link.label) for link in schema.links} | used.relations
    yield FIRST_LINE
    yield from ("", "[entities]", *(e for e in entities if e not in events))
    yield from ("", "[relations]")
    yield from (f"{r}\tArg1:<ANY>, Arg2:<ANY>" for r in sorted(relations))
    yield "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"
    yield from ("", "[events]")
    for event in sorted(events):
        yield f"{event}\t" + ", ".join(f"{r}*:{r}" for r in sorted(events[event]))
    yield from ("", "[attributes]", *_attributes(kinds, used))


def _attributes(kinds: list[Kind], used: Used) -> Iterator[str]:
    known = set()
    for kind in kinds:
        bearer = _event(kind) if kind.is_frame else "<ENTITY>"
        if kind.is_frame:
            values = "|".join(label.name for label in kind.labels)
            yield f"{LABEL_ATTRIBUTE}\tArg:{bearer}, Value:{values}"
            known.add(LABEL_ATTRIBUTE)
        for attribute in kind.attributes:
            name = safe_type(attribute.name)
            if name not in known:
                choices = attribute.type is AttributeType.CHOICE
                values = f", Value:{'|'.join(attribute.choices)}" if choices else ""
                yield f"{name}\tArg:{bearer}{values}"
                known.add(name)
    for name in sorted(used.attributes.keys() - known):
        yield f"{name}\tArg:{'|'.join(sorted(used.attributes[name]))}"


def _visual(kinds: list[Kind]) -> Iterator[str]:
    yield "[labels]"
    for name, item in _shown(kinds):
        yield f"{name} | {' '.join(item.title.replace('|', '/').split())}"
    yield from ("", "[drawing]")
    yield "SPAN_DEFAULT\tfgColor:black, bgColor:lightgrey, borderColor:darken"
    yield "ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5"
    for name, item in _shown(kinds):
        # Text is black there, so boxes are filled with the lighter of both colours.
        yield f"{name}\tbgColor:{item.style.dark}, borderColor:darken"


def _shown(kinds: list[Kind]) -> Iterator[tuple[str, Label | Role]]:
    """Yield the types that have a title and colour of their own, each once."""
    shown: dict[str, Label | Role] = {}
    for kind in kinds:
        if kind.is_frame:
            for role in kind.roles:
                shown.setdefault(_role(kind, role.name), role)
        else:
            for label in kind.labels:
                shown.setdefault(safe_type(label.name), label)
    yield from shown.items()


def _shortcuts(kinds: list[Kind]) -> Iterator[str]:
    for kind in kinds:
        if not kind.is_frame:
            for label in kind.labels:
                if label.key.isascii() and label.key.isalpha():
                    yield f"{label.key.upper()}\t{safe_type(label.name)}"


def _event(kind: Kind) -> str:
    return EVENTS.get(kind.name) or safe_type(kind.name).capitalize()


def _role(kind: Kind, role: str) -> str:
    return ROLES.get(kind.name, {}).get(role) or safe_type(role)
