"""Reading CoNLL: separators, columns, schemes, documents; and writing it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seqeval.metrics.sequence_labeling import get_entities

from annotator.domain.documents import Status
from annotator.domain.errors import InputError
from annotator.domain.progress import Progress
from annotator.domain.records import Problem, Record, Trouble
from annotator.domain.tokens import Tokens
from annotator.formats.base import Claim, ReadOptions, WriteOptions
from annotator.formats.conll import ConllReader
from annotator.formats.conll_writer import ConllWriter
from annotator.formats.mapping import LabelMap
from annotator.formats.registry import reader_for
from annotator.formats.tallying import verify
from tests.unit.formats.conftest import read
from tests.unit.formats.making import annotation, of_annotations, record, records


def save(folder: Path, text: str, name: str = "f.conll") -> Path:
    """Write a file as it is."""
    path = folder / name
    path.write_bytes(text.encode())
    return path


def found(path: Path, **options) -> tuple[list[list[tuple[str, str]]], list[str]]:
    """Return label and surface of all annotations by document, and what is said."""
    marked, said = [], []
    for item in reader_for(path).read(path, ReadOptions(**options)):
        if isinstance(item, Problem):
            said.append(str(item))
            continue
        said += item.losses
        marked.append(
            [
                (a.label, item.text[a.parts["mention"][0].start : f.end])
                for a in (item.layer.annotations if item.layer else ())
                for f in a.parts["mention"]
            ]
        )
    return marked, said


C2003 = """-DOCSTART- -X- -X- O

Ilse NNP I-NP I-PER
Brandt NNP I-NP I-PER
Ada NNP B-NP B-PER
met VBD I-VP O
Norrby NNP I-NP I-ORG
. . O O

She PRP I-NP O
left VBD I-VP O

-DOCSTART- -X- -X- O

Kyiv NNP I-NP I-LOC

"""


def test_conll_2003_with_iob1(tmp_path):
    path = save(tmp_path, C2003, "eng.train")
    assert reader_for(path).name == "conll"
    marked, said = found(path)
    assert marked == [
        [("PER", "Ilse Brandt"), ("PER", "Ada"), ("ORG", "Norrby")],
        [("LOC", "Kyiv")],
    ]
    assert said == []
    first = read(path)[0]
    assert first.text == "Ilse Brandt Ada met Norrby .\nShe left"
    tokens = first.tokens
    assert first.text[tokens.starts[-2] : tokens.ends[-2]] == "She"
    assert list(first.tokens.sentences) == [0, first.text.index("She")]


ROWS = "Ilse {}\nBrandt {}\nand {}\nAda {}\nOkafor {}\nof {}\nNorrby {}\n"
SCHEMES = {
    "iob2": "B-PER I-PER O B-PER I-PER O B-LOC",
    "iob1": "I-PER I-PER O I-PER I-PER O I-LOC",
    "bioes": "B-PER E-PER O B-PER E-PER O S-LOC",
    "bilou": "B-PER L-PER O B-PER L-PER O U-LOC",
    "bmewo": "B-PER E-PER O B-PER E-PER O W-LOC",
    "io": "PER PER O PER PER O LOC",
    "suffixes": "PER-B PER-I O PER-B PER-I O LOC-B",
    "brackets": "(PER* *) * (PER* *) * (LOC)",
}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("separator", [" ", "\t", "   "])
def test_every_scheme_says_the_same(tmp_path, scheme, separator):
    text = ROWS.format(*SCHEMES[scheme].split()).replace(" ", separator)
    marked, said = found(save(tmp_path, text))
    assert marked == [
        [("PER", "Ilse Brandt"), ("PER", "Ada Okafor"), ("LOC", "Norrby")]
    ]
    assert said == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_marks_and_blank_lines_with_tabs(tmp_path, end, mark):
    rows = ["Ada\tB-PER", "🙂\tO", "\t", "#news\tO", "שלום\tB-LOC", "\t"]
    marked, said = found(save(tmp_path, mark + end.join(rows)))
    assert marked == [[("PER", "Ada"), ("LOC", "שלום")]]
    assert said == []


def test_other_encodings(tmp_path):
    prose = (
        "Der Präsident erklärte in München , daß die Verhandlungen über Köln für "
        "Österreich schwierig seien , sagte Müller am Dienstag . Die Bürger müssen "
        "größere Lasten tragen ."
    )
    rows = "".join(
        f"{w} {'B-LOC' if 'ö' in w[:2].lower() else 'O'}\n" for w in prose.split()
    )
    path = tmp_path / "f.conll"
    path.write_bytes(f"{rows}\n".encode("cp1252") * 20)
    marked, _ = found(path)
    assert marked[0][:2] == [("LOC", "Köln"), ("LOC", "Österreich")]


GERMEVAL = """#\thttp://news.example/1 [2009-10-17]
1\tStadion\tB-LOC\tO
2\tSchalke\tI-LOC\tB-ORG
3\tvoll\tO\tO

