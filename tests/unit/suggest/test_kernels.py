from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from spacy.language import Language

from annotator.suggest.engine import Engine
from annotator.suggest.kernels import (
    KERNELS,
    SPACY_DEFAULT,
    Kernel,
    KernelChooser,
    apply_kernel,
    cache_file,
    machine_key,
    single_threaded,
)
from annotator.suggest.pipelines import DEFAULT_PIPELINE, find
from annotator.suggest.protocol import ALL_KINDS, Request

TEXT = """Northport's mayor, Ana Lindqvist, said on Monday that 24 ships had left the
harbour since June. “We will not wait,” she told reporters, “for Castrum to act.” """


def settle(chooser: KernelChooser, best: Kernel) -> None:
    for _ in range(100):
        kernel = chooser.next()
        chooser.record(kernel, words=2000, seconds=1.0 if kernel == best else 2.0)


@pytest.mark.parametrize("best", KERNELS)
def test_the_fastest_kernel_wins_and_is_remembered(tmp_path: Path, best: Kernel):
    cache = tmp_path / "cache" / "kernels.json"
    settle(KernelChooser(cache), best)
    assert KernelChooser(cache).settled == best
    assert KernelChooser(cache).next() == best


def test_small_batches_decide_nothing(tmp_path: Path) -> None:
    chooser = KernelChooser(tmp_path / "kernels.json")
    for _ in range(100):
        chooser.record(chooser.next(), words=10, seconds=1.0)
    assert chooser.settled is None


@pytest.mark.parametrize("content", ["", "[1]", '{"a"', '{"%s": "gone"}', "\x00"])
def test_a_damaged_cache_is_measured_again(tmp_path: Path, content: str) -> None:
    cache = tmp_path / "kernels.json"
    cache.write_text(content.replace("%s", machine_key()), "utf-8")
    chooser = KernelChooser(cache)
    assert chooser.settled is None
    settle(chooser, KERNELS[1])
    assert KernelChooser(cache).settled == KERNELS[1]


def test_another_machine_has_a_choice_of_its_own(tmp_path: Path) -> None:
    cache = tmp_path / "kernels.json"
    cache.write_text(json.dumps({"another": KERNELS[2].name}), "utf-8")
    chooser = KernelChooser(cache)
    assert chooser.settled is None
    settle(chooser, KERNELS[0])
    assert json.loads(cache.read_text("utf-8"))["another"] == KERNELS[2].name


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    chooser = KernelChooser(tmp_path / "file" / "kernels.json")
    settle(chooser, KERNELS[0])
    assert chooser.settled == KERNELS[0]


def test_writers_at_once_leave_a_whole_file(tmp_path: Path) -> None:
    cache = tmp_path / "kernels.json"
    choosers = [KernelChooser(cache) for _ in range(4)]
    threads = [
        threading.Thread(target=settle, args=(chooser, kernel))
        for chooser, kernel in zip(choosers, KERNELS, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert KernelChooser(cache).settled in KERNELS


def test_the_cache_is_in_the_users_cache_folder() -> None:
    assert cache_file().parts[-2:] == ("annotator", "kernels.json")


def test_libraries_are_held_to_one_thread() -> None:
    environment = single_threaded({"PATH": "x", "OPENBLAS_NUM_THREADS": "8"})
    assert environment["OPENBLAS_NUM_THREADS"] == "1"
    assert environment["PATH"] == "x"


def test_every_kernel_finds_the_same(nlp: Language, tmp_path: Path) -> None:
    info = find(DEFAULT_PIPELINE)
    texts = [TEXT * n for n in (1, 5, 2)] + ["", "😀", TEXT.upper()]
    requests = [Request(f"{n:032x}", text) for n, text in enumerate(texts)]
    found = {}
    for kernel in KERNELS:
        chooser = KernelChooser(tmp_path / "none.json")
        chooser.settled = kernel
        engine = Engine(info, ALL_KINDS, chooser)
        found[kernel] = list(engine.suggest(requests, lambda: None))
    assert any(reply.suggestions for reply in found[SPACY_DEFAULT])
    assert not any(reply.error for reply in found[SPACY_DEFAULT])
    for kernel in KERNELS:
        assert found[kernel] == found[SPACY_DEFAULT], kernel.name
    entities = [
        (s.parts["mention"][0].start, s.parts["mention"][0].end, s.label)
        for s in found[SPACY_DEFAULT][0].suggestions
        if s.kind == "entity"
    ]
    apply_kernel(nlp, SPACY_DEFAULT)
    doc = nlp(texts[0])
    assert entities == [(e.start_char, e.end_char, e.label_) for e in doc.ents]
