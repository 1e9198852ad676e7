"""What an export or a check came to, as lines and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from annotator.domain.records import ExportReport, Finding, Problem
from annotator.domain.wording import noop, number, tr, trn
from annotator.formats.registry import writer
from annotator.services.troubles import TroubleKind, in_order, kind_of, options_of

VERIFIED = noop("verified: read back and equal.")
UNVERIFIED = noop("NOT VERIFIED: what was read back is not what was written:")

SHOWN = 20
"""Lines of one trouble in a text."""


def content_lines(report: ExportReport) -> list[str]:
    """Return what is in the files: annotations by kind and label, spans by role."""
    lines = [f"{kind}: {_labels(found)}" for kind, found in by_kind(report).items()]
    if len(report.tally.roles) > 1:
        lines.append(tr("spans: {counts}", counts=_labels(report.tally.roles)))
    for part in report.parts:
        balance = _labels(_by_label(part.kinds)) or tr("nothing")
        lines.append(f"{part.name}: {_layers(part.records)}; {balance}")
    return lines


def by_kind(report: ExportReport) -> dict[str, Counter[str]]:
    """Return label → number of each kind, the kinds by name."""
    found: dict[str, Counter[str]] = {}
    for (kind, label), times in sorted(report.tally.kinds.items()):
        found.setdefault(kind, Counter())[label] = times
    return found


def _by_label(kinds: Mapping[tuple[str, str], int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for (_, label), times in kinds.items():
        found[label] += times
    return found


def _labels(counts: Counter[str]) -> str:
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{label} {number(times)}" for label, times in ranked)


def _layers(count: int) -> str:
    return trn("{n:,} layer", "{n:,} layers", count)


def summary(report: ExportReport) -> str:
    """Return how much there is, in one sentence without its full stop."""
    return tr(
        "{documents} in {layers} with {annotations}",
        documents=trn("{n:,} document", "{n:,} documents", len(report.tally.sums)),
        layers=_layers(report.records),
        annotations=trn("{n:,} annotation", "{n:,} annotations", report.annotations),
    )


def as_lines(report: ExportReport, format_name: str) -> Iterator[str]:
    """Yield the report of an export."""
    yield tr(
        "Wrote {summary} to {files}.",
        summary=summary(report),
        files=", ".join(report.files),
    )
    for line in content_lines(report):
        yield f"  {line}"
    if report.verified is not None:
        yield tr(VERIFIED if report.verified else UNVERIFIED)
        yield from (f"  {fault}" for fault in report.faults)
    if report.left_out:
        yield trn(
            "{n:,} layer is not done and was left out; --include-unfinished takes it"
            " along.",
            "{n:,} layers are not done and were left out; --include-unfinished takes"
            " them along.",
            report.left_out,
        )
    total = report.losses.total
    headline = trn(
        "{n:,} thing did not fit the format:",
        "{n:,} things did not fit the format:",
        total,
    )
    yield from loss_lines(report, format_name, headline)
    if report.losses_file:
        yield tr("All of them are listed in {file}.", file=report.losses_file)


def check_lines(report: ExportReport, format_name: str) -> Iterator[str]:
    """Yield the report of a check."""
    yield tr("Looked at {summary}.", summary=summary(report))
    if report.left_out:
        yield trn(
            "{n:,} layer is not done and would be left out; --include-unfinished takes"
            " it along.",
            "{n:,} layers are not done and would be left out; --include-unfinished"
            " takes them along.",
            report.left_out,
        )
    total = report.losses.total
    if not total:
        yield tr("Everything fits the format.")
    headline = trn(
        "{n:,} thing would not fit the format:",
        "{n:,} things would not fit the format:",
        total,
    )
    yield from loss_lines(report, format_name, headline)


def loss_lines(report: ExportReport, format_name: str, headline: str) -> Iterator[str]:
    """Yield the losses grouped by trouble, with exact counts and what can be done."""
    losses, options = report.losses, options_of(writer(format_name).limits)
    if not losses.total:
        return
    yield headline
    for trouble in in_order(losses.counts):
        kind, times = kind_of(trouble), losses.counts[trouble]
        yield f"  {tr(kind.title)} ({number(times)}).{_advice(kind, options)}"
        found = [p for p in losses if trouble_of(p) is trouble]
        yield from (f"    {problem}" for problem in found[:SHOWN])
        if times > SHOWN:
            more = times - min(len(found), SHOWN)
            yield "    " + tr("… and {number:,} more", number=more)


def _advice(kind: TroubleKind, options: frozenset[str]) -> str:
    """Return what can be done about a trouble in a format that has these options."""
    said = ""
    if not kind.option or kind.option in options:
        said += f" {tr(kind.advice)}"
    if kind.option in options:
        values = "|".join(remedy.value for remedy in kind.remedies)
        option = f"--{kind.option} {values}"
        said += " " + tr("{option} says what to do.", option=option)
    if any(remedy.mends for remedy in kind.remedies):
        said += " " + tr("--apply mends them in the project.")
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
