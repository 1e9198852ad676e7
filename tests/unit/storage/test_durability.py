"""What was saved is there, whoever kills the program and whoever else writes."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from annotator.domain.errors import InputError
from annotator.domain.progress import Progress
from annotator.storage.store import Store
from tests.unit.storage.builders import (
    DOCUMENT,
    TEXT,
    add,
    commit,
    mark,
    record,
    suggestion,
)

ROOT = Path(__file__).resolve().parents[3]

SAVER = """
import sys
from pathlib import Path
from annotator.storage.store import Store
from tests.unit.storage.builders import commit, mark
store = Store.open(Path(sys.argv[1]))
ann = store.annotator("ann").id
while True:
    annotation = mark()
    commit(store, ann, put=(annotation,))
    print(annotation.id, flush=True)
"""

IMPORTER = """
import sys, time
from pathlib import Path
from annotator.storage.store import Store
from tests.benchmarks.corpus import records
store = Store.open(Path(sys.argv[1]))
with store.bulk() as bulk:
    for item in records(300):
        bulk.add_document(item)
        bulk.flush()
        print(item.document_id, flush=True)
    time.sleep(60)
"""


def _kill_after(script: str, path: Path, lines: int) -> list[str]:
    """Run a script, kill it in the middle, return what it had said."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        said += process.stdout.readlines()
    assert process.returncode != 0
    return [line.strip() for line in said if line.endswith("\n")]


def test_a_killed_program_loses_nothing_it_has_saved(path: Path) -> None:
    acknowledged = _kill_after(SAVER, path, 60)
    assert len(acknowledged) >= 60
    with Store.open(path) as store:
        ann = store.annotator("ann").id
        saved = set(store.layer(DOCUMENT, ann).annotations)
        assert saved >= set(acknowledged)
        assert len(saved) <= len(acknowledged) + 1
        assert len(store.operations(ann, limit=10_000)) == len(saved)
        assert store.check(Progress()) == []
        for _ in saved:
            assert store.undo(ann)
        assert store.layer(DOCUMENT, ann).annotations == {}


def test_a_killed_import_leaves_nothing(path: Path) -> None:
    assert len(_kill_after(IMPORTER, path, 100)) >= 100
    with Store.open(path) as store:
        assert store.documents.ids() == [DOCUMENT]
        assert store.check(Progress()) == []
        add(store, record("Another."))


def test_two_stores_write_to_one_file(path: Path) -> None:
    add_to = 40
    errors: list[BaseException] = []

    def suggest() -> None:
        try:
            with Store.open(path) as background:
                for turn in range(add_to):
                    made_by = ("pipe", str(turn))
                    found = [suggestion("Ada", made_by=made_by)]
                    kinds = frozenset({"entity"})
                    background.suggestions.put(DOCUMENT, *made_by, kinds, found)
        except BaseException as error:  # noqa: BLE001 - handed to the test
            errors.append(error)

    with Store.open(path) as store:
        ann = store.annotator("ann").id
        thread = threading.Thread(target=suggest)
        thread.start()
        for _ in range(add_to):
            commit(store, ann, put=(mark(),))
        thread.join(30)
        assert not thread.is_alive()
        assert errors == []
        assert len(store.layer(DOCUMENT, ann).annotations) == add_to
        assert [s.version for s in store.suggestions.of(DOCUMENT)] == [str(add_to - 1)]
        assert store.check(Progress()) == []


def test_a_store_may_move_to_another_thread(store: Store, ann) -> None:
    thread = threading.Thread(target=lambda: commit(store, ann, put=(mark(),)))
    thread.start()
    thread.join()
    assert store.undo_name(ann) == "Mark"


def test_annotations_wait_for_the_disk_and_places_do_not(store: Store, ann) -> None:
    full, normal = 2, 1
    commit(store, ann, put=(mark(),))
    assert store._db.value("PRAGMA synchronous") == full
    store.set_place(ann, DOCUMENT, {"anchor": 1})
    assert store._db.value("PRAGMA synchronous") == normal
    store.undo(ann)
    assert store._db.value("PRAGMA synchronous") == full
    assert store._db.value("PRAGMA journal_mode") == "wal"


def test_a_failed_save_can_be_tried_again(store: Store, ann) -> None:
    broken = mark(parts={"mention": ()})
    with pytest.raises(InputError):
        commit(store, ann, put=(broken,))
    commit(store, ann, put=(mark(),))
    assert len(store.layer(DOCUMENT, ann).annotations) == 1
    assert store.documents.text(DOCUMENT) == TEXT


VISITED = """
import sys
from pathlib import Path
from annotator.storage.store import Store
from tests.unit.storage.builders import commit, mark
path = Path(sys.argv[1])
store = Store.open(path)
Store.open(path).close()  # as the window's background thread does
print("open", flush=True)
sys.stdin.readline()
annotation = mark()
commit(store, store.annotator("ann").id, put=(annotation,))
print(annotation.id, flush=True)
sys.stdin.readline()
"""


def test_another_process_that_looks_in_takes_nothing_away(path: Path) -> None:
    """POSIX drops a process's locks when it closes *any* handle of the file.

    Whoever reads the header by hand thereby lets the next visitor believe that
    nobody has the project open, and remove the log that is being written to.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", VISITED, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        with Store.open(path):
            pass
        process.stdin.write("go\n")
        process.stdin.flush()
        saved = process.stdout.readline().strip()
        process.kill()
    with Store.open(path) as store:
        ann = store.annotator("ann").id
        assert set(store.layer(DOCUMENT, ann).annotations) == {saved}
