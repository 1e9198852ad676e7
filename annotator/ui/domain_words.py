"""What the lower layers call things, marked for translation.

They know no language but English; the window translates their words where it shows
them, and a test finds those that are missing here.
"""

from annotator.ui.translation import noop

WORDS = (
    noop("To do"),
    noop("In progress"),
    noop("Done"),
    noop("Flagged"),
    noop("Skipped"),
    noop("links to other articles"),
    noop("menu"),
    noop("newsletter"),
    noop("contact line"),
    noop("photo credit"),
    noop("share buttons"),
    noop("copyright notice"),
    noop("advertisement"),
    noop("readers’ comments"),
    noop("list of topics"),
    noop("boilerplate"),
    noop("F1"),
    noop("Cohen’s κ"),
    noop("Krippendorff’s α"),
    noop("Gwet’s AC1"),
    noop("Unitizing u_α"),
    noop("Missed"),
    noop("Label"),
    noop("Part"),
    noop("Boundary"),
    noop("Split"),
    noop("Agreed"),
    noop("exactly the same words"),
    noop("some words in common"),
    noop("Pipeline"),
    noop("Project file"),
    noop("System"),
)
