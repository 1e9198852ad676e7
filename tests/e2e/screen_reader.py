"""Reads a running window the way a screen reader does, and prints what it found.

Runs in the system's Python, which has the bindings, within a D-Bus session of its
own: ``dbus-run-session -- python3 screen_reader.py COMMAND...``.
"""

import json
import os
import signal
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - after the version is chosen

PATIENCE_S = 60.0
DEEPEST = 25


def wait_for(find):
    """Return what *find* finds, as soon as it finds anything."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            found = find()
        except GLib.GError:
            found = None
        if found:
            return found
        time.sleep(0.2)
    raise SystemExit(f"nothing found by {find.__name__}")


def children(node):
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            yield child


def walk(node, depth=0):
    yield node
    if depth < DEEPEST:
        for child in children(node):
            yield from walk(child, depth + 1)


def application():
    for one in children(Atspi.get_desktop(0)):
        if one.get_name() in ("Annotator", "annotator"):
            return one
    return None


def article():
    program = application()
    for node in walk(program) if program else ():
        if node.get_name() == "Article" and "Text" in node.get_interfaces():
            return node if node.get_child_count() else None
    return None


def described(node):
    return {
        "name": node.get_name(),
        "description": node.get_description(),
        "role": node.get_role_name(),
        "selected": node.get_state_set().contains(Atspi.StateType.SELECTED),
    }


def read_article(node):
    """Return text, caret and marks of the article, and what a reader can do there."""
    text = Atspi.Text
    length = text.get_character_count(node)
    found = {
        "text": text.get_text(node, 0, length),
        "caret_before": text.get_caret_offset(node),
        "line": text.get_string_at_offset(node, 3, Atspi.TextGranularity.LINE).content,
        "marks": [described(child) for child in children(node)],
        "children": node.get_child_count(),
    }
    text.set_caret_offset(node, 6)
    found["caret"] = text.get_caret_offset(node)
    mark, action = node.get_child_at_index(0), Atspi.Action
    found["mark_actions"] = [
        action.get_action_name(mark, n) for n in range(action.get_n_actions(mark))
    ]
    action.do_action(mark, 0)
    wait_for(lambda: described(node.get_child_at_index(0))["selected"])
    found["selected"] = described(node.get_child_at_index(0))
    found["editable"] = node.get_role_name()
    return found


def read_window(program):
    """Return what menus and buttons are called, and what is called nothing."""
    found = {"menus": [], "buttons": [], "nameless": []}
    silent = {"push button", "check box", "radio button", "text", "combo box", "slider"}
    for node in walk(program):
        role, name = node.get_role_name(), node.get_name()
        if role in ("menu item", "check menu item", "menu"):
            found["menus"].append(name)
        elif role in ("push button", "button", "toggle button"):
            found["buttons"].append(name)
        showing = node.get_state_set().contains(Atspi.StateType.SHOWING)
        if role in silent and showing and not name:
            found["nameless"].append(f"{role} in {node.get_parent().get_name()!r}")
    return found


def main():
    window = subprocess.Popen(sys.argv[1:])
    try:
        node = wait_for(article)
        found = {"article": read_article(node), "window": read_window(application())}
    finally:
        window.send_signal(signal.SIGTERM)
        window.wait(20)
    sys.stdout.write(f"{json.dumps(found)}\n")
    sys.stdout.flush()
    # Closing the bridge waits for a bus that is about to end as well.
    os._exit(0)


if __name__ == "__main__":
    main()
