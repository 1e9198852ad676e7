"""A file's text is right, or the file is refused."""

from __future__ import annotations

import codecs
import csv

import pytest

from annotator.domain.errors import InputError
from annotator.domain.records import Record
from annotator.formats import plain
from annotator.formats.base import ReadOptions
from annotator.formats.encoding import decode
from annotator.formats.font_text import refuse_font_text
from annotator.formats.plain import PlainReader

ENGLISH = "The mayor said on Monday that the bridge would stay closed until spring. "
CZECH = (
    "Starosta řekl, že most zůstane do jara uzavřen. „Musíme šetřit,“ dodal a "
    "vyzval řidiče, aby jezdili přes nové nábřeží. Oprava potrvá nejméně půl roku."
)
ARABIC = (
    "قال رئيس البلدية إن الجسر سيبقى مغلقا. وأضاف أن المجلس وافق على الخطة يوم الاثنين."
)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
    ],
)
def test_what_says_so_itself(mark, encoding):
    text = "Ada 👩‍🚒 said “no” – שלום\r\n"
    assert decode(mark + text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        ("The mayor said “we’ll go” — and left…", "cp1252", "cp1252"),
        ("Café owner José said “no”.", "cp1252", "cp1252"),
        ("Der Bürgermeister sagte, die Brücke bleibe zu.", "cp1252", "cp1252"),
        (ENGLISH * 8 + "It costs £5 million.", "cp1252", "cp1252"),
        (ENGLISH * 8 + "It costs €5 million.", "iso8859_15", "iso8859_15"),
        (ENGLISH * 8 + "The price: 5 ¤ – or “less”.", "cp1252", "cp1252"),
        (CZECH, "cp1250", "cp1250"),
        ("Мэр сказал, что мост будет закрыт до весны.", "cp1251", "cp1251"),
        ("Мэр сказал, что мост будет закрыт до весны.", "koi8_r", "koi8_r"),
        (ARABIC, "cp1256", "cp1256"),
        ("市長は橋が春まで閉鎖されると述べた。", "iso2022_jp", "iso2022_jp_2"),
        ("市長は橋が春まで閉鎖されると述べた。", "euc_jp", "euc_jp"),
        ("市长说，这座桥将关闭到春天。", "hz", "hz"),  # noqa: RUF001
        ("시장은 다리가 봄까지 폐쇄될 것이라고 했다.", "iso2022_kr", "iso2022_kr"),
    ],
)
def test_what_can_be_told(text, encoding, found):
    assert decode(text.encode(encoding)) == (text, found)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04\x00\x00", "NUL"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "UTF-16-LE, but damaged at byte 3"),
        (b"\x1b$B!!!", "ISO2022_JP_2, but damaged"),
        ("“Hello” – é ü".encode() + b"\xff", "UTF-8, but damaged at byte 22"),
        (bytes(range(128, 256)) * 4, "cannot be told"),
        ("Burmistrz powiedział, że most będzie.".encode("cp1250"), "be told"),
        ("ראש העיר".encode("cp1255"), "cannot be told"),
        (b"\x89PNG\r\n\x1a\n\xff\xd8\xff\xe0" * 9, "cannot be told"),
    ],
)
def test_what_cannot_be_told_is_refused(data, reason):
    with pytest.raises(InputError, match=reason):
        decode(data)


POLISH = (
    "Burmistrz powiedział, że most będzie zamknięty do wiosny. „Musimy oszczędzać”, "
    "dodał i poprosił kierowców, żeby jeździli przez nowe nabrzeże. Część mieszkańców "
    "uważa, że rada miejska zbyt długo zwlekała z decyzją o remoncie."
)
HUNGARIAN = (
    "A polgármester szerint a hidat tavaszig lezárják. Később hozzátette, hogy a "
    "felújítás hétfőn kezdődik, és legalább fél évig tart. A környékbeliek "
    "elégedetlenek, mert a rakparton már most is hosszú sorokban állnak az autósok, "
    "és több üzlet bezárt."
)
RUSSIAN = (
    "Мэр сказал, что мост будет закрыт до весны. Он добавил, что ремонт начнётся в "
    "понедельник и продлится не меньше полугода. Жители района недовольны решением. "
)
FRENCH = (
    "Le maire a déclaré que le pont resterait fermé jusqu'au printemps. À l'entrée du "
    "quartier, des commerçants inquiets espèrent que la mairie révisera ses décisions. "
)
SPANISH = (
    "El alcalde dijo que el puente de 40 m² quedará cerrado hasta la primavera. Según "
    "el señor Muñoz, la reparación costará 3 millones de euros. Los vecinos de la "
    "región no están contentos con la decisión."
)
SLOVENE = (
    "Most bo zaprt do pomladi, je dejal zupan. Popravilo se začne v ponedeljek in bo "
    "trajalo več kot pol leta; voznike so prosili, naj že zdaj vozijo po drugi cesti. "
    "Občani pravijo, da so čakali že predolgo."
)
KOREAN = (
    "시장은 다리가 봄까지 폐쇄될 것이라고 말했다. 그는 보수 공사가 월요일에 시작되어 "
    "반년 이상 걸릴 것이라고 덧붙였다. 주민들은 이 결정에 불만을 나타냈다. "
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CZECH.translate({0x201E: '"', 0x201C: '"'}), "iso8859_2"),
        (CZECH, "cp1250"),
        (POLISH.translate({0x201E: '"', 0x201D: '"'}), "iso8859_2"),
        (POLISH, "cp1250"),
        (HUNGARIAN, "cp1250"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (KOREAN, "cp949"),
        (SPANISH, "cp1252"),
        (SPANISH[:130], "cp1252"),
        (SLOVENE, "iso8859_2"),
        (SLOVENE, "cp1250"),
        (f"{FRENCH}Le cœur du marché bat là, avec ses œufs.", "iso8859_15"),
        ("Beyoncé met Søren, Zoë, José and Åsa on 20 m² of grass.", "cp1252"),
    ],
)
def test_an_alphabet_tells_code_pages_of_one_script_apart(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "mac_cyrillic"),
        (RUSSIAN * 2, "cp866"),
        (RUSSIAN * 2, "euc_jp"),
        (RUSSIAN * 2, "gb18030"),
        (FRENCH * 2, "cp850"),
        (FRENCH, "mac_roman"),
        (POLISH, "mac_latin2"),
        (KOREAN, "johab"),
    ],
)
def test_encodings_that_are_not_tried_are_refused(text, encoding):
    with pytest.raises(InputError, match="cannot be told"):
        decode(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["cp949", "gb18030", "euc_jp"])
