"""What an export or a check came to, as lines and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from annotator.domain.records import ExportReport, Finding, Problem
from annotator.formats.registry import writer
from annotator.services.troubles import TroubleKind, in_order, kind_of, options_of

VERIFIED = "verified: read back and equal"
UNVERIFIED = "NOT VERIFIED: what was read back is not what was written"

SHOWN = 20
"""Lines of one trouble in a text."""


def content_lines(report: ExportReport) -> list[str]:
    """Return what is in the files: annotations by kind and label, spans by role."""
    lines = [f"{kind}: {_labels(found)}" for kind, found in by_kind(report).items()]
    if len(report.tally.roles) > 1:
        lines.append(f"spans: {_labels(report.tally.roles)}")
    for part in report.parts:
        balance = _labels(_by_label(part.kinds)) or "nothing"
        lines.append(f"{part.name}: {_layers(part.records)}; {balance}")
    return lines


def by_kind(report: ExportReport) -> dict[str, Counter[str]]:
    """Return label → number of each kind, the kinds by name."""
    found: dict[str, Counter[str]] = {}
    for (kind, label), number in sorted(report.tally.kinds.items()):
        found.setdefault(kind, Counter())[label] = number
    return found


def _by_label(kinds: Mapping[tuple[str, str], int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for (_, label), number in kinds.items():
        found[label] += number
    return found


def _labels(counts: Counter[str]) -> str:
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{label} {number:,}" for label, number in ranked)


def _layers(number: int) -> str:
    return "1 layer" if number == 1 else f"{number:,} layers"


def count(number: int, one: str, many: str = "") -> str:
    """Return ``1 article`` or ``2,000 articles``."""
    return f"1 {one}" if number == 1 else f"{number:,} {many or one + 's'}"


def summary(report: ExportReport) -> str:
    """Return how much there is, in one sentence without its full stop."""
    documents = len(report.tally.sums)
    what = count(report.annotations, "annotation")
    return f"{count(documents, 'document')} in {_layers(report.records)} with {what}"


def as_lines(report: ExportReport, format_name: str) -> Iterator[str]:
    """Yield the report of an export."""
    yield f"Wrote {summary(report)} to {', '.join(report.files)}."
    for line in content_lines(report):
        yield f"  {line}"
    if report.verified is not None:
        yield f"{VERIFIED}." if report.verified else f"{UNVERIFIED}:"
        yield from (f"  {fault}" for fault in report.faults)
    if report.left_out:
        yield (
            f"{report.left_out} layers are not done and were left out;"
            " --include-unfinished takes them along."
        )
    yield from loss_lines(report, format_name, "did not fit the format")
    if report.losses_file:
        yield f"All of them are listed in {report.losses_file}."


def check_lines(report: ExportReport, format_name: str) -> Iterator[str]:
    """Yield the report of a check."""
    yield f"Looked at {summary(report)}."
    if report.left_out:
        yield (
            f"{report.left_out} layers are not done and would be left out;"
            " --include-unfinished takes them along."
        )
    if not report.losses.total:
        yield "Everything fits the format."
    yield from loss_lines(report, format_name, "would not fit the format")


def loss_lines(report: ExportReport, format_name: str, what: str) -> Iterator[str]:
    """Yield the losses grouped by trouble, with exact counts and what can be done."""
    losses, options = report.losses, options_of(writer(format_name).limits)
    if not losses.total:
        return
    yield f"{count(losses.total, 'thing')} {what}:"
    for trouble in in_order(losses.counts):
        kind, number = kind_of(trouble), losses.counts[trouble]
        yield f"  {kind.title} ({number:,}).{_advice(kind, options)}"
        found = [p for p in losses if trouble_of(p) is trouble]
        yield from (f"    {problem}" for problem in found[:SHOWN])
        if number > SHOWN:
            yield f"    … and {number - min(len(found), SHOWN):,} more"


def _advice(kind: TroubleKind, options: frozenset[str]) -> str:
    """Return what can be done about a trouble in a format that has these options."""
    said = ""
    if not kind.option or kind.option in options:
        said += f" {kind.advice}"
    if kind.option in options:
        values = "|".join(remedy.value for remedy in kind.remedies)
        said += f" --{kind.option} {values} says what to do."
    if any(remedy.mends for remedy in kind.remedies):
        said += " --apply mends them in the project."
    return said


def trouble_of(problem: Problem) -> object:
    """Return a finding's trouble, None of any other problem."""
    return problem.trouble if isinstance(problem, Finding) else None


def as_json(report: ExportReport) -> dict[str, object]:
    """Return all of it as JSON values; ``losses`` has the first of each trouble."""
    return {
        "files": report.files,
        "documents": len(report.tally.sums),
        "layers": report.records,
        "annotations": report.annotations,
        "left_out": report.left_out,
        "kinds": {kind: dict(found) for kind, found in by_kind(report).items()},
        "roles": dict(sorted(report.tally.roles.items())),
        "parts": {
            part.name: {
                "layers": part.records,
                "labels": dict(sorted(_by_label(part.kinds).items())),
            }
            for part in report.parts
        },
        "verified": report.verified,
        "faults": report.faults,
        "loss_counts": {
            str(trouble or "other"): report.losses.counts[trouble]
            for trouble in in_order(report.losses.counts)
        },
        "losses_file": report.losses_file,
        "losses": [_loss(problem) for problem in report.losses],
    }


def _loss(problem: Problem) -> dict[str, object]:
    row: dict[str, object] = {"where": problem.where, "what": problem.reason}
    if isinstance(problem, Finding):
        row |= {
            "trouble": problem.trouble.value,
            "document": problem.document_id,
            "layer": problem.layer,
            "start": problem.start,
            "end": problem.end,
        }
    return row
