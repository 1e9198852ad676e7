"""A labelling config of Label Studio as a schema."""

from __future__ import annotations

import pytest

from annotator.domain.errors import InputError
from annotator.domain.records import Problem
from annotator.domain.schema import (
    Attribute,
    AttributeType,
    Kind,
    Label,
    LinkType,
    Role,
    Schema,
    Style,
)
from annotator.formats.base import ReadOptions
from annotator.formats.label_studio_config import LabellingConfig
from annotator.formats.mapping import LabelMap
from annotator.formats.registry import reader_for
from tests.unit.formats.conftest import read, read_one

CONFIG = """<!-- for the news desk -->
<View>
  <Header value="Mark names"/>
  <Labels name="names" toName="story">
    <Label value="Person" background="#1d5fa8" hotkey="p"/>
    <View><Label value="Body with people" alias="ORG" background="#f80"/></View>
    <Label value="$more"/>
  </Labels>
  <Labels name="sound" toName="audio"><Label value="Noise"/></Labels>
  <Text name="story" value="$story"/><Audio name="audio" value="$url"/>
  <Choices name="sure" toName="story" perRegion="true">
    <Choice value="yes"/><Choice value="no"/>
  </Choices>
  <Rating name="weight" toName="story" perRegion="true" whenTagName="names"/>
  <TextArea name="why" toName="story" perRegion="true"/>
  <Choices name="topic" toName="story"><Choice value="sports"/></Choices>
  <Relations><Relation value="works_for"/></Relations>
</View>
"""


def save(folder, text: str):
    """Write a config."""
    path = folder / "labels.xml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_config_is_a_schema(tmp_path):
    path = save(tmp_path, CONFIG)
    assert reader_for(path).name == "label-studio"
    (schema,) = read(path)
    (kind,) = schema.kinds
    assert kind.name == "entity"
    assert [(x.name, x.title) for x in kind.labels] == [
        ("Person", "Person"),
        ("ORG", "Body with people"),
    ]
    assert kind.labels[0].style != kind.labels[1].style
    assert [(a.name, a.type, a.choices) for a in kind.attributes] == [
        ("sure", AttributeType.CHOICE, ("yes", "no")),
        ("weight", AttributeType.NUMBER, ()),
        ("why", AttributeType.TEXT, ()),
    ]
    assert [(x.label, x.source, x.target) for x in schema.links] == [
        ("works_for", "entity", "entity")
    ]


def test_a_mapping_says_what_labels_become(tmp_path):
    mapping = LabelMap(
        labels={"names.Person": "quote.speaker", "ORG": "claim"},
        relations={"works_for": "skip"},
        attributes={"sure": "certainty", "why": "skip"},
    )
    path = save(tmp_path, CONFIG)
    (schema,) = reader_for(path).read(path, ReadOptions(mapping=mapping))
    assert isinstance(schema, Schema)
    (kind,) = schema.kinds
    assert (kind.name, [x.name for x in kind.labels]) == ("claim", ["claim"])
    assert [a.name for a in kind.attributes] == ["certainty", "weight"]
    assert schema.links == ()


def test_the_config_of_an_export_gives_its_kinds_and_parts(tmp_path):
    style = Style("#1d5fa8", "#86bdf5")
    role = {name: Role(name, name, style) for name in ("content", "speaker", "target")}
    sure = Attribute("sure", "sure", AttributeType.FLAG)
    schema = Schema(
        "mine",
        "Mine",
        (
            Kind(
                "quote",
                "Quotes",
                (role["content"], role["speaker"]),
                (Label("direct", "direct", style),),
                (sure,),
            ),
            Kind(
                "text",
                "Texts",
                (Role("mention", "m", style), role["target"]),
                (Label("A & B", "A & B", style),),
            ),
        ),
        (LinkType("same_as", "same", "text", "text"),),
    )
    (found,) = read(save(tmp_path, LabellingConfig(schema).xml()))
    assert [
        (k.name, [r.name for r in k.roles], [x.name for x in k.labels])
        for k in found.kinds
    ] == [
        ("quote", ["content", "speaker"], ["direct"]),
        ("text", ["mention", "target"], ["A & B"]),
    ]
    assert [(a.name, a.type) for a in found.kinds[0].attributes] == [
        ("sure", AttributeType.FLAG)
    ]
    assert [x.label for x in found.links] == ["same_as"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<View><Labels", "not valid XML"),
        ("<View>\n<Labels \0/></View>", "not valid XML"),
        ("<View><!-- a -- b --></View>", "not valid XML"),
        ('<View><Image name="i" value="$i"/></View>', "lets nothing be marked"),
        ('<View><!DOCTYPE a [<!ENTITY b "c">]></View>', "defines entities"),
        (f"<View>{' ' * (1 << 22)}</View>", "too large"),
    ],
)
def test_what_is_no_config_for_texts_is_refused(tmp_path, text, said):
    problem = next(iter(read(save(tmp_path, text))))
    assert isinstance(problem, Problem)
    assert str(problem).startswith("labels.xml: ")
    assert said in str(problem)
    assert "\n" not in str(problem)


def test_other_xml_is_none(tmp_path):
    with pytest.raises(InputError, match="no format"):
        read_one(save(tmp_path, "<Views><View/></Views>"))
