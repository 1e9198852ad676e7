"""Web pages and other files with invented articles, for tests."""

from __future__ import annotations

import io
import zipfile

_WORDS = """
The harbour master of Veldstad said on Monday that the old lighthouse would be closed
to visitors until the end of the winter.

“We found cracks in the stairs that nobody had seen,” Marta Oyelaran told the town
council, which had asked for a report in spring.

The repairs are expected to cost 1.2 million euros, of which the province has promised
to pay a third; the rest is still to be found.

Fishermen who use the light to find the channel at night called the decision hasty,
and asked for a lamp to be put up on the mole.
"""
PARAGRAPHS = tuple(" ".join(part.split()) for part in _WORDS.split("\n\n"))
TITLE = "Lighthouse of Veldstad closed for the winter"


def page(paragraphs=PARAGRAPHS, *, charset: str = "utf-8", title: str = TITLE) -> str:
    """Return a page of a news site, with all that stands around an article."""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}">
<title>{title} | The Veldstad Post</title>
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="The Veldstad Post">
<meta property="article:published_time" content="2025-01-13T08:30:00Z">
<meta name="author" content="Ines Roth">
<link rel="canonical" href="https://post.example/lighthouse"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<main><article><h1>{title}</h1>{body}</article></main>
<aside><h3>Most read</h3><ul><li><a href="/1">Ten soups</a></li></ul></aside>
<footer><p>Contact &middot; Imprint &copy; The Veldstad Post</p></footer>
</body></html>"""


def packed(**members: str | bytes) -> bytes:
    """Return a zip of these members; “__” in a name stands for a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()
