"""Run every benchmark: ``python -m tests.benchmarks [--quick] [NAME...]``.

Prints one table and writes ``results.json`` beside this file. Each figure stands
beside its limit (raw SQLite, raw spaCy, raw Qt) measured in the same run.
"""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
COLUMNS = ("what", "figure", "limit", "ratio", "target", "")


def names() -> list[str]:
    """Return the benchmarks there are."""
    return sorted(p.stem.removeprefix("bench_") for p in FOLDER.glob("bench_*.py"))


def figure(value: float | None, unit: str) -> str:
    """Return a number with three meaningful digits."""
    return "" if value is None else f"{value:,.3g} {unit}".strip()


def cells(row: dict[str, Any]) -> tuple[str, ...]:
    """Return a row of the table."""
    limit = figure(row.get("limit"), row["unit"])
    if limit and row.get("limit_name"):
        limit = f"{limit} ({row['limit_name']})"
    ratio = "" if row.get("ratio") is None else f"{row['ratio']:.2f} ×"
    verdict = {True: "ok", False: "MISSED", None: ""}[row.get("ok")]
    value = figure(row["value"], row["unit"])
    return row["name"], value, limit, ratio, row.get("target", ""), verdict


def print_table(rows: list[dict[str, Any]]) -> None:
    """Print the rows, each column as wide as it needs."""
    table = [COLUMNS, *(cells(row) for row in rows)]
    widths = [max(len(line[i]) for line in table) for i in range(len(COLUMNS))]
    for line in table:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        sys.stdout.write("  ".join(padded).rstrip() + "\n")


def main() -> int:
    """Run what is asked for; exit code 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="smaller inputs")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names()))
    arguments = parser.parse_args()
    rows: list[dict[str, Any]] = []
    for name in arguments.names or names():
        sys.stderr.write(f"running {name} …\n")
        module = importlib.import_module(f"tests.benchmarks.bench_{name}")
        rows += module.run(quick=arguments.quick)
    print_table(rows)
    result = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.processor() or platform.machine()}, {platform.system()}",
        "python": platform.python_version(),
        "rows": rows,
    }
    (FOLDER / "results.json").write_text(json.dumps(result, indent=1), "utf-8")
    return 1 if any(row.get("ok") is False for row in rows) else 0


if __name__ == "__main__":
    raise SystemExit(main())
