from __future__ import annotations

import subprocess
import sys

import pytest

from annotator.domain.errors import EnvironmentFault
from annotator.suggest.pipelines import DEFAULT_PIPELINE, find, installed


def test_the_default_pipeline_is_found_under_its_own_name() -> None:
    info = find(DEFAULT_PIPELINE)
    assert info.name == "en_core_web_sm"
    assert info.version.startswith("3.8")
    assert info.tokenizer == f"en_core_web_sm-{info.version}"
    assert info in installed()


def test_it_is_found_by_the_name_of_its_package_too() -> None:
    info = find(DEFAULT_PIPELINE)
    assert find(info.package) == info


def test_a_missing_pipeline_says_how_to_install_it() -> None:
    with pytest.raises(EnvironmentFault) as caught:
        find("xx_no_such_pipeline")
    assert "python -m spacy download xx_no_such_pipeline" in str(caught.value)
    assert "en_core_web_sm" in str(caught.value)


def test_neither_client_nor_pipelines_import_spacy() -> None:
    code = (
        "import sys; import annotator.suggest.client, annotator.suggest.pipelines;"
        "annotator.suggest.pipelines.find('en_core_web_sm');"
        "print([m for m in ('spacy', 'thinc', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
