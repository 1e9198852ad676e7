import string
from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from annotator.domain.errors import InputError, SchemaError
from annotator.domain.schema import (
    Attribute,
    AttributeType,
    Kind,
    Label,
    LinkType,
    Pattern,
    Role,
    Schema,
    Style,
)
from annotator.domain.schema_toml import dump_schema, load_schema, parse_schema

GOOD = """\
name = "small"
title = "Small"

[[kind]]
name = "entity"

[[kind.role]]
name = "mention"
light = "#112233"
dark = "#AABBCC"

[[kind.label]]
name = "PERSON"
key = "p"
light = "#112233"
dark = "#aabbcc"

[[kind.label]]
name = "PLACE"
title = "Place"
key = "l"
light = "#332211"
dark = "#ccbbaa"
pattern = "dotted"

[[kind]]
name = "quote"

[[kind.role]]
name = "content"
key = "a"
required = true
many = true
light = "#112233"
dark = "#aabbcc"

[[kind.label]]
name = "direct"
key = "q"
light = "#112233"
dark = "#aabbcc"

[[kind.attribute]]
name = "tone"
type = "choice"
choices = ["calm", "angry"]

[[link]]
label = "about"
source = "quote"
target = "entity"
"""


def line_of(text: str, needle: str) -> int:
    return text[: text.index(needle)].count("\n") + 1


def test_a_small_schema():
    schema = parse_schema(GOOD)
    style = Style("#112233", "#aabbcc")
    assert schema.name == "small"
    assert [kind.name for kind in schema.kinds] == ["entity", "quote"]
    entity, quote = schema.kinds
    assert entity.title == "entity"
    assert entity.labels[0] == Label("PERSON", "PERSON", style, "p")
    assert entity.labels[1].style == Style("#332211", "#ccbbaa", Pattern.DOTTED)
    assert quote.main_role == Role(
        "content", "content", style, "a", required=True, many=True
    )
    assert quote.attributes == (
        Attribute("tone", "tone", AttributeType.CHOICE, ("calm", "angry")),
    )
    assert schema.links == (LinkType("about", "about", "quote", "entity"),)


