from annotator.domain.toml_lines import TomlLines

TEXT = '''\
# [[kind]] in a comment
name = "a"   # and "here"
guideline = """
[[kind]]
key = "not a key"
"quoted" ""\\"""  """

[[kind]]
name = 'x [ y'
  "title" = "T"
choices = [
  "one", # ]
  "two",
]
[[kind.label]]
name = "A"
[[kind.label]]
name = "B"
style.light = "#000000"

[[kind]]
name = "y"
[[kind.label]]
note = \'\'\'
[[x]]
\'\'\'
key = "c"
[extra]
more = 1
role = [
  {name = "r1"},
  {name = "r2"}, {name = "r3"},
]
last = 2
[extra.deep.er]
z = 1'''


def test_lines_of_keys_and_tables():
    lines = TomlLines(TEXT)
    expected = {
        ("name",): 2,
        ("guideline",): 3,
        ("kind", 0): 8,
        ("kind", 0, "name"): 9,
        ("kind", 0, "title"): 10,
        ("kind", 0, "choices"): 11,
        ("kind", 0, "label", 0): 15,
        ("kind", 0, "label", 0, "name"): 16,
        ("kind", 0, "label", 1): 17,
        ("kind", 0, "label", 1, "style", "light"): 19,
        ("kind", 1): 21,
        ("kind", 1, "label", 0, "note"): 24,
        ("kind", 1, "label", 0, "key"): 27,
        ("extra",): 28,
        ("extra", "role", 0): 31,
        ("extra", "role", 1): 32,
        ("extra", "role", 2): 32,
        ("extra", "last"): 34,
        ("extra", "deep"): 35,
        ("extra", "deep", "er", "z"): 36,
    }
    assert {path: lines.line(path) for path in expected} == expected


def test_what_is_not_there_has_the_line_of_what_it_stands_in():
    lines = TomlLines(TEXT)
    assert lines.line(("kind", 0, "label", 1, "key")) == 17
    assert lines.line(("kind", 1, "light")) == 21
    assert lines.line(("extra", "role", 1, "name")) == 32
    assert lines.line(("title",)) == 1


def test_windows_line_ends():
    lines = TomlLines(TEXT.replace("\n", "\r\n"))
    assert lines.line(("kind", 1, "label", 0, "key")) == 27
