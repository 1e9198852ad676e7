"""How many of something, in words."""

from annotator.domain.wording import trn


def articles(number: int) -> str:
    """Return ``1 article``, ``2 articles``."""
    return trn("{n:,} article", "{n:,} articles", number)


def annotations(number: int) -> str:
    """Return ``1 annotation``, ``2 annotations``."""
    return trn("{n:,} annotation", "{n:,} annotations", number)


def annotators(number: int) -> str:
    """Return ``1 annotator``, ``2 annotators``."""
    return trn("{n:,} annotator", "{n:,} annotators", number)


def characters(number: int) -> str:
    """Return ``1 character``, ``2 characters``."""
    return trn("{n:,} character", "{n:,} characters", number)


def layers(number: int) -> str:
    """Return ``1 layer``, ``2 layers``."""
    return trn("{n:,} layer", "{n:,} layers", number)


def passages(number: int) -> str:
    """Return ``1 passage``, ``2 passages``."""
    return trn("{n:,} passage", "{n:,} passages", number)


def tables(number: int) -> str:
    """Return ``1 table``, ``2 tables``."""
    return trn("{n:,} table", "{n:,} tables", number)


def tokens(number: int) -> str:
    """Return ``1 token``, ``2 tokens``."""
    return trn("{n:,} token", "{n:,} tokens", number)