# What is replaced, by what, where the fault then is (None: where it was replaced;
# a text: where that stands), and what the message has to say.
WRONG = {
    "syntax": ('"Small"', "Small", None, "not valid TOML"),
    "open string": ('name = "small"', 'name = "small', None, "not valid TOML"),
    "same key again": ('title = "Small"', 'name = "x"', None, "not valid TOML"),
    "unknown key": (
        'title = "Small"',
        "titel = 1",
        None,
        '"titel" means nothing in the schema "small"; it may have name, title',
    ),
    "unknown key in label": (
        'title = "Place"',
        'colour = "red"',
        None,
        '"colour" means nothing in label "PLACE"; it may have name',
    ),
    "unknown table": ("[[kind.attribute]]", "[[kind.attr]]", None, '"attr" means'),
    "no name": ('name = "small"', "", None, "the schema has no name"),
    "no label name": ('name = "PERSON"\n', "", "[[kind.label]]", "has no name"),
    "empty name": ('"PERSON"', '""', None, "is empty"),
    "blank name": ('"PERSON"', '"  "', None, "is empty"),
    "blank in a kind": ('"entity"', '"named entity"', None, "must hold no blanks"),
    "blank in a role": ('"mention"', '"the mention"', None, "must hold no blanks"),
    "blank at a label's end": ('"PERSON"', '"PERSON "', None, "must hold no blanks"),
    "line break in a label": ('"PERSON"', '"PER\\nSON"', None, "no line break"),
    "name is a number": ('"mention"', "7", None, "must be text"),
    "label twice": ('"PLACE"', '"PERSON"', None, '"PERSON" is there twice'),
    "kind twice": ('"quote"\n\n', '"entity"\n\n', None, "is there twice"),
    "key twice": ('key = "l"', 'key = "p"', None, 'already belongs to label "PERSON"'),
    "key twice over kinds": ('key = "q"', 'key = "p"', None, "already belongs"),
    "role key of a label": ('key = "a"', 'key = "l"', None, 'to label "PLACE"'),
    "long key": ('key = "l"', 'key = "Ctrl+L"', None, "is no single key"),
    "key is a blank": ('key = "l"', 'key = " "', None, "is no single key"),
    "capital key": ('key = "l"', 'key = "L"', None, "must be lower case"),
    "no colour": ('"#332211"', '"brown"', None, '"brown" is no colour'),
    "short colour": ('"#332211"', '"#321"', None, "is no colour"),
    "colour missing": (
        'dark = "#ccbbaa"\n',
        "",
        '[[kind.label]]\nname = "PLACE"',
        "has no dark",
    ),
    "pattern": ('"dotted"', '"wavy"', None, "solid, double, dotted"),
    "flag": ("many = true", 'many = "yes"', None, "true or false"),
    "attribute type": ('"choice"', '"colour"', None, "flag, choice, text, number"),
    "no type": ('type = "choice"\n', "", "[[kind.attribute]]", "has no type"),
    "no choices": ('choices = ["calm", "angry"]\n', "", 'type = "', "without choices"),
    "needless choices": ('"choice"', '"flag"', "choices =", "has no choices"),
    "choice twice": ('"angry"', '"calm"', None, "holds a value twice"),
    "choice no text": ('"angry"', "3", None, "must be a list of texts"),
    "link source": ('source = "quote"', 'source = "claim"', None, '"claim"'),
    "link target": ('target = "entity"', 'target = "x"', None, "is no kind"),
    "link without end": ('target = "entity"\n', "", "[[link]]", "has no target"),
    "not tables": ("[[link]]", "[link]", None, "[[link]]"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_refused_with_its_line(case):
    old, new, at, message = WRONG[case]
    assert old in GOOD
    wrong = GOOD.replace(old, new, 1)
    line = line_of(GOOD, old) if at is None else line_of(wrong, at)
    with pytest.raises(SchemaError) as caught:
        parse_schema(wrong)
    assert message in str(caught.value)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"line {line}: ")


@pytest.mark.parametrize("case", WRONG)
@pytest.mark.usefixtures("wrapped")
def test_what_is_wrong_is_said_in_the_language_in_use(case):
    old, new, _, _ = WRONG[case]
    with pytest.raises(SchemaError) as caught:
        parse_schema(GOOD.replace(old, new, 1))
    said = str(caught.value)
    assert said.startswith("⟦line ")
    assert said.endswith("⟧⟧")  # the line, and what is wrong there
    assert caught.value.reason in said


def test_a_kind_needs_a_role_and_a_label():
    bare = 'name = "x"\n\n[[kind]]\nname = "k"\n'
    with pytest.raises(SchemaError, match=r'line 3: kind "k" has no role') as caught:
        parse_schema(bare)
    assert caught.value.line == 3
    role = '[[kind.role]]\nname="r"\nlight="#000000"\ndark="#ffffff"\n'
    with pytest.raises(SchemaError, match=r'line 3: kind "k" has no label'):
        parse_schema(bare + role)
    with pytest.raises(SchemaError, match='line 1: the schema "x" has no kind'):
        parse_schema('name = "x"')


def test_a_link_twice():
    link = GOOD[GOOD.index("[[link]]") :]
    with pytest.raises(SchemaError, match="there twice") as caught:
        parse_schema(GOOD + "\n" + link)
    assert caught.value.line == GOOD.count("\n") + 3


def test_role_keys_may_come_again_in_another_kind():
    second = GOOD.replace('name = "mention"', 'name = "mention"\nkey = "a"')
    assert parse_schema(second).kinds[0].main_role.key == "a"
    within = GOOD.replace(
        '[[kind.role]]\nname = "content"',
        '[[kind.role]]\nname = "cue"\nkey = "a"\nlight = "#000000"\ndark = "#ffffff"\n'
        '\n[[kind.role]]\nname = "content"',
    )
    with pytest.raises(
        SchemaError, match=r'"a" of role "content" .* role "cue"'
    ) as caught:
        parse_schema(within)
    assert caught.value.line == line_of(within, 'key = "a"\nrequired')


def test_a_file_names_itself(tmp_path):
    path = tmp_path / "mine.toml"
    with pytest.raises(InputError, match=r"cannot read the schema .*mine\.toml"):
        load_schema(path)
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert load_schema(path) == parse_schema(GOOD)
    path.write_text(GOOD.replace("dotted", "wavy"), "utf-8")
    with pytest.raises(SchemaError, match=r"mine\.toml: line 24: ") as caught:
        load_schema(path)
    assert caught.value.line == 24
    path.write_bytes(GOOD.replace("Small", "Größe").encode("latin-1"))
    with pytest.raises(InputError, match="not UTF-8"):
        load_schema(path)


def test_labels_that_an_import_adds_can_be_kept():
    schema = parse_schema(GOOD).with_label("entity", "Work of art, né\xa0“X” 👩‍🌾")
    schema = schema.with_label("relation", "🗳️ vote")
    assert parse_schema(dump_schema(schema)) == schema


def test_a_schema_nobody_could_read_back_is_not_written():
    schema = parse_schema(GOOD).with_label("entity", " PERSON")
    with pytest.raises(SchemaError, match="cannot be kept: the name") as caught:
        dump_schema(schema)
    assert caught.value.line is None


def test_texts_of_several_lines_stay_readable():
    schema = Schema("x", "X", parse_schema(GOOD).kinds, guideline="One “a”.\n\n- two\n")
    assert 'guideline = """\nOne “a”.\n\n- two\n"""' in dump_schema(schema)


AWKWARD = [
    '"',
    '\n"',
    '\n""',
    '"""\n"""',
    'a"\n\\"',
    "'''\n",
    "\n",
    "\\\n",
    "\r\n",
    "\t\n\x7f",
]


@pytest.mark.parametrize("text", AWKWARD, ids=ascii)
def test_texts_that_look_like_toml(text):
    schema = Schema("x", text, parse_schema(GOOD).kinds, guideline=text)
    assert parse_schema(dump_schema(schema)) == schema


def test_a_text_that_never_ends():
    with pytest.raises(SchemaError, match="not valid TOML") as caught:
        parse_schema('name = "x"\n\nguideline = """\nend')
    assert caught.value.line == 4


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.text(
    "\"\\\n\r\t '#[]ab\x00\x7f\u2028", max_size=12
)
_NAMES = st.text(string.ascii_letters + "_é名-", min_size=1, max_size=6)
_LABEL_NAMES = _NAMES | st.sampled_from(["two words", "a.b", 'with "quotes"', "عربي"])
_COLOURS = st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True)
_STYLES = st.builds(Style, _COLOURS, _COLOURS, st.sampled_from(Pattern))
_ATTRIBUTES = st.builds(
    Attribute,
    _NAMES,
    _TEXTS,
    st.sampled_from([t for t in AttributeType if t is not AttributeType.CHOICE]),
    description=_TEXTS,
) | st.builds(
    Attribute,
    _NAMES,
    _TEXTS,
    st.just(AttributeType.CHOICE),
    st.lists(_TEXTS.filter(str.strip), min_size=1, max_size=3, unique=True).map(tuple),
    _TEXTS,
)


