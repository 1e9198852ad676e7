"""What a window offers to choose from is what there is."""

from __future__ import annotations

import pytest

from annotator.domain.errors import EnvironmentFault
from annotator.services.choices import (
    input_formats,
    installed_pipelines,
    layer_names,
    output_formats,
    pipeline_of,
    set_pipeline,
)
from annotator.services.project import Project


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "new.annot") as made:
        yield made


def test_formats_have_titles_and_suffixes():
    for formats in (input_formats(), output_formats()):
        names = [found.name for found in formats]
        assert len(names) == len(set(names))
        for found in formats:
            assert found.title
            assert found.folder or all(s.startswith(".") for s in found.suffixes)
    by_tokens = {found.name for found in output_formats() if found.by_tokens}
    assert {"docbin", "conll", "spacy-project"} <= by_tokens
    assert not {"jsonl", "brat", "webanno", "xmi"} & by_tokens


def test_the_default_pipeline_is_there_and_a_missing_one_is_refused(project):
    before = pipeline_of(project)
    assert before in installed_pipelines()
    with pytest.raises(EnvironmentFault, match="no_such_pipeline"):
        set_pipeline(project, "no_such_pipeline")
    assert pipeline_of(project) == before
    set_pipeline(project, before)
    assert pipeline_of(project) == before


def test_layers_by_name_the_settled_one_first(project):
    zoe = project.enter("zoe")
    assert layer_names(project, zoe) == ["zoe"]
    for name in ("gold", "Ada"):
        project.annotator(name)
    assert layer_names(project, zoe) == ["gold", "Ada", "zoe"]
    assert layer_names(project, project.annotator("Ada")) == ["Ada"]