#\thttp://news.example/2 [2009-10-18]
1\tUni\tB-ORG\tO
2\tKöln\tI-ORG\tB-LOC

"""


def test_nested_columns_are_one_layer_and_have_names(tmp_path):
    path = save(tmp_path, GERMEVAL, "dev.tsv")
    assert reader_for(path).name == "conll"
    marked, said = found(path)
    assert sorted(marked[0]) == [("LOC", "Stadion Schalke"), ("ORG", "Schalke")]
    assert len(marked) == 2
    assert said == []
    marked, _ = found(path, mapping=LabelMap(labels={"4.*": "skip"}))
    assert marked == [[("LOC", "Stadion Schalke")], [("ORG", "Uni Köln")]]
    marked, _ = found(path, columns={"tag": "4"})
    assert marked == [[("ORG", "Schalke")], [("LOC", "Köln")]]


def test_columns_that_mostly_agree_are_layers(tmp_path):
    text = "Ada B-PER B-PER\nmet O O\nBen B-PER B-PER\nin O O\nKyiv B-LOC O\n"
    layers = {r.layer.annotator: r.layer for r in read(save(tmp_path, text))}
    assert {name: len(x.annotations) for name, x in layers.items()} == {
        "column 2": 3,
        "column 3": 2,
    }


CONLLU = """# newdoc id = story-1
# sent_id = 1
# text = Vámonos a Kyiv.
1-2\tVámonos\t_\t_\t_\t_\t_\t_\t_\t_
1\tVamos\tir\tVERB\t_\t_\t0\troot\t_\tNER=O
2\tnos\tnos\tPRON\t_\t_\t1\tobj\t_\tNER=O
3\ta\ta\tADP\t_\t_\t4\tcase\t_\tNER=O
4\tKyiv\tKyiv\tPROPN\t_\t_\t1\tobl\t_\tNER=B-LOC|SpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\tNER=O

# newdoc id = story-2
1\tSí\tsí\tINTJ\t_\t_\t0\troot\t_\tNER=O
2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\tNER=O

