"""The actions on marks, suggestions and articles."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.domain.wording import noop
from annotator.ui.action_types import Action, Fact, Menu, Reach


def mark_actions() -> Iterator[Action]:
    """Yield the actions on marks."""
    annotation = frozenset({Fact.ANNOTATION})
    yield Action(
        "mark_all",
        "Mark &every further occurrence…",
        Menu.MARK,
        "marking.preview_occurrences",
        "Show every other place of the same words; Return marks them all.",
        ("Ctrl+M",),
        needs=frozenset({Fact.OCCURRENCES}),
        icon="mark-all",
    )
    yield Action(
        "confirm",
        "&Confirm what is previewed",
        Menu.MARK,
        "marking.confirm",
        "Mark all the places that are previewed, or keep what was corrected.",
        ("Return", "Enter"),
        needs=frozenset({Fact.PREVIEW}),
        reach=Reach.ARTICLE,
    )
    yield Action(
        "cancel",
        "&Stop",
        Menu.MARK,
        "marking.cancel",
        "Leave the preview, the sticky label, the linking or the correcting.",
        ("Esc",),
        needs=frozenset({Fact.MODE}),
        reach=Reach.ARTICLE,
    )
    yield Action(
        "note",
        "&Note…",
        Menu.MARK,
        "dialogs.edit_note",
        "Write a note on the selected annotation.",
        ("F2",),
        needs=annotation,
        icon="note",
        group="frame",
    )
    yield Action(
        "link",
        "&Link to…",
        Menu.MARK,
        "marking.start_link",
        "Link the selected claim to the quote that you select next.",
        ("Ctrl+L",),
        needs=frozenset({Fact.SOURCE}),
        icon="link",
        group="frame",
    )
    yield from _zone_actions()
    for identifier, text, handler, keys, sentence in _VIEW_MARK_ACTIONS:
        yield Action(
            identifier,
            text,
            Menu.MARK,
            handler,
            sentence,
            keys,
            needs=frozenset({Fact.DOCUMENT}),
            reach=Reach.SHOWN,
            group="move",
        )


def _zone_actions() -> Iterator[Action]:
    yield Action(
        "mark_zone",
        "Mark as &boilerplate",
        Menu.MARK,
        "zones.mark",
        "Dim the selection, or this paragraph: it is no part of the article.",
        ("Ctrl+D",),
        needs=frozenset({Fact.DOCUMENT}),
        group="zone",
    )
    yield Action(
        "unmark_zone",
        "Not boile&rplate",
        Menu.MARK,
        "zones.unmark",
        "Make the selection, or the dimmed text at the caret, part of the article.",
        ("Ctrl+U",),
        needs=frozenset({Fact.ZONE}),
        group="zone",
    )


_VIEW_MARK_ACTIONS = (
    (
        "next_mark",
        noop("Ne&xt mark"),
        "moves.next_mark",
        ("Tab",),
        noop("Go to the next annotation or suggestion."),
    ),
    (
        "previous_mark",
        noop("&Previous mark"),
        "moves.previous_mark",
        ("Shift+Tab",),
        noop("Go to the annotation or suggestion before this one."),
    ),
    (
        "outer_mark",
        noop("O&uter mark"),
        "moves.outer_mark",
        ("Alt+Up",),
        noop("Widen to the mark around this one."),
    ),
    (
        "inner_mark",
        noop("&Inner mark"),
        "moves.inner_mark",
        ("Alt+Down",),
        noop("Narrow to the mark inside this one."),
    ),
    (
        "wider_selection",
        noop("&Widen the selection"),
        "moves.wider_selection",
        ("Ctrl+Up",),
        noop("Grow the selection: token, word, sentence, paragraph."),
    ),
    (
        "narrower_selection",
        noop("N&arrow the selection"),
        "moves.narrower_selection",
        ("Ctrl+Down",),
        noop("Shrink the selection: paragraph, sentence, word, token."),
    ),
)


def suggestion_actions() -> Iterator[Action]:
    """Yield the actions on suggestions."""
    pending = frozenset({Fact.PENDING})
    suggestion = frozenset({Fact.SUGGESTION, Fact.NO_PREVIEW})
    yield Action(
        "next_suggestion",
        "&Next suggestion",
        Menu.SUGGESTIONS,
        "review.next_suggestion",
        "Go to the next suggestion not decided on.",
        ("Space",),
        needs=pending,
        icon="next",
        reach=Reach.ARTICLE,
    )
    yield Action(
        "previous_suggestion",
        "&Previous suggestion",
        Menu.SUGGESTIONS,
        "review.previous_suggestion",
        "Go to the suggestion before this one.",
        ("Shift+Space",),
        needs=pending,
        icon="previous",
        reach=Reach.ARTICLE,
    )
    yield Action(
        "accept",
        "&Accept and go on",
        Menu.SUGGESTIONS,
        "review.accept",
        "Make the selected suggestion an annotation and go to the next one.",
        ("Return", "Enter"),
        needs=suggestion,
        icon="accept",
        reach=Reach.ARTICLE,
    )
    yield Action(
        "reject",
        "&Reject and go on",
        Menu.SUGGESTIONS,
        "review.reject",
        "Reject the selected suggestion and go to the next one.",
        ("Ctrl+Backspace",),
        needs=suggestion,
        icon="reject",
        reach=Reach.ARTICLE,
    )
    yield Action(
        "correct",
        "&Correct a part",
        Menu.SUGGESTIONS,
        "marking.correct",
        "Choose a part of the selected suggestion and select the right words for it.",
        ("Shift+Return", "Shift+Enter"),
        needs=suggestion,
        reach=Reach.ARTICLE,
    )
    yield Action(
        "accept_all",
        "Accept &many…",
        Menu.SUGGESTIONS,
        "dialogs.accept_many",
        "Accept all suggestions of a kind above a score, as one step.",
        ("Ctrl+Shift+A",),
        needs=pending,
        icon="accept-all",
        group="many",
    )
    yield Action(
        "scores",
        "Scores and &limits",
        Menu.SUGGESTIONS,
        "scores.open",
        "Choose from which score on suggestions are shown, kind by kind.",
        ("F7",),
        needs=frozenset({Fact.PROJECT}),
        icon="filter",
        group="many",
    )
    yield Action(
        "suggest",
        "&Suggest for all articles",
        Menu.SUGGESTIONS,
        "suggesting.start",
        "Let the pipeline work through the articles it has not seen yet.",
        needs=frozenset({Fact.PROJECT}),
        group="run",
    )
    yield Action(
        "stop_suggesting",
        "S&top suggesting",
        Menu.SUGGESTIONS,
        "suggesting.stop",
        "Stop the pipeline; what it has found stays.",
        needs=frozenset({Fact.PROJECT}),
        group="run",
    )
    yield Action(
        "pipeline_folder",
        "Pipeline from a &folder…",
        Menu.SUGGESTIONS,
        "pipeline.choose_folder",
        "Use a pipeline that you trained yourself; it is a program, so it is asked.",
        needs=frozenset({Fact.PROJECT}),
        group="run",
    )
    yield Action(
        "evaluate",
        "&Evaluate suggestions…",
        Menu.SUGGESTIONS,
        "evaluation.open",
        "Measure suggestions against what somebody has annotated; see every miss.",
        ("Ctrl+Shift+E",),
        needs=frozenset({Fact.PROJECT}),
        group="measure",
    )


def document_actions() -> Iterator[Action]:
    """Yield the actions on articles."""
    document = frozenset({Fact.DOCUMENT})
    yield Action(
        "done_and_next",
        "&Done, and next",
        Menu.DOCUMENT,
        "documents.done_and_next",
        "Set this article to done and open the next one.",
        ("Ctrl+Return", "Ctrl+Enter"),
        needs=document,
        icon="done",
    )
    yield Action(
        "next_document",
        "&Next article",
        Menu.DOCUMENT,
        "documents.next",
        "Open the next article of the list.",
        ("Ctrl+PgDown",),
        needs=document,
        group="move",
    )
    yield Action(
        "previous_document",
        "&Previous article",
        Menu.DOCUMENT,
        "documents.previous",
        "Open the article before this one in the list.",
        ("Ctrl+PgUp",),
        needs=document,
        group="move",
    )
    yield Action(
        "recognise_zones",
        "Recognise &boilerplate",
        Menu.DOCUMENT,
        "zones.recognise",
        "Dim what looks like menus, links to other articles, credits and the like.",
        needs=document,
        group="zone",
    )
    yield Action(
        "language",
        "&Language…",
        Menu.DOCUMENT,
        "zones.choose_language",
        "Say which language this article is in.",
        needs=frozenset({Fact.DOCUMENT, Fact.LEAD}),
        group="zone",
    )
    yield Action(
        "remove",
        "Remo&ve this article…",
        Menu.DOCUMENT,
        "bin.remove_open",
        "Put this article into the bin, with all work on it.",
        ("Ctrl+Shift+Del",),
        needs=frozenset({Fact.DOCUMENT, Fact.LEAD}),
        group="bin",
    )
    yield Action(
        "remove_listed",
        "Remove all listed arti&cles…",
        Menu.DOCUMENT,
        "bin.remove_listed",
        "Put every article that the list shows now into the bin.",
        needs=frozenset({Fact.DOCUMENT, Fact.LEAD}),
        group="bin",
    )
    yield Action(
        "bin",
        "Bro&wse the bin…",
        Menu.DOCUMENT,
        "bin.open_bin",
        "See which articles were taken out, and put them back.",
        needs=frozenset({Fact.PROJECT, Fact.LEAD}),
        group="bin",
    )
    for name, text, key in (
        ("todo", noop("Set to: &To do"), "Ctrl+Shift+T"),
        ("in_progress", noop("Set to: &In progress"), "Ctrl+Shift+P"),
        ("done", noop("Set to: D&one"), "Ctrl+Shift+D"),
        ("flagged", noop("Set to: &Flagged"), "Ctrl+Shift+G"),
        ("skipped", noop("Set to: S&kipped"), "Ctrl+Shift+K"),
    ):
        yield Action(
            f"status_{name}",
            text,
            Menu.DOCUMENT,
            f"documents.set_{name}",
            noop("Say how far you are with this article."),
            (key,),
            needs=document,
            group="status",
        )