@pytest.mark.parametrize("size", [40, 80, 140])
def test_a_short_text_of_two_bytes_a_letter_is_right_or_refused(encoding, size):
    text = (KOREAN if encoding == "cp949" else RUSSIAN)[:size]
    try:
        found = decode(text.encode(encoding)).text
    except InputError:
        found = "refused"
    assert found in (text, "refused")


# What the manifest calls Latin-2 has the letters of Windows' page for it (š, ž, ť
# are bytes below A0, which Latin-2 has no letters for).
REALLY_CP1250 = {"Slovak_Slovencina-Latin2", "Slovenian_Slovenscina-Latin2"}
REALLY_CP1250 |= {"Polish-Latin2"}
# Cut off inside a character.
TRUNCATED = {"Hungarian_Magyar-Unicode", "Japanese_Nihongo-JIS"}
# Encodings of fonts and others that no codec reads; each must be refused.
UNKNOWN = {
    "Abkhaz-Cyrillic+Abkh",
    "Armenian-DallakHelv",
    "Azeri_Azerbaijani_Cyrillic-Az.Times.Cyr.Normal0117",
    "Azeri_Azerbaijani_Latin-Az.Times.Lat0117",
    "Esperanto-T61",
    "Lithuanian_Lietuviskai-Baltic",
    "Magahi-Agra",
    "Tigrinya_Tigrigna-VG2Main",
    "Vietnamese-TCVN",
    "Vietnamese-VIQR",
    "Vietnamese-VPS",
}
# Words that must stand in a file whose encoding the manifest does not know.
WORDS = {
    "Czech-Latin2-err": "budování světa",
    "Hebrew_Ivrit-Hebrew": "זכויות",
    "Russian_Russky-UTF8~": "принимая во внимание",
}
# Letters of a font on the places of ASCII: right as bytes, wrong to the eye.
ASCII_FONTS = {
    "Amahuaca",
    "Amharic-Afenegus6..60375",
    "Bhojpuri-Agra",
    "Burmese_Myanmar-WinResearcher",
    "Navaho_Dine-Navajo-Navaho-font",
}


def test_real_files_are_decoded_right_or_refused(shared_data):
    folder = shared_data / "encodings"
    with (folder / "MANIFEST.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    right = refused = 0
    for row in rows:
        name = row["file"].split("/")[1]
        data = (folder / row["file"]).read_bytes()
        if name in UNKNOWN | TRUNCATED:
            with pytest.raises(InputError, match=r"told|damaged"):
                decode(data)
            refused += 1
            continue
        text = decode(data).text
        right += 1
        if name in WORDS:
            assert WORDS[name] in text
        elif name not in ASCII_FONTS:
            codec = "cp1250" if name in REALLY_CP1250 else row["python_codec_guess"]
            assert text == data.decode(codec).removeprefix("\ufeff"), name
    assert (right, refused) == (len(rows) - 13, 13)


def test_texts_of_special_fonts_are_refused_and_nothing_else(shared_data, tmp_path):
    folder = shared_data / "encodings" / "udhr"
    # Amahuaca's "font" has nothing but the letters of ASCII, and reads right.
    for name in sorted(ASCII_FONTS - {"Amahuaca"}):
        path = tmp_path / f"{name}.txt"
        path.write_bytes((folder / name).read_bytes())
        (problem,) = PlainReader().read(path, ReadOptions())
        assert "special font" in str(problem), name
        assert isinstance(
            next(PlainReader().read(path, ReadOptions(named=True))), Record
        )
    for name in [*WORDS, "Amahuaca", "Japanese_Nihongo-SJIS", "Farsi_Persian-UTF8"]:
        refuse_font_text(decode((folder / name).read_bytes()).text)


def test_posts_and_prose_are_no_texts_of_fonts():
    post = "RT @user_name1: gr8 day in Kyiv 🙂 #tag_one http://t.example/a?b=c l8r\n"
    refuse_font_text(post * 9)
    refuse_font_text("The A380 and/or the B737 (v2.0) cost $3m — 50% more. " * 9)
    with pytest.raises(InputError, match="special font"):
        refuse_font_text("ekuokf/kdkj [kkfrj la;qDr jk|V " * 11)


def test_a_file_that_is_no_article_by_its_size(tmp_path, monkeypatch):
    monkeypatch.setattr(plain, "MAX_BYTES", 100)
    (tmp_path / "a.txt").write_text("word " * 30)
    (problem,) = PlainReader().read(tmp_path / "a.txt", ReadOptions())
    assert "larger than" in str(problem)