@st.composite
def schemas(draw):
    keys = iter("abcdefghijklmnopqrstuvwxyz0123456789éß")

    def several(build, least):
        return tuple(draw(st.lists(build, min_size=least, max_size=2, unique_by=_name)))

    def keyed(items):
        return tuple(replace(item, key=next(keys)) for item in items)

    kinds = []
    for name in draw(st.lists(_NAMES, min_size=1, max_size=2, unique=True)):
        roles = several(
            st.builds(
                lambda n, t, s, r, m, d: Role(n, t, s, "", r, m, d),
                _NAMES,
                _TEXTS,
                _STYLES,
                st.booleans(),
                st.booleans(),
                _TEXTS,
            ),
            1,
        )
        labels = several(
            st.builds(
                lambda n, t, s, d: Label(n, t, s, "", d),
                _LABEL_NAMES,
                _TEXTS,
                _STYLES,
                _TEXTS,
            ),
            1,
        )
        attributes = several(_ATTRIBUTES, 0)
        kinds.append(
            Kind(name, draw(_TEXTS), keyed(roles), labels, attributes, draw(_TEXTS))
            if draw(st.booleans())
            else Kind(name, name, roles, keyed(labels), attributes)
        )
    ends = st.sampled_from([kind.name for kind in kinds])
    links = draw(
        st.lists(
            st.builds(LinkType, _NAMES, _TEXTS, ends, ends),
            max_size=3,
            unique_by=lambda link: (link.label, link.source, link.target),
        )
    )
    return Schema(draw(_NAMES), draw(_TEXTS), tuple(kinds), tuple(links), draw(_TEXTS))


def _name(item):
    return item.name


@settings(max_examples=40, deadline=None)
@given(schemas())
def test_what_is_written_reads_back_the_same(schema):
    assert parse_schema(dump_schema(schema)) == schema
