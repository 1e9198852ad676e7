"""The default pipeline with both components, loaded once."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from annotator.suggest.pipelines import DEFAULT_PIPELINE, find


@pytest.fixture(scope="session")
def nlp() -> Language:
    pipeline = spacy.load(find(DEFAULT_PIPELINE).package)
    pipeline.add_pipe("annotator_quotes")
    pipeline.add_pipe("annotator_claims")
    return pipeline


@pytest.fixture(scope="session")
def blank() -> Language:
    return spacy.blank("en")
