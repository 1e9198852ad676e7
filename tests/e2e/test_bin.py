"""Articles are taken out and put back from the command line."""

from __future__ import annotations

from pathlib import Path


def test_an_article_goes_and_comes_back(
    annotator, articles: Path, tmp_path: Path
) -> None:
    project = tmp_path / "news.annot"
    annotator("new", project)
    annotator("import", project, articles)
    code, out, err = annotator("remove", project, "kyiv")
    assert code == 1
    assert "2 articles, on none of which anybody has worked" in err
    assert "--yes" in err
    code, out, _ = annotator("remove", project, "bridge close", "--yes")
    assert (code, "In the bin now: 1 article." in out) == (0, True)
    assert "documents    3" in annotator("info", project)[1]
    code, out, _ = annotator("bin", project)
    assert "Norrby bridge to close" in out or "bridge" in out
    identity = out.split()[0]
    assert annotator("check", project)[0] == 0
    out_file = tmp_path / "out.jsonl"
    assert annotator("export", project, out_file, "--format", "jsonl-articles")[0] in (
        0,
        1,
    )
    code, _, err = annotator("bin", project, "--restore", "zebra")
    assert (code, "Nothing in the bin" in err) == (1, True)
    code, out, _ = annotator("bin", project, "--restore", identity)
    assert (code, "Put back: 1 article" in out) == (0, True)
    assert annotator("bin", project)[1] == "The bin is empty.\n"
    annotator("remove", project, "kyiv", "norrby", "--yes")
    annotator("bin", project, "--restore-all")
    assert "documents    4" in annotator("info", project)[1]


def test_importing_it_again_says_that_it_was_in_the_bin(
    annotator, articles: Path, tmp_path: Path
) -> None:
    project = tmp_path / "news.annot"
    annotator("new", project)
    annotator("import", project, articles)
    annotator("remove", project, "kyiv", "--yes")
    code, out, _ = annotator("import", project, articles)
    assert code == 0
    assert "2 were in the bin and are back, with all work on them:" in out
