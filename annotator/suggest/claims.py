from spacy.language import Language  # noqa: TID253


@Language.factory("annotator_claims")
def make_claims(nlp: Language, name: str):
    return lambda doc: doc