"""


def test_conll_u(tmp_path):
    path = save(tmp_path, CONLLU, "f.conllu")
    first, second = read(path)
    assert first.text == "Vámonos a Kyiv."
    assert first.details.meta["name"] == "story-1"
    assert second.text == "Sí ."
    assert found(path)[0] == [[("LOC", "Kyiv")], []]


def test_markers_of_documents_in_comments(tmp_path):
    text = (
        "# id 4e1-aa\tdomain=en\nAda _ _ B-PER\nleft _ _ O\n\n"
        "# id 4e1-ab\tdomain=en\nNobody _ _ O\ncame _ _ O\n\n"
    )
    marked, said = found(save(tmp_path, text))
    assert marked == [[("PER", "Ada")], []]
    assert said == []


def test_newspapers_of_hipe(tmp_path):
    text = (
        "TOKEN\tNE-COARSE-LIT\tNE-COARSE-METO\tMISC\n"
        "# hipe:document_id = a-1\n# language = fr\n"
        "M\tO\tO\tNoSpaceAfter\n.\tO\tO\tEndOfLine\n"
        "Kyiv\tB-loc\tB-org\t_\n\n# hipe:document_id = a-2\nrien\tO\tO\t_\n"
    )
    path = save(tmp_path, text, "hipe.tsv")
    first, second = read(path)
    assert (first.text, second.text) == ("M. Kyiv", "rien")
    assert first.details.meta["name"] == "a-1"
    marked, said = found(path, columns={"tag": "NE-COARSE-LIT"})
    assert (marked, said) == ([[("loc", "Kyiv")], []], [])


def test_tags_without_prefixes_are_known_by_what_stands_around(tmp_path):
    text = "Ada\tperson-actor\nleft\tO\nfor\tO\nKyiv\tlocation-city\n.\tO\n\n" * 3
    path = save(tmp_path, text + "so\tO\nit\tO\n", "train.txt")
    assert reader_for(path).name == "conll"
    assert found(path)[0][0][:2] == [("person-actor", "Ada"), ("location-city", "Kyiv")]


def test_a_sentence_a_line(tmp_path):
    text = "Ada|NNP|B-PER |||O left|VBD|O\nKyiv|NNP|B-LOC\n"
    marked, said = found(save(tmp_path, text, "f.iob"))
    assert marked == [[("PER", "Ada"), ("LOC", "Kyiv")]]
    assert said == []


def test_a_long_file_without_marks_is_a_document_a_block(tmp_path):
    text = "".join(f"Ada{n}\tB-PER\nleft\tO\n\n" for n in range(3000))
    path = save(tmp_path, text)
    assert len(found(path)[0]) == 3000
    assert len(found(path, columns={"document": "file"})[0]) == 1
    short = save(tmp_path, text[:400].rpartition("\n\n")[0], "short.conll")
    assert len(found(short)[0]) == 1
    assert len(found(short, columns={"document": "block"})[0]) > 10


def test_headings_are_no_row(tmp_path):
    text = "original_word\tner\tm_ner\nAda\tB-PER\tO\nleft\t\u041e\tO\n"
    path = save(tmp_path, text, "f.tsv")
    assert found(path) == ([[("PER", "Ada")]], [])
    assert found(path, columns={"tag": "m_ner"})[0] == [[]]


def test_conll_2012(tmp_path):
    rows = ["Ada (PERSON*", "Okafor *)", "left *", "Kyiv (GPE)"]
    body = "\n".join(
        "bc/x 0 {} {} NN * - - - a {} * -".format(n, *row.split())
        for n, row in enumerate(rows)
    )
    text = f"#begin document (bc/x); part 000\n{body}\n\n#end document\n"
    path = save(tmp_path, text, "x.v4_gold_conll")
    (item,) = read(path)
    assert item.text == "Ada Okafor left Kyiv"
    assert found(path) == ([[("PERSON", "Ada Okafor"), ("GPE", "Kyiv")]], [])


def test_lines_that_cannot_be_read_are_named_and_keep_their_word(tmp_path):
    text = "Ada\tB-PER\nalone\nleft\tO\n\tO\nKyiv\tB-LOC\n" + "so\tO\n" * 40 + "x\t?!\n"
    marked, said = found(save(tmp_path, text))
    assert marked == [[("PER", "Ada"), ("LOC", "Kyiv")]]
    assert [line.partition(":")[0] for line in said] == [
        "f.conll, line 2",
        "f.conll, line 4",
        "f.conll, line 46",
    ]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", {}),
        ("only\nwords\nhere\n", {}),
        ("a b c\nd e\nf\ng h i j\n", {}),
        ("Ada NNP x\nleft VBD y\n", {}),
        ("Ada B-PER\nleft O\n", {"tag": "7"}),
        ("Ada B-PER\nleft O\n", {"document": "page"}),
    ],
)
def test_what_is_no_conll_is_refused_by_name(tmp_path, text, columns):
    path = save(tmp_path, text)
    (problem,) = ConllReader().read(path, ReadOptions(columns=columns))
    assert problem.where == "f.conll"
    assert len(problem.reason) > 10


def test_other_files_are_left_alone(tmp_path):
    for text in (
        "#FORMAT=WebAnno TSV 3.3\n",
        "Some prose, well-known.\nAnd more: A-ha!\n",
        "title\ttext\nOne\tA story about B-sides\nTwo\tO no\n",
        '{"text": "a"}\n',
    ):
        path = save(tmp_path, text, "f.txt")
        assert ConllReader().sniff(path, text.encode()) is Claim.NO


def test_the_top_of_a_file_for_choosing_columns(tmp_path):
    table = ConllReader().preview(save(tmp_path, C2003), 2, {})
    assert table.columns == ("1", "2", "3", "4")
    assert table.rows[0] == ("Ilse", "NNP", "I-NP", "I-PER")
    assert table.chosen == {"text": "1", "tag": "4"}


# ------------------------------------------------------------------- writing

TEXT = "Ada Okafor left Norrby. “We go,” she said."


def words(text: str, sentences=(0,)) -> Tokens:
    """Return tokens for the text above."""
    import re

    spans = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    return Tokens.of("test", spans, sentences)


def test_the_shape_of_conll_2003(export):
    person = annotation(TEXT, "entity", "PERSON", mention="Ada Okafor")
    place = annotation(TEXT, "entity", "GPE", mention="Norrby")
    tokens = words(TEXT, (0, TEXT.index("“")))
    path, report = export([record(TEXT, person, place, tokens=tokens)], "conll")
    assert path.read_text("utf-8").split("\n")[:9] == [
        "-DOCSTART- -X- -X- O",
        "",
        "Ada -X- -X- B-PERSON",
        "Okafor -X- -X- I-PERSON",
        "left -X- -X- O",
        "Norrby -X- -X- B-GPE",
        ". -X- -X- O",
        "",
        "“ -X- -X- O",
    ]
    assert of_annotations(report.losses) == []
    assert report.annotations == 2


def test_what_does_not_fit_is_named(export):
    quote = annotation(TEXT, "quote", "direct", content="“We go,”", speaker="she")
    inner = annotation(TEXT, "entity", "X", mention="go")
    cut = annotation(TEXT, "entity", "Y", mention="Okaf")
    odd = annotation(TEXT, "entity", "Two words", mention="Norrby")
    path, report = export([record(TEXT, quote, inner, cut, odd)], "conll")
    assert Counter(
        getattr(x, "trouble", None) for x in of_annotations(report.losses)
    ) == {
        Trouble.PARTS: 1,
        Trouble.OVERLAP: 1,
        Trouble.CUT: 1,
        None: 1,
    }
    assert "Norrby -X- -X- B-Two_words" in path.read_text("utf-8")


def test_what_is_not_done_is_left_out_unless_asked_for(export):
    made = record(TEXT, status=Status.IN_PROGRESS)
    assert export([made], "conll")[1].left_out == 1
    path, report = export([made], "conll", include_unfinished=True)
    assert report.records == 1
    assert path.read_text("utf-8").startswith("-DOCSTART-")


def test_words_that_look_like_something_else_come_back(export):
    text = "-DOCSTART- # id 3 #x a\u2028b c\xa0d"
    marks = [annotation(text, "entity", "L", mention="#x")]
    tokens = Tokens.of(
        "odd", [(0, 10), (11, 12), (13, 15), (16, 17), (18, 20), (21, 28)]
    )
    path, report = export([record(text, *marks, tokens=tokens)], "conll")
    (back,) = ConllWriter().read_back(path)
    assert "".join(back.text.split()) == "".join(text.split())
    assert [(a.label) for a in back.layer.annotations] == ["L"]
    assert of_annotations(report.losses) == []


def seqeval_counts(path: Path) -> Counter[str]:
    """Return what seqeval counts, sentence by sentence."""
    counts: Counter[str] = Counter()
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [row.split(" ") for row in block.split("\n") if row]
        if rows:
            counts.update(label for label, *_ in get_entities([r[-1] for r in rows]))
    return counts


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
)
@given(st.lists(records(), min_size=1, max_size=2))
def test_what_is_written_is_read_by_us_and_by_seqeval(schema, tmp_path_factory, made):
    target = tmp_path_factory.mktemp("conll") / "out.conll"
    options, writer = (
        WriteOptions(schema=schema, include_unfinished=True),
        ConllWriter(),
    )
    report = writer.write(made, target, options, Progress(), len(made))
    back = list(writer.read_back(target))
    assert verify(report.tally, iter(back), options, writer.limits) == []
    assert all(isinstance(item, Record) and not item.losses for item in back)
    assert seqeval_counts(target) == report.tally.labels


def test_a_missing_file_is_one_sentence(tmp_path):
    (problem,) = ConllReader().read(tmp_path / "none.conll", ReadOptions())
    assert isinstance(problem, Problem)
    with pytest.raises(InputError):
        reader_for(tmp_path / "none.conll")


def test_every_real_novel_is_as_in_the_gold(shared_data):
    gold: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
    rows = (shared_data / "novels" / "gold.jsonl").read_text("utf-8").split("\n")
    for row in map(json.loads, filter(None, rows)):
        spans = Counter((s["label"], s["text"]) for s in row["spans"])
        key = row["id"], row["annotator"]
        gold[key] = gold.get(key, Counter()) + spans
    for path in sorted((shared_data / "novels" / "gs").glob("*.tsv")):
        marked, _ = found(path)
        title, _, annotator = path.stem.partition("_")
        assert Counter(marked[0]) == gold[title, annotator], path.name


@pytest.mark.parametrize(
    ("name", "split"), [("wnut17train.conll", "train"), ("emerging.dev.conll", "dev")]
)
def test_every_real_post_is_as_in_the_gold(shared_data, name, split):
    folder = shared_data / "wnut17"
    lines = (folder / "gold.jsonl").read_text("utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line]
    gold = [row for row in rows if row["split"] == split]
    mine = read(folder / name)
    assert len(mine) == len(gold)
    for row, item in zip(gold, mine, strict=True):
        assert item.text == row["text"].rstrip("\n")
        assert item.losses == ()
        spans = [a.parts["mention"][0] for a in item.layer.annotations]
        assert [
            (a.label, *s) for a, s in zip(item.layer.annotations, spans, strict=True)
        ] == [(s["label"], s["start"], s["end"]) for s in row["spans"]]


def test_a_short_row_of_a_tagger_has_its_tag_at_the_end(tmp_path):
    text = (
        "Ilse\tN\tname\tfirst\tILSE\tB-PER\nBrandt\tN\tname\tlast\tBRANDT\tI-PER\n"
        "met\tV\tverb\t*\tMEET\tO\n7\tN\tB-DAT\nMay\tN\tname\t*\tMAY\tI-DAT\n.\tO\n"
    )
    marked, said = found(save(tmp_path, text))
    assert marked == [[("PER", "Ilse Brandt"), ("DAT", "7 May")]]
    assert said == []
