<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>annotator</name>
    <message>
      <location filename="../../annotator/app.py" />
      <source>Opening {name}…</source>
      <translation>{name} wird geöffnet …</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/documents.py" />
      <source>To do</source>
      <translation>Offen</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/documents.py" />
      <source>In progress</source>
      <translation>In Arbeit</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/documents.py" />
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/documents.py" />
      <source>Flagged</source>
      <translation>Vorgemerkt</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/documents.py" />
      <source>Skipped</source>
      <translation>Übersprungen</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/errors.py" />
      <source>line {line}: {message}</source>
      <translation>Zeile {line}: {message}</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/languages.py" />
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/records.py" />
      <source>There are more, which are not listed.</source>
      <translation>Es gibt mehr davon, die hier nicht stehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>No such file or directory</source>
      <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>File exists</source>
      <translation>die Datei gibt es schon</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>Permission denied</source>
      <translation>keine Berechtigung</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>Operation not permitted</source>
      <translation>nicht erlaubt</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>Read-only file system</source>
      <translation>schreibgeschütztes Dateisystem</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>No space left on device</source>
      <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>Disk quota exceeded</source>
      <translation>Speicherkontingent überschritten</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>File too large</source>
      <translation>Datei zu groß</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>Input/output error</source>
      <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>Device or resource busy</source>
      <translation>wird gerade benutzt</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>Is a directory</source>
      <translation>ist ein Verzeichnis</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>Not a directory</source>
      <translation>ist kein Verzeichnis</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>Directory not empty</source>
      <translation>Verzeichnis nicht leer</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>File name too long</source>
      <translation>Dateiname zu lang</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>Too many open files</source>
      <translation>zu viele offene Dateien</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>Cannot allocate memory</source>
      <translation>nicht genug Arbeitsspeicher</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/refusals.py" />
      <source>Stale file handle</source>
      <translation>die Datei ist auf dem Server nicht mehr da</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema.py" />
      <source>{name} (not in the schema)</source>
      <translation>{name} (nicht im Schema)</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>{what} has no {key}; add a {header} table</source>
      <translation>{what}: „{key}“ fehlt; eine Tabelle {header} hinzufügen</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>{what} has no {key}; add {key} = "…"</source>
      <translation>{what}: „{key}“ fehlt; {key} = "…" hinzufügen</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>the {key} of {what} must be text in quotes</source>
      <translation>{what}: „{key}“ muss Text in Anführungszeichen sein</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>the {key} of {what} is empty</source>
      <translation>{what}: „{key}“ ist leer</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>the {key} of {what} must hold no blanks and no line break</source>
      <translation>{what}: „{key}“ darf keine Leerzeichen und keinen Zeilenumbruch enthalten</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>the {key} of {what} must hold no blanks at its ends and no line break</source>
      <translation>{what}: „{key}“ darf keine Leerzeichen an den Enden und keinen Zeilenumbruch enthalten</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>{key} of {what} must be true or false</source>
      <translation>{what}: „{key}“ muss true oder false sein</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>"{value}" is no colour for {what}; write {key} = "#rrggbb"</source>
      <translation>{what}: „{value}“ ist keine Farbe; {key} = "#rrggbb" schreiben</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>"{value}" of {what} is no single key</source>
      <translation>{what}: „{value}“ ist keine einzelne Taste</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>the key "{value}" of {what} must be lower case</source>
      <translation>{what}: die Taste „{value}“ muss ein Kleinbuchstabe sein</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>{key} of {what} must be a list of texts</source>
      <translation>{what}: „{key}“ muss eine Liste von Texten sein</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>{key} of {what} holds a value twice</source>
      <translation>{what}: „{key}“ enthält einen Wert zweimal</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>write each {key} as a table [[{header}]]</source>
      <translation>jedes „{key}“ als Tabelle [[{header}]] schreiben</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>"{key}" means nothing in {what}; it may have {known}</source>
      <translation>{what}: „{key}“ bedeutet hier nichts; möglich sind {known}</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_table.py" />
      <source>"{value}" is no {key} for {what}; choose from {known}</source>
      <translation>{what}: „{value}“ ist für „{key}“ nicht möglich; zur Wahl stehen {known}</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>the schema</source>
      <translation>das Schema</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>not valid TOML: {reason} (column {column})</source>
      <translation>kein gültiges TOML: {reason} (Spalte {column})</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>{what} is a choice without choices</source>
      <translation>{what} ist eine Auswahl ohne Auswahlmöglichkeiten</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>{what} is no choice, so it has no choices</source>
      <translation>{what} ist keine Auswahl und hat deshalb keine „choices“</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>the key "{key}" of {what} already belongs to {owner}</source>
      <translation>die Taste „{key}“ von {what} gehört schon zu {owner}</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>not valid TOML: {message}</source>
      <translation>kein gültiges TOML: {message}</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>cannot read the schema {path}: {reason}</source>
      <translation>das Schema {path} lässt sich nicht lesen: {reason}</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>cannot read the schema {path}: it is not UTF-8 text; save it as UTF-8</source>
      <translation>das Schema {path} lässt sich nicht lesen: es ist kein UTF-8-Text; als UTF-8 speichern</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>{what} is there twice; rename one</source>
      <translation>{what} gibt es zweimal; eines umbenennen</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>{what} is there twice; remove one</source>
      <translation>{what} gibt es zweimal; eines entfernen</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>the {end} "{name}" of {what} is no kind of this schema; it has {known}</source>
      <translation>{what}: {end} „{name}“ ist keine Art dieses Schemas; es hat {known}</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>the schema cannot be kept: {reason}</source>
      <translation>das Schema lässt sich nicht aufbewahren: {reason}</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/schema_toml.py" />
      <source>the former name "{name}" of {what} belongs to {owner}</source>
      <translation>{what}: der frühere Name „{name}“ gehört zu {owner}</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/text.py" />
      <source>the text holds a NUL character, so it is not plain text</source>
      <translation>der Text enthält ein NUL-Zeichen, er ist also kein reiner Text</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/text.py" />
      <source>the text is empty</source>
      <translation>der Text ist leer</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/text.py" />
      <source>the text holds half a surrogate pair at character {place}</source>
      <translation>der Text enthält bei Zeichen {place} ein halbes Surrogatpaar</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/tokens.py" />
      <source>Its tokens do not fit the text; they will be made anew.</source>
      <translation>Die Token passen nicht zum Text; sie werden neu gemacht.</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/zones.py" />
      <source>links to other articles</source>
      <translation>Verweise auf andere Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/zones.py" />
      <source>menu</source>
      <translation>Menü</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/zones.py" />
      <source>newsletter</source>
      <translation>Newsletter</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/zones.py" />
      <source>contact line</source>
      <translation>Kontaktzeile</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/zones.py" />
      <source>photo credit</source>
      <translation>Bildnachweis</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/zones.py" />
      <source>share buttons</source>
      <translation>Teilen-Knöpfe</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/zones.py" />
      <source>copyright notice</source>
      <translation>Urheberrechtshinweis</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/zones.py" />
      <source>advertisement</source>
      <translation>Werbung</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/zones.py" />
      <source>readers’ comments</source>
      <translation>Leserkommentare</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/zones.py" />
      <source>list of topics</source>
      <translation>Themenliste</translation>
    </message>
    <message>
      <location filename="../../annotator/domain/zones.py" />
      <source>boilerplate</source>
      <translation>Beiwerk</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/archives.py" />
      <source>it is a link or a device, so it was left out.</source>
      <translation>sie ist ein Verweis oder ein Gerät und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/archives.py" />
      <source>it is an archive in an archive in an archive, so it was left out.</source>
      <translation>sie ist ein Archiv in einem Archiv in einem Archiv und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/archives.py" />
      <source>it holds too many files; unpack it and import the folder</source>
      <translation>es enthält zu viele Dateien; bitte entpacken und den Ordner importieren</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/archives.py" />
      <source>its name leads out of the archive, so it was left out.</source>
      <translation>ihr Name führt aus dem Archiv heraus; sie wurde deshalb ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/archives.py" />
      <source>it is a second file of that name, so it was left out.</source>
      <translation>sie ist eine zweite Datei dieses Namens und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/archives.py" />
      <source>it unpacks to more than {times} times its size, as no articles do; if it is no trap, unpack it yourself and import the folder</source>
      <translation>es wird entpackt mehr als {times}-mal so groß, wie es Artikel nie werden; wenn es keine Falle ist, bitte selbst entpacken und den Ordner importieren</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/archives.py" />
      <source>a name is too long</source>
      <translation>ein Name ist zu lang</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/archives.py" />
      <source>it is a damaged archive ({error}).</source>
      <translation>das Archiv ist beschädigt ({error}).</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/archives.py" />
      <source>{shown} could not be unpacked ({reason}); free some room, or unpack it yourself and import the folder.</source>
      <translation>{shown} ließ sich nicht entpacken ({reason}); bitte Platz schaffen, oder selbst entpacken und den Ordner importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/archives.py" />
      <source>it cannot be unpacked ({error}).</source>
      <translation>es lässt sich nicht entpacken ({error}).</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/archives.py" />
      <source>it unpacks to more than {limit} GB; unpack it yourself and import the folder</source>
      <translation>es wird entpackt größer als {limit} GB; bitte selbst entpacken und den Ordner importieren</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/archives.py" />
      <source>it is protected by a password, so it was left out.</source>
      <translation>sie ist durch ein Passwort geschützt und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/article_fields.py" />
      <source>there is no column “{name}” for the {role}; the columns are {known}</source>
      <translation>es gibt keine Spalte „{name}“ (für: {role}); die Spalten sind {known}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/article_fields.py" />
      <source>its “{text}” is empty</source>
      <translation>„{text}“ ist leer</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/article_fields.py" />
      <source>its “{text}” is no text</source>
      <translation>„{text}“ ist kein Text</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/article_fields.py" />
      <source>none of its columns looks like the text of articles; choose it (on the command line: --column text=NAME) among {known}</source>
      <translation>keine ihrer Spalten sieht nach dem Text von Artikeln aus; bitte wählen (auf der Befehlszeile: --column text=NAME) aus {known}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/article_fields.py" />
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/assembling.py" />
      <source>The event {label} ({id}) was left out: it has no trigger in the text.</source>
      <translation>Das Ereignis {label} ({id}) wurde ausgelassen: es hat keinen Auslöser im Text.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/assembling.py" />
      <source>Relations between suggestions were left out ({labels}): {number}; suggestions have none.</source>
      <translation>Relationen zwischen Vorschlägen wurden ausgelassen ({labels}): {number}; Vorschläge haben keine.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/assembling.py" />
      <source>The part {role} of {label} ({id}) was left out: it is no words but another event.</source>
      <translation>Der Teil {role} von {label} ({id}) wurde ausgelassen: er besteht nicht aus Wörtern, sondern ist ein anderes Ereignis.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/assembling.py" />
      <source>The {role} “{words}” at {start}–{end} was left out: nothing ties it to a {kind}.</source>
      <translation>{role} „{words}“ bei {start}–{end} wurde ausgelassen: nichts verbindet die Stelle mit {kind}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/assembling.py" />
      <source>The relation {label} ({source} → {target}) was left out: it does not join two annotations.</source>
      <translation>Die Relation {label} ({source} → {target}) wurde ausgelassen: sie verbindet nicht zwei Annotationen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/base.py" />
      <source>text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/base.py" />
      <source>label</source>
      <translation>Label</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/base.py" />
      <source>tag</source>
      <translation>Tag</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/base.py" />
      <source>document</source>
      <translation>Dokument</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/base.py" />
      <source>title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/base.py" />
      <source>date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/base.py" />
      <source>source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/base.py" />
      <source>URL</source>
      <translation>URL</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/base.py" />
      <source>language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/base.py" />
      <source>{record}, characters {start}–{end}</source>
      <translation>{record}, Zeichen {start}–{end}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/base.py" />
      <source>“{title}” ({id})</source>
      <translation>„{title}“ ({id})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/base.py" />
      <source>{target} could not be written ({reason}); choose another place or free some room.</source>
      <translation>{target} ließ sich nicht schreiben ({reason}); bitte einen anderen Ort wählen oder Platz schaffen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat.py" />
      <source>its text {stem}.txt is neither beside it nor above</source>
      <translation>ihr Text {stem}.txt liegt weder daneben noch darüber</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat.py" />
      <source>its text {name} cannot be read: {error}</source>
      <translation>ihr Text {name} ist nicht lesbar: {error}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat.py" />
      <source>it holds no annotation of brat’s; nothing was taken</source>
      <translation>sie enthält keine Annotation von brat; nichts wurde übernommen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat.py" />
      <source>it is larger than {limit} MB</source>
      <translation>sie ist größer als {limit} MB</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat.py" />
      <source>it cannot be read ({reason})</source>
      <translation>sie ist nicht lesbar ({reason})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_ann.py" />
      <source>the control characters of its note were changed</source>
      <translation>die Steuerzeichen der Notiz wurden geändert</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_ann.py" />
      <source>{label} “{words}”: {what}.</source>
      <translation>{label} „{words}“: {what}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_ann.py" />
      <source>its “{name}” was written as {safe}</source>
      <translation>„{name}“ wurde als {safe} geschrieben</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_ann.py" />
      <source>its link {label} to itself was left out</source>
      <translation>der Verweis {label} auf sich selbst wurde ausgelassen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_ann.py" />
      <source>its link {label} was written once, it is there twice</source>
      <translation>der Verweis {label} wurde einmal geschrieben, es gibt ihn zweimal</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_ann.py" />
      <source>its link {label} was written as {written}</source>
      <translation>der Verweis {label} wurde als {written} geschrieben</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_conf.py" />
      <source>it is too large for a configuration</source>
      <translation>sie ist zu groß für eine Konfiguration</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_layer.py" />
      <source>{id} ({label}) was left out: “{surface}” is not at {ends}.</source>
      <translation>{id} ({label}) wurde ausgelassen: „{surface}“ steht nicht bei {ends}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_layer.py" />
      <source>{id} ({label}) was left out: {ends} is outside the text.</source>
      <translation>{id} ({label}) wurde ausgelassen: {ends} liegt außerhalb des Textes.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_layer.py" />
      <source>{id} ({label}) was left out: the text at {ends} is “{there}”, not “{surface}”.</source>
      <translation>{id} ({label}) wurde ausgelassen: der Text bei {ends} lautet „{there}“, nicht „{surface}“.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_layer.py" />
      <source>the {name} is about {target}, which is not there.</source>
      <translation>{name} bezieht sich auf {target}, das es nicht gibt.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_layer.py" />
      <source>the note is about {target}, which is not there.</source>
      <translation>die Notiz bezieht sich auf {target}, das es nicht gibt.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_layer.py" />
      <source>the argument {role} of {id} ({label}) is {given}, which is not there.</source>
      <translation>das Argument {role} von {id} ({label}) ist {given}, das es nicht gibt.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_layer.py" />
      <source>the relation {label} leads to {missing}, which is not there.</source>
      <translation>die Relation {label} führt zu {missing}, das es nicht gibt.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>{name}, line {number}</source>
      <translation>{name}, Zeile {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>“{body}” has no label with a start and an end after it</source>
      <translation>„{body}“ hat kein Label mit Anfang und Ende dahinter</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>“{text}” is no argument Role:ID</source>
      <translation>„{text}“ ist kein Argument Role:ID</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>{digits}… is no offset</source>
      <translation>{digits}… ist keine Position</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>“{line}” is no line of brat’s</source>
      <translation>„{line}“ ist keine Zeile von brat</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>the id {identity} is there twice</source>
      <translation>die Kennung {identity} kommt zweimal vor</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>“{rest}” begins with no Type:TRIGGER</source>
      <translation>„{rest}“ beginnt nicht mit Type:TRIGGER</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>“{rest}” is no relation between two things</source>
      <translation>„{rest}“ ist keine Relation zwischen zwei Dingen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>“{rest}” names fewer than two things</source>
      <translation>„{rest}“ nennt weniger als zwei Dinge</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>“{rest}” is about nothing</source>
      <translation>„{rest}“ bezieht sich auf nichts</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>“{rest}” refers to no entry of a database</source>
      <translation>„{rest}“ verweist auf keinen Eintrag einer Datenbank</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>“{rest}” is no note on anything</source>
      <translation>„{rest}“ ist keine Notiz zu irgendetwas</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>{n:,} further lines cannot be read.</source>
      <translation>
        <numerusform>{n:,} weitere Zeile ist nicht lesbar.</numerusform>
        <numerusform>{n:,} weitere Zeilen sind nicht lesbar.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_lines.py" />
      <source>{id} {label} {start} {end} is empty</source>
      <translation>{id} {label} {start} {end} ist leer</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_places.py" />
      <source>Its offsets count {unit} from or to another character; they were put right by the words that stand with them ({right} of {number}).</source>
      <translation>Die Positionen zählen {unit} von oder bis zu einem anderen Zeichen; sie wurden nach den Wörtern berichtigt, die bei ihnen stehen ({right} von {number}).</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/formats/brat_places.py" />
      <source>{n} further spans were moved likewise.</source>
      <translation>
        <numerusform>{n} weitere Stelle wurde ebenso verschoben.</numerusform>
        <numerusform>{n} weitere Stellen wurden ebenso verschoben.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_places.py" />
      <source>Its offsets count {unit}; they were put right by the words that stand with them ({right} of {number}).</source>
      <translation>Die Positionen zählen {unit}; sie wurden nach den Wörtern berichtigt, die bei ihnen stehen ({right} von {number}).</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_places.py" />
      <source>Its offsets count from or to another character; they were put right by the words that stand with them ({right} of {number}).</source>
      <translation>Die Positionen zählen von oder bis zu einem anderen Zeichen; sie wurden nach den Wörtern berichtigt, die bei ihnen stehen ({right} von {number}).</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_places.py" />
      <source>UTF-16 units</source>
      <translation>UTF-16-Einheiten</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_places.py" />
      <source>bytes</source>
      <translation>Bytes</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_places.py" />
      <source>{where}: {id} ({label}) stands at {start}–{end}, its words at {first}–{last}; it was moved.</source>
      <translation>{where}: {id} ({label}) steht bei {start}–{end}, die Wörter bei {first}–{last}; die Stelle wurde verschoben.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_places.py" />
      <source>line ends as one character</source>
      <translation>Zeilenenden als ein Zeichen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_writer.py" />
      <source>suggestions of {annotator}</source>
      <translation>Vorschläge von {annotator}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_writer.py" />
      <source>Scores and reasons have no place in brat.</source>
      <translation>Für Werte und Gründe ist in brat kein Platz.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/brat_writer.py" />
      <source>{label}: fragments of its {role} with nothing but the end of a line between them were joined.</source>
      <translation>{label}: Stücke von „{role}“, zwischen denen nur ein Zeilenende steht, wurden verbunden.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/cas.py" />
      <source>A {type} at {start}, before “{after}”, was left out: it covers no characters.</source>
      <translation>{type} bei {start}, vor „{after}“, wurde ausgelassen: es umfasst keine Zeichen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/cas.py" />
      <source>A {type} at {start}, at the end, was left out: it covers no characters.</source>
      <translation>{type} bei {start}, am Ende, wurde ausgelassen: es umfasst keine Zeichen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/cas.py" />
      <source>Of the relations {layer}, {names} was left out: a link has a label only.</source>
      <translation>Von den Relationen {layer} wurde {names} ausgelassen: ein Verweis hat nur ein Label.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/cas.py" />
      <source>{names} were left out: they are linguistic processing, not marks; a mapping that names them (“{first}.*”) brings them in.</source>
      <translation>{names} wurden ausgelassen: das ist sprachliche Verarbeitung, keine Markierung; eine Zuordnung, die sie nennt („{first}.*“), nimmt sie auf.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/cas_json.py" />
      <source>it is larger than {limit} MB, too much for one article</source>
      <translation>sie ist größer als {limit} MB, zu viel für einen Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/cas_json.py" />
      <source>it is JSON, but no CAS</source>
      <translation>sie ist JSON, aber kein CAS</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/cas_json.py" />
      <source>it is no valid JSON (line {line}: {msg})</source>
      <translation>sie ist kein gültiges JSON (Zeile {line}: {msg})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/cas_json.py" />
      <source>it cannot be read ({reason}).</source>
      <translation>sie ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/cas_own.py" />
      <source>The part “{surface}” at {start}–{end} was left out: no annotation has it.</source>
      <translation>Der Teil „{surface}“ bei {start}–{end} wurde ausgelassen: keine Annotation hat ihn.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll.py" />
      <source>CoNLL-2002/2003 and relatives</source>
      <translation>CoNLL-2002/2003 und Verwandte</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll.py" />
      <source>none of its {width} columns holds tags like B-PER and O; say which with tag=NUMBER</source>
      <translation>keine ihrer {width} Spalten enthält Tags wie B-PER und O; bitte mit tag=NUMMER angeben, welche</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll_layout.py" />
      <source>row {number} has {columns} columns, most have {width}</source>
      <translation>Zeile {number} hat {columns} Spalten, die meisten haben {width}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll_layout.py" />
      <source>line 1 has one column only, so there are no tags</source>
      <translation>Zeile 1 hat nur eine Spalte, es gibt also keine Tags</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll_layout.py" />
      <source>it has no column “{given}”, but {width} by number</source>
      <translation>sie hat keine Spalte „{given}“, aber {width} nach Nummern</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll_layout.py" />
      <source>it holds no row of a word and a tag</source>
      <translation>sie enthält keine Zeile aus einem Wort und einem Tag</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll_layout.py" />
      <source>“{given}” is no document; say file, block or marker</source>
      <translation>„{given}“ ist kein Dokument; möglich sind file, block und marker</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll_rows.py" />
      <source>it has {width} of {all} columns; “{form}” was taken without a tag.</source>
      <translation>sie hat {width} von {all} Spalten; „{form}“ wurde ohne Tag übernommen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll_rows.py" />
      <source>the document from line {line} on has no end</source>
      <translation>das Dokument ab Zeile {line} hat kein Ende</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll_rows.py" />
      <source>it has no word.</source>
      <translation>sie hat kein Wort.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll_rows.py" />
      <source>“{cell}” is no tag; “{form}” was taken without.</source>
      <translation>„{cell}“ ist kein Tag; „{form}“ wurde ohne übernommen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll_writer.py" />
      <source>its layers stand one after the other, and CoNLL cannot say whose they are; export one annotator’s. So it is with every document that has several.</source>
      <translation>seine Ebenen stehen hintereinander, und CoNLL kann nicht sagen, von wem sie sind; bitte die einer Person exportieren. So ist es bei jedem Dokument, das mehrere hat.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/conll_writer.py" />
      <source>{label}: its label was written as {written}.</source>
      <translation>{label}: das Label wurde als {written} geschrieben.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/csv_annotations.py" />
      <source>CSV, one annotation a row</source>
      <translation>CSV, eine Annotation je Zeile</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/formats/csv_annotations.py" />
      <source>{n:,} documents without annotations: no rows.</source>
      <translation>
        <numerusform>{n:,} Dokument ohne Annotationen: keine Zeilen.</numerusform>
        <numerusform>{n:,} Dokumente ohne Annotationen: keine Zeilen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/formats/csv_annotations.py" />
      <source>{name}, row {number}</source>
      <translation>{name}, Zeile {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/csv_tables.py" />
      <source>Tables (CSV, TSV)</source>
      <translation>Tabellen (CSV, TSV)</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/csv_tables.py" />
      <source>it has no rows</source>
      <translation>sie hat keine Zeilen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/csv_tables.py" />
      <source>it is this program’s table of annotations, which has no articles in it; export JSONL, or another format that is read, to import it again</source>
      <translation>sie ist die Tabelle der Annotationen aus diesem Programm, in der keine Artikel sind; um sie wieder zu importieren, bitte JSONL oder ein anderes lesbares Format exportieren</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/csv_tables.py" />
      <source>a cell before line {line} is too long or broken (is a quote left open?)</source>
      <translation>eine Zelle vor Zeile {line} ist zu lang oder kaputt (ist ein Anführungszeichen offen?)</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doc_spans.py" />
      <source>{label} {role} “{words}” cuts a token and was left out of the spans; expanding or contracting spans to whole tokens would bring it in.</source>
      <translation>{label} {role} „{words}“ schneidet ein Token und fehlt in den Stellen; auf ganze Token geweitet oder verengt käme es hinein.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doc_spans.py" />
      <source>{label} {role} “{words}” cuts a token and was left out of the spans; expanding spans to whole tokens would bring it in.</source>
      <translation>{label} {role} „{words}“ schneidet ein Token und fehlt in den Stellen; auf ganze Token geweitet käme es hinein.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doc_spans.py" />
      <source>{label} {role} “{words}” cuts a token and was left out of the spans; it holds nothing but white space.</source>
      <translation>{label} {role} „{words}“ schneidet ein Token und fehlt in den Stellen; es enthält nur Leerraum.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doc_spans.py" />
      <source>{label} {role} “{words}” cuts a token; it was widened to “{became}”.</source>
      <translation>{label} {role} „{words}“ schneidet ein Token; es wurde zu „{became}“ geweitet.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doc_spans.py" />
      <source>{label} {role} “{words}” cuts a token; it was narrowed to “{became}”.</source>
      <translation>{label} {role} „{words}“ schneidet ein Token; es wurde zu „{became}“ verengt.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doc_spans.py" />
      <source>{label} “{words}”</source>
      <translation>{label} „{words}“</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doc_spans.py" />
      <source>{item} has several fragments, so it is not in doc.ents; doc.spans["{group}"] has it.</source>
      <translation>{item} hat mehrere Stücke und ist deshalb nicht in doc.ents; in doc.spans["{group}"] steht es.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doc_spans.py" />
      <source>{item} overlaps {rival}, so it is not in doc.ents; doc.spans["{group}"] has it.</source>
      <translation>{item} überschneidet sich mit {rival} und ist deshalb nicht in doc.ents; in doc.spans["{group}"] steht es.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doc_spans.py" />
      <source>{item} begins or ends with white space, so it is not in doc.ents; doc.spans["{group}"] has it.</source>
      <translation>{item} beginnt oder endet mit Leerraum und ist deshalb nicht in doc.ents; in doc.spans["{group}"] steht es.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doc_spans.py" />
      <source>{item} begins or ends with white space, so it stands in doc.ents without it.</source>
      <translation>{item} beginnt oder endet mit Leerraum und steht deshalb ohne ihn in doc.ents.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_file.py" />
      <source>it is damaged or no DocBin</source>
      <translation>sie ist beschädigt oder kein DocBin</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_file.py" />
      <source>it holds a value of an unknown kind</source>
      <translation>sie enthält einen Wert unbekannter Art</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_file.py" />
      <source>its tokens have no text (the attribute ORTH)</source>
      <translation>ihre Token haben keinen Text (das Merkmal ORTH)</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_file.py" />
      <source>one of its Docs has more than {number:,} tokens</source>
      <translation>eines ihrer Docs hat mehr als {number:,} Token</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_file.py" />
      <source>it is damaged or no DocBin: its columns are not equally long</source>
      <translation>sie ist beschädigt oder kein DocBin: die Spalten sind nicht gleich lang</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_file.py" />
      <source>it is damaged or no DocBin: it ends in its “{key}”</source>
      <translation>sie ist beschädigt oder kein DocBin: sie endet in „{key}“</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_file.py" />
      <source>it has more different words than can be held</source>
      <translation>sie hat mehr verschiedene Wörter, als sich halten lassen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_file.py" />
      <source>it is damaged or no DocBin: it ends too early</source>
      <translation>sie ist beschädigt oder kein DocBin: sie endet zu früh</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_file.py" />
      <source>it holds more than 4 GiB; split it with spaCy</source>
      <translation>sie enthält mehr als 4 GiB; bitte mit spaCy teilen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_own.py" />
      <source>Its text was changed after the export, so its annotations were left out.</source>
      <translation>Der Text wurde nach dem Export geändert; die Annotationen wurden deshalb ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_own.py" />
      <source>its frames hold no annotations</source>
      <translation>„frames“ enthält keine Annotationen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_own.py" />
      <source>Its entities or spans were changed after the export; its “frames” were read, which still say what was exported. Remove them from user_data to have the spans read.</source>
      <translation>Entitäten oder Stellen wurden nach dem Export geändert; gelesen wurde „frames“, das noch sagt, was exportiert wurde. Ohne „frames“ in user_data werden die Stellen gelesen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_own.py" />
      <source>its frames are not valid JSON ({msg})</source>
      <translation>„frames“ ist kein gültiges JSON ({msg})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_reader.py" />
      <source>{name}, Doc {number}</source>
      <translation>{name}, Doc {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_reader.py" />
      <source>it has a token whose text is not in the file</source>
      <translation>es hat ein Token, dessen Text nicht in der Datei ist</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_reader.py" />
      <source>its text is too long to be an article</source>
      <translation>der Text ist zu lang für einen Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_reader.py" />
      <source>its spans are of an unknown kind</source>
      <translation>die Stellen sind von unbekannter Art</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_reader.py" />
      <source>{label} was left out: there are no tokens {first} to {last}.</source>
      <translation>{label} wurde ausgelassen: es gibt keine Token {first} bis {last}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docbin_reader.py" />
      <source>its span groups cannot be read</source>
      <translation>die Gruppen von Stellen sind nicht lesbar</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doccano.py" />
      <source>the row has no “{key}”</source>
      <translation>in der Zeile fehlt „{key}“</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doccano.py" />
      <source>its “{key}” is no text</source>
      <translation>„{key}“ ist kein Text</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doccano_rows.py" />
      <source>{where} is outside the text of {size} characters</source>
      <translation>{where} liegt außerhalb des Textes von {size} Zeichen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doccano_rows.py" />
      <source>it has no start and end</source>
      <translation>sie hat keinen Anfang und kein Ende</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doccano_rows.py" />
      <source>[{start}, {end}) has no label</source>
      <translation>[{start}, {end}) hat kein Label</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doccano_rows.py" />
      <source>{label} [{start}, {end}) is empty</source>
      <translation>{label} [{start}, {end}) ist leer</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doccano_rows.py" />
      <source>the text at {where} is not “{words}”</source>
      <translation>der Text bei {where} lautet nicht „{words}“</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doccano_rows.py" />
      <source>Its “relations” are no list, so they were left out.</source>
      <translation>„relations“ ist keine Liste und wurde ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doccano_rows.py" />
      <source>Span {number} was left out: {fault}.</source>
      <translation>Stelle {number} wurde ausgelassen: {fault}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doccano_rows.py" />
      <source>Relation {number} was left out: it has no type, or no ends.</source>
      <translation>Relation {number} wurde ausgelassen: sie hat keinen Typ oder keine Enden.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its {role} is in {number} pieces; it was written with what stands between them</source>
      <translation>der Teil „{role}“ besteht aus {number} Stücken; er wurde mit dem geschrieben, was dazwischen steht</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its {role} is in {number} pieces; it was left out</source>
      <translation>der Teil „{role}“ besteht aus {number} Stücken; er wurde ausgelassen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its {role} is in {number} pieces; each is a span of its own</source>
      <translation>der Teil „{role}“ besteht aus {number} Stücken; jedes ist eine eigene Stelle</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its {role} begins or ends with white space; it was left out</source>
      <translation>der Teil „{role}“ beginnt oder endet mit Leerraum; er wurde ausgelassen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its {role} begins or ends with white space; it was trimmed</source>
      <translation>der Teil „{role}“ beginnt oder endet mit Leerraum; der Leerraum wurde entfernt</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its {role} cuts a token; it was left out</source>
      <translation>der Teil „{role}“ schneidet ein Token; er wurde ausgelassen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its {role} cuts a token; it was left out; expanding or contracting spans to whole tokens would bring it in</source>
      <translation>der Teil „{role}“ schneidet ein Token; er wurde ausgelassen; auf ganze Token geweitet oder verengt käme er hinein</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its {role} cuts a token; it was widened to “{words}”</source>
      <translation>der Teil „{role}“ schneidet ein Token; er wurde zu „{words}“ geweitet</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its {role} cuts a token; it was narrowed to “{words}”</source>
      <translation>der Teil „{role}“ schneidet ein Token; er wurde zu „{words}“ verengt</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its note has no place in this format</source>
      <translation>für die Notiz ist in diesem Format kein Platz</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its link {label} to {target} has no place in this format</source>
      <translation>für den Verweis {label} auf {target} ist in diesem Format kein Platz</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its parts ({roles}) are spans that nothing ties together</source>
      <translation>die Teile ({roles}) sind Stellen, die nichts verbindet</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>its {names} has no place in this format</source>
      <translation>für „{names}“ ist in diesem Format kein Platz</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/doctor.py" />
      <source>it overlaps {rival} and was left out</source>
      <translation>überschneidet sich mit {rival} und wurde ausgelassen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docx.py" />
      <source>Word document</source>
      <translation>Word-Dokument</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docx.py" />
      <source>it is a damaged Word document</source>
      <translation>das Word-Dokument ist beschädigt</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docx.py" />
      <source>it is a damaged Word document ({msg})</source>
      <translation>das Word-Dokument ist beschädigt ({msg})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/docx.py" />
      <source>it is in the format of Word before 2007 or has a password; save it as .docx without one</source>
      <translation>sie ist im Format von Word vor 2007 oder hat ein Passwort; bitte ohne Passwort als .docx speichern</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/encoding.py" />
      <source>its encoding cannot be told (it is not UTF-8 from byte {start} on); save it as UTF-8</source>
      <translation>die Kodierung ist nicht erkennbar (ab Byte {start} ist es kein UTF-8); bitte als UTF-8 speichern</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/encoding.py" />
      <source>it holds NUL bytes, so it is not plain text</source>
      <translation>sie enthält NUL-Bytes, ist also kein reiner Text</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/encoding.py" />
      <source>it is UTF-8, but damaged at byte {start}</source>
      <translation>sie ist UTF-8, aber bei Byte {start} beschädigt</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/encoding.py" />
      <source>it is {encoding}, but damaged at byte {start}</source>
      <translation>sie ist {encoding}, aber bei Byte {start} beschädigt</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/feeds.py" />
      <source>RSS or Atom feed</source>
      <translation>RSS- oder Atom-Feed</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/feeds.py" />
      <source>{name}, entry {number}</source>
      <translation>{name}, Eintrag {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/feeds.py" />
      <source>the entry has a title but no text</source>
      <translation>der Eintrag hat einen Titel, aber keinen Text</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/feeds.py" />
      <source>the entry holds bytes that are no text in its encoding</source>
      <translation>der Eintrag enthält Bytes, die in seiner Kodierung kein Text sind</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/feeds.py" />
      <source>it is too large to be a feed</source>
      <translation>sie ist zu groß für einen Feed</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/feeds.py" />
      <source>the feed has no entries (it is damaged)</source>
      <translation>der Feed hat keine Einträge (er ist beschädigt)</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/feeds.py" />
      <source>the feed has no entries</source>
      <translation>der Feed hat keine Einträge</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/folders.py" />
      <source>{target} is a file; name a folder, or a .zip file.</source>
      <translation>{target} ist eine Datei; bitte einen Ordner oder eine .zip-Datei angeben.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/folders.py" />
      <source>{name} cannot be read ({error}).</source>
      <translation>{name} ist nicht lesbar ({error}).</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/folders.py" />
      <source>{target} holds {name}, which no export wrote; choose another folder.</source>
      <translation>{target} enthält {name}, das kein Export geschrieben hat; bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/folders.py" />
      <source>{target} holds {name}, which was changed after it was exported; choose another folder.</source>
      <translation>{target} enthält {name}, das nach dem Export geändert wurde; bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/font_text.py" />
      <source>its words are full of signs, as where the letters are those of a special font (or it is program code); convert it to Unicode first, or say that it is text with --format text</source>
      <translation>ihre Wörter sind voller Zeichen, wie bei Buchstaben einer besonderen Schriftart (oder sie ist Programmcode); bitte zuerst in Unicode umwandeln, oder „Reiner Text“ als Format wählen (auf der Befehlszeile: --format text)</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/html.py" />
      <source>Web pages (HTML, MHT)</source>
      <translation>Webseiten (HTML, MHT)</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/html.py" />
      <source>no article was found in the page; it may be a list of links, or be filled in by the browser: open it there, save it whole and import that</source>
      <translation>in der Seite wurde kein Artikel gefunden; vielleicht ist sie eine Liste von Links oder wird erst im Browser gefüllt: bitte dort öffnen, vollständig speichern und das importieren</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/html.py" />
      <source>it is too large to be the page of an article</source>
      <translation>sie ist zu groß für die Seite eines Artikels</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/html.py" />
      <source>the article is damaged after “{before}”: bytes there are no text in the page's encoding; save the page again</source>
      <translation>der Artikel ist nach „{before}“ beschädigt: dort sind Bytes, die in der Kodierung der Seite kein Text sind; bitte die Seite neu speichern</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/html.py" />
      <source>it is empty</source>
      <translation>sie ist leer</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/html.py" />
      <source>Hardly any text stands out as the article; look it over.</source>
      <translation>Kaum Text hebt sich als Artikel ab; bitte durchsehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/huggingface.py" />
      <source>Hugging Face data set (Parquet)</source>
      <translation>Hugging-Face-Datensatz (Parquet)</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/huggingface.py" />
      <source>Hugging Face data set (JSONL)</source>
      <translation>Hugging-Face-Datensatz (JSONL)</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/huggingface.py" />
      <source>its spans are not those of its annotations</source>
      <translation>„spans“ passt nicht zu den Annotationen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/huggingface_rows.py" />
      <source>{reason} (in “ner_tags” only; “spans” has it in full).</source>
      <translation>{reason} (nur in „ner_tags“; in „spans“ steht es ganz).</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/json_articles.py" />
      <source>JSON (articles)</source>
      <translation>JSON (Artikel)</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/json_articles.py" />
      <source>it holds no articles</source>
      <translation>sie enthält keine Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/json_articles.py" />
      <source>an element of its array is no object</source>
      <translation>ein Element des Arrays ist kein Objekt</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/json_articles.py" />
      <source>it is not valid JSON ({msg})</source>
      <translation>sie ist kein gültiges JSON ({msg})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/json_articles.py" />
      <source>{name}, article {number}</source>
      <translation>{name}, Artikel {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/json_stream.py" />
      <source>it is cut off in line {line}: its array does not end</source>
      <translation>sie bricht in Zeile {line} ab: das Array endet nicht</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/json_stream.py" />
      <source>it is not valid JSON ({msg}; line {line}, character {column})</source>
      <translation>sie ist kein gültiges JSON ({msg}; Zeile {line}, Zeichen {column})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/json_stream.py" />
      <source>the object in line {line} is too large to be read</source>
      <translation>das Objekt in Zeile {line} ist zu groß, um es zu lesen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/json_stream.py" />
      <source>line {line} nests brackets too deeply to be read</source>
      <translation>Zeile {line} verschachtelt Klammern zu tief, um sie zu lesen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl.py" />
      <source>JSONL (this program’s)</source>
      <translation>JSONL (dieses Programms)</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl.py" />
      <source>the line is not valid JSON ({msg}, character {place})</source>
      <translation>die Zeile ist kein gültiges JSON ({msg}, Zeichen {place})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl.py" />
      <source>the line is too long to be an article</source>
      <translation>die Zeile ist zu lang für einen Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl.py" />
      <source>the line is no JSON object with a “text”</source>
      <translation>die Zeile ist kein JSON-Objekt mit „text“</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl.py" />
      <source>the line is not valid UTF-8 (byte {place})</source>
      <translation>die Zeile ist kein gültiges UTF-8 (Byte {place})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl.py" />
      <source>the line has no “text”</source>
      <translation>in der Zeile fehlt „text“</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl.py" />
      <source>its “text” is no text</source>
      <translation>„text“ ist kein Text</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl.py" />
      <source>What “{key}” marks was kept as metadata only: this format has marks in “spans”; if doccano wrote it, say --format doccano.</source>
      <translation>Was „{key}“ markiert, blieb nur als weitere Angabe erhalten: dieses Format hat Markierungen in „spans“; wenn doccano die Datei geschrieben hat, bitte „doccano JSONL“ als Format wählen (auf der Befehlszeile: --format doccano).</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl.py" />
      <source>it is in UTF-16; save it as UTF-8</source>
      <translation>sie ist in UTF-16; bitte als UTF-8 speichern</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl.py" />
      <source>{name}, line {line}, row {number}</source>
      <translation>{name}, Zeile {line}, Datensatz {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>The answer is “reject”, so its annotations were left out ({number}).</source>
      <translation>Die Antwort ist „reject“; die Annotationen wurden deshalb ausgelassen ({number}).</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>{row!r} is no object</source>
      <translation>{row!r} ist kein Objekt</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>one of id, kind, label, note and dates is no text</source>
      <translation>id, kind, label, note oder eines der Daten ist kein Text</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>it has no kind or no label</source>
      <translation>sie hat keine Art oder kein Label</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>Its “spans” were changed after the export; the “annotations” were read, which still say what was exported. Remove “annotations” from the line to have the spans read.</source>
      <translation>„spans“ wurde nach dem Export geändert; gelesen wurde „annotations“, das noch sagt, was exportiert wurde. Ohne „annotations“ in der Zeile wird „spans“ gelesen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>Its “links” are no list, so they were left out.</source>
      <translation>„links“ ist keine Liste und wurde ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>there are two with the id {given}</source>
      <translation>es gibt zwei mit der Kennung {given}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>it has no parts</source>
      <translation>sie hat keine Teile</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>one of its roles has no fragment</source>
      <translation>einer ihrer Teile hat kein Stück</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>{fragment} holds half a line end only</source>
      <translation>{fragment} enthält nur ein halbes Zeilenende</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>The attributes {given!r} were left out: no object.</source>
      <translation>Die Merkmale {given!r} wurden ausgelassen: kein Objekt.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>Link {number} was left out: it does not join two annotations.</source>
      <translation>Verweis {number} wurde ausgelassen: er verbindet nicht zwei Annotationen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>its parts are no offsets: {rows}</source>
      <translation>ihre Teile sind keine Positionen: {rows}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>[{start}, {end}) is no span of a text of {size} characters</source>
      <translation>[{start}, {end}) ist keine Stelle in einem Text von {size} Zeichen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>The attribute “{name}” was left out: {value!r} is neither text, number nor true or false.</source>
      <translation>Das Merkmal „{name}“ wurde ausgelassen: {value!r} ist weder Text noch Zahl noch wahr oder falsch.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_own.py" />
      <source>Annotation {number} was left out: {error}.</source>
      <translation>Annotation {number} wurde ausgelassen: {error}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_spans.py" />
      <source>{label} {role} “{words}” cuts a token, so in “spans” it has characters only, and no relations; “annotations” has it in full.</source>
      <translation>{label} {role} „{words}“ schneidet ein Token und hat deshalb in „spans“ nur Zeichen und keine Relationen; in „annotations“ steht es ganz.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_spans.py" />
      <source>{label} {role} “{words}” cuts a token, so it has characters only, and no relations.</source>
      <translation>{label} {role} „{words}“ schneidet ein Token und hat deshalb nur Zeichen und keine Relationen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_spans.py" />
      <source>Its link {label} was left out: relations join tokens, and one of its ends has none.</source>
      <translation>Der Verweis {label} wurde ausgelassen: Relationen verbinden Token, und eines seiner Enden hat keine.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/jsonl_spans.py" />
      <source>it has no tokens, which relations refer to (the first: {label}); “annotations” and “links” have them in full.</source>
      <translation>es hat keine Token, auf die sich Relationen beziehen (die erste: {label}); in „annotations“ und „links“ stehen sie ganz.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio.py" />
      <source>the task has no “data”</source>
      <translation>in der Aufgabe fehlt „data“</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio.py" />
      <source>the task shows no text; its data has {names}</source>
      <translation>die Aufgabe zeigt keinen Text; „data“ enthält {names}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio.py" />
      <source>the task has no “{key}” in its data</source>
      <translation>in „data“ der Aufgabe fehlt „{key}“</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_html.py" />
      <source>its HTML is too large to be read</source>
      <translation>ihr HTML ist zu groß, um es zu lesen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_html.py" />
      <source>its HTML cannot be read ({error})</source>
      <translation>ihr HTML ist nicht lesbar ({error})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_regions.py" />
      <source>Region {id} ({labels}) was left out: {where} is outside the text of {size} characters.</source>
      <translation>Region {id} ({labels}) wurde ausgelassen: {where} liegt außerhalb des Textes von {size} Zeichen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_regions.py" />
      <source>Region {id} ({labels}) was left out: the text at {where} is not “{words}”.</source>
      <translation>Region {id} ({labels}) wurde ausgelassen: der Text bei {where} lautet nicht „{words}“.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_regions.py" />
      <source>Its “result” is no list, so it was left out.</source>
      <translation>„result“ ist keine Liste und wurde ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_regions.py" />
      <source>Item {number} is no object; it was left out.</source>
      <translation>Eintrag {number} ist kein Objekt; er wurde ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_regions.py" />
      <source>Region {identity} was left out: {kind} marks no text.</source>
      <translation>Region {identity} wurde ausgelassen: {kind} markiert keinen Text.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_regions.py" />
      <source>The relation {label} goes both ways; it was kept from {source} to {target}.</source>
      <translation>Die Relation {label} gilt in beide Richtungen; behalten wurde sie von {source} nach {target}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_schema.py" />
      <source>its config lets nothing be marked in a text</source>
      <translation>ihre Konfiguration lässt in einem Text nichts markieren</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_schema.py" />
      <source>it defines entities, which no labelling config does</source>
      <translation>sie definiert Entitäten, was keine Konfiguration von Label Studio tut</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_schema.py" />
      <source>it is too large for a labelling config</source>
      <translation>sie ist zu groß für eine Konfiguration von Label Studio</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_schema.py" />
      <source>it is not valid XML ({msg})</source>
      <translation>sie ist kein gültiges XML ({msg})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_tasks.py" />
      <source>{name}, task {number}</source>
      <translation>{name}, Aufgabe {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_texts.py" />
      <source>it is no text</source>
      <translation>das ist kein Text</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/label_studio_texts.py" />
      <source>its text is not in the file but at {data}</source>
      <translation>der Text ist nicht in der Datei, sondern unter {data}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/mapping.py" />
      <source>“{text}” is no target; write kind:LABEL, kind.role, kind or skip</source>
      <translation>„{text}“ ist kein Ziel; möglich sind kind:LABEL, kind.role, kind und skip</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/mapping.py" />
      <source>“{unknown}” is not known; a mapping has {names}</source>
      <translation>„{unknown}“ ist nicht bekannt; eine Zuordnung hat {names}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/mapping.py" />
      <source>“default” is no kind; write a name or skip</source>
      <translation>„default“ ist keine Art; möglich sind ein Name und skip</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/mapping.py" />
      <source>“{name}” is no table</source>
      <translation>„{name}“ ist keine Tabelle</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/mapping.py" />
      <source>{path} cannot be read as a mapping: {error}.</source>
      <translation>{path} ist nicht als Zuordnung lesbar: {error}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/mapping.py" />
      <source>“{name}” is no name</source>
      <translation>„{name}“ ist kein Name</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/mapping.py" />
      <source>“{what}” (of the relation {label}) is not known; write part, link:LABEL or skip</source>
      <translation>„{what}“ (der Relation {label}) ist nicht bekannt; möglich sind part, link:LABEL und skip</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/mapping.py" />
      <source>“{name}.{key}” is no text</source>
      <translation>„{name}.{key}“ ist kein Text</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/office.py" />
      <source>it unpacks to far more than it is ({size} MB in {filename}), so it was not opened</source>
      <translation>sie wird entpackt viel größer, als sie ist ({size} MB in {filename}), und wurde deshalb nicht geöffnet</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/office.py" />
      <source>its {filename} defines entities, which no office program does, so it was not opened</source>
      <translation>{filename} darin definiert Entitäten, was kein Büroprogramm tut; sie wurde deshalb nicht geöffnet</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/offsets.py" />
      <source>Spans that do not stand where the file says were found by their words: {count}. It counts in another unit, or with other line ends.</source>
      <translation>Stellen, die nicht dort stehen, wo die Datei sagt, wurden an ihren Wörtern gefunden: {count}. Die Datei zählt in anderen Einheiten oder mit anderen Zeilenenden.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/page_encoding.py" />
      <source>it holds NUL bytes, so it is no web page</source>
      <translation>sie enthält NUL-Bytes, ist also keine Webseite</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/plain.py" />
      <source>Plain text</source>
      <translation>Reiner Text</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/plain.py" />
      <source>it is larger than {limit} MB, which no article is; cut it up</source>
      <translation>sie ist größer als {limit} MB, was kein Artikel ist; bitte zerlegen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/prodigy.py" />
      <source>{where} is outside the text</source>
      <translation>{where} liegt außerhalb des Textes</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/prodigy.py" />
      <source>it is no object</source>
      <translation>das ist kein Objekt</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/prodigy.py" />
      <source>it has no label</source>
      <translation>sie hat kein Label</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/prodigy.py" />
      <source>{label} [{start}, {end}) has the answer “{answer}”</source>
      <translation>{label} [{start}, {end}) hat die Antwort „{answer}“</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/prodigy.py" />
      <source>Its “spans” are no list, so they were left out.</source>
      <translation>„spans“ ist keine Liste und wurde ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/prodigy.py" />
      <source>It was rejected in Prodigy, so its spans were left out: {number}.</source>
      <translation>Der Text wurde in Prodigy abgelehnt; die Stellen wurden deshalb ausgelassen: {number}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/prodigy.py" />
      <source>{label} does not join two spans</source>
      <translation>{label} verbindet nicht zwei Stellen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/prodigy.py" />
      <source>Relation {number} was left out: {fault}.</source>
      <translation>Relation {number} wurde ausgelassen: {fault}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/registry.py" />
      <source>There is no export format “{name}”; choose one of: {names}.</source>
      <translation>Es gibt kein Exportformat „{name}“; möglich sind: {names}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/registry.py" />
      <source>it is in no format that is read here; if it is text, choose that (on the command line: --format text).</source>
      <translation>sie ist in keinem Format, das hier gelesen wird; wenn sie Text ist, bitte das wählen (auf der Befehlszeile: --format text).</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/registry.py" />
      <source>There is no import format “{name}”; choose one of: {names}.</source>
      <translation>Es gibt kein Importformat „{name}“; möglich sind: {names}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/registry.py" />
      <source>it holds types of UIMA and no articles; it is used where it lies beside XMI files, named TypeSystem.xml.</source>
      <translation>sie enthält Typen von UIMA und keine Artikel; benutzt wird sie, wenn sie als TypeSystem.xml neben XMI-Dateien liegt.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/registry.py" />
      <source>{name} cannot be read ({reason}); check its permissions.</source>
      <translation>{name} ist nicht lesbar ({reason}); bitte die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/registry.py" />
      <source>{path} is no file; save what comes from it first.</source>
      <translation>{path} ist keine Datei; bitte zuerst speichern, was daraus kommt.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/registry.py" />
      <source>{path} does not exist; check the spelling.</source>
      <translation>{path} gibt es nicht; bitte die Schreibweise prüfen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/sheets.py" />
      <source>Excel workbook</source>
      <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/sheets.py" />
      <source>it is a damaged workbook</source>
      <translation>die Arbeitsmappe ist beschädigt</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/sheets.py" />
      <source>it is a damaged workbook ({error})</source>
      <translation>die Arbeitsmappe ist beschädigt ({error})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/sheets.py" />
      <source>it is damaged Parquet ({error})</source>
      <translation>die Parquet-Datei ist beschädigt ({error})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/sheets.py" />
      <source>it is in the format of Excel before 2007 or has a password; save it as .xlsx without one</source>
      <translation>sie ist im Format von Excel vor 2007 oder hat ein Passwort; bitte ohne Passwort als .xlsx speichern</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/sheets.py" />
      <source>it is damaged Parquet ({error}).</source>
      <translation>die Parquet-Datei ist beschädigt ({error}).</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>spaCy training data (JSON)</source>
      <translation>spaCy-Trainingsdaten (JSON)</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>{where}: its “paragraphs” are no list</source>
      <translation>{where}: „paragraphs“ ist keine Liste</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>it holds no texts with entities</source>
      <translation>sie enthält keine Texte mit Entitäten</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>{where}, text {number}</source>
      <translation>{where}, Text {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>it is larger than {limit} MB; cut it up, or convert it to a DocBin with spaCy</source>
      <translation>sie ist größer als {limit} MB; bitte zerlegen, oder mit spaCy in ein DocBin umwandeln</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>{n:,} more were left out.</source>
      <translation>
        <numerusform>{n:,} weiteres wurde ausgelassen.</numerusform>
        <numerusform>{n:,} weitere wurden ausgelassen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>Its links to a knowledge base were left out.</source>
      <translation>Die Verweise auf eine Wissensbasis wurden ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>it has no text</source>
      <translation>der Text fehlt</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>The word “{orth}” does not stand in the text; it was left out.</source>
      <translation>Das Wort „{orth}“ steht nicht im Text; es wurde ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>one of its tokens has no “orth”</source>
      <translation>einem der Token fehlt „orth“</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>{where}, paragraph {number}</source>
      <translation>{where}, Absatz {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>it is not valid JSON (line {line}: {msg})</source>
      <translation>sie ist kein gültiges JSON (Zeile {line}: {msg})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>The span {shown} was left out: it marks no text.</source>
      <translation>Die Stelle {shown} wurde ausgelassen: sie markiert keinen Text.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_json.py" />
      <source>it is no pair of a text and its entities</source>
      <translation>das ist kein Paar aus einem Text und seinen Entitäten</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_project.py" />
      <source>spaCy project that trains at once</source>
      <translation>spaCy-Projekt, das sofort trainiert</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_project.py" />
      <source>A spaCy project needs two parts, one to train on and one to measure by; split like train=80,dev=20.</source>
      <translation>Ein spaCy-Projekt braucht zwei Teile, einen zum Trainieren und einen zum Messen; bitte teilen wie train=80,dev=20.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_project.py" />
      <source>None of the documents for “{name}” is done, so there is nothing to train on; finish more, or take unfinished ones along.</source>
      <translation>Keines der Dokumente für „{name}“ ist fertig; es gibt also nichts zum Trainieren. Bitte mehr fertigstellen oder unfertige mitnehmen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_project.py" />
      <source>Nothing is marked in the documents that are done, so there is nothing to train on.</source>
      <translation>In den fertigen Dokumenten ist nichts markiert; es gibt also nichts zum Trainieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/spacy_project.py" />
      <source>{too_long} of {spans} spans are longer than the {reach} tokens that spancat looks at; they are in the corpus, but it cannot find such spans.</source>
      <translation>{too_long} von {spans} Stellen sind länger als die {reach} Token, die spancat ansieht; sie sind im Korpus, aber solche Stellen kann es nicht finden.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/tallying.py" />
      <source>{label}: {written} were written, {found} read back.</source>
      <translation>{label}: {written} geschrieben, {found} zurückgelesen.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/formats/tallying.py" />
      <source>In {n} documents other spans were read back than written.</source>
      <translation>
        <numerusform>In {n} Dokument wurden andere Stellen zurückgelesen als geschrieben.</numerusform>
        <numerusform>In {n} Dokumenten wurden andere Stellen zurückgelesen als geschrieben.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/formats/tallying.py" />
      <source>Other spans were read back than written.</source>
      <translation>Es wurden andere Stellen zurückgelesen als geschrieben.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/text_stream.py" />
      <source>it is UTF-8, but its last character is cut off</source>
      <translation>sie ist UTF-8, aber das letzte Zeichen ist abgeschnitten</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/text_stream.py" />
      <source>it is {encoding}, but damaged after line {number}</source>
      <translation>sie ist {encoding}, aber nach Zeile {number} beschädigt</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/text_stream.py" />
      <source>line {number} is too long to hold an article</source>
      <translation>Zeile {number} ist zu lang für einen Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/uncarried.py" />
      <source>status</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/uncarried.py" />
      <source>boilerplate zones</source>
      <translation>Beiwerk</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/uncarried.py" />
      <source>further details</source>
      <translation>weitere Angaben</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/uncarried.py" />
      <source>articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/uncarried.py" />
      <source>url</source>
      <translation>URL</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/uncarried.py" />
      <source>Left out, for this format has no place for it: {names}.</source>
      <translation>Ausgelassen, weil in diesem Format kein Platz dafür ist: {names}.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/uncarried.py" />
      <source>{name} (of {number})</source>
      <translation>{name} (von {number})</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/utf16.py" />
      <source>Its offsets count code points, not UTF-16 units as the format has it; they were read as that.</source>
      <translation>Die Positionen zählen Codepunkte, nicht UTF-16-Einheiten, wie das Format es will; so wurden sie gelesen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/web_archive.py" />
      <source>it is a web archive without a page in it</source>
      <translation>sie ist ein Webarchiv ohne eine Seite darin</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/webanno_escapes.py" />
      <source>the header declares a layer without a name</source>
      <translation>der Kopf nennt eine Ebene ohne Namen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/webanno_rows.py" />
      <source>A relation {type} (line {line}, from {reference} to {unit}) was left out: it does not join two marks.</source>
      <translation>Eine Relation {type} (Zeile {line}, von {reference} nach {unit}) wurde ausgelassen: sie verbindet nicht zwei Markierungen.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/webanno_rows.py" />
      <source>A link of {type} (line {line}) was left out: {reference} holds no mark it could lead to.</source>
      <translation>Ein Verweis von {type} (Zeile {line}) wurde ausgelassen: {reference} enthält keine Markierung, zu der er führen könnte.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/webanno_text.py" />
      <source>Its offsets do not fit its words; the words were looked for in the text instead.</source>
      <translation>Die Positionen passen nicht zu den Wörtern; die Wörter wurden stattdessen im Text gesucht.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/webanno_text.py" />
      <source>the token “{form}” in line {line} is not in the text of its sentence</source>
      <translation>das Token „{form}“ in Zeile {line} steht nicht im Text seines Satzes</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/webanno_text.py" />
      <source>the piece “{form}” in line {line} is not in its token</source>
      <translation>das Stück „{form}“ in Zeile {line} steht nicht in seinem Token</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/webanno_tsv.py" />
      <source>line {number} is no row: it must start with its number, its offsets and its words (“{line}”)</source>
      <translation>Zeile {number} ist keine Tabellenzeile: sie muss mit Nummer, Positionen und Wörtern beginnen („{line}“)</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/webanno_tsv.py" />
      <source>line {number} has no row number but “{identity}”</source>
      <translation>Zeile {number} hat keine Nummer, sondern „{identity}“</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/webanno_tsv.py" />
      <source>line {number} has {found} columns of annotations, but the header declares {width}</source>
      <translation>Zeile {number} hat {found} Spalten mit Annotationen, der Kopf nennt aber {width}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/webanno_tsv.py" />
      <source>line {first} is “{lines}”, and only WebAnno TSV 3 is read; export it as that</source>
      <translation>Zeile {first} lautet „{lines}“, und gelesen wird nur WebAnno TSV 3; bitte so exportieren</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/webanno_tsv.py" />
      <source>it holds no sentence</source>
      <translation>sie enthält keinen Satz</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/webanno_tsv.py" />
      <source>line {number} is a row, but “#Text=…” must come first</source>
      <translation>Zeile {number} ist eine Tabellenzeile, aber zuerst muss „#Text=…“ kommen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/xmi_cas.py" />
      <source>it holds no text: it is elsewhere ({address}); import that file</source>
      <translation>sie enthält keinen Text: er ist anderswo ({address}); bitte diese Datei importieren</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/xmi_cas.py" />
      <source>it holds no text</source>
      <translation>sie enthält keinen Text</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/xmi_cas.py" />
      <source>{type} {id} at {start}–{end} was left out: its offsets are not in the text.</source>
      <translation>{type} {id} bei {start}–{end} wurde ausgelassen: die Positionen liegen nicht im Text.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/xmi_cas.py" />
      <source>it holds no text: its data is no text in UTF-8</source>
      <translation>sie enthält keinen Text: die Daten sind kein Text in UTF-8</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/xmi_writer.py" />
      <source>XML cannot hold {codes} (at {places}); each was written as {written}, which only this program turns back.</source>
      <translation>XML fasst {codes} nicht (bei {places}); geschrieben wurde jeweils {written}, was nur dieses Programm zurückverwandelt.</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/xmi_xml.py" />
      <source>it has a document type, which no XMI has; it was not read</source>
      <translation>sie hat einen Dokumenttyp, den kein XMI hat; sie wurde nicht gelesen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/xmi_xml.py" />
      <source>it is XML, but no XMI: it starts with “{tag}”</source>
      <translation>sie ist XML, aber kein XMI: sie beginnt mit „{tag}“</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/xmi_xml.py" />
      <source>it is no well-formed XML: line {line}: {message}</source>
      <translation>sie ist kein wohlgeformtes XML: Zeile {line}: {message}</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/xmi_xml.py" />
      <source>it ends too early</source>
      <translation>sie endet zu früh</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/zone_rows.py" />
      <source>{start}–{end} is no span of a text of {size} characters</source>
      <translation>{start}–{end} ist keine Stelle in einem Text von {size} Zeichen</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/zone_rows.py" />
      <source>{start}–{end} holds half a line end only</source>
      <translation>{start}–{end} enthält nur ein halbes Zeilenende</translation>
    </message>
    <message>
      <location filename="../../annotator/formats/zone_rows.py" />
      <source>A zone was left out: {error}.</source>
      <translation>Eine Stelle mit Beiwerk wurde ausgelassen: {error}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/adjudicating.py" />
      <source>Take none {place}</source>
      <translation>Keine übernehmen {place}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/adjudicating.py" />
      <source>Open again {place}</source>
      <translation>Wieder öffnen {place}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/adjudicating.py" />
      <source>Take {name}’s: {words}</source>
      <translation>Von {name} übernehmen: {words}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/adjudicating.py" />
      <source>Keep {place}</source>
      <translation>Behalten {place}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/adjudicating.py" />
      <source>Comment “{text}”</source>
      <translation>Kommentar „{text}“</translation>
    </message>
    <message>
      <location filename="../../annotator/services/adjudicating.py" />
      <source>Resolve the comment “{text}”</source>
      <translation>Den Kommentar „{text}“ erledigen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/adjudicating.py" />
      <source>Open again the comment “{text}”</source>
      <translation>Den Kommentar „{text}“ wieder öffnen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/adjudicating.py" />
      <source>Take {n:,} annotations by rule</source>
      <translation>
        <numerusform>{n:,} Annotation nach Regel übernehmen</numerusform>
        <numerusform>{n:,} Annotationen nach Regel übernehmen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/adjudicating.py" />
      <source>Settle the article</source>
      <translation>Den Artikel klären</translation>
    </message>
    <message>
      <location filename="../../annotator/services/adjudicating.py" />
      <source>Take parts: {words}</source>
      <translation>Teile übernehmen: {words}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/adjudicating.py" />
      <source>Take another’s: {words}</source>
      <translation>Von jemand anderem übernehmen: {words}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/adjudicating.py" />
      <source>{step}, and {n:,} that all agree on</source>
      <translation>
        <numerusform>{step}, und {n:,}, worin alle übereinstimmen</numerusform>
        <numerusform>{step}, und {n:,}, worin alle übereinstimmen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/adjudicating.py" />
      <source>A comment needs somebody who makes it.</source>
      <translation>Ein Kommentar braucht jemanden, der ihn macht.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/afresh.py" />
      <source>That is no longer there: it was taken away in another window.</source>
      <translation>Das ist nicht mehr da: es wurde in einem anderen Fenster weggenommen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/agreeing.py" />
      <source>There is no document that two of {names} have finished{why}.</source>
      <translation>Es gibt kein Dokument, das zwei von {names} fertig haben{why}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/agreeing.py" />
      <source>{number:,} layers are not done; --include-unfinished takes them</source>
      <translation>{number:,} Ebenen sind nicht fertig; --include-unfinished nimmt sie mit</translation>
    </message>
    <message>
      <location filename="../../annotator/services/agreeing.py" />
      <source>{number:,} were skipped</source>
      <translation>{number:,} wurden übersprungen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/agreeing.py" />
      <source>{number:,} are done by one person alone</source>
      <translation>{number:,} hat nur eine Person fertig</translation>
    </message>
    <message>
      <location filename="../../annotator/services/agreeing.py" />
      <source>There is no document that two people have finished{why}.</source>
      <translation>Es gibt kein Dokument, das zwei Personen fertig haben{why}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/agreeing.py" />
      <source>The schema has no kind “{name}”; it has {known}.</source>
      <translation>Das Schema hat keine Art „{name}“; es hat {known}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/agreeing.py" />
      <source>The schema has no label “{name}”; it has {known}.</source>
      <translation>Das Schema hat kein Label „{name}“; es hat {known}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/agreeing.py" />
      <source>nobody</source>
      <translation>niemand</translation>
    </message>
    <message>
      <location filename="../../annotator/services/agreeing.py" />
      <source>The project has no annotator {name}; it has {known}.</source>
      <translation>Im Projekt gibt es {name} nicht; es gibt {known}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/assigning.py" />
      <source>“{text}” is no share; write a number, or a part like 10%.</source>
      <translation>„{text}“ ist kein Anteil; eine Zahl schreiben oder einen Teil wie 10%.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/assigning.py" />
      <source>assign</source>
      <translation>Zuteilen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/assigning.py" />
      <source>Nobody is named to assign documents to.</source>
      <translation>Es ist niemand genannt, dem Dokumente zugeteilt werden sollen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/assigning.py" />
      <source>“{gold}” is the settled layer; nothing is assigned to it.</source>
      <translation>„{gold}“ ist die geklärte Ebene; ihr wird nichts zugeteilt.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/assigning.py" />
      <source>There are no such documents to assign.</source>
      <translation>Es gibt keine solchen Dokumente zum Zuteilen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/assigning.py" />
      <source>{name} is retired; bring them back, or leave them out.</source>
      <translation>{name} ist zurückgezogen; zurückholen oder auslassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/assigning.py" />
      <source>{asked} annotators per document are more than the {number} who are named; name more, or ask for fewer.</source>
      <translation>{asked} Personen je Dokument sind mehr als die {number} genannten; mehr nennen oder weniger verlangen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/assigning.py" />
      <source>Every document needs one annotator at least.</source>
      <translation>Jedes Dokument braucht mindestens eine Person.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/auto_adjudicating.py" />
      <source>adjudicate</source>
      <translation>Klären von Abweichungen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/auto_adjudicating.py" />
      <source>No article has been done by two annotators yet; set articles to done, or import layers that are.</source>
      <translation>Noch kein Artikel ist von zwei Personen fertig; setzen Sie Artikel auf fertig oder importieren Sie fertige Ebenen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/backups.py" />
      <source>The project as it was is in {backup}.</source>
      <translation>Das Projekt, wie es war, ist in {backup}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/backups.py" />
      <source>{backup} is the project itself; choose one of its backups.</source>
      <translation>{backup} ist das Projekt selbst; bitte eine seiner Sicherungen wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/backups.py" />
      <source>{backup} is a backup of another project; choose one of {name}.</source>
      <translation>{backup} ist die Sicherung eines anderen Projekts; bitte eine von {name} wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/backups.py" />
      <source>Nothing was changed, for the project could not be backed up first. {error}</source>
      <translation>Nichts wurde geändert, denn vorher konnte keine Sicherung des Projekts gemacht werden. {error}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/bench.py" />
      <source>This difference is not there any more.</source>
      <translation>Diese Abweichung gibt es nicht mehr.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/bench.py" />
      <source>The schema has no kind “{name}” any more.</source>
      <translation>Das Schema hat keine Art „{name}“ mehr.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/binning.py" />
      <source>{n:,} articles, on none of which anybody has worked</source>
      <translation>
        <numerusform>{n:,} Artikel, an dem noch niemand gearbeitet hat</numerusform>
        <numerusform>{n:,} Artikel, an denen noch niemand gearbeitet hat</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/binning.py" />
      <source>{n:,} articles</source>
      <translation>
        <numerusform>{n:,} Artikel</numerusform>
        <numerusform>{n:,} Artikel</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>{most} and {last}</source>
      <translation>{most} und {last}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>{articles} with {work}</source>
      <translation>{articles} mit {work}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>no work</source>
      <translation>keine Arbeit</translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>take documents out or put them back</source>
      <translation>Herausnehmen oder Zurücklegen von Dokumenten</translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>Put back “{title}”</source>
      <translation>„{title}“ zurücklegen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>Remove “{title}”</source>
      <translation>„{title}“ entfernen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>The project has several leads; say who you are with --as: {leads}.</source>
      <translation>Das Projekt hat mehrere Leitungen; mit --as angeben, wer Sie sind: {leads}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/binning.py" />
      <source>{n:,} annotations of {whose}</source>
      <translation>
        <numerusform>{n:,} Annotation von {whose}</numerusform>
        <numerusform>{n:,} Annotationen von {whose}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>{number:,} settled</source>
      <translation>{number:,} geklärt</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/binning.py" />
      <source>{n:,} comments</source>
      <translation>
        <numerusform>{n:,} Kommentar</numerusform>
        <numerusform>{n:,} Kommentare</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>assigned to {whom}</source>
      <translation>zugeteilt an {whom}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>Only the lead of the project takes documents out or puts them back.</source>
      <translation>Nur die Leitung des Projekts nimmt Dokumente heraus oder legt sie zurück.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>Put back {what}</source>
      <translation>{what} zurücklegen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>Remove {what}</source>
      <translation>{what} entfernen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>No article of the project has the id or the words “{asked}”.</source>
      <translation>Kein Artikel des Projekts hat die Kennung oder die Wörter „{asked}“.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/binning.py" />
      <source>Nothing in the bin has the id or the words “{asked}”.</source>
      <translation>Nichts im Papierkorb hat die Kennung oder die Wörter „{asked}“.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/child.py" />
      <source>A helper process ended unexpectedly (code {code}).</source>
      <translation>Ein Hilfsprozess endete unerwartet (Code {code}).</translation>
    </message>
    <message>
      <location filename="../../annotator/services/child.py" />
      <source>The helper process failed: {error!r}.</source>
      <translation>Der Hilfsprozess ist gescheitert: {error!r}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/choices.py" />
      <source>Nothing is suggested in {language}: {pipeline} knows {known}</source>
      <translation>Auf {language} wird nichts vorgeschlagen: {pipeline} kennt {known}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/connecting.py" />
      <source>{host} is in a private network or on this machine; from there nothing is fetched: save the page in a browser and import the file.</source>
      <translation>{host} ist in einem privaten Netz oder auf diesem Rechner; von dort wird nichts geholt: bitte die Seite im Browser speichern und die Datei importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/connecting.py" />
      <source>{host} was not found; check the address and your connection.</source>
      <translation>{host} wurde nicht gefunden; bitte die Adresse und die Verbindung prüfen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/copies.py" />
      <source>nearly the same as “{title}” in the project, so it was left out.</source>
      <translation>fast gleich wie „{title}“ im Projekt und deshalb ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/copies.py" />
      <source>nearly the same as “{title}” in this import, so it was left out.</source>
      <translation>fast gleich wie „{title}“ in diesem Import und deshalb ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/demo.py" />
      <source>{folder} cannot be made ({reason}); name another with --dir.</source>
      <translation>{folder} lässt sich nicht anlegen ({reason}); mit --dir einen anderen Ordner nennen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/desk.py" />
      <source>Set {state}</source>
      <translation>Setzen auf: {state}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/desk.py" />
      <source>Only the lead of the project sets an article’s language.</source>
      <translation>Nur die Leitung des Projekts setzt die Sprache eines Artikels.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/disagreements.py" />
      <source>The schema has no kind “{name}”.</source>
      <translation>Das Schema hat keine Art „{name}“.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/disagreements.py" />
      <source>The project has no annotator {name}.</source>
      <translation>Das Projekt hat niemanden namens {name}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/evaluating.py" />
      <source>Several pipelines have suggested; choose one: {known}.</source>
      <translation>Mehrere Pipelines haben vorgeschlagen; wählen Sie eine: {known}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/evaluating.py" />
      <source>The project has no settled layer; it has {known}.</source>
      <translation>Das Projekt hat keine geklärte Ebene; es hat {known}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/evaluating.py" />
      <source>There are no suggestions yet; run “annotator suggest {path}” first.</source>
      <translation>Es gibt noch keine Vorschläge; rufen Sie zuerst „annotator suggest {path}“ auf.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/evaluating.py" />
      <source>{pipeline} has not looked for the kind “{kind}” here; it has looked for {known}.</source>
      <translation>{pipeline} hat hier nicht nach der Art „{kind}“ gesucht; gesucht hat sie nach {known}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/evaluating.py" />
      <source>{name} has annotated nothing yet.</source>
      <translation>{name} hat noch nichts annotiert.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/evaluating.py" />
      <source>There are no suggestions of {wanted}; there are some of {known}.</source>
      <translation>Es gibt keine Vorschläge von {wanted}; es gibt welche von {known}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/evaluation_report.py" />
      <source>{number:,} not annotated</source>
      <translation>{number:,} nicht annotiert</translation>
    </message>
    <message>
      <location filename="../../annotator/services/evaluation_report.py" />
      <source>{number:,} not done</source>
      <translation>{number:,} nicht fertig</translation>
    </message>
    <message>
      <location filename="../../annotator/services/evaluation_report.py" />
      <source>{number:,} skipped</source>
      <translation>{number:,} übersprungen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/evaluation_report.py" />
      <source>{number:,} without suggestions</source>
      <translation>{number:,} ohne Vorschläge</translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_report.py" />
      <source>verified: read back and equal.</source>
      <translation>Bestätigt: zurückgelesen und gleich.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_report.py" />
      <source>NOT VERIFIED: what was read back is not what was written:</source>
      <translation>NICHT BESTÄTIGT: was zurückgelesen wurde, ist nicht, was geschrieben wurde:</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/export_report.py" />
      <source>{n:,} layers</source>
      <translation>
        <numerusform>{n:,} Ebene</numerusform>
        <numerusform>{n:,} Ebenen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_report.py" />
      <source>{documents} in {layers} with {annotations}</source>
      <translation>{documents} in {layers} mit {annotations}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/export_report.py" />
      <source>{n:,} things did not fit the format:</source>
      <translation>
        <numerusform>{n:,} Sache passte nicht in das Format:</numerusform>
        <numerusform>{n:,} Sachen passten nicht in das Format:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/export_report.py" />
      <source>{n:,} things would not fit the format:</source>
      <translation>
        <numerusform>{n:,} Sache würde nicht in das Format passen:</numerusform>
        <numerusform>{n:,} Sachen würden nicht in das Format passen:</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_report.py" />
      <source>Wrote {summary} to {files}.</source>
      <translation>Geschrieben: {summary}, in {files}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_report.py" />
      <source>Looked at {summary}.</source>
      <translation>Angesehen: {summary}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_report.py" />
      <source>spans: {counts}</source>
      <translation>Stellen: {counts}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_report.py" />
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/export_report.py" />
      <source>{n:,} documents</source>
      <translation>
        <numerusform>{n:,} Dokument</numerusform>
        <numerusform>{n:,} Dokumente</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/export_report.py" />
      <source>{n:,} annotations</source>
      <translation>
        <numerusform>{n:,} Annotation</numerusform>
        <numerusform>{n:,} Annotationen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/export_report.py" />
      <source>{n:,} layers are not done and were left out; --include-unfinished takes them along.</source>
      <translation>
        <numerusform>{n:,} Ebene ist nicht fertig und wurde ausgelassen; --include-unfinished nimmt sie mit.</numerusform>
        <numerusform>{n:,} Ebenen sind nicht fertig und wurden ausgelassen; --include-unfinished nimmt sie mit.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_report.py" />
      <source>All of them are listed in {file}.</source>
      <translation>Alle stehen in {file}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/export_report.py" />
      <source>{n:,} layers are not done and would be left out; --include-unfinished takes them along.</source>
      <translation>
        <numerusform>{n:,} Ebene ist nicht fertig und bliebe weg; --include-unfinished nimmt sie mit.</numerusform>
        <numerusform>{n:,} Ebenen sind nicht fertig und blieben weg; --include-unfinished nimmt sie mit.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_report.py" />
      <source>Everything fits the format.</source>
      <translation>Alles passt in das Format.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_report.py" />
      <source>{option} says what to do.</source>
      <translation>{option} sagt, was zu tun ist.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_report.py" />
      <source>--apply mends them in the project.</source>
      <translation>--apply bessert sie im Projekt aus.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_report.py" />
      <source>… and {number:,} more</source>
      <translation>… und {number:,} weitere</translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_selection.py" />
      <source>The project is empty; import articles first.</source>
      <translation>Das Projekt ist leer; bitte zuerst Artikel importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/export_selection.py" />
      <source>The project has no suggestions; run “annotator suggest” first.</source>
      <translation>Das Projekt hat keine Vorschläge; bitte zuerst welche machen lassen (auf der Befehlszeile: annotator suggest).</translation>
    </message>
    <message>
      <location filename="../../annotator/services/exporting.py" />
      <source>{parent} is not a folder; create it first.</source>
      <translation>{parent} ist kein Ordner; bitte zuerst anlegen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/exporting.py" />
      <source>The export could not be tried out: {reason}.</source>
      <translation>Der Export ließ sich nicht ausprobieren: {reason}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/exporting.py" />
      <source>{target} could not be written: {reason}.</source>
      <translation>{target} ließ sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/exporting.py" />
      <source>it cannot be read back: {what}</source>
      <translation>die Datei lässt sich nicht zurücklesen: {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/extras.py" />
      <source>γ is not part of this program, for it needs 600 MB of solvers; an annotator that was installed by pip can compute it for the same project.</source>
      <translation>γ gehört nicht zu diesem Programm, weil es 600 MB an Rechenprogrammen braucht; ein mit pip installierter Annotator kann es für dasselbe Projekt berechnen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/extras.py" />
      <source>γ needs an extra: pip install "annotator[gamma]"</source>
      <translation>γ braucht einen Zusatz: pip install "annotator[gamma]"</translation>
    </message>
    <message>
      <location filename="../../annotator/services/fetching.py" />
      <source>{url} leads from one address to the next without end.</source>
      <translation>{url} führt ohne Ende von einer Adresse zur nächsten.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/fetching.py" />
      <source>{url} is larger than {limit} MB, which no article is.</source>
      <translation>{url} ist größer als {limit} MB, was kein Artikel ist.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/fetching.py" />
      <source>“{url}” is no web address that can be read; it must start with http:// or https://.</source>
      <translation>„{url}“ ist keine lesbare Webadresse; sie muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/fetching.py" />
      <source>A web address with a password in it is not read; save the page in a browser and import the file.</source>
      <translation>Eine Webadresse mit einem Passwort darin wird nicht gelesen; bitte die Seite im Browser speichern und die Datei importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/fetching.py" />
      <source>{url} gives no page: the server answers “{said}”.</source>
      <translation>{url} liefert keine Seite: der Server antwortet „{said}“.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/fetching.py" />
      <source>{url} is no page with an article but {kind}; save it and import the file.</source>
      <translation>{url} ist keine Seite mit einem Artikel, sondern {kind}; bitte speichern und die Datei importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/fetching.py" />
      <source>“{url}” is no web address ({error}).</source>
      <translation>„{url}“ ist keine Webadresse ({error}).</translation>
    </message>
    <message>
      <location filename="../../annotator/services/fetching.py" />
      <source>{url} comes packed as “{packing}”, which was not asked for; save the page in a browser and import the file.</source>
      <translation>{url} kommt als „{packing}“ gepackt, was nicht verlangt war; bitte die Seite im Browser speichern und die Datei importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/fetching.py" />
      <source>{url} comes damaged ({error}); try again, or save the page in a browser and import the file.</source>
      <translation>{url} kommt beschädigt an ({error}); bitte noch einmal versuchen, oder die Seite im Browser speichern und die Datei importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/fetching.py" />
      <source>{host} did not answer in time; try again later.</source>
      <translation>{host} hat nicht rechtzeitig geantwortet; bitte später noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/fetching.py" />
      <source>{url} could not be read ({error}); check the address and your connection.</source>
      <translation>{url} war nicht lesbar ({error}); bitte die Adresse und die Verbindung prüfen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/handing_out.py" />
      <source>hand out</source>
      <translation>Austeilen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/handing_out.py" />
      <source>There are no documents to hand out; import some first.</source>
      <translation>Es gibt keine Dokumente zum Austeilen; zuerst welche importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/handing_out.py" />
      <source>“{gold}” is the settled layer; hand out to an annotator.</source>
      <translation>„{gold}“ ist die geklärte Ebene; bitte an eine Person austeilen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/handing_out.py" />
      <source>{name} is retired; bring them back to hand out to them.</source>
      <translation>{name} ist zurückgezogen; zum Austeilen zuerst zurückholen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/handing_out.py" />
      <source>{target} cannot be replaced; choose another name.</source>
      <translation>{target} lässt sich nicht ersetzen; bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/handing_out.py" />
      <source>{target} exists already; choose another name, or replace it (--force).</source>
      <translation>{target} gibt es schon; einen anderen Namen wählen oder ersetzen lassen (--force).</translation>
    </message>
    <message>
      <location filename="../../annotator/services/handing_out.py" />
      <source>{target} holds work that has not been merged; merge it first.</source>
      <translation>{target} enthält Arbeit, die noch nicht zusammengeführt ist; bitte das zuerst tun.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/handing_out.py" />
      <source>{target} is not replaced, for nobody can tell what is in it: {error}</source>
      <translation>{target} wird nicht ersetzt, denn niemand kann sagen, was darin ist: {error}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>{kind}, with the label told by the text</source>
      <translation>{kind}, das Label am Text erkannt</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>{kind}, with the first label</source>
      <translation>{kind}, mit dem ersten Label</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>as all the rest</source>
      <translation>wie alle übrigen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>left out</source>
      <translation>ausgelassen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>{kind}, with its label</source>
      <translation>{kind}, mit eigenem Label</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>as its name says, else a mark with links</source>
      <translation>wie der Name sagt, sonst eine Markierung mit Verweisen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>a {kind}, its arguments the parts</source>
      <translation>{kind}, die Argumente als Teile</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>a part of the same name, or a link</source>
      <translation>ein Teil gleichen Namens, oder ein Verweis</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>joins parts, else a link</source>
      <translation>verbindet Teile, sonst ein Verweis</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>joins its two spans into one annotation</source>
      <translation>verbindet die beiden Stellen zu einer Annotation</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>an attribute of the same name</source>
      <translation>ein Merkmal gleichen Namens</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>part of a {kind}: {role}</source>
      <translation>Teil von {kind}: {role}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>of a {kind}: {role}</source>
      <translation>von {kind}: {role}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>link: {title}</source>
      <translation>Verweis: {title}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/import_mapping.py" />
      <source>attribute: {title}</source>
      <translation>Merkmal: {title}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/importing.py" />
      <source>it could not be read as {title} (which is not foreseen; please report it: {error}); what came before that was taken.</source>
      <translation>sie war nicht als {title} lesbar (das ist nicht vorgesehen; bitte melden: {error}); was davor kam, wurde übernommen.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/importing.py" />
      <source>Nothing was imported. {problem} ({n} more like it)</source>
      <translation>
        <numerusform>Nichts wurde importiert. {problem} ({n} weiteres dieser Art)</numerusform>
        <numerusform>Nichts wurde importiert. {problem} ({n} weitere dieser Art)</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/importing.py" />
      <source>The files hold no article; nothing was imported.</source>
      <translation>Die Dateien enthalten keinen Artikel; nichts wurde importiert.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/importing.py" />
      <source>Nothing was imported. {problem}</source>
      <translation>Nichts wurde importiert. {problem}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/importing.py" />
      <source>{path} is this project itself; import its export.</source>
      <translation>{path} ist dieses Projekt selbst; bitte seinen Export importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/importing.py" />
      <source>There are no files to import in {names}.</source>
      <translation>Es gibt keine Dateien zu importieren in {names}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/importing.py" />
      <source>left out, as you chose.</source>
      <translation>ausgelassen, wie Sie es gewählt haben.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/intake.py" />
      <source>“{kind} {label}” is no name for a label.</source>
      <translation>„{kind} {label}“ ist kein Name für ein Label.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/intake.py" />
      <source>{kind} part {role}</source>
      <translation>{kind}, Teil {role}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/intake.py" />
      <source>“{role}” is no name for a part.</source>
      <translation>„{role}“ ist kein Name für einen Teil.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/loss_list.py" />
      <source>{path} could not be written ({reason}); the export itself is there.</source>
      <translation>{path} ließ sich nicht schreiben ({reason}); der Export selbst ist da.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>Move boundary to {words}</source>
      <translation>Grenze verschieben: {words}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>Change label to {what}</source>
      <translation>Label ändern: {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>Link {source} to {target}</source>
      <translation>Verweis von {source} auf {target}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>Mark {what}</source>
      <translation>{what} markieren</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>Clear {name}</source>
      <translation>{name} leeren</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>Set {name}</source>
      <translation>{name} setzen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>Edit note</source>
      <translation>Notiz bearbeiten</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>Delete {what}</source>
      <translation>{what} löschen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/marking.py" />
      <source>Delete {n} annotations</source>
      <translation>
        <numerusform>{n} Annotation löschen</numerusform>
        <numerusform>{n} Annotationen löschen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>Remove link</source>
      <translation>Verweis entfernen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>The schema has no {kind} label {label}.</source>
      <translation>Das Schema hat für {kind} kein Label {label}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>The label {label} is retired; the lead can bring it back (menu Project, Schema).</source>
      <translation>Das Label {label} ist zurückgezogen; die Leitung kann es zurückholen (Menü Projekt, Schema).</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>A {kind} has no part called {role}.</source>
      <translation>{kind} hat keinen Teil {role}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>A {kind} cannot be without its {role}; delete the whole annotation instead.</source>
      <translation>{kind} kann nicht ohne „{role}“ sein; stattdessen die ganze Annotation löschen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>{title} takes one fragment.</source>
      <translation>„{title}“ hat nur ein Stück.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>Add to {name} {words}</source>
      <translation>{name} ergänzen: {words}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>Set {name} {words}</source>
      <translation>{name} setzen: {words}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>Only annotations can be linked; accept the suggestion first.</source>
      <translation>Nur Annotationen lassen sich verbinden; zuerst den Vorschlag annehmen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/marking.py" />
      <source>The schema has no link {label} from a {source} to a {target}.</source>
      <translation>Das Schema hat keinen Verweis {label} von {source} auf {target}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/mending.py" />
      <source>Mended {spans} in {articles}; one undo takes it back.</source>
      <translation>Ausgebessert: {spans} in {articles}; ein Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/mending.py" />
      <source>Mended {spans} in {articles}; one undo in “Settle differences” takes it back.</source>
      <translation>Ausgebessert: {spans} in {articles}; ein Rückgängig in „Abweichungen klären“ nimmt es zurück.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/mending.py" />
      <source>Mend {n:,} spans</source>
      <translation>
        <numerusform>{n:,} Stelle ausbessern</numerusform>
        <numerusform>{n:,} Stellen ausbessern</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/mending.py" />
      <source>Nothing was mended.</source>
      <translation>Nichts wurde ausgebessert.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/mending.py" />
      <source>mend the settled layer</source>
      <translation>Ausbessern der geklärten Ebene</translation>
    </message>
    <message>
      <location filename="../../annotator/services/mending.py" />
      <source>The annotations of {name} are {name}’s to change, not {by}’s; mend in the export only.</source>
      <translation>Die Annotationen von {name} darf nur {name} ändern, nicht {by}; bitte nur im Export ausbessern.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/mending.py" />
      <source>{n:,} could not be: nothing would be left of them, or the same is marked there already.</source>
      <translation>
        <numerusform>{n:,} ließ sich nicht ausbessern: es bliebe nichts übrig, oder dasselbe ist dort schon markiert.</numerusform>
        <numerusform>{n:,} ließen sich nicht ausbessern: es bliebe nichts übrig, oder dasselbe ist dort schon markiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/mending.py" />
      <source>{n:,} articles were being changed and left alone.</source>
      <translation>
        <numerusform>{n:,} Artikel wurde gerade geändert und blieb, wie er war.</numerusform>
        <numerusform>{n:,} Artikel wurden gerade geändert und blieben, wie sie waren.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/mending.py" />
      <source>Only the lead mends the settled layer, and {name} is not; mend in the export only.</source>
      <translation>Nur die Leitung bessert die geklärte Ebene aus, und {name} gehört nicht dazu; bitte nur im Export ausbessern.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/mending.py" />
      <source>{n:,} spans</source>
      <translation>
        <numerusform>{n:,} Stelle</numerusform>
        <numerusform>{n:,} Stellen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/merging.py" />
      <source>merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/merging.py" />
      <source>{path} is not there or not a file.</source>
      <translation>{path} ist nicht da oder keine Datei.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/merging.py" />
      <source>{path} is this project itself; merge the files handed out.</source>
      <translation>{path} ist dieses Projekt selbst; zusammengeführt werden ausgeteilte Dateien.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/merging.py" />
      <source>{path} belongs to another project ({name}); merge it there.</source>
      <translation>{path} gehört zu einem anderen Projekt ({name}); bitte dort zusammenführen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/merging.py" />
      <source>{path} is damaged: {problem}</source>
      <translation>{path} ist beschädigt: {problem}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/occurrences.py" />
      <source>Mark {number} more {label} {words}</source>
      <translation>{number} weitere {label} {words} markieren</translation>
    </message>
    <message>
      <location filename="../../annotator/services/people.py" />
      <source>{name} has retired and can be brought back. Nothing is removed: {said}.</source>
      <translation>{name} hat sich zurückgezogen und kann zurückgeholt werden. Nichts wird entfernt: {said}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/people.py" />
      <source>{n:,} articles done</source>
      <translation>
        <numerusform>{n:,} Artikel fertig</numerusform>
        <numerusform>{n:,} Artikel fertig</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/people.py" />
      <source>{duration} of work</source>
      <translation>{duration} Arbeit</translation>
    </message>
    <message>
      <location filename="../../annotator/services/people.py" />
      <source>An annotator needs a name.</source>
      <translation>Ein Name fehlt.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/people.py" />
      <source>“{gold}” is the settled layer; it is nobody's name.</source>
      <translation>„{gold}“ ist die geklärte Ebene; niemand heißt so.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/people.py" />
      <source>“{gold}” is the settled layer; it cannot retire.</source>
      <translation>„{gold}“ ist die geklärte Ebene; sie kann sich nicht zurückziehen.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/people.py" />
      <source>{n:,} articles assigned</source>
      <translation>
        <numerusform>{n:,} Artikel zugeteilt</numerusform>
        <numerusform>{n:,} Artikel zugeteilt</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/people.py" />
      <source>“{gold}” is the settled layer; it leads nobody.</source>
      <translation>„{gold}“ ist die geklärte Ebene; sie leitet niemanden.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/people.py" />
      <source>{name} is the only lead; make somebody else one first.</source>
      <translation>Nur {name} leitet das Projekt; zuerst jemand anderem die Leitung geben.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/project.py" />
      <source>{name} is retired and cannot be chosen; choose another annotator, or let the lead bring them back.</source>
      <translation>{name} ist zurückgezogen und nicht wählbar; jemand anderen wählen oder die Leitung um Zurückholen bitten.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/project.py" />
      <source>{path} is the handout of {name}; {action} in the lead's project.</source>
      <translation>{path} ist die ausgeteilte Datei von {name}; {action} geht nur im Projekt der Leitung.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>trimmed</source>
      <translation>gekürzt</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>byline</source>
      <translation>Autorenzeile</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>dateline</source>
      <translation>Ortszeile</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>initial</source>
      <translation>Initiale</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>first name</source>
      <translation>Vorname</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>own list</source>
      <translation>eigene Liste</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>fixture</source>
      <translation>Spielpaarung</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>row of a table</source>
      <translation>Zeile einer Tabelle</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>result of a match</source>
      <translation>Ergebnis eines Spiels</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>team elsewhere in the text</source>
      <translation>anderswo im Text eine Mannschaft</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>as elsewhere in the text</source>
      <translation>wie anderswo im Text</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>name of an event</source>
      <translation>Name eines Ereignisses</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>name of an index</source>
      <translation>Name eines Index</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>part of a hyphenated adjective</source>
      <translation>Teil eines Adjektivs mit Bindestrich</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>agency before a dash</source>
      <translation>Agentur vor einem Gedankenstrich</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>country</source>
      <translation>Land</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>capital</source>
      <translation>Hauptstadt</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>city</source>
      <translation>Stadt</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>region</source>
      <translation>Region</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>geography</source>
      <translation>Geografie</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>landmark</source>
      <translation>Bauwerk</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>nationality or religion</source>
      <translation>Nationalität oder Religion</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>no name</source>
      <translation>kein Name</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>competition or index</source>
      <translation>Wettbewerb oder Index</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>news agency or newspaper</source>
      <translation>Nachrichtenagentur oder Zeitung</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>company</source>
      <translation>Unternehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>sport club</source>
      <translation>Sportverein</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>armed group</source>
      <translation>bewaffnete Gruppe</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>quotation marks</source>
      <translation>Anführungszeichen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>attribution after</source>
      <translation>Zuschreibung danach</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>attribution before</source>
      <translation>Zuschreibung davor</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>name before</source>
      <translation>Name davor</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>carries on with the last speaker</source>
      <translation>setzt den letzten Sprecher fort</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>no attribution found</source>
      <translation>keine Zuschreibung gefunden</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>inside a quotation</source>
      <translation>innerhalb von Anführungszeichen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>inside another quote</source>
      <translation>innerhalb eines anderen Zitats</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>a turn of an interview</source>
      <translation>ein Redebeitrag eines Interviews</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>a headline</source>
      <translation>eine Schlagzeile</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>according to</source>
      <translation>„according to“</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>what is asked for</source>
      <translation>worum gebeten wird</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>what it is called</source>
      <translation>wie es genannt wird</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>what was done</source>
      <translation>was getan wurde</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>described as</source>
      <translation>beschrieben als</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>object</source>
      <translation>Objekt</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>object clause</source>
      <translation>Objektsatz</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>object with an infinitive</source>
      <translation>Objekt mit Infinitiv</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>question clause</source>
      <translation>Fragesatz</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>clause with “that”</source>
      <translation>Satz mit „that“</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>clause before the verb</source>
      <translation>Satz vor dem Verb</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>clause around the verb</source>
      <translation>Satz um das Verb</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>request</source>
      <translation>Bitte</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>stated intention</source>
      <translation>geäußerte Absicht</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>noun with “that”</source>
      <translation>Substantiv mit „that“</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>noun with “to”</source>
      <translation>Substantiv mit „to“</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>adjective with a clause</source>
      <translation>Adjektiv mit Nebensatz</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>adjective with “to”</source>
      <translation>Adjektiv mit „to“</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>“as” before the speaker</source>
      <translation>„as“ vor dem Sprecher</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>“that” after the verb</source>
      <translation>„that“ nach dem Verb</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>“to” after the verb</source>
      <translation>„to“ nach dem Verb</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>question after the verb</source>
      <translation>Frage nach dem Verb</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>words after the verb</source>
      <translation>Wörter nach dem Verb</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>words in marks</source>
      <translation>Wörter in Anführungszeichen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>figures</source>
      <translation>Zahlen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>comparison</source>
      <translation>Vergleich</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>superlative</source>
      <translation>Superlativ</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>change</source>
      <translation>Veränderung</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>cause</source>
      <translation>Ursache</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>record of an event</source>
      <translation>Bericht eines Ereignisses</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>a position taken</source>
      <translation>eine bezogene Position</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>named party</source>
      <translation>genannte Beteiligte</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>public matter</source>
      <translation>öffentliche Angelegenheit</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>past</source>
      <translation>Vergangenheit</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>what somebody else did</source>
      <translation>was jemand anderes getan hat</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>own record</source>
      <translation>eigene Bilanz</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>denial</source>
      <translation>Verneinung</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>all or none</source>
      <translation>alle oder keine</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>plan</source>
      <translation>Plan</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>prediction</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>supposition</source>
      <translation>Annahme</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>demand</source>
      <translation>Forderung</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>what the speaker thinks or feels</source>
      <translation>was der Sprecher denkt oder fühlt</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>conduct of the talk</source>
      <translation>Führung des Gesprächs</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>opinion</source>
      <translation>Meinung</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>private life</source>
      <translation>Privatleben</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>only points back</source>
      <translation>weist nur zurück</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>no finite verb</source>
      <translation>kein finites Verb</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>no part of the text</source>
      <translation>kein Teil des Textes</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>no sign</source>
      <translation>kein Anzeichen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>in a quote</source>
      <translation>in einem Zitat</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>direct</source>
      <translation>direkt</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>indirect</source>
      <translation>indirekt</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>mixed</source>
      <translation>gemischt</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>surname of {what}</source>
      <translation>Nachname von {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>first name of {what}</source>
      <translation>Vorname von {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>short for {what}</source>
      <translation>kurz für {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>title {what}</source>
      <translation>Titel {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>after {what}</source>
      <translation>nach {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>before {what}</source>
      <translation>vor {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>ends in {what}</source>
      <translation>endet auf {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>gazetteer: {what}</source>
      <translation>Namensverzeichnis: {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>team: {what}</source>
      <translation>Mannschaft: {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>model: {what}</source>
      <translation>Modell: {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reasons.py" />
      <source>but: {what}</source>
      <translation>aber: {what}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/repairing.py" />
      <source>documents</source>
      <translation>Dokumente</translation>
    </message>
    <message>
      <location filename="../../annotator/services/repairing.py" />
      <source>annotations</source>
      <translation>Annotationen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/repairing.py" />
      <source>suggestions</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <location filename="../../annotator/services/repairing.py" />
      <source>steps of the history</source>
      <translation>Schritte des Verlaufs</translation>
    </message>
    <message>
      <location filename="../../annotator/services/repairing.py" />
      <source>Read {counts}.</source>
      <translation>Gelesen: {counts}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/repairing.py" />
      <source>What is whole of it is in {target}.</source>
      <translation>Was davon heil ist, ist in {target}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/repairing.py" />
      <source>Nothing is lost.</source>
      <translation>Nichts ist verloren.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review.py" />
      <source>Krippendorff’s α of tokens</source>
      <translation>Krippendorffs α der Tokens</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review.py" />
      <source>Fleiss’ κ of tokens</source>
      <translation>Fleiss’ κ der Tokens</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review.py" />
      <source>Gwet’s AC1 of tokens</source>
      <translation>Gwets AC1 der Tokens</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review.py" />
      <source>F1 of annotations, all pairs</source>
      <translation>F1 der Annotationen, alle Paare</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review.py" />
      <source>u_α of characters</source>
      <translation>u_α der Zeichen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>Cohen’s κ</source>
      <translation>Cohens κ</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>Krippendorff’s α</source>
      <translation>Krippendorffs α</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>Gwet’s AC1</source>
      <translation>Gwets AC1</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>Unitizing u_α</source>
      <translation>Einheiten-u_α</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>exactly the same words</source>
      <translation>genau dieselben Wörter</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>some words in common</source>
      <translation>einige gemeinsame Wörter</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>Missed</source>
      <translation>Übersehen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>Part</source>
      <translation>Teil</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>Boundary</source>
      <translation>Grenze</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>Split</source>
      <translation>Geteilt</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_figures.py" />
      <source>Agreed</source>
      <translation>Gleich</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>Agreement on {project}</source>
      <translation>Übereinstimmung in {project}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>en</source>
      <translation>de</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>{kind}, only {labels}</source>
      <translation>{kind}, nur {labels}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>No article is done by two of these annotators.</source>
      <translation>Kein Artikel ist von zweien dieser Annotierenden fertig.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>Annotators: {names}.</source>
      <translation>Annotierende: {names}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>Two annotations are the same by {what}.</source>
      <translation>Zwei Annotationen sind gleich durch: {what}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>In brackets 95 % intervals, by drawing articles again.</source>
      <translation>In Klammern 95-%-Intervalle, durch erneutes Ziehen von Artikeln.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>Pairs of annotators</source>
      <translation>Paare von Annotierenden</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>By label</source>
      <translation>Nach Label</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>By part</source>
      <translation>Nach Teil</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>By article</source>
      <translation>Nach Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>Article</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>95 %</source>
      <translation>95 %</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>tokens</source>
      <translation>Token</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>differences</source>
      <translation>Abweichungen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>{file} cannot be written ({problem}); choose another folder.</source>
      <translation>{file} kann nicht geschrieben werden ({problem}); wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>Articles: {number:,}, also unfinished.</source>
      <translation>Artikel: {number:,}, auch unfertige.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>Articles: {number:,}, done.</source>
      <translation>Artikel: {number:,}, fertig.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>Tokens: white space.</source>
      <translation>Tokens: Leerraum.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>Tokens: the project’s.</source>
      <translation>Tokens: die des Projekts.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>Classes: BIO.</source>
      <translation>Klassen: BIO.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>Classes: plain.</source>
      <translation>Klassen: einfach.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>All annotators</source>
      <translation>Alle Annotierenden</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>F1 by the day of the last change</source>
      <translation>F1 nach dem Tag der letzten Änderung</translation>
    </message>
    <message>
      <location filename="../../annotator/services/review_report.py" />
      <source>F1 by the list of articles</source>
      <translation>F1 entlang der Liste der Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reviewing.py" />
      <source>Correct {what}</source>
      <translation>{what} berichtigen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/reviewing.py" />
      <source>Accept {what}</source>
      <translation>{what} annehmen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/reviewing.py" />
      <source>Accept {n} suggestions</source>
      <translation>
        <numerusform>{n} Vorschlag annehmen</numerusform>
        <numerusform>{n} Vorschläge annehmen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/reviewing.py" />
      <source>Reject {what}</source>
      <translation>{what} ablehnen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/reviewing.py" />
      <source>Reject {n} suggestions</source>
      <translation>
        <numerusform>{n} Vorschlag ablehnen</numerusform>
        <numerusform>{n} Vorschläge ablehnen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/rulings.py" />
      <source>The {kind} cannot be without its part “{part}”.</source>
      <translation>Hier darf der Teil „{part}“ nicht fehlen ({kind}).</translation>
    </message>
    <message>
      <location filename="../../annotator/services/rulings.py" />
      <source>This annotator has marked nothing here.</source>
      <translation>Diese Person hat hier nichts markiert.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>kind {use.kind}</source>
      <translation>Art {use.kind}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>label {use.name} of kind {use.kind}</source>
      <translation>Label {use.name} der Art {use.kind}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>part {use.name} of kind {use.kind}</source>
      <translation>Teil {use.name} der Art {use.kind}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>attribute {use.name} of kind {use.kind}</source>
      <translation>Merkmal {use.name} der Art {use.kind}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>value “{use.value}” of the attribute {use.name} of kind {use.kind}</source>
      <translation>Wert „{use.value}“ des Merkmals {use.name} der Art {use.kind}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>link {use.name} from {use.kind} to {use.value}</source>
      <translation>Verweis {use.name} von {use.kind} auf {use.value}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>change the schema</source>
      <translation>Ändern des Schemas</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>Not in the schema; kept, shown and exported all the same:</source>
      <translation>Nicht im Schema; wird trotzdem behalten, gezeigt und exportiert:</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>Only the lead of the project changes its schema.</source>
      <translation>Nur die Leitung des Projekts ändert sein Schema.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>The project has had no other schema.</source>
      <translation>Das Projekt hatte kein anderes Schema.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>The project has had no schema number {version}.</source>
      <translation>Das Projekt hatte kein Schema mit der Nummer {version}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>{kind} {old} is called {new}; what goes along: {annotations}.</source>
      <translation>{kind} {old} heißt {new}; das ändert {annotations}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>All work fits the schema.</source>
      <translation>Alle Arbeit passt zum Schema.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>“{words}”</source>
      <translation>„{words}“</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_changes.py" />
      <source>{n:,} of {who}</source>
      <translation>{n:,} von {who}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_editing.py" />
      <source>“{key}” is no key: one character, no capital.</source>
      <translation>„{key}“ ist keine Taste: ein Zeichen, kein Großbuchstabe.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_editing.py" />
      <source>{title} need a label; add another one first.</source>
      <translation>{title}: mindestens ein Label ist nötig; zuerst ein anderes hinzufügen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_editing.py" />
      <source>The key {key} belongs to {title}.</source>
      <translation>Die Taste {key} gehört zu {title}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_editing.py" />
      <source>The schema has no kind {name}.</source>
      <translation>Das Schema hat keine Art {name}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_editing.py" />
      <source>A label needs a name without blanks at its ends.</source>
      <translation>Ein Label braucht einen Namen ohne Leerzeichen an den Enden.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_editing.py" />
      <source>{title} have a label {name} already.</source>
      <translation>{title}: ein Label {name} gibt es schon.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_editing.py" />
      <source>{name} is what {title} was called before.</source>
      <translation>{name} hieß früher das Label {title}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/schema_editing.py" />
      <source>The key {key} belongs to {title} of {kind}.</source>
      <translation>Die Taste {key} gehört zu {title} von {kind}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/sharing.py" />
      <source>{path} is on a network drive ({kind}). If two computers open it at the same time there, it can be damaged: work on a copy on a disk of this computer, or hand out a file to each annotator and merge them.</source>
      <translation>{path} liegt auf einem Netzlaufwerk ({kind}). Wenn zwei Computer die Datei dort zugleich öffnen, kann sie beschädigt werden: mit einer Kopie auf einem Datenträger dieses Computers arbeiten, oder allen eine eigene Datei austeilen und sie zusammenführen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/splitting.py" />
      <source>{articles} cannot be split into {number} parts; ask for fewer parts or import more articles.</source>
      <translation>{articles} – das reicht nicht für {number} Teile; bitte weniger Teile wählen oder mehr Artikel importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/splitting.py" />
      <source>{articles} cannot be split into {number} parts with the articles of each source kept together; ask for fewer parts or import more articles.</source>
      <translation>{articles} – das reicht nicht für {number} Teile, in denen die Artikel jeder Quelle beisammen bleiben; bitte weniger Teile wählen oder mehr Artikel importieren.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/splitting.py" />
      <source>{articles} in {n:,} groups that belong together</source>
      <translation>
        <numerusform>{articles} in {n:,} Gruppe, die zusammengehört</numerusform>
        <numerusform>{articles} in {n:,} Gruppen, die zusammengehören</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/splitting.py" />
      <source>“{item}” is no part of a split; write it like train=80,dev=20.</source>
      <translation>„{item}“ ist kein Teil einer Aufteilung; bitte so schreiben: train=80,dev=20.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/statuses.py" />
      <source>Set {n:,} articles to {state}</source>
      <translation>
        <numerusform>{n:,} Artikel auf {state} setzen</numerusform>
        <numerusform>{n:,} Artikel auf {state} setzen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/suggesting.py" />
      <source>{total} documents are in other languages ({each}); {pipeline} knows {known}.</source>
      <translation>{total} Dokumente sind in anderen Sprachen ({each}); {pipeline} kennt {known}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/services/suggesting.py" />
      <source>{n} documents are in {language}; {pipeline} knows {known}.</source>
      <translation>
        <numerusform>{n} Dokument ist auf {language}; {pipeline} kennt {known}.</numerusform>
        <numerusform>{n} Dokumente sind auf {language}; {pipeline} kennt {known}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/services/suggesting.py" />
      <source>{number} in {language}</source>
      <translation>{number} auf {language}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/suggesting.py" />
      <source>There are no suggestions of the kind “{kind}”; choose from {known}.</source>
      <translation>Für die Art „{kind}“ gibt es keine Vorschläge; zur Wahl stehen {known}.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/suggesting.py" />
      <source>Suggestions have stopped for a mistake in the program ({error}); start them again</source>
      <translation>Das Vorschlagen hat wegen eines Fehlers im Programm angehalten ({error}); bitte neu starten</translation>
    </message>
    <message>
      <location filename="../../annotator/services/suggesting.py" />
      <source>Suggestions have stopped: {reason}</source>
      <translation>Das Vorschlagen hat angehalten: {reason}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/tokenising.py" />
      <source>The tokenizer failed on a document: {error}</source>
      <translation>Die Token eines Dokuments ließen sich nicht bilden: {error}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>The format has none, or none of that name or value. Other formats, JSONL first of all, keep them.</source>
      <translation>Das Format hat keine, oder keine mit diesem Namen oder Wert. Andere Formate, vor allem JSONL, behalten sie.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Spans that cut a token</source>
      <translation>Stellen, die ein Token schneiden</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>The format has whole tokens only.</source>
      <translation>Das Format hat nur ganze Token.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>White space at the ends of spans</source>
      <translation>Leerraum an den Enden von Stellen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>The format has no spans that begin or end with white space.</source>
      <translation>Das Format hat keine Stellen, die mit Leerraum beginnen oder enden.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Annotations that overlap</source>
      <translation>Annotationen, die sich überschneiden</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>The format has one annotation for each token at most; the others are left out.</source>
      <translation>Das Format hat höchstens eine Annotation je Token; die anderen werden ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Parts in several pieces</source>
      <translation>Teile aus mehreren Stücken</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>The format has spans in one piece only.</source>
      <translation>Das Format hat nur Stellen aus einem Stück.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Parts that nothing ties together</source>
      <translation>Teile, die nichts verbindet</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Each part becomes a span of its own. Other formats, JSONL first of all, keep them.</source>
      <translation>Jeder Teil wird eine eigene Stelle. Andere Formate, vor allem JSONL, behalten die Verbindung.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Links</source>
      <translation>Verweise</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Attributes</source>
      <translation>Merkmale</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>The format has none. Other formats, JSONL first of all, keep them.</source>
      <translation>Das Format hat keine. Andere Formate, vor allem JSONL, behalten sie.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Annotations in boilerplate</source>
      <translation>Annotationen im Beiwerk</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>The export is without boilerplate; what is marked there goes with it.</source>
      <translation>Der Export ist ohne Beiwerk; was dort markiert ist, fällt mit weg.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Other things</source>
      <translation>Anderes</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Each says why.</source>
      <translation>Jedes sagt, warum.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Leave them out</source>
      <translation>Auslassen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Widen them to whole tokens</source>
      <translation>Auf ganze Token weiten</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Narrow them to whole tokens</source>
      <translation>Auf ganze Token verengen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Trim it</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Leave the spans out</source>
      <translation>Die Stellen auslassen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Keep the longest</source>
      <translation>Die längste behalten</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Keep the first</source>
      <translation>Die erste behalten</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Keep by kind, then the longest</source>
      <translation>Nach der Art behalten, dann die längste</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Write each piece as a span of its own</source>
      <translation>Jedes Stück als eigene Stelle schreiben</translation>
    </message>
    <message>
      <location filename="../../annotator/services/troubles.py" />
      <source>Take along what stands between</source>
      <translation>Mitnehmen, was dazwischen steht</translation>
    </message>
    <message>
      <location filename="../../annotator/services/versions.py" />
      <source>Project file</source>
      <translation>Projektdatei</translation>
    </message>
    <message>
      <location filename="../../annotator/services/versions.py" />
      <source>System</source>
      <translation>System</translation>
    </message>
    <message>
      <location filename="../../annotator/services/versions.py" />
      <source>Pipeline</source>
      <translation>Pipeline</translation>
    </message>
    <message>
      <location filename="../../annotator/services/without_zones.py" />
      <source>All of it is boilerplate; it was left out.</source>
      <translation>Alles davon ist Beiwerk; es wurde ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/without_zones.py" />
      <source>{label} “{words}”: it lies in boilerplate; it was left out.</source>
      <translation>{label} „{words}“: liegt im Beiwerk; wurde ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/without_zones.py" />
      <source>{label} “{words}”: it runs into boilerplate; it was cut to the rest.</source>
      <translation>{label} „{words}“: reicht ins Beiwerk; wurde auf den Rest gekürzt.</translation>
    </message>
    <message>
      <location filename="../../annotator/services/workplace.py" />
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <location filename="../../annotator/services/zoning.py" />
      <source>Mark {words} as boilerplate</source>
      <translation>{words} als Beiwerk markieren</translation>
    </message>
    <message>
      <location filename="../../annotator/services/zoning.py" />
      <source>{words} is no boilerplate</source>
      <translation>{words}: kein Beiwerk</translation>
    </message>
    <message>
      <location filename="../../annotator/services/zoning.py" />
      <source>Set the language to {language}</source>
      <translation>Sprache setzen: {language}</translation>
    </message>
    <message>
      <location filename="../../annotator/services/zoning.py" />
      <source>Recognise boilerplate</source>
      <translation>Beiwerk erkennen</translation>
    </message>
    <message>
      <location filename="../../annotator/services/zoning.py" />
      <source>“{given}” is no language that is known here; give its name in English or its code of two letters.</source>
      <translation>„{given}“ ist keine hier bekannte Sprache; bitte ihren Namen oder ihren Code aus zwei Buchstaben angeben.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/backup.py" />
      <source>{target} exists already; choose another name.</source>
      <translation>{target} gibt es schon; bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/backup.py" />
      <source>{target} was not written: the copy needs {size} and {free} are free there; make room, or choose another disk.</source>
      <translation>{target} wurde nicht geschrieben: die Kopie braucht {size}, und dort sind {free} frei; Platz schaffen oder einen anderen Datenträger wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/backup.py" />
      <source>{target} was written but does not read back as it should ({error}); check the disk, or back up to another.</source>
      <translation>{target} wurde geschrieben, liest sich aber nicht so zurück, wie es soll ({error}); den Datenträger prüfen oder auf einem anderen sichern.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/backup.py" />
      <source>{path} could not be copied: {reason}.</source>
      <translation>{path} ließ sich nicht kopieren: {reason}.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/bulk.py" />
      <source>A zone at {start}-{end} is outside of its text, which has {length} characters.</source>
      <translation>Ein Stück Beiwerk bei {start}–{end} liegt außerhalb seines Texts, der {length} Zeichen hat.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/bulk.py" />
      <source>A link “{label}” names an annotation ({annotation}) that the file does not have.</source>
      <translation>Ein Verweis „{label}“ nennt eine Annotation ({annotation}), die die Datei nicht hat.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>The {kind} “{label}” of {who} at {start}-{end}</source>
      <translation>{kind} „{label}“ von {who} bei {start}–{end}</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>links</source>
      <translation>Verweise</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>settlements</source>
      <translation>Entscheidungen der geklärten Ebene</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>comments</source>
      <translation>Kommentare</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>zones</source>
      <translation>Beiwerk</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>operations</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>verdicts</source>
      <translation>Entscheidungen über Vorschläge</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>document {title}</source>
      <translation>Dokument {title}</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>{table} row {row} refers to {target} that is not there.</source>
      <translation>{table}, Zeile {row}, verweist auf etwas in {target}, das es nicht gibt.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/storage/check.py" />
      <source>{n} documents have lost their texts.</source>
      <translation>
        <numerusform>{n} Dokument hat seinen Text verloren.</numerusform>
        <numerusform>{n} Dokumente haben ihre Texte verloren.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>The search index does not fit the texts.</source>
      <translation>Das Suchverzeichnis passt nicht zu den Texten.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>The text is not the one that was imported.</source>
      <translation>Der Text ist nicht der, der importiert wurde.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>{what} has no parts.</source>
      <translation>{what} hat keine Teile.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>{what} does not span its own parts.</source>
      <translation>{what} umfasst die eigenen Teile nicht.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>{what} has parts that overlap or are out of order.</source>
      <translation>{what} hat Teile, die sich überlappen oder in falscher Reihenfolge stehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>The tokens do not fit the text.</source>
      <translation>Die Token passen nicht zum Text.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>A comment of {who} at {start}-{end} is outside of the text.</source>
      <translation>Ein Kommentar von {who} bei {start}–{end} liegt außerhalb des Texts.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>A zone at {start}-{end} is outside of the text.</source>
      <translation>Ein Stück Beiwerk bei {start}–{end} liegt außerhalb des Texts.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/storage/check.py" />
      <source>{n} times spent are not times.</source>
      <translation>
        <numerusform>{n} Arbeitszeit ist keine Zeit.</numerusform>
        <numerusform>{n} Arbeitszeiten sind keine Zeiten.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/storage/check.py" />
      <source>Of {n} documents in the bin nobody knows since when.</source>
      <translation>
        <numerusform>Von {n} Dokument im Papierkorb weiß niemand, seit wann es dort ist.</numerusform>
        <numerusform>Von {n} Dokumenten im Papierkorb weiß niemand, seit wann sie dort sind.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>SQLite finds: {finding}.</source>
      <translation>SQLite findet: {finding}.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>Step {number} of the history is unreadable.</source>
      <translation>Schritt {number} des Verlaufs ist unlesbar.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>A suggestion is unreadable.</source>
      <translation>Ein Vorschlag ist unlesbar.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>{what} was made on “{seen}” ({role}), but there the text says “{found}”.</source>
      <translation>{what} wurde auf „{seen}“ gemacht ({role}), aber dort steht im Text „{found}“.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>The tokens are unreadable.</source>
      <translation>Die Token sind unlesbar.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>A suggestion of {pipeline} ({label}) is outside of the text.</source>
      <translation>Ein Vorschlag von {pipeline} ({label}) liegt außerhalb des Texts.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>{wrong} notes of what was changed do not fit the {things}.</source>
      <translation>Vermerke über Änderungen, die nicht passen: {wrong} ({things}).</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/check.py" />
      <source>How it was settled is unreadable: {error}.</source>
      <translation>Wie es geklärt wurde, ist unlesbar: {error}.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/database.py" />
      <source>{path} is no longer there: it was moved, deleted or replaced, or its drive was removed. Nothing more can be saved in it. Put it back, or save a copy of what is still open with Project → Back up.</source>
      <translation>{path} ist nicht mehr da: die Datei wurde verschoben, gelöscht oder ersetzt, oder ihr Laufwerk wurde entfernt. In ihr lässt sich nichts mehr speichern. Legen Sie sie zurück, oder speichern Sie mit Projekt → Sichern eine Kopie dessen, was noch offen ist.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/documents.py" />
      <source>The project holds no document with the id {identity}.</source>
      <translation>Das Projekt enthält kein Dokument mit der Kennung {identity}.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/encoding.py" />
      <source>A value cannot be kept as JSON: {error}.</source>
      <translation>Ein Wert lässt sich nicht als JSON aufbewahren: {error}.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>the disk is full; make room and do it again</source>
      <translation>der Datenträger ist voll; Platz schaffen und noch einmal versuchen</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>another program has been writing to it for too long; wait until that is done and do it again</source>
      <translation>ein anderes Programm schreibt schon zu lange hinein; warten, bis es fertig ist, und noch einmal versuchen</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>another part of the program is using it; wait a moment and do it again</source>
      <translation>ein anderer Teil des Programms benutzt sie; einen Augenblick warten und noch einmal versuchen</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>the file or its folder is read-only; change that or work on a copy</source>
      <translation>die Datei oder ihr Ordner ist schreibgeschützt; das ändern oder mit einer Kopie arbeiten</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>you have no permission to use it; ask whoever owns the file</source>
      <translation>Ihnen fehlt die Berechtigung dazu; fragen Sie, wem die Datei gehört</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>it cannot be opened; check that the file and its folder can be written to</source>
      <translation>sie lässt sich nicht öffnen; prüfen, ob in die Datei und ihren Ordner geschrieben werden kann</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>the disk reported an error; check the disk, then go on from a backup</source>
      <translation>der Datenträger hat einen Fehler gemeldet; ihn prüfen, dann mit einer Sicherung weitermachen</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>its locks do not work, as on some network drives; copy the file to a disk of this computer</source>
      <translation>ihre Sperren wirken nicht, wie auf manchen Netzlaufwerken; die Datei auf einen Datenträger dieses Computers kopieren</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>there is not enough memory; close other programs</source>
      <translation>der Arbeitsspeicher reicht nicht; andere Programme schließen</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>database disk image is malformed</source>
      <translation>das Innere der Datei ist zerstört</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>file is not a database</source>
      <translation>die Datei ist keine Datenbank</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>The text holds half a surrogate pair; type it anew.</source>
      <translation>Der Text enthält ein halbes Surrogatpaar; bitte neu eingeben.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>{path} is damaged ({error}); go on from a backup of it if there is one.</source>
      <translation>{path} ist beschädigt ({error}); mit einer Sicherung davon weitermachen, wenn es eine gibt.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/faults.py" />
      <source>{path} could not be used: {reason}.</source>
      <translation>{path} ließ sich nicht benutzen: {reason}.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/files.py" />
      <source>{path} is not an Annotator project; to bring it into one, import it.</source>
      <translation>{path} ist kein Annotator-Projekt; um es in eines zu bringen, bitte importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/files.py" />
      <source>{path} is damaged: it does not say what project it is.</source>
      <translation>{path} ist beschädigt: die Datei sagt nicht, welches Projekt sie ist.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/files.py" />
      <source>{path} was written by a newer version of Annotator (file version {version}, this program knows {known}); update the program.</source>
      <translation>{path} wurde von einer neueren Version von Annotator geschrieben (Dateiversion {version}, dieses Programm kennt {known}); bitte das Programm aktualisieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/files.py" />
      <source>{path} is damaged ({error}); go on from a backup of it.</source>
      <translation>{path} ist beschädigt ({error}); mit einer Sicherung davon weitermachen.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/journal.py" />
      <source>This article is being changed in another window; look at it and do that again.</source>
      <translation>Dieser Artikel wird gerade in einem anderen Fenster geändert; ansehen und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/layers.py" />
      <source>The {kind} “{label}” at {start}-{end} is outside of its text, which has {length} characters.</source>
      <translation>{kind} „{label}“ bei {start}–{end} liegt außerhalb des Texts, der {length} Zeichen hat.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/layers.py" />
      <source>An annotation marks no text at all.</source>
      <translation>Eine Annotation markiert gar keinen Text.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/layers.py" />
      <source>An annotation's id is taken by another layer; import the file again under its own annotator's name.</source>
      <translation>Die Kennung einer Annotation ist in einer anderen Ebene vergeben; die Datei noch einmal unter dem Namen derjenigen Person importieren, von der sie ist.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/layers.py" />
      <source>A part of an annotation is empty: {start}-{end}.</source>
      <translation>Ein Teil einer Annotation ist leer: {start}–{end}.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/mending.py" />
      <source>Its text is damaged; it is now a document of its own.</source>
      <translation>Der Text ist beschädigt; es ist jetzt ein eigenes Dokument.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/mending.py" />
      <source>It has lost its schema and its id, so it has the schema of new projects, and no handout of it can be merged any more.</source>
      <translation>Schema und Kennung sind verloren; es hat deshalb das Schema neuer Projekte, und daraus ausgeteilte Dateien lassen sich nicht mehr zusammenführen.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/mending.py" />
      <source>The name of an annotator is lost; it is {name} now, rename it.</source>
      <translation>Der Name einer Person ist verloren; sie heißt jetzt {name} und lässt sich umbenennen.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/mending.py" />
      <source>Its title, source and date are lost; its first line is its title.</source>
      <translation>Titel, Quelle und Datum sind verloren; die erste Zeile ist der Titel.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/mending.py" />
      <source>The {kind} {label} “{shown}” of {who} is lost.</source>
      <translation>Verloren: {kind} {label} „{shown}“ von {who}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/storage/mending.py" />
      <source>{n} steps of the history are lost; they can no longer be undone.</source>
      <translation>
        <numerusform>{n} Schritt des Verlaufs ist verloren; er lässt sich nicht mehr zurücknehmen.</numerusform>
        <numerusform>{n} Schritte des Verlaufs sind verloren; sie lassen sich nicht mehr zurücknehmen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/storage/mending.py" />
      <source>Its schema is damaged, so it has the schema of new projects.</source>
      <translation>Das Schema ist beschädigt; es hat deshalb das Schema neuer Projekte.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/mending.py" />
      <source>Its text is lost, and with it what was marked there.</source>
      <translation>Der Text ist verloren, und mit ihm, was dort markiert war.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/mending.py" />
      <source>A part of the {kind} {label} “{shown}” of {who} is lost.</source>
      <translation>Teilweise verloren: {kind} {label} „{shown}“ von {who}.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/mending.py" />
      <source>{gone} {things} belonged to something that is lost.</source>
      <translation>{things}, die zu Verlorenem gehörten: {gone}.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/merging.py" />
      <source>The file has work of another {name} than the project; rename one of the two first.</source>
      <translation>Die Datei enthält Arbeit von jemandem mit Namen {name}, aber nicht derselben Person wie im Projekt; zuerst eine der beiden umbenennen.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/migrate.py" />
      <source>references between its tables would break</source>
      <translation>Bezüge zwischen den Tabellen gingen verloren</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/migrate.py" />
      <source>{path} could not be brought up to version {number} ({why}); it is as it was before.</source>
      <translation>{path} ließ sich nicht auf Version {number} bringen ({why}); die Datei ist, wie sie vorher war.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/migrate.py" />
      <source>{path} could not be brought up to version {number} ({why}); it is as it was before, and there is a copy in {backup}.</source>
      <translation>{path} ließ sich nicht auf Version {number} bringen ({why}); die Datei ist, wie sie vorher war, und eine Kopie ist in {backup}.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/people.py" />
      <source>There is no annotator with the id {identity}.</source>
      <translation>Es gibt niemanden mit der Kennung {identity}.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/people.py" />
      <source>There is another annotator named {name}.</source>
      <translation>Es gibt schon jemanden mit dem Namen {name}.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/replacing.py" />
      <source>{path} is open in another window or program; close it there first.</source>
      <translation>{path} ist in einem anderen Fenster oder Programm offen; bitte zuerst dort schließen.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/replacing.py" />
      <source>{path} could not be written ({reason}); make room or change its permissions, and restore again.</source>
      <translation>{path} ließ sich nicht schreiben ({reason}); Platz schaffen oder die Rechte ändern und noch einmal zurückkehren.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/replacing.py" />
      <source>{path} could not be set aside ({reason}); close whatever uses it, or copy the backup to another name.</source>
      <translation>{path} ließ sich nicht beiseitelegen ({reason}); schließen, was die Datei benutzt, oder die Sicherung unter anderem Namen kopieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/salvage.py" />
      <source>some rows contradict others</source>
      <translation>einige Zeilen widersprechen anderen</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/salvage.py" />
      <source>it is not there</source>
      <translation>sie ist nicht da</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/salvage.py" />
      <source>Nothing in {path} can be read ({error}); restore a backup of it.</source>
      <translation>In {path} ist nichts lesbar ({error}); zu einer Sicherung davon zurückkehren.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/salvage.py" />
      <source>Not all of “{name}” could be read: {reason}; {kept} rows could.</source>
      <translation>„{name}“ ließ sich nicht ganz lesen: {reason}; {kept} Zeilen ließen sich lesen.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/settlements.py" />
      <source>The id of a settlement is taken by another layer.</source>
      <translation>Die Kennung einer Entscheidung ist in einer anderen Ebene vergeben.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/settlements.py" />
      <source>The id of a comment is taken in another document.</source>
      <translation>Die Kennung eines Kommentars ist in einem anderen Dokument vergeben.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/settlements.py" />
      <source>A comment at {start}-{end} is outside of its text, which has {length} characters.</source>
      <translation>Ein Kommentar bei {start}–{end} liegt außerhalb des Texts, der {length} Zeichen hat.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/shelf.py" />
      <source>daily</source>
      <translation>täglich</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/shelf.py" />
      <source>before an update of the file</source>
      <translation>vor einer Aktualisierung der Datei</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/shelf.py" />
      <source>before merging</source>
      <translation>vor dem Zusammenführen</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/shelf.py" />
      <source>before a change of many articles</source>
      <translation>vor einer Änderung vieler Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/shelf.py" />
      <source>before restoring another</source>
      <translation>vor der Rückkehr zu einer anderen</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/shelf.py" />
      <source>No backup could be made in {folder} ({reason}); make room or change its permissions.</source>
      <translation>In {folder} ließ sich keine Sicherung machen ({reason}); Platz schaffen oder die Rechte ändern.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/suggestions.py" />
      <source>A suggested {kind} “{label}” of {pipeline} is outside of its text or empty.</source>
      <translation>Ein Vorschlag {kind} „{label}“ von {pipeline} liegt außerhalb des Texts oder ist leer.</translation>
    </message>
    <message>
      <location filename="../../annotator/storage/survey.py" />
      <source>The id of a zone is taken in another document.</source>
      <translation>Die Kennung eines Stücks Beiwerk ist in einem anderen Dokument vergeben.</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/child.py" />
      <source>the process that makes suggestions cannot be started: {error}; close some programs and try again</source>
      <translation>Der Prozess, der Vorschläge macht, kann nicht gestartet werden: {error}; schließen Sie einige Programme und versuchen Sie es noch einmal</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/client.py" />
      <source>the pipeline {pipeline} failed on this document: {problem}</source>
      <translation>Die Pipeline {pipeline} ist an diesem Dokument gescheitert: {problem}</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/client.py" />
      <source>the process that runs {pipeline} has ended ({why})</source>
      <translation>Der Prozess, in dem {pipeline} läuft, ist beendet ({why})</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/client.py" />
      <source>signal {number}</source>
      <translation>Signal {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/client.py" />
      <source>exit code {number}</source>
      <translation>Rückgabewert {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/folders.py" />
      <source>{path} is no pipeline: it has no {meta} with a {config} beside it; choose the folder that “spacy train” wrote, for example model-best</source>
      <translation>{path} ist keine Pipeline: dort gibt es keine {meta} mit einer {config} daneben; wählen Sie den Ordner, den „spacy train“ geschrieben hat, zum Beispiel model-best</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/folders.py" />
      <source>there is no folder {path} with a pipeline; choose the folder that “spacy train” wrote, for example model-best</source>
      <translation>Es gibt keinen Ordner {path} mit einer Pipeline; wählen Sie den Ordner, den „spacy train“ geschrieben hat, zum Beispiel model-best</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/folders.py" />
      <source>{file} does not describe a pipeline: it is damaged or of another program</source>
      <translation>{file} beschreibt keine Pipeline: sie ist beschädigt oder von einem anderen Programm</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/folders.py" />
      <source>the pipeline in {path} cannot be read: {file}: {problem}</source>
      <translation>Die Pipeline in {path} kann nicht gelesen werden: {file}: {problem}</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/folders.py" />
      <source>{path} cannot be read: {problem}</source>
      <translation>{path} kann nicht gelesen werden: {problem}</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/folders.py" />
      <source>{path} is no pipeline: it holds too many files</source>
      <translation>{path} ist keine Pipeline: dort sind zu viele Dateien</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/folders.py" />
      <source>the pipeline in {path} cannot be used: {place} is no ordinary file or folder; copy what it stands for in its place</source>
      <translation>Die Pipeline in {path} kann nicht verwendet werden: {place} ist weder Datei noch Ordner; legen Sie eine Kopie dessen, wofür es steht, an seine Stelle</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/loading.py" />
      <source>the pipeline {name} ({package}) cannot be loaded: it is damaged, or needs something that is not installed ({problem})</source>
      <translation>Die Pipeline {name} ({package}) kann nicht geladen werden: sie ist beschädigt oder braucht etwas, das nicht installiert ist ({problem})</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/pipelines.py" />
      <source>the spaCy pipeline {name!r} is not part of this program, which nothing can be installed into; unpack its package and choose the folder: Suggestions → Pipeline from a folder, or --pipeline FOLDER (part of it: {names})</source>
      <translation>Die spaCy-Pipeline {name!r} gehört nicht zu diesem Programm, in das nichts installiert werden kann; entpacken Sie ihr Paket und wählen Sie den Ordner: Vorschläge → Pipeline aus einem Ordner, oder --pipeline ORDNER (dazu gehört: {names})</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/pipelines.py" />
      <source>the spaCy pipeline {name!r} is not installed; install it with “{command}” (installed: {names})</source>
      <translation>Die spaCy-Pipeline {name!r} ist nicht installiert; installieren Sie sie mit „{command}“ (installiert: {names})</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/trust.py" />
      <source>the pipeline {name} in {path} is a program that is not installed as a package; if you know who made it, allow it with --trust, or in the window</source>
      <translation>Die Pipeline {name} in {path} ist ein Programm, das nicht als Paket installiert ist; wenn Sie wissen, wer sie gemacht hat, erlauben Sie sie mit --trust oder im Fenster</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/trust.py" />
      <source>{files} and {n:,} more</source>
      <translation>{files} und {n:,} weitere</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/trust.py" />
      <source>the pipeline {name} in {path} holds pickles, which can run anything ({files}); only if you know who made it, allow it with --trust-pickles, or in the window</source>
      <translation>Die Pipeline {name} in {path} enthält Pickles, die alles ausführen können ({files}); nur wenn Sie wissen, wer sie gemacht hat, erlauben Sie sie mit --trust-pickles oder im Fenster</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/trust.py" />
      <source>the pipeline {name} in {path} is a program with Python files ({files}) that is not installed as a package; if you know who made it, allow it with --trust, or in the window</source>
      <translation>Die Pipeline {name} in {path} ist ein Programm mit Python-Dateien ({files}), das nicht als Paket installiert ist; wenn Sie wissen, wer sie gemacht hat, erlauben Sie sie mit --trust oder im Fenster</translation>
    </message>
    <message>
      <location filename="../../annotator/suggest/trust.py" />
      <source>{file} could not be written: {problem}</source>
      <translation>{file} konnte nicht geschrieben werden: {problem}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/action_types.py" />
      <source>&amp;Project</source>
      <translation>&amp;Projekt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/action_types.py" />
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/action_types.py" />
      <source>&amp;Mark</source>
      <translation>&amp;Markieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/action_types.py" />
      <source>&amp;Suggestions</source>
      <translation>&amp;Vorschläge</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/action_types.py" />
      <source>&amp;Document</source>
      <translation>&amp;Dokument</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/action_types.py" />
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/action_types.py" />
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Move by token</source>
      <translation>Um ein Token bewegen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Move by sentence</source>
      <translation>Um einen Satz bewegen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Move by line</source>
      <translation>Um eine Zeile bewegen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Move by page</source>
      <translation>Um eine Seite bewegen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Go to the line's ends, with Ctrl to the article's</source>
      <translation>An die Enden der Zeile, mit Strg an die des Artikels</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Shift + any move</source>
      <translation>Umschalt + jede Bewegung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Extend the selection</source>
      <translation>Die Auswahl erweitern</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Keep the selection and begin a further fragment</source>
      <translation>Die Auswahl behalten und ein weiteres Stück beginnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Move the selected mark's end by a token</source>
      <translation>Das Ende der gewählten Markierung um ein Token verschieben</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Move the selected mark's start by a token</source>
      <translation>Den Anfang der gewählten Markierung um ein Token verschieben</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Shift + label key</source>
      <translation>Umschalt + Taste eines Labels</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Keep the label: every mouse selection is marked</source>
      <translation>Das Label behalten: jede Auswahl mit der Maus wird markiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Double click</source>
      <translation>Doppelklick</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Select a word</source>
      <translation>Ein Wort auswählen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Triple click</source>
      <translation>Dreifachklick</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Select a sentence</source>
      <translation>Einen Satz auswählen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Quadruple click</source>
      <translation>Vierfachklick</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Select a paragraph</source>
      <translation>Einen Absatz auswählen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Select a further fragment</source>
      <translation>Ein weiteres Stück auswählen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Select single characters</source>
      <translation>Einzelne Zeichen auswählen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Drag a bar's end</source>
      <translation>Das Ende eines Balkens ziehen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Move the boundary</source>
      <translation>Die Grenze verschieben</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Zoom</source>
      <translation>Vergrößern, verkleinern</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Esc in a panel</source>
      <translation>Esc in einem Bereich</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/actions.py" />
      <source>Go back to the article</source>
      <translation>Zurück zum Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/bar.py" />
      <source>Settled differences</source>
      <translation>Geklärte Abweichungen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/bar.py" />
      <source>Take what all annotators have marked alike (Return). Your first decision takes it along.</source>
      <translation>Übernimmt, was alle Annotierenden gleich markiert haben (Eingabetaste). Die erste Entscheidung nimmt es mit.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/bar.py" />
      <source>Next article ▸</source>
      <translation>Nächster Artikel ▸</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/bar.py" />
      <source>{following} (Ctrl+Return)</source>
      <translation>{following} (Strg+Eingabe)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/bar.py" />
      <source>Take {number:,} agreed ⏎</source>
      <translation>{number:,} Gleiche übernehmen ⏎</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/bar.py" />
      <source>Settle ⏎</source>
      <translation>Klären ⏎</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/bar.py" />
      <source>No differences</source>
      <translation>Keine Abweichungen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/bar.py" />
      <source>✓ All {total} settled</source>
      <translation>✓ Alle {total} geklärt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/bar.py" />
      <source>{settled} of {total} settled</source>
      <translation>{settled} von {total} geklärt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>unanimous</source>
      <translation>einstimmig</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>by majority</source>
      <translation>durch Mehrheit</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>decided</source>
      <translation>entschieden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>0  None of them</source>
      <translation>0  Keine davon</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>K  Keep what is settled</source>
      <translation>K  Geklärtes behalten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>E  Mark by hand</source>
      <translation>E  Von Hand markieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>R  Open again</source>
      <translation>R  Wieder öffnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>C  Comment</source>
      <translation>C  Kommentar</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>The difference</source>
      <translation>Die Abweichung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>A comment for everybody; Return keeps it</source>
      <translation>Ein Kommentar für alle; die Eingabetaste behält ihn</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>Comment</source>
      <translation>Kommentar</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>Open again: </source>
      <translation>Wieder öffnen: </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source> Settled: {how}{by}{none}.</source>
      <translation> Geklärt: {how}{by}{none}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>somebody</source>
      <translation>jemand</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>{who} says: {text}</source>
      <translation>{who} sagt: {text}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source> by {names}</source>
      <translation> von {names}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>, none of them</source>
      <translation>, keine davon</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>Open again</source>
      <translation>Wieder öffnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/card.py" />
      <source>Resolve</source>
      <translation>Erledigen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/commands.py" />
      <source>Only the lead of a project settles differences.</source>
      <translation>Nur die Leitung eines Projekts klärt Abweichungen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/commands.py" />
      <source>This is a handout; differences are settled in the lead’s project.</source>
      <translation>Dies ist eine ausgeteilte Datei; Abweichungen werden im Projekt der Leitung geklärt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/controller.py" />
      <source>There is no annotator {number} here.</source>
      <translation>Es gibt hier niemanden mit der Nummer {number}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/controller.py" />
      <source>This annotator has not marked it.</source>
      <translation>Diese Person hat es nicht markiert.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>A number takes, Ctrl+number takes as well, a row’s letter and a number choose a part. Tab: next open difference.</source>
      <translation>Eine Zahl übernimmt, Strg+Zahl übernimmt zusätzlich, der Buchstabe einer Zeile und eine Zahl wählen einen Teil. Tab: nächste offene Abweichung.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>Marking by hand: select words, press a label’s key. Return: decide.</source>
      <translation>Von Hand: Wörter auswählen, Taste eines Labels drücken. Eingabetaste: entscheiden.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>{row} from whom? Press a number; Esc forgets it.</source>
      <translation>{row} von wem? Eine Zahl drücken; Esc vergisst es.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>Chosen: {chosen}. A number takes the rest from there; Esc forgets.</source>
      <translation>Gewählt: {chosen}. Eine Zahl nimmt den Rest von dort; Esc vergisst es.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>Nothing to compare here</source>
      <translation>Hier gibt es nichts zu vergleichen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>Fewer than two annotators have set this article to done.</source>
      <translation>Weniger als zwei Personen haben diesen Artikel auf fertig gesetzt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>All annotators agree.</source>
      <translation>Alle stimmen überein.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>{row} from {name}</source>
      <translation>{row} von {name}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>{things} to take.</source>
      <translation>{things} zu übernehmen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>Nobody has marked anything.</source>
      <translation>Niemand hat etwas markiert.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>Take them (Return)</source>
      <translation>Übernehmen (Eingabetaste)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>Settle the article (Return)</source>
      <translation>Den Artikel klären (Eingabetaste)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>All annotators agree</source>
      <translation>Alle stimmen überein</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>Next article: {next_title}</source>
      <translation>Nächster Artikel: {next_title}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source> Every article is settled.</source>
      <translation> Jeder Artikel ist geklärt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/display.py" />
      <source>Nothing to settle here</source>
      <translation>Hier gibt es nichts zu klären</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/documents.py" />
      <source>Settled</source>
      <translation>Geklärt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/documents.py" />
      <source>Begun</source>
      <translation>Begonnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/documents.py" />
      <source>Not begun</source>
      <translation>Nicht begonnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/documents.py" />
      <source>Articles to settle</source>
      <translation>Zu klärende Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/grid.py" />
      <source>has not marked it</source>
      <translation>hat es nicht markiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/grid.py" />
      <source>is right: take all</source>
      <translation>hat recht: alles übernehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/grid.py" />
      <source>Take {name}’s</source>
      <translation>Die Markierung von {name} übernehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/grid.py" />
      <source>{row_title} of {names}</source>
      <translation>{row_title} von {names}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/overruled_commands.py" />
      <source>Settled otherwise</source>
      <translation>Anders geklärt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/overruled_panel.py" />
      <source>Other {words}</source>
      <translation>Andere Angabe: {words}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/overruled_panel.py" />
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/overruled_panel.py" />
      <source>Yours</source>
      <translation>Ihres</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/overruled_panel.py" />
      <source>Words</source>
      <translation>Wörter</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/overruled_panel.py" />
      <source>Comments</source>
      <translation>Kommentare</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/overruled_panel.py" />
      <source>You missed it</source>
      <translation>Von Ihnen übersehen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/overruled_panel.py" />
      <source>Not kept</source>
      <translation>Nicht behalten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/overruled_panel.py" />
      <source>Places settled otherwise</source>
      <translation>Anders geklärte Stellen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/overruled_panel.py" />
      <source>Looking…</source>
      <translation>Wird gesucht …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/overruled_panel.py" />
      <source>Nothing that you have done was settled otherwise. Places are listed here as soon as articles that you have set to done are settled.</source>
      <translation>Nichts von dem, was Sie getan haben, wurde anders geklärt. Stellen erscheinen hier, sobald Artikel geklärt werden, die Sie auf fertig gesetzt haben.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/queue.py" />
      <source>settled</source>
      <translation>geklärt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/queue.py" />
      <source>open</source>
      <translation>offen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/queue.py" />
      <source>Differences</source>
      <translation>Abweichungen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>Settle differences — {stem} — Annotator</source>
      <translation>Abweichungen klären — {stem} — Annotator</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>&amp;Settle</source>
      <translation>&amp;Klären</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>&amp;Undo</source>
      <translation>&amp;Rückgängig</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>&amp;Redo</source>
      <translation>&amp;Wiederholen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>&amp;Next open difference	Tab</source>
      <translation>&amp;Nächste offene Abweichung	Tab</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>&amp;Previous open difference	Shift+Tab</source>
      <translation>&amp;Vorige offene Abweichung	Shift+Tab</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>Next article to s&amp;ettle</source>
      <translation>Nächster zu k&amp;lärender Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>Next a&amp;rticle</source>
      <translation>Nächster A&amp;rtikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>Previous arti&amp;cle</source>
      <translation>Voriger Arti&amp;kel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>C&amp;lose</source>
      <translation>S&amp;chließen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>Zoom &amp;in</source>
      <translation>Ver&amp;größern</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>Zoom &amp;out</source>
      <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>&amp;Usual size</source>
      <translation>&amp;Übliche Größe</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>Show &amp;all layers</source>
      <translation>&amp;Alle Ebenen zeigen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>&amp;Delete the mark</source>
      <translation>Die Markierung &amp;löschen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>There is nothing to settle yet.

As soon as at least two annotators have set the same article to done, it is listed here with everything that they have marked differently.</source>
      <translation>Es gibt noch nichts zu klären.

Sobald mindestens zwei Personen denselben Artikel auf fertig gesetzt haben, steht er hier mit allem, was sie verschieden markiert haben.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>Articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>Take what &amp;all agree on	Return</source>
      <translation>Übernehmen, worin &amp;alle übereinstimmen	Return</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>Take n&amp;one of them	0</source>
      <translation>Kei&amp;ne davon übernehmen	0</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>&amp;Keep what is settled	K</source>
      <translation>Geklärtes &amp;behalten	K</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>&amp;Mark by hand	E</source>
      <translation>Von &amp;Hand markieren	E</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>Open &amp;again	R</source>
      <translation>W&amp;ieder öffnen	R</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>&amp;Comment	C</source>
      <translation>K&amp;ommentar	C</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>“{title}” is in the bin now.</source>
      <translation>„{title}“ liegt jetzt im Papierkorb.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>Every article is settled.</source>
      <translation>Jeder Artikel ist geklärt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/window.py" />
      <source>{name}. Everything is settled.</source>
      <translation>{name}. Alles ist geklärt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/wording.py" />
      <source>Attribute</source>
      <translation>Merkmal</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/wording.py" />
      <source>Nobody has this any more, but it was settled before.</source>
      <translation>Niemand hat das noch, aber es wurde früher so geklärt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/wording.py" />
      <source>Everybody has marked the same.</source>
      <translation>Alle haben dasselbe markiert.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/wording.py" />
      <source>One has a single thing where another has several.</source>
      <translation>Die einen haben eines, wo andere mehrere haben.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/wording.py" />
      <source>Not marked by {listed}.</source>
      <translation>Nicht markiert von {listed}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/adjudicate/wording.py" />
      <source>Different: {listed}.</source>
      <translation>Verschieden: {listed}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;New project…</source>
      <translation>&amp;Neues Projekt …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Make a project file with the schema of your choice.</source>
      <translation>Eine Projektdatei mit dem Schema Ihrer Wahl anlegen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Open project…</source>
      <translation>Projekt &amp;öffnen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Open a project file.</source>
      <translation>Eine Projektdatei öffnen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Close project</source>
      <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Go back to the welcome screen; everything is saved already.</source>
      <translation>Zurück zur Begrüßung; alles ist schon gespeichert.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Import articles…</source>
      <translation>Artikel &amp;importieren …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Bring in text, Markdown or JSONL files or whole folders.</source>
      <translation>Text-, Markdown- oder JSONL-Dateien oder ganze Ordner hereinholen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Export annotations…</source>
      <translation>Annotationen &amp;exportieren …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Check what a format can hold, and write annotations to files.</source>
      <translation>Prüfen, was ein Format fasst, und Annotationen in Dateien schreiben.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Sche&amp;ma…</source>
      <translation>Sche&amp;ma …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Change kinds, labels, keys and guidelines; all work is kept.</source>
      <translation>Arten, Labels, Tasten und Richtlinien ändern; alle Arbeit bleibt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>C&amp;heck the project</source>
      <translation>Projekt &amp;prüfen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Prove that every annotation still says what was marked.</source>
      <translation>Beweisen, dass jede Annotation noch sagt, was markiert wurde.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Back up…</source>
      <translation>&amp;Sichern …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Copy the project to another file while it stays open.</source>
      <translation>Das Projekt in eine andere Datei kopieren, während es offen bleibt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Go back to a backup…</source>
      <translation>&amp;Zu einer Sicherung zurückkehren …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Let the project be again what it was when a backup was made.</source>
      <translation>Das Projekt wieder so werden lassen, wie es bei einer Sicherung war.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Settings…</source>
      <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Look, language, keys, who is working, pipeline, backups.</source>
      <translation>Aussehen, Sprache, Tasten, wer arbeitet, Pipeline, Sicherungen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Quit</source>
      <translation>&amp;Beenden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Close the window; everything is saved already.</source>
      <translation>Das Fenster schließen; alles ist schon gespeichert.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Take back the last step, also in another article or from another day.</source>
      <translation>Den letzten Schritt zurücknehmen, auch in einem anderen Artikel oder von einem anderen Tag.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Do again what was undone.</source>
      <translation>Wiederholen, was zurückgenommen wurde.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Copy text</source>
      <translation>Text &amp;kopieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Copy the selected text, or the text of the selected mark.</source>
      <translation>Den ausgewählten Text kopieren, oder den der gewählten Markierung.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Delete or reject</source>
      <translation>&amp;Löschen oder ablehnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Delete the selected annotation, or reject the selected suggestion.</source>
      <translation>Die gewählte Annotation löschen oder den gewählten Vorschlag ablehnen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Search &amp;articles</source>
      <translation>&amp;Artikel suchen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Find articles by words in title or text.</source>
      <translation>Artikel nach Wörtern in Titel oder Text finden.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Find in this article</source>
      <translation>In diesem Artikel &amp;suchen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Find words in the open article.</source>
      <translation>Wörter im offenen Artikel finden.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Find &amp;next</source>
      <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Go to the next place found.</source>
      <translation>Zur nächsten Fundstelle gehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Find &amp;previous</source>
      <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Go to the place found before this one.</source>
      <translation>Zur vorigen Fundstelle gehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Command palette…</source>
      <translation>&amp;Befehlspalette …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Type to find any action.</source>
      <translation>Tippen, um jeden Befehl zu finden.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Make the article's text larger.</source>
      <translation>Den Text des Artikels vergrößern.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Make the article's text smaller.</source>
      <translation>Den Text des Artikels verkleinern.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Show the article in its usual size.</source>
      <translation>Den Artikel in üblicher Größe zeigen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Select si&amp;ngle characters</source>
      <translation>Einzelne &amp;Zeichen auswählen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Let selections end inside words instead of at whole tokens.</source>
      <translation>Auswahlen dürfen im Wort enden statt an ganzen Token.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Show the article &amp;list</source>
      <translation>&amp;Liste der Artikel zeigen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Show or hide the list of articles.</source>
      <translation>Die Liste der Artikel zeigen oder verbergen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Show the ins&amp;pector</source>
      <translation>&amp;Inspektor zeigen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Show or hide the inspector and the list of annotations.</source>
      <translation>Den Inspektor und die Liste der Annotationen zeigen oder verbergen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Light or &amp;dark</source>
      <translation>Hell oder &amp;dunkel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Change between the light and the dark theme.</source>
      <translation>Zwischen hellem und dunklem Aussehen wechseln.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Full screen</source>
      <translation>&amp;Vollbild</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Use the whole screen, or go back to a window.</source>
      <translation>Den ganzen Bildschirm benutzen, oder zurück zum Fenster.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Keys</source>
      <translation>&amp;Tasten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Show every key on one sheet.</source>
      <translation>Alle Tasten auf einem Blatt zeigen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;Guide</source>
      <translation>&amp;Anleitung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Read how articles are marked, reviewed and exported.</source>
      <translation>Nachlesen, wie Artikel markiert, durchgesehen und exportiert werden.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>&amp;About Annotator</source>
      <translation>&amp;Über Annotator</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/app_actions.py" />
      <source>Version, licence and where settings are kept.</source>
      <translation>Version, Lizenz und wo die Einstellungen liegen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/article/accessible.py" />
      <source>suggestion{score}</source>
      <translation>Vorschlag{score}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/article/accessible.py" />
      <source>unfinished</source>
      <translation>unfertig</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/article/accessible.py" />
      <source>article text</source>
      <translation>Text des Artikels</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/article_desk.py" />
      <source>Undone</source>
      <translation>Zurückgenommen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/article_desk.py" />
      <source>Done again</source>
      <translation>Wiederholt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/article_desk.py" />
      <source>marked by {by}</source>
      <translation>markiert von {by}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/article_desk.py" />
      <source>recognised</source>
      <translation>erkannt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/article_desk.py" />
      <source>boilerplate: {said}</source>
      <translation>Beiwerk: {said}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/article_desk.py" />
      <source>Where you are was not noted: {error}</source>
      <translation>Wo Sie sind, wurde nicht vermerkt: {error}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/correcting.py" />
      <source>Which part? {keys}, or Tab</source>
      <translation>Welcher Teil? {keys}, oder Tab</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/correcting.py" />
      <source>{key} is no part or label of a {name}; {keep} is done, {leave} gives up.</source>
      <translation>{key} ist kein Teil und kein Label von {name}; {keep} beendet, {leave} gibt auf.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/correcting.py" />
      <source>{key} leaves it empty, </source>
      <translation>{key} lässt es leer, </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/correcting.py" />
      <source>Select the right words for the {title}; {keep} is done, {drop}{leave} gives up.</source>
      <translation>Die richtigen Wörter für „{title}“ auswählen; {keep} beendet, {drop}{leave} gibt auf.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/correcting.py" />
      <source>Select a suggestion first.</source>
      <translation>Zuerst einen Vorschlag auswählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/correcting.py" />
      <source>The {title} cannot be empty; {key} rejects the whole suggestion.</source>
      <translation>„{title}“ darf nicht leer sein; {key} lehnt den ganzen Vorschlag ab.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/counting.py" />
      <source>{n:,} annotators</source>
      <translation>
        <numerusform>{n:,} Person</numerusform>
        <numerusform>{n:,} Personen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/counting.py" />
      <source>{n:,} characters</source>
      <translation>
        <numerusform>{n:,} Zeichen</numerusform>
        <numerusform>{n:,} Zeichen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/counting.py" />
      <source>{n:,} passages</source>
      <translation>
        <numerusform>{n:,} Stelle</numerusform>
        <numerusform>{n:,} Stellen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/counting.py" />
      <source>{n:,} tables</source>
      <translation>
        <numerusform>{n:,} Tabelle</numerusform>
        <numerusform>{n:,} Tabellen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/counting.py" />
      <source>{n:,} tokens</source>
      <translation>
        <numerusform>{n:,} Token</numerusform>
        <numerusform>{n:,} Token</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/about.py" />
      <source>About Annotator</source>
      <translation>Über Annotator</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/about.py" />
      <source>Annotator</source>
      <translation>Annotator</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/about.py" />
      <source>Labelled corpora of news: entities, quotes and claims.</source>
      <translation>Annotierte Nachrichtenkorpora: Entitäten, Zitate und Behauptungen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/about.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/about.py" />
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/about.py" />
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/about.py" />
      <source>Licence</source>
      <translation>Lizenz</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/about.py" />
      <source>Project</source>
      <translation>Projekt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/about.py" />
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/about.py" />
      <source>Log</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/about.py" />
      <source>none open</source>
      <translation>keines offen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/accept_many.py" />
      <source>Accept many suggestions</source>
      <translation>Viele Vorschläge annehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/accept_many.py" />
      <source>All of them become annotations in one step, which one undo takes back.</source>
      <translation>Alle werden in einem Schritt zu Annotationen; ein Rückgängig nimmt ihn zurück.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/accept_many.py" />
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/accept_many.py" />
      <source>All kinds</source>
      <translation>Alle Arten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/accept_many.py" />
      <source>&amp;Kind</source>
      <translation>&amp;Art</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/accept_many.py" />
      <source>&amp;Label</source>
      <translation>&amp;Label</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/accept_many.py" />
      <source>&amp;Score at least</source>
      <translation>&amp;Wert mindestens</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/accept_many.py" />
      <source>All labels</source>
      <translation>Alle Labels</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/dialogs/accept_many.py" />
      <source>{found:,} of {n:,} suggestions</source>
      <translation>
        <numerusform>{found:,} von {n:,} Vorschlag</numerusform>
        <numerusform>{found:,} von {n:,} Vorschlägen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/accept_many.py" />
      <source>Accept {found:,}</source>
      <translation>{found:,} annehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/bin.py" />
      <source>The bin is empty. Articles come here by “Remove this article” in the menu Document, with all work on them, and go back as they were.</source>
      <translation>Der Papierkorb ist leer. Artikel kommen durch „Diesen Artikel entfernen“ im Menü Dokument hierher, mit aller Arbeit an ihnen, und kehren so zurück, wie sie waren.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/bin.py" />
      <source>Removed</source>
      <translation>Entfernt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/bin.py" />
      <source>By</source>
      <translation>Von</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/bin.py" />
      <source>What hangs on it</source>
      <translation>Was daran hängt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/bin.py" />
      <source>Bin</source>
      <translation>Papierkorb</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/bin.py" />
      <source>Articles that were taken out of the project. Nothing of them is lost: put back, they are as they were. Importing the same text again does the same.</source>
      <translation>Artikel, die aus dem Projekt genommen wurden. Nichts davon ist verloren: zurückgelegt sind sie, wie sie waren. Denselben Text noch einmal zu importieren bewirkt dasselbe.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/bin.py" />
      <source>Put back</source>
      <translation>Zurücklegen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/bin.py" />
      <source>Put &amp;all back</source>
      <translation>&amp;Alle zurücklegen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/bin.py" />
      <source>Put {articles} back</source>
      <translation>{articles} zurücklegen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/bin.py" />
      <source>Untitled</source>
      <translation>Ohne Titel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>One source in one part, where the shares allow it</source>
      <translation>Eine Quelle in einen Teil, wo die Anteile es zulassen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>One source in one part, always</source>
      <translation>Eine Quelle in einen Teil, immer</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Sources mixed</source>
      <translation>Quellen gemischt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Export annotations</source>
      <translation>Annotationen exportieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>What does not fit the format is listed, never dropped silently: “Check” says so before, with what can be done.</source>
      <translation>Was nicht in das Format passt, wird aufgelistet und nie stillschweigend fallen gelassen: „Prüfen“ sagt es vorher, mit dem, was sich tun lässt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Export to</source>
      <translation>Exportieren nach</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>The pipelines’ suggestions instead</source>
      <translation>Stattdessen die Vorschläge der Pipelines</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>seed </source>
      <translation>Startwert </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Seed of the split</source>
      <translation>Startwert der Aufteilung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Another number, another split; the same, the same split.</source>
      <translation>Andere Zahl, andere Aufteilung; dieselbe, dieselbe.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Sources in a split</source>
      <translation>Quellen in einer Aufteilung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Also articles that are not done</source>
      <translation>Auch Artikel, die nicht fertig sind</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Cut it out of the texts</source>
      <translation>Aus den Texten herausschneiden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>&amp;Check…</source>
      <translation>&amp;Prüfen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>For&amp;mat</source>
      <translation>For&amp;mat</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>&amp;Annotations of</source>
      <translation>&amp;Annotationen von</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Kinds</source>
      <translation>Arten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>&amp;Split</source>
      <translation>Auf&amp;teilung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>&amp;Unfinished</source>
      <translation>&amp;Unfertige</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>&amp;Boilerplate</source>
      <translation>&amp;Beiwerk</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Spans that cut &amp;tokens</source>
      <translation>Geschnittene &amp;Token</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>&amp;White space at ends</source>
      <translation>&amp;Leerraum an Enden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>&amp;Overlaps</source>
      <translation>&amp;Überlappungen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Parts in &amp;pieces</source>
      <translation>Teile in &amp;Stücken</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Everybody</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>{title} before all others</source>
      <translation>{title} vor allen anderen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>one file; or train=80,dev=20</source>
      <translation>eine Datei; oder train=80,dev=20</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Name a file to write.</source>
      <translation>Eine Datei zum Schreiben angeben.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export.py" />
      <source>Choose at least one kind.</source>
      <translation>Mindestens eine Art wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export_done.py" />
      <source>Did not fit the format ({total:,})</source>
      <translation>Passte nicht in das Format ({total:,})</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export_done.py" />
      <source>The file does not hold what was written</source>
      <translation>Die Datei enthält nicht, was geschrieben wurde</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export_done.py" />
      <source>Exported</source>
      <translation>Exportiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export_done.py" />
      <source>Nothing was exported</source>
      <translation>Nichts wurde exportiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export_done.py" />
      <source>Reading it back gave something else. Do not use it, and report the fault, please.</source>
      <translation>Beim Zurücklesen kam etwas anderes heraus. Bitte nicht verwenden und den Fehler melden.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export_done.py" />
      <source> Verified: read back and equal.</source>
      <translation> Bestätigt: zurückgelesen und gleich.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export_done.py" />
      <source>; all of it is listed in {name}</source>
      <translation>; alles davon steht in {name}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/dialogs/export_done.py" />
      <source>… and {n} lines more</source>
      <translation>
        <numerusform>… und {n} weitere Zeile</numerusform>
        <numerusform>… und {n} weitere Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/dialogs/export_done.py" />
      <source>{n:,} articles are not done and left out; tick “Also articles that are not done” to take them along.</source>
      <translation>
        <numerusform>{n:,} Artikel ist nicht fertig und ausgelassen; „Auch Artikel, die nicht fertig sind“ nimmt ihn mit.</numerusform>
        <numerusform>{n:,} Artikel sind nicht fertig und ausgelassen; „Auch Artikel, die nicht fertig sind“ nimmt sie mit.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export_done.py" />
      <source>Copy report</source>
      <translation>Bericht kopieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/export_done.py" />
      <source>Open folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/form.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/help.py" />
      <source>Guide</source>
      <translation>Anleitung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/help.py" />
      <source>Topics</source>
      <translation>Themen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/language.py" />
      <source>Language of the article</source>
      <translation>Sprache des Artikels</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/language.py" />
      <source>A pipeline suggests only in the language it knows, and where the language is unknown.</source>
      <translation>Eine Pipeline schlägt nur in der Sprache vor, die sie kennt, und wo die Sprache unbekannt ist.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/language.py" />
      <source>Set</source>
      <translation>Setzen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/language.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/language.py" />
      <source>&amp;Language</source>
      <translation>&amp;Sprache</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/language.py" />
      <source>“{typed}” is no language that is known here; choose one of the list.</source>
      <translation>„{typed}“ ist keine hier bekannte Sprache; bitte aus der Liste wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>New project</source>
      <translation>Neues Projekt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>A project is one file. It holds the articles, everybody’s annotations and the schema.</source>
      <translation>Ein Projekt ist eine Datei. Sie enthält die Artikel, die Annotationen aller und das Schema.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>Make project</source>
      <translation>Projekt anlegen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>Annotator projects (*{SUFFIX})</source>
      <translation>Annotator-Projekte (*{SUFFIX})</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>News: entities, quotes, claims</source>
      <translation>Nachrichten: Entitäten, Zitate, Behauptungen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>A schema file of your own (TOML)</source>
      <translation>Eine eigene Schemadatei (TOML)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>Schema file</source>
      <translation>Schemadatei</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>Schemas (*.toml)</source>
      <translation>Schemata (*.toml)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>Schema</source>
      <translation>Schema</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>Name a file for the project.</source>
      <translation>Eine Datei für das Projekt angeben.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>{name} exists already; choose another name.</source>
      <translation>{name} gibt es schon; bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>There is no folder {parent}; create it first.</source>
      <translation>Den Ordner {parent} gibt es nicht; bitte zuerst anlegen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/new_project.py" />
      <source>Choose the schema file.</source>
      <translation>Die Schemadatei wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/path_field.py" />
      <source>Browse…</source>
      <translation>Durchsuchen …</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/dialogs/remove.py" />
      <source>They go into the bin, with all work on them: in no list, count, agreement or export any more. Undo brings everything back, and so does the bin (menu Document).</source>
      <translation>
        <numerusform>Er kommt in den Papierkorb, mit aller Arbeit daran: in keiner Liste, Zählung, Übereinstimmung und keinem Export mehr. Rückgängig bringt alles zurück, der Papierkorb (Menü Dokument) auch.</numerusform>
        <numerusform>Sie kommen in den Papierkorb, mit aller Arbeit daran: in keiner Liste, Zählung, Übereinstimmung und keinem Export mehr. Rückgängig bringt alles zurück, der Papierkorb (Menü Dokument) auch.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/remove.py" />
      <source>Put {articles} into the bin</source>
      <translation>{articles} in den Papierkorb legen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/remove.py" />
      <source>Remove {articles}</source>
      <translation>{articles} entfernen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/remove.py" />
      <source>Remove the article</source>
      <translation>Den Artikel entfernen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>{n:,} new articles</source>
      <translation>
        <numerusform>{n:,} neuer Artikel</numerusform>
        <numerusform>{n:,} neue Artikel</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>No new articles</source>
      <translation>Keine neuen Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Left out or changed</source>
      <translation>Ausgelassen oder geändert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>The project is sound: every annotation says what was marked.</source>
      <translation>Das Projekt ist in Ordnung: jede Annotation sagt, was markiert wurde.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>{n:,} faults found</source>
      <translation>
        <numerusform>{n:,} Fehler gefunden</numerusform>
        <numerusform>{n:,} Fehler gefunden</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Check</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Faults</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Where</source>
      <translation>Wo</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source> and {rest} more</source>
      <translation> und {rest} weitere</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Back from the bin, with all work on them: {titles}{more}.</source>
      <translation>Aus dem Papierkorb zurück, mit aller Arbeit daran: {titles}{more}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>; parts: {counts}</source>
      <translation>; Teile: {counts}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>In the files, {kind}: {counts}{parts}.</source>
      <translation>In den Dateien, {kind}: {counts}{parts}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Added to the schema: {new_labels}.</source>
      <translation>Zum Schema hinzugefügt: {new_labels}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Labels that no mapping names, taken as they are: {counts}.</source>
      <translation>Labels, die keine Zuordnung nennt, wie sie sind: {counts}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Left out, as the mapping says: {counts}.</source>
      <translation>Ausgelassen, wie die Zuordnung sagt: {counts}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Save the report</source>
      <translation>Den Bericht speichern</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Text (*.txt)</source>
      <translation>Text (*.txt)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Files read</source>
      <translation>Gelesene Dateien</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Articles that were here already</source>
      <translation>Artikel, die schon da waren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Layers</source>
      <translation>Ebenen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>New annotations</source>
      <translation>Neue Annotationen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>and {rest} more</source>
      <translation>und {rest} weitere</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>Save as…</source>
      <translation>Speichern unter …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/report.py" />
      <source>{path} was not written: {reason}.</source>
      <translation>{path} wurde nicht geschrieben: {reason}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/restore.py" />
      <source>There are no backups of this project yet. They are made once a day of use, and before merging and other large changes.</source>
      <translation>Es gibt noch keine Sicherungen dieses Projekts. Sie entstehen einmal an jedem Tag der Benutzung und vor dem Zusammenführen und anderen großen Änderungen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/restore.py" />
      <source>Go back to a backup</source>
      <translation>Zu einer Sicherung zurückkehren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/restore.py" />
      <source>Go back</source>
      <translation>Zurückkehren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/restore.py" />
      <source>Backups</source>
      <translation>Sicherungen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/restore.py" />
      <source>From a &amp;file…</source>
      <translation>Aus einer &amp;Datei …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/restore.py" />
      <source>A backup</source>
      <translation>Eine Sicherung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/restore.py" />
      <source>Annotator projects (*.annot)</source>
      <translation>Annotator-Projekte (*.annot)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/restore.py" />
      <source>The project becomes what it was then. What it is now is kept, as a backup itself.</source>
      <translation>Das Projekt wird, was es damals war. Was es jetzt ist, bleibt selbst als Sicherung erhalten.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/restore.py" />
      <source>&amp;Save what can be read…</source>
      <translation>&amp;Retten, was lesbar ist …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/restore.py" />
      <source>Choose one of the backups.</source>
      <translation>Eine der Sicherungen wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings.py" />
      <source>The program's own</source>
      <translation>Die des Programms</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings.py" />
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings.py" />
      <source>Folder…</source>
      <translation>Ordner …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings.py" />
      <source>Use a pipeline that you trained yourself</source>
      <translation>Eine selbst trainierte Pipeline verwenden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings.py" />
      <source>&amp;Pipeline of this project</source>
      <translation>&amp;Pipeline dieses Projekts</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings.py" />
      <source>Use the pipeline in a folder</source>
      <translation>Die Pipeline in einem Ordner verwenden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings.py" />
      <source>Least score: {kind}</source>
      <translation>Kleinster Wert: {kind}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings.py" />
      <source>Say who is working: annotations are kept by name.</source>
      <translation>Bitte angeben, wer arbeitet: Annotationen werden unter einem Namen geführt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings.py" />
      <source>Open a project to choose its pipeline and limits.</source>
      <translation>Ein Projekt öffnen, um seine Pipeline und Grenzen zu wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings_keys.py" />
      <source>Menu</source>
      <translation>Menü</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings_keys.py" />
      <source>Action</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings_keys.py" />
      <source>Find an action or a key</source>
      <translation>Einen Befehl oder eine Taste finden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings_keys.py" />
      <source>Press the new key</source>
      <translation>Die neue Taste drücken</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings_keys.py" />
      <source>No key</source>
      <translation>Keine Taste</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings_keys.py" />
      <source>Usual key</source>
      <translation>Übliche Taste</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings_keys.py" />
      <source>All usual keys</source>
      <translation>Alle üblichen Tasten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings_keys.py" />
      <source>Actions and their keys</source>
      <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings_keys.py" />
      <source>&amp;New key</source>
      <translation>&amp;Neue Taste</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings_keys.py" />
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/settings_keys.py" />
      <source>This key is also: {owners}.</source>
      <translation>Diese Taste bedeutet auch: {owners}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/trust.py" />
      <source>A pipeline is a program: it runs with your rights, like anything you start. This one comes from a folder and is not installed as a package. Use it if you know who made it.</source>
      <translation>Eine Pipeline ist ein Programm: sie läuft mit Ihren Rechten, wie alles, was Sie starten. Diese kommt aus einem Ordner und ist nicht als Paket installiert. Verwenden Sie sie, wenn Sie wissen, von wem sie ist.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/trust.py" />
      <source>Use this pipeline?</source>
      <translation>Diese Pipeline verwenden?</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/trust.py" />
      <source>Use it</source>
      <translation>Verwenden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/trust.py" />
      <source>I allow these pickles as well; they can do anything</source>
      <translation>Ich erlaube auch diese Pickles; sie können alles tun</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/trust.py" />
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/trust.py" />
      <source>Made by</source>
      <translation>Hergestellt von</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/trust.py" />
      <source>Programs</source>
      <translation>Programme</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/trust.py" />
      <source>Pickles</source>
      <translation>Pickles</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/trust.py" />
      <source>it does not say</source>
      <translation>sagt sie nicht</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/trust.py" />
      <source>none besides the pipeline itself</source>
      <translation>keine außer der Pipeline selbst</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/who.py" />
      <source>Who is working?</source>
      <translation>Wer arbeitet?</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/who.py" />
      <source>Annotations are kept by name. You see your own; type another name to begin as somebody new.</source>
      <translation>Annotationen werden unter einem Namen geführt. Sie sehen Ihre eigenen; ein anderer Name beginnt neu.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/who.py" />
      <source>Continue</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/who.py" />
      <source>Who is working</source>
      <translation>Wer arbeitet</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/who.py" />
      <source>&amp;Name</source>
      <translation>&amp;Name</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/who.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/dialogs/who.py" />
      <source>Choose a name, or type one.</source>
      <translation>Einen Namen wählen oder eintippen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/model.py" />
      <source>, the first {shown:,} shown</source>
      <translation>, die ersten {shown:,} gezeigt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>Checking</source>
      <translation>Wird geprüft</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>&amp;Options…</source>
      <translation>&amp;Optionen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>Check &amp;again</source>
      <translation>&amp;Noch einmal prüfen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>E&amp;xport</source>
      <translation>E&amp;xportieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>No check has been made yet.</source>
      <translation>Es wurde noch nichts geprüft.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source> {n:,} layers not done would be left out.</source>
      <translation>
        <numerusform> {n:,} nicht fertige Ebene bliebe weg.</numerusform>
        <numerusform> {n:,} nicht fertige Ebenen blieben weg.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>{title}: {n:,} things would not survive. {summary}.{left}</source>
      <translation>
        <numerusform>{title}: {n:,} Sache ginge verloren. {summary}.{left}</numerusform>
        <numerusform>{title}: {n:,} Sachen gingen verloren. {summary}.{left}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>The check did not work.</source>
      <translation>Die Prüfung ist gescheitert.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>Stopped. What is below may be out of date.</source>
      <translation>Angehalten. Was unten steht, ist vielleicht veraltet.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>&amp;In the export:</source>
      <translation>&amp;Im Export:</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>What is done in the export</source>
      <translation>Was im Export geschieht</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>Mend in the pro&amp;ject</source>
      <translation>Im Pro&amp;jekt ausbessern</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>{n:,} selected</source>
      <translation>
        <numerusform>{n:,} ausgewählte</numerusform>
        <numerusform>{n:,} ausgewählte</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>Trying the export out…</source>
      <translation>Der Export wird ausprobiert …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>{title}: everything fits.{left}</source>
      <translation>{title}: alles passt.{left}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>{summary}: all of it fits the format.</source>
      <translation>{summary}: alles passt in das Format.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>Annotations have changed since; check again.</source>
      <translation>Annotationen haben sich seither geändert; bitte noch einmal prüfen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source> In the project, annotations of {mendable} can be mended, as one step that undo takes back.</source>
      <translation> Im Projekt lassen sich Annotationen von {mendable} ausbessern, in einem Schritt, den Rückgängig zurücknimmt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source> Annotations of others can be mended in the export only.</source>
      <translation> Annotationen anderer lassen sich nur im Export ausbessern.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/panel.py" />
      <source>{title}: all of {mendable}’s</source>
      <translation>{title}: alle von {mendable}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/doctor/tree.py" />
      <source>What does not fit the format</source>
      <translation>Was nicht in das Format passt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/errors.py" />
      <source>It is not known what.</source>
      <translation>Es ist nicht bekannt, was.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/errors.py" />
      <source>Copy details</source>
      <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/errors.py" />
      <source>That did not work</source>
      <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/errors.py" />
      <source> It was written to {log}.</source>
      <translation> Er steht in {log}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/errors.py" />
      <source>Something went wrong in Annotator</source>
      <translation>In Annotator ist etwas schiefgegangen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/errors.py" />
      <source>This is a mistake in the program, not yours. Everything you marked is saved; you can go on working.{where} Please report it with the details.</source>
      <translation>Das ist ein Fehler im Programm, nicht Ihrer. Alles, was Sie markiert haben, ist gespeichert; Sie können weiterarbeiten.{where} Bitte melden Sie ihn mit den Einzelheiten.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/errors.py" />
      <source>&amp;Include what the error says</source>
      <translation>&amp;Mit dem Wortlaut des Fehlers</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/errors.py" />
      <source>It helps to find the mistake, and may hold words of the article.</source>
      <translation>Er hilft, den Fehler zu finden, und enthält vielleicht Wörter des Artikels.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/errors.py" />
      <source>Details of the error</source>
      <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/errors.py" />
      <source>Details</source>
      <translation>Einzelheiten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/columns_dialog.py" />
      <source>The columns are told by their names. Where that is not right, choose others; a dot leads into an object. What is not chosen is kept with the article as further details.</source>
      <translation>Die Spalten werden an ihren Namen erkannt. Wo das nicht stimmt, andere wählen; ein Punkt führt in ein Objekt. Was nicht gewählt ist, bleibt als weitere Angabe beim Artikel.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/columns_dialog.py" />
      <source>Columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/columns_dialog.py" />
      <source>Use these</source>
      <translation>Diese verwenden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/columns_dialog.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/columns_dialog.py" />
      <source>First rows of</source>
      <translation>Erste Zeilen von</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/columns_dialog.py" />
      <source>The first rows</source>
      <translation>Die ersten Zeilen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/columns_dialog.py" />
      <source>Column of the {role}</source>
      <translation>Spalte für „{role}“</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/columns_dialog.py" />
      <source>none is told: choose</source>
      <translation>keine erkannt: wählen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/columns_dialog.py" />
      <source>Choose the column with the text of {name}.</source>
      <translation>Die Spalte mit dem Text von {name} wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>Each annotator that the files name</source>
      <translation>Jede Person, die die Dateien nennen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>One annotator:</source>
      <translation>Eine Person:</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>The settled layer (gold)</source>
      <translation>Die geklärte Ebene (Gold)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>Suggestions to decide on</source>
      <translation>Vorschläge zur Entscheidung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>Import articles</source>
      <translation>Artikel importieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>Tell by each file</source>
      <translation>An jeder Datei erkennen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>What annotations become</source>
      <translation>Was Annotationen werden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>Choose…</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>Choose what the labels become</source>
      <translation>Wählen, was die Labels werden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>Choose which column is what</source>
      <translation>Wählen, welche Spalte was ist</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>&amp;Annotations</source>
      <translation>&amp;Annotationen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>are left out</source>
      <translation>werden ausgelassen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>become labels of kind {default}</source>
      <translation>werden Labels der Art {default}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>Add at least one file, folder or web address.</source>
      <translation>Mindestens eine Datei, einen Ordner oder eine Webadresse hinzufügen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>No column looks like the text of articles: choose it.</source>
      <translation>Keine Spalte sieht nach dem Text von Artikeln aus: bitte wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>{number:,} of another tool: {mapped:,} chosen</source>
      <translation>{number:,} aus einem anderen Werkzeug: {mapped:,} gewählt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/dialog.py" />
      <source>Name the annotator.</source>
      <translation>Den Namen der Person angeben.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>What is in the files is shown here before anything is imported.</source>
      <translation>Was in den Dateien ist, steht hier, bevor etwas importiert wird.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>No article can be read.</source>
      <translation>Kein Artikel ist lesbar.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>Looking at the files</source>
      <translation>Dateien werden angesehen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>Nearly the same articles</source>
      <translation>Fast gleiche Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>Problems</source>
      <translation>Probleme</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>Found</source>
      <translation>Gefunden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>Nearly the same</source>
      <translation>Fast gleich</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>Leave out all without annotations</source>
      <translation>Alle ohne Annotationen auslassen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>Take all along</source>
      <translation>Alle mitnehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>Looking at the files…</source>
      <translation>Dateien werden angesehen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>No articles, but labels for the schema.</source>
      <translation>Keine Artikel, aber Labels für das Schema.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>{known:,} here already</source>
      <translation>{known:,} schon da</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>{binned:,} in the bin, which come back</source>
      <translation>{binned:,} im Papierkorb, die zurückkommen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>{annotated:,} with annotations</source>
      <translation>{annotated:,} mit Annotationen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>Annotations: {counts}.</source>
      <translation>Annotationen: {counts}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>The schema would get: {names}</source>
      <translation>Das Schema bekäme: {names}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>Formats found</source>
      <translation>Gefundene Formate</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/look_panel.py" />
      <source>Stopped. The files can be imported all the same.</source>
      <translation>Angehalten. Die Dateien lassen sich trotzdem importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Choose what each label becomes; several selected rows are changed at once. A label that the schema lacks is added to it: type entity:LABEL.</source>
      <translation>Wählen, was jedes Label wird; mehrere gewählte Zeilen ändern sich zugleich. Ein Label, das dem Schema fehlt, kommt hinzu: entity:LABEL tippen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Mappings (*.toml)</source>
      <translation>Zuordnungen (*.toml)</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>{n:,} things</source>
      <translation>
        <numerusform>{n:,} Sache</numerusform>
        <numerusform>{n:,} Sachen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Annotations</source>
      <translation>Annotationen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Count</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Labels of other tools</source>
      <translation>Labels anderer Werkzeuge</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>What all other labels become</source>
      <translation>Was alle anderen Labels werden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>entities with their own label</source>
      <translation>Entitäten mit eigenem Label</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>nothing: they are left out</source>
      <translation>nichts: sie werden ausgelassen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>All other &amp;labels become</source>
      <translation>Alle anderen &amp;Labels werden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Labels in the files and what they become</source>
      <translation>Labels in den Dateien und was sie werden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>What that makes</source>
      <translation>Was daraus wird</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>all articles</source>
      <translation>allen Artikeln</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>the first {n:,} articles with marks</source>
      <translation>
        <numerusform>dem ersten Artikel mit Markierungen</numerusform>
        <numerusform>den ersten {n:,} Artikeln mit Markierungen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>That makes, in {articles}:</source>
      <translation>Daraus wird, in {articles}:</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Load a mapping</source>
      <translation>Eine Zuordnung laden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Save the mapping</source>
      <translation>Die Zuordnung speichern</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>{title} with their own label</source>
      <translation>{title} mit eigenem Label</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Guess</source>
      <translation>Raten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Let well-known labels become what they mean</source>
      <translation>Bekannte Labels werden, was sie bedeuten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Load…</source>
      <translation>Laden …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Take a mapping from a file</source>
      <translation>Eine Zuordnung aus einer Datei nehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>Write this mapping to a file, for --map</source>
      <translation>Diese Zuordnung in eine Datei schreiben, für --map</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>{things} cannot be kept. {losses}</source>
      <translation>{things} bleiben nicht erhalten. {losses}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>link {name}</source>
      <translation>Verweis {name}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_dialog.py" />
      <source>      with {role}</source>
      <translation>      mit {role}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_model.py" />
      <source>event {name}</source>
      <translation>Ereignis {name}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_model.py" />
      <source>role {name}</source>
      <translation>Rolle {name}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_model.py" />
      <source>relation {name}</source>
      <translation>Relation {name}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_model.py" />
      <source>attribute {name}</source>
      <translation>Merkmal {name}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_model.py" />
      <source>In the files</source>
      <translation>In den Dateien</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_model.py" />
      <source>For example</source>
      <translation>Zum Beispiel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/mapping_model.py" />
      <source>Becomes</source>
      <translation>Wird</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/models.py" />
      <source>Annotated</source>
      <translation>Annotiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/models.py" />
      <source>Leave out</source>
      <translation>Auslassen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/models.py" />
      <source>Alike</source>
      <translation>Gleich</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/models.py" />
      <source>Nearly the same as</source>
      <translation>Fast gleich wie</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/models.py" />
      <source>Which is in</source>
      <translation>Das steht in</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/models.py" />
      <source>the project</source>
      <translation>dem Projekt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/models.py" />
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/source_list.py" />
      <source>Nothing yet. Add files, a folder, an archive or a web address, or drop them here.</source>
      <translation>Noch nichts. Dateien, einen Ordner, ein Archiv oder eine Webadresse hinzufügen, oder hierher ziehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/source_list.py" />
      <source>Articles ({fromkeys});;All files (*)</source>
      <translation>Artikel ({fromkeys});;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/source_list.py" />
      <source>Files, folders and web addresses to import</source>
      <translation>Zu importierende Dateien, Ordner und Webadressen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/source_list.py" />
      <source>https://… the address of an article</source>
      <translation>https://… die Adresse eines Artikels</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/source_list.py" />
      <source>Web address</source>
      <translation>Webadresse</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/source_list.py" />
      <source>Add address</source>
      <translation>Adresse hinzufügen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/source_list.py" />
      <source>Add files…</source>
      <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/source_list.py" />
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/source_list.py" />
      <source>Add files</source>
      <translation>Dateien hinzufügen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/source_list.py" />
      <source>Add folder</source>
      <translation>Ordner hinzufügen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/importing/source_list.py" />
      <source>Add folder…</source>
      <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/key_bindings.py" />
      <source>{text} (label or part)</source>
      <translation>{text} (Label oder Teil)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/key_bindings.py" />
      <source>a move in the article</source>
      <translation>eine Bewegung im Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/key_bindings.py" />
      <source>{key} of “{name}” is also: {owners}.</source>
      <translation>{key} von „{name}“ bedeutet auch: {owners}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/key_names.py" />
      <source>drag</source>
      <translation>Ziehen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/key_names.py" />
      <source>wheel</source>
      <translation>Mausrad</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/key_names.py" />
      <source>“{name}”</source>
      <translation>„{name}“</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/marking.py" />
      <source>{n} more places</source>
      <translation>
        <numerusform>{n} weitere Stelle</numerusform>
        <numerusform>{n} weitere Stellen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/marking.py" />
      <source>Select a {kinds} first; then {key} sets its {text}.</source>
      <translation>Zuerst {kinds} auswählen; dann setzt {key} den Teil „{text}“.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/marking.py" />
      <source>{more}: {marks} marks, {leaves} leaves</source>
      <translation>{more}: {marks} markiert, {leaves} lässt es</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/marking.py" />
      <source>This is marked already.</source>
      <translation>Das ist schon markiert.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/marking.py" />
      <source>Select a {name} first.</source>
      <translation>Zuerst auswählen: {name}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/marking.py" />
      <source>Select the {title} in the text first.</source>
      <translation>Zuerst im Text auswählen: {title}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/marking.py" />
      <source>Select text, then: {keys}</source>
      <translation>Text auswählen, dann: {keys}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/marking.py" />
      <source>Copied.</source>
      <translation>Kopiert.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/marking.py" />
      <source>{title} is let go.</source>
      <translation>{title} ist losgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/marking.py" />
      <source>Every mouse selection is marked {title} until {key}.</source>
      <translation>Jede Auswahl mit der Maus wird als {title} markiert, bis {key}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/marking.py" />
      <source>There is no further place of these words.</source>
      <translation>Es gibt keine weitere Stelle mit diesen Wörtern.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/marking.py" />
      <source>Click the {ends}, or go to it and press {key}</source>
      <translation>{ends} anklicken, oder dorthin gehen und {key} drücken</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/marking.py" />
      <source>Select text first; then {key} marks {title}.</source>
      <translation>Zuerst Text auswählen; dann markiert {key} als {title}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/moments.py" />
      <source>d MMM yyyy, HH:mm</source>
      <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/annotations.py" />
      <source>Nothing is marked here yet. Select words in the article and press a label's key.</source>
      <translation>Hier ist noch nichts markiert. Wörter im Artikel auswählen und die Taste eines Labels drücken.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/annotations.py" />
      <source>Nothing of this kind and state is in this document.</source>
      <translation>Nichts von dieser Art und diesem Zustand ist in diesem Dokument.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/annotations.py" />
      <source>Annotations and suggestions in text order</source>
      <translation>Annotationen und Vorschläge in Textfolge</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/annotations.py" />
      <source>Show kind</source>
      <translation>Art zeigen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/annotations.py" />
      <source>Show state</source>
      <translation>Zustand zeigen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/annotations.py" />
      <source>Everything</source>
      <translation>Alles</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/annotations.py" />
      <source>Marked</source>
      <translation>Markiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/annotations.py" />
      <source>Suggested</source>
      <translation>Vorgeschlagen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/annotations.py" />
      <source>{shown:,} of {total:,}</source>
      <translation>{shown:,} von {total:,}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/annotations.py" />
      <source>{words} shown</source>
      <translation>{words} gezeigt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/correction_bar.py" />
      <source>Make it an annotation as it is now</source>
      <translation>So, wie es jetzt ist, zur Annotation machen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/correction_bar.py" />
      <source>Leave the suggestion as it was</source>
      <translation>Den Vorschlag lassen, wie er war</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/correction_bar.py" />
      <source>Which part is wrong?</source>
      <translation>Welcher Teil ist falsch?</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/correction_bar.py" />
      <source>Select the words of the &lt;b&gt;{title}&lt;/b&gt;:</source>
      <translation>Wörter auswählen für &lt;b&gt;{title}&lt;/b&gt;:</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/correction_bar.py" />
      <source>Correct the {title} (Tab goes on)</source>
      <translation>„{title}“ berichtigen (Tab geht weiter)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/document_delegate.py" />
      <source>{thousands:,.0f}k chars</source>
      <translation>{thousands:,.0f} Tsd. Zeichen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/document_delegate.py" />
      <source>{annotations:,} marked</source>
      <translation>{annotations:,} markiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/document_delegate.py" />
      <source>{length} chars</source>
      <translation>{length} Zeichen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/document_delegate.py" />
      <source>{thousands:,.1f}k chars</source>
      <translation>{thousands:,.1f} Tsd. Zeichen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/panels/document_model.py" />
      <source>{n:,} open suggestions</source>
      <translation>
        <numerusform>{n:,} offener Vorschlag</numerusform>
        <numerusform>{n:,} offene Vorschläge</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/documents.py" />
      <source>Documents</source>
      <translation>Dokumente</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/documents.py" />
      <source>{shown:,} of </source>
      <translation>{shown:,} von </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/documents.py" />
      <source>Searching </source>
      <translation>Suche in </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/documents.py" />
      <source>No project is open.</source>
      <translation>Kein Projekt ist offen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/documents.py" />
      <source>Searching…</source>
      <translation>Suche läuft …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/documents.py" />
      <source>No articles yet.
Drop files or folders here, or import them.</source>
      <translation>Noch keine Artikel.
Dateien oder Ordner hierher ziehen oder importieren.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/documents.py" />
      <source>Nothing matches the filter.</source>
      <translation>Nichts entspricht dem Filter.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/documents.py" />
      <source>Clear the filter</source>
      <translation>Filter aufheben</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/documents.py" />
      <source>Import…</source>
      <translation>Importieren …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/filter_bar.py" />
      <source>Search titles and text</source>
      <translation>Titel und Text durchsuchen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/filter_bar.py" />
      <source>Search articles</source>
      <translation>Artikel durchsuchen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/filter_bar.py" />
      <source>Every word must be there, each may be cut short. Esc clears.</source>
      <translation>Jedes Wort muss vorkommen, jedes darf abgekürzt sein. Esc leert.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/filter_bar.py" />
      <source>Has suggestions</source>
      <translation>Mit Vorschlägen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/filter_bar.py" />
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/filter_chip.py" />
      <source>Show only: {title}{behind}</source>
      <translation>Nur zeigen: {title}{behind}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/guideline.py" />
      <source>Guideline</source>
      <translation>Richtlinie</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector.py" />
      <source>Nothing is selected.

Click an annotation or a suggestion in the text, or press Tab to go to the next one.</source>
      <translation>Nichts ist ausgewählt.

Eine Annotation oder einen Vorschlag im Text anklicken, oder mit Tab zum nächsten gehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector.py" />
      <source>Inspector</source>
      <translation>Inspektor</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>This {thing} has no {part}: select it in the text{press}.</source>
      <translation>Hier fehlt „{part}“ ({thing}): im Text auswählen{press}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source> and press {key_name}</source>
      <translation> und {key_name} drücken</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>Change the label</source>
      <translation>Das Label ändern</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>Click selects it.</source>
      <translation>Ein Klick wählt es aus.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>Remove this link</source>
      <translation>Diesen Verweis entfernen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>Delete annotation</source>
      <translation>Annotation löschen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>Delete it with all its parts (undo brings it back)</source>
      <translation>Mit allen Teilen löschen (Rückgängig bringt sie wieder)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>Changed · {moment}</source>
      <translation>Geändert · {moment}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>Marked by hand</source>
      <translation>Von Hand markiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>Imported</source>
      <translation>Importiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>Marked with all its occurrences</source>
      <translation>Mit allen Vorkommen markiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>Settled from annotators</source>
      <translation>Aus mehreren Ebenen geklärt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>Accepted from {source}</source>
      <translation>Angenommen von {source}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_annotation.py" />
      <source>{title} (retired)</source>
      <translation>{title} (zurückgezogen)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_fields.py" />
      <source>Not set</source>
      <translation>Nicht gesetzt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_fields.py" />
      <source>Add a note… (Ctrl+Enter saves it)</source>
      <translation>Notiz hinzufügen … (Strg+Eingabe speichert)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_fields.py" />
      <source>Saved when you leave the field or press Ctrl+Enter</source>
      <translation>Gespeichert beim Verlassen des Feldes oder mit Strg+Eingabe</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_fields.py" />
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_fields.py" />
      <source>No</source>
      <translation>Nein</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_parts.py" />
      <source>Not set. Select it in the text{key}.</source>
      <translation>Nicht gesetzt. Im Text auswählen{key}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_parts.py" />
      <source>Take this fragment out</source>
      <translation>Dieses Stück herausnehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_parts.py" />
      <source>Make the selection the {title}</source>
      <translation>Die Auswahl wird „{title}“</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_parts.py" />
      <source>Clear</source>
      <translation>Leeren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_parts.py" />
      <source>Leave the {title} empty</source>
      <translation>„{title}“ leer lassen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_parts.py" />
      <source>Set {title} to the selection</source>
      <translation>„{title}“ auf die Auswahl setzen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_parts.py" />
      <source>Clear {title}</source>
      <translation>„{title}“ leeren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_parts.py" />
      <source>None found</source>
      <translation>Nichts gefunden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_parts.py" />
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_parts.py" />
      <source>Click shows it in the text.</source>
      <translation>Ein Klick zeigt es im Text.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_suggestion.py" />
      <source>Accept it with another label</source>
      <translation>Mit einem anderen Label annehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_suggestion.py" />
      <source>Score</source>
      <translation>Wert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_suggestion.py" />
      <source>Reject</source>
      <translation>Ablehnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_suggestion.py" />
      <source>Correct</source>
      <translation>Berichtigen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_suggestion.py" />
      <source>From {pipeline} {version}</source>
      <translation>Von {pipeline} {version}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_suggestion.py" />
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_suggestion.py" />
      <source>Accept it and go on</source>
      <translation>Annehmen und weiter</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_suggestion.py" />
      <source>Reject it and go on</source>
      <translation>Ablehnen und weiter</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_suggestion.py" />
      <source>Set a part right</source>
      <translation>Einen Teil berichtigen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/inspector_suggestion.py" />
      <source>Suggestion · {title}</source>
      <translation>Vorschlag · {title}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/label_chip.py" />
      <source>, key {key}</source>
      <translation>, Taste {key}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/mark_model.py" />
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/mark_model.py" />
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/mark_model.py" />
      <source>suggested</source>
      <translation>vorgeschlagen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/mark_model.py" />
      <source>marked</source>
      <translation>markiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/palette.py" />
      <source>Click marks the selection. Shift+click or the pin keeps the label.</source>
      <translation>Ein Klick markiert die Auswahl. Umschalt+Klick oder die Nadel behält das Label.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/palette.py" />
      <source>parts</source>
      <translation>Teile</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/palette.py" />
      <source>Select one of “{title}” first, then its {text}.</source>
      <translation>Zuerst aus „{title}“ auswählen, dann „{text}“.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/palette.py" />
      <source>Sets the {text} to the selected text.</source>
      <translation>Setzt „{text}“ auf den ausgewählten Text.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>{shown:,} of {every:,}</source>
      <translation>{shown:,} von {every:,}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>Precision {share:.0f} % of {n:,} verdicts</source>
      <translation>
        <numerusform>Genauigkeit {share:.0f} % aus {n:,} Entscheidung</numerusform>
        <numerusform>Genauigkeit {share:.0f} % aus {n:,} Entscheidungen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>From this score on: {accepted:,} accepted as they stood, {corrected:,} corrected, {rejected:,} rejected.
So the precision lies between {low:.0f} and {high:.0f} % (95 % confidence, Wilson).</source>
      <translation>Ab diesem Wert: {accepted:,} unverändert angenommen, {corrected:,} berichtigt, {rejected:,} abgelehnt.
Die Genauigkeit liegt also zwischen {low:.0f} und {high:.0f} % (95 % Konfidenz, Wilson).</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>Here {share}</source>
      <translation>Hier {share}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>{words} · project {share}</source>
      <translation>{words} · Projekt {share}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>No verdicts yet</source>
      <translation>Noch keine Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source> (few)</source>
      <translation> (wenige)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source> · {number:.0f} % corrected</source>
      <translation> · {number:.0f} % berichtigt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>Nothing from this score on has been accepted or rejected yet.</source>
      <translation>Ab diesem Wert wurde noch nichts angenommen oder abgelehnt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>Scores</source>
      <translation>Werte</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>Suggestions below a limit are hidden, not decided on. The bars are all suggestions by their score: accepted, corrected and rejected ones by you, and open ones.</source>
      <translation>Vorschläge unter einer Grenze sind verborgen, nicht entschieden. Die Balken sind alle Vorschläge nach ihrem Wert: von Ihnen angenommene, berichtigte und abgelehnte, und offene.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>Show suggested {title}</source>
      <translation>Vorgeschlagenes zeigen: {title}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>Least score of {title}</source>
      <translation>Kleinster Wert: {title}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>← → by 0.01, PgUp PgDown by 0.10, Home shows all</source>
      <translation>← → um 0,01, Bild auf/ab um 0,10, Pos1 zeigt alle</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>Open suggestions that are shown, in this article and in all articles</source>
      <translation>Offene Vorschläge, die gezeigt werden, in diesem und in allen Artikeln</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>Not counted before the article is done</source>
      <translation>Wird erst gezählt, wenn der Artikel fertig ist</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/scores.py" />
      <source>hidden</source>
      <translation>verborgen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>{n:,} suggestions</source>
      <translation>
        <numerusform>{n:,} Vorschlag</numerusform>
        <numerusform>{n:,} Vorschläge</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Previous suggestion</source>
      <translation>Voriger Vorschlag</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Next suggestion</source>
      <translation>Nächster Vorschlag</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Scores: hide the doubtful ones</source>
      <translation>Werte: die zweifelhaften verbergen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Accept all of kind</source>
      <translation>Alle einer Art annehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Which suggestions to accept at once</source>
      <translation>Welche Vorschläge auf einmal angenommen werden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Least score to accept</source>
      <translation>Kleinster Wert zum Annehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Accept only what the pipeline is at least this sure of</source>
      <translation>Nur annehmen, worin sich die Pipeline mindestens so sicher ist</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>all kinds</source>
      <translation>alle Arten</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Accept {n:,} suggestions in one step; one undo takes all back</source>
      <translation>
        <numerusform>{n:,} Vorschlag in einem Schritt annehmen; ein Rückgängig nimmt ihn zurück</numerusform>
        <numerusform>{n:,} Vorschläge in einem Schritt annehmen; ein Rückgängig nimmt alle zurück</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>&lt;b&gt;{total:,}&lt;/b&gt; · {hidden:,} hidden</source>
      <translation>&lt;b&gt;{total:,}&lt;/b&gt; · {hidden:,} verborgen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Progress of suggesting</source>
      <translation>Fortschritt des Vorschlagens</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Try again</source>
      <translation>Noch einmal</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Suggesting…{far}</source>
      <translation>Vorschläge werden gemacht …{far}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Accept the selected suggestion and go on</source>
      <translation>Den gewählten Vorschlag annehmen und weiter</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Reject the selected suggestion and go on</source>
      <translation>Den gewählten Vorschlag ablehnen und weiter</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Choose a part of the selected suggestion and select the right words for it</source>
      <translation>Einen Teil des gewählten Vorschlags wählen und die richtigen Wörter dafür auswählen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Accept all {number:,}</source>
      <translation>Alle {number:,} annehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>Accept all</source>
      <translation>Alle annehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/panels/suggestions.py" />
      <source>No open suggestions</source>
      <translation>Keine offenen Vorschläge</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>All annotations are kept by name.</source>
      <translation>Alle Annotationen werden unter dem Namen geführt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>Assign articles</source>
      <translation>Artikel zuteilen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>What was assigned before stays. The same numbers and seed give the same assignments.</source>
      <translation>Was früher zugeteilt wurde, bleibt. Dieselben Zahlen und derselbe Startwert ergeben dieselbe Zuteilung.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>Assign</source>
      <translation>Zuteilen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>Without suggestions on shared articles</source>
      <translation>Ohne Vorschläge in gemeinsamen Artikeln</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>Annotators</source>
      <translation>Annotierende</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>Annotators per &amp;article</source>
      <translation>Annotierende je &amp;Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>&amp;Shared by all (20, or 10%)</source>
      <translation>Allen &amp;gemeinsam (20, oder 10%)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>&amp;Without suggestions (20, or 10%)</source>
      <translation>&amp;Ohne Vorschläge (20, oder 10%)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>S&amp;eed</source>
      <translation>Start&amp;wert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>Then</source>
      <translation>Danach</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>{name}: {number:,} ({new:,} new)</source>
      <translation>{name}: {number:,} ({new:,} neu)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>{loads}. {shared:,} shared by all, {withheld:,} newly without suggestions.</source>
      <translation>{loads}. {shared:,} allen gemeinsam, {withheld:,} neu ohne Vorschläge.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/dialogs.py" />
      <source>Type a name.</source>
      <translation>Einen Namen tippen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/exchange.py" />
      <source>Handing out</source>
      <translation>Wird ausgeteilt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/exchange.py" />
      <source>Merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/exchange.py" />
      <source>Merging</source>
      <translation>Wird zusammengeführt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/exchange.py" />
      <source>Handing out and merging is done in the lead’s project.</source>
      <translation>Ausgeteilt und zusammengeführt wird im Projekt der Leitung.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/exchange.py" />
      <source>There is nobody to hand out to; add annotators first.</source>
      <translation>Es gibt niemanden, an den ausgeteilt werden kann; zuerst Annotierende hinzufügen.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>{n:,} files</source>
      <translation>
        <numerusform>{n:,} Datei</numerusform>
        <numerusform>{n:,} Dateien</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>{files} written</source>
      <translation>{files} geschrieben</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>Nothing was handed out</source>
      <translation>Nichts wurde ausgeteilt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>Hand out</source>
      <translation>Austeilen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>Not handed out</source>
      <translation>Nicht ausgeteilt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>{articles}, as nothing is assigned</source>
      <translation>{articles}, weil nichts zugeteilt ist</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>, {withheld:,} without suggestions</source>
      <translation>, {withheld:,} ohne Vorschläge</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>Everybody gets a project file of their own, with their articles and nobody else’s work. Merge the files when they come back.</source>
      <translation>Alle bekommen eine eigene Projektdatei, mit ihren Artikeln und ohne die Arbeit anderer. Die Dateien zusammenführen, wenn sie zurückkommen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>Replace older files whose work is all merged</source>
      <translation>Ältere Dateien ersetzen, deren Arbeit schon zusammengeführt ist</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>&amp;Folder</source>
      <translation>&amp;Ordner</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>Stopped. {headline}</source>
      <translation>Angehalten. {headline}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>nothing assigned: all articles</source>
      <translation>nichts zugeteilt: alle Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>Tick at least one annotator.</source>
      <translation>Mindestens eine Person ankreuzen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>{folder} is not a folder; choose another.</source>
      <translation>{folder} ist kein Ordner; bitte einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/handing_out.py" />
      <source>Choose a folder.</source>
      <translation>Einen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>{came:,} of {files:,} files merged</source>
      <translation>{came:,} von {files:,} Dateien zusammengeführt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>, with nothing new</source>
      <translation>, ohne Neues</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>Refused, left out or to be looked at</source>
      <translation>Abgelehnt, ausgelassen oder anzusehen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>Nothing was merged</source>
      <translation>Nichts wurde zusammengeführt</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/people/merging.py" />
      <source>{n:,} files merged</source>
      <translation>
        <numerusform>{n:,} Datei zusammengeführt</numerusform>
        <numerusform>{n:,} Dateien zusammengeführt</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>Bring the work in these files into {project}. The project is copied before the first change; the files stay as they are.</source>
      <translation>Die Arbeit in diesen Dateien in {project} bringen. Das Projekt wird vor der ersten Änderung kopiert; die Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>The file was refused</source>
      <translation>Die Datei wurde abgelehnt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>All files were refused</source>
      <translation>Alle Dateien wurden abgelehnt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>{whose}{name}: nothing new.</source>
      <translation>{whose}{name}: nichts Neues.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>In the bin, with the work that came in: {titles}.</source>
      <translation>Im Papierkorb, mit der Arbeit, die dazukam: {titles}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>and {number:,} more</source>
      <translation>und {number:,} weitere</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>Layers with news</source>
      <translation>Ebenen mit Neuem</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>Annotations new</source>
      <translation>Annotationen neu</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>Annotations changed</source>
      <translation>Annotationen geändert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>Annotations removed</source>
      <translation>Annotationen entfernt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>Steps of the history</source>
      <translation>Schritte des Verlaufs</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>States, verdicts, links, comments, zones and times</source>
      <translation>Zustände, Entscheidungen, Verweise, Kommentare, Beiwerk und Zeiten</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/people/merging.py" />
      <source>{whose}{name}: {articles}, {n:,} new annotations.</source>
      <translation>
        <numerusform>{whose}{name}: {articles}, {n:,} neue Annotation.</numerusform>
        <numerusform>{whose}{name}: {articles}, {n:,} neue Annotationen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>Refused. {refused}</source>
      <translation>Abgelehnt. {refused}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>Worked on in two copies at once, the later change counts: {title}</source>
      <translation>In zwei Kopien zugleich bearbeitet, die spätere Änderung zählt: {title}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>Not in this project; import it and merge again: {title}</source>
      <translation>Nicht in diesem Projekt; importieren und noch einmal zusammenführen: {title}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/merging.py" />
      <source>Left out, as a handout has them not: {others} layers</source>
      <translation>Ausgelassen, weil es das in ausgeteilten Dateien nicht gibt: {others} Ebenen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/table.py" />
      <source>assigned</source>
      <translation>zugeteilt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/table.py" />
      <source>done</source>
      <translation>fertig</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/table.py" />
      <source>flagged</source>
      <translation>vorgemerkt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/table.py" />
      <source>time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/table.py" />
      <source>pace</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/table.py" />
      <source>settling</source>
      <translation>Klären</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/table.py" />
      <source>lead</source>
      <translation>Leitung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/table.py" />
      <source>retired</source>
      <translation>zurückgezogen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>People — {stem} — Annotator</source>
      <translation>Personen — {stem} — Annotator</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>&amp;Add…</source>
      <translation>&amp;Hinzufügen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>&amp;Rename…</source>
      <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>Re&amp;tire</source>
      <translation>&amp;Verabschieden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>A&amp;ssign…</source>
      <translation>&amp;Zuteilen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>&amp;Hand out…</source>
      <translation>&amp;Austeilen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>&amp;Merge…</source>
      <translation>Zusa&amp;mmenführen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>People</source>
      <translation>Personen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>Add an annotator</source>
      <translation>Eine Person hinzufügen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/people/window.py" />
      <source>{n:,} assignments made.</source>
      <translation>
        <numerusform>{n:,} Zuteilung gemacht.</numerusform>
        <numerusform>{n:,} Zuteilungen gemacht.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>Bring &amp;back</source>
      <translation>Zurück&amp;holen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>Rename {old}</source>
      <translation>{old} umbenennen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/people/window.py" />
      <source>Add annotators first.</source>
      <translation>Zuerst Annotierende hinzufügen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/chart.py" />
      <source>{title}: F1 {value}{ends}, n = {annotations} in {articles}</source>
      <translation>{title}: F1 {value}{ends}, n = {annotations} in {articles}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/chart.py" />
      <source>Agreement over time</source>
      <translation>Übereinstimmung im Lauf der Zeit</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>What is compared</source>
      <translation>Was verglichen wird</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>all labels</source>
      <translation>alle Labels</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>Only some labels</source>
      <translation>Nur manche Labels</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>What tokens are</source>
      <translation>Was Token sind</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>What the classes of tokens tell</source>
      <translation>Was die Klassen der Token unterscheiden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>When two annotations are the same</source>
      <translation>Wann zwei Annotationen gleich sind</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>Also unfinished</source>
      <translation>Auch unfertige</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>Take along articles that have annotations but are not set to done.</source>
      <translation>Auch Artikel mitnehmen, die Annotationen haben, aber nicht auf fertig stehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>Comparing</source>
      <translation>Wird verglichen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>Read again</source>
      <translation>Neu lesen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>Read what has been annotated since (F5)</source>
      <translation>Lesen, was seither annotiert wurde (F5)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>Report…</source>
      <translation>Bericht …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>Write the figures to a file to send on (Ctrl+S)</source>
      <translation>Die Zahlen in eine Datei zum Weitergeben schreiben (Strg+S)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>the project’s tokens</source>
      <translation>Token des Projekts</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>white space</source>
      <translation>Leerraum</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>plain</source>
      <translation>einfach</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>same by</source>
      <translation>gleich durch</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>Compare with the settled layer, too</source>
      <translation>Auch mit der geklärten Ebene vergleichen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/choices.py" />
      <source>Compare what {name} has annotated</source>
      <translation>Vergleichen, was {name} annotiert hat</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>Agreement — {stem} — Annotator</source>
      <translation>Übereinstimmung — {stem} — Annotator</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>Reading the layers…</source>
      <translation>Ebenen werden gelesen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>Nothing was compared</source>
      <translation>Nichts wurde verglichen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>Comparing…</source>
      <translation>Wird verglichen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>Write the report</source>
      <translation>Den Bericht schreiben</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>HTML (*.html)</source>
      <translation>HTML (*.html)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>Only the lead sees how far annotators agree</source>
      <translation>Nur die Leitung sieht, wie weit die Annotierenden übereinstimmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>Annotators work without seeing each other’s annotations, so that none of them is led by another.</source>
      <translation>Annotierende arbeiten, ohne die Annotationen der anderen zu sehen, damit niemand von anderen beeinflusst wird.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>Nobody has annotated the same article yet</source>
      <translation>Noch haben nicht zwei Personen denselben Artikel annotiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>Agreement is measured on articles that two annotators or more have annotated. Give several people the same articles, and look again when they have set them to done.</source>
      <translation>Übereinstimmung wird an Artikeln gemessen, die mindestens zwei Personen annotiert haben. Geben Sie mehreren dieselben Artikel und sehen Sie wieder her, wenn sie auf fertig stehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>Stopped.</source>
      <translation>Angehalten.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>Writing the report…</source>
      <translation>Der Bericht wird geschrieben …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/commands.py" />
      <source>Written: {files}, and {tables} beside it.</source>
      <translation>Geschrieben: {files}, und {tables} daneben.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/gamma.py" />
      <source>γ of Mathet, Widlöcher and Métivier: units are aligned by place and label at once. It takes from a tenth of a second to minutes an article.</source>
      <translation>γ nach Mathet, Widlöcher und Métivier: Einheiten werden nach Ort und Label zugleich zugeordnet. Das dauert je Artikel von einer Zehntelsekunde bis zu Minuten.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/gamma.py" />
      <source>γ of units</source>
      <translation>γ der Einheiten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/gamma.py" />
      <source>Computing γ</source>
      <translation>γ wird berechnet</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/gamma.py" />
      <source>Compute γ</source>
      <translation>γ berechnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/gamma.py" />
      <source>Computing γ…</source>
      <translation>γ wird berechnet …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/gamma.py" />
      <source>γ of units: {error}</source>
      <translation>γ der Einheiten: {error}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/gamma.py" />
      <source>γ of units: {written} ({articles})</source>
      <translation>γ der Einheiten: {written} ({articles})</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/gamma.py" />
      <source>γ of units: stopped</source>
      <translation>γ der Einheiten: angehalten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/gamma.py" />
      <source>Computing γ…{share}</source>
      <translation>γ wird berechnet …{share}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/gamma.py" />
      <source>γ of units: not computed yet</source>
      <translation>γ der Einheiten: noch nicht berechnet</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>{pair} and {pair2}: {title} {written}{words}, n = {number}</source>
      <translation>{pair} und {pair2}: {title} {written}{words}, n = {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>{pair} and {pair2}: {said}, n = {number}</source>
      <translation>{pair} und {pair2}: {said}, n = {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>Measure in the matrix</source>
      <translation>Maß in der Matrix</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>Agreement of each pair</source>
      <translation>Übereinstimmung jedes Paares</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>Each pair by</source>
      <translation>Jedes Paar nach</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>{title} is not defined</source>
      <translation>{title} ist nicht definiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>nothing in common</source>
      <translation>nichts gemeinsam</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>Pair of annotators</source>
      <translation>Paar von Annotierenden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>Labels of the one by labels of the other</source>
      <translation>Labels der einen gegen Labels der anderen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>Labels of</source>
      <translation>Labels von</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>{pair} and {pair2}</source>
      <translation>{pair} und {pair2}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>rows: {one}, columns: {other}</source>
      <translation>Zeilen: {one}, Spalten: {other}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>F1 along the list of articles</source>
      <translation>F1 entlang der Liste der Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/pages.py" />
      <source>{one} and {other}</source>
      <translation>{one} und {other}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/passage_list.py" />
      <source>Passages behind the figure</source>
      <translation>Stellen hinter der Zahl</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/passage_list.py" />
      <source>other speaker</source>
      <translation>anderer Sprecher</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/passages.py" />
      <source>{what}, {sides}: “{words}” in {title}</source>
      <translation>{what}, {sides}: „{words}“ in {title}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/passages.py" />
      <source>more or less {parts}</source>
      <translation>mehr oder weniger: {parts}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/passages.py" />
      <source>other {parts}</source>
      <translation>anders: {parts}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/rows.py" />
      <source>F1 of all pairs of annotators together</source>
      <translation>F1 aller Paare zusammen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/rows.py" />
      <source>95 % interval of F1, by drawing articles again</source>
      <translation>95-%-Intervall von F1, durch erneutes Ziehen von Artikeln</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/rows.py" />
      <source>Annotations of both sides, over all pairs</source>
      <translation>Annotationen beider Seiten, über alle Paare</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/rows.py" />
      <source>Krippendorff’s α of the tokens, of all annotators</source>
      <translation>Krippendorffs α der Token, aller Annotierenden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/rows.py" />
      <source>Tokens that at least two annotators have looked at</source>
      <translation>Token, die mindestens zwei Personen angesehen haben</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/rows.py" />
      <source>Passages on which two annotators differ</source>
      <translation>Stellen, an denen zwei Personen abweichen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/rows.py" />
      <source>Agreement of all annotators</source>
      <translation>Übereinstimmung aller Annotierenden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>{annotators}, {articles} that two of them have done, {tokens}.</source>
      <translation>{annotators}, {articles}, die zwei von ihnen fertig haben, {tokens}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>Nothing of this sort; the buttons above show the others.</source>
      <translation>Nichts dergleichen; die Knöpfe darüber zeigen das andere.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>There is nothing behind this figure.</source>
      <translation>Hinter dieser Zahl steht nichts.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>They agree on everything here.</source>
      <translation>Hier stimmen sie in allem überein.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>Agreement — Annotator</source>
      <translation>Übereinstimmung — Annotator</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>Agreement by label</source>
      <translation>Übereinstimmung nach Label</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>Agreement by part</source>
      <translation>Übereinstimmung nach Teil</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>Agreement by article</source>
      <translation>Übereinstimmung nach Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>Figures</source>
      <translation>Zahlen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>Parts</source>
      <translation>Teile</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>Labels of a pair</source>
      <translation>Labels eines Paares</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>Choose two annotators or more</source>
      <translation>Mindestens zwei Personen wählen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>Agreement is measured between those who are ticked above.</source>
      <translation>Übereinstimmung wird zwischen denen gemessen, die oben angekreuzt sind.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>No article is done by two of them</source>
      <translation>Kein Artikel ist von zweien fertig</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>Only articles count that two annotators have set to done: what is not marked there was looked at, and left out on purpose.</source>
      <translation>Es zählen nur Artikel, die zwei Personen auf fertig gesetzt haben: was dort nicht markiert ist, wurde angesehen und mit Absicht ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>{name} says {label}</source>
      <translation>{name} sagt {label}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>All pairs</source>
      <translation>Alle Paare</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source>Compare unfinished ones, too</source>
      <translation>Auch unfertige vergleichen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/review/window.py" />
      <source> and </source>
      <translation> und </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/reviewing.py" />
      <source>No suggestion is left in this article.</source>
      <translation>In diesem Artikel ist kein Vorschlag mehr.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>{n:,} labels</source>
      <translation>
        <numerusform>{n:,} Label</numerusform>
        <numerusform>{n:,} Labels</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>Take this schema</source>
      <translation>Dieses Schema übernehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>All work is kept. What the schema does not know is drawn plainly, can be edited, and is exported. A backup is made first, and you can go back.</source>
      <translation>Alle Arbeit bleibt. Was das Schema nicht kennt, wird schlicht gezeichnet, kann bearbeitet werden und wird exportiert. Vorher wird gesichert, und Sie können zurück.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>Take it</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>What it means for the work</source>
      <translation>Was es für die Arbeit bedeutet</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>Add a label: {kind}</source>
      <translation>Label hinzufügen: {kind}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>Its name stands in exports. It may be changed later; what was marked with it goes along.</source>
      <translation>Der Name steht in Exporten. Er kann später geändert werden; was damit markiert ist, geht mit.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>Take it…</source>
      <translation>Übernehmen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>Kinds and labels</source>
      <translation>Arten und Labels</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>&amp;Add label…</source>
      <translation>Label hinzufü&amp;gen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>&amp;Retire</source>
      <translation>&amp;Zurückziehen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>Remo&amp;ve</source>
      <translation>&amp;Entfernen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>&amp;Former schema</source>
      <translation>&amp;Früheres Schema</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>Not in the schema</source>
      <translation>Nicht im Schema</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>Load a schema</source>
      <translation>Schema laden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>Save the schema</source>
      <translation>Schema speichern</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>&amp;Open a file…</source>
      <translation>Datei &amp;öffnen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>&amp;Save as a file…</source>
      <translation>Als Datei &amp;speichern …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>What is in use can only be retired.</source>
      <translation>Was benutzt ist, kann nur zurückgezogen werden.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/dialog.py" />
      <source>{name} cannot be written: {error}</source>
      <translation>{name} kann nicht geschrieben werden: {error}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/form.py" />
      <source>Colour on light</source>
      <translation>Farbe auf hellem Grund</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/form.py" />
      <source>Colour on dark</source>
      <translation>Farbe auf dunklem Grund</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/form.py" />
      <source>&amp;Title</source>
      <translation>&amp;Titel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/form.py" />
      <source>&amp;Key</source>
      <translation>T&amp;aste</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/form.py" />
      <source>On &amp;light</source>
      <translation>Auf &amp;hell</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/form.py" />
      <source>On &amp;dark</source>
      <translation>Auf &amp;dunkel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/form.py" />
      <source>&amp;Pattern</source>
      <translation>&amp;Muster</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/form.py" />
      <source>&amp;Guideline</source>
      <translation>&amp;Richtlinie</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/schema/model.py" />
      <source>Key</source>
      <translation>Taste</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Look</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Work</source>
      <translation>Arbeit</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>&amp;Theme</source>
      <translation>&amp;Aussehen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Light, dark, or as the system has it.</source>
      <translation>Hell, dunkel oder wie im System.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>The language of menus and dialogs; articles and labels stay as they are.</source>
      <translation>Die Sprache der Menüs und Dialoge; Artikel und Labels bleiben, wie sie sind.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Article &amp;font</source>
      <translation>&amp;Schrift des Artikels</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>What articles are set in; the program's own font shows most scripts.</source>
      <translation>Worin Artikel gesetzt sind; die Schrift des Programms zeigt die meisten Schriftsysteme.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Text &amp;size</source>
      <translation>Schrift&amp;größe</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Size of the article's text.</source>
      <translation>Größe des Artikeltexts.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>&amp;Who is working</source>
      <translation>&amp;Wer arbeitet</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Annotations are kept by this name.</source>
      <translation>Annotationen werden unter diesem Namen geführt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Let selections end &amp;inside words</source>
      <translation>Auswahlen dürfen &amp;im Wort enden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Otherwise they snap to whole tokens.</source>
      <translation>Sonst rasten sie an ganzen Token ein.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Suggest &amp;by itself when a project is opened</source>
      <translation>&amp;Beim Öffnen eines Projekts von selbst vorschlagen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Otherwise only when it is asked for in the menu.</source>
      <translation>Sonst nur, wenn es im Menü verlangt wird.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>&amp;Hide suggestions until an article is done</source>
      <translation>&amp;Vorschläge verbergen, bis ein Artikel fertig ist</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>So that the first pass is not led by the pipeline.</source>
      <translation>Damit der erste Durchgang nicht von der Pipeline beeinflusst wird.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>&amp;Back a project up once a day of use</source>
      <translation>Ein Projekt an jedem Tag der Benutzung &amp;sichern</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Beside the project, and only if something has changed.</source>
      <translation>Neben dem Projekt, und nur wenn sich etwas geändert hat.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>&amp;Daily backups that are kept</source>
      <translation>&amp;Tägliche Sicherungen, die bleiben</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>The oldest above this number is let go when a new one is made.</source>
      <translation>Die älteste darüber hinaus wird entfernt, wenn eine neue entsteht.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>As the system has it</source>
      <translation>Wie im System</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settings_model.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settle_actions.py" />
      <source>&amp;Settle differences…</source>
      <translation>&amp;Abweichungen klären …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settle_actions.py" />
      <source>Decide where annotators differ, for the settled layer; for the lead.</source>
      <translation>Für die geklärte Ebene entscheiden, worin Annotierende abweichen; für die Leitung.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settle_actions.py" />
      <source>&amp;Agreement…</source>
      <translation>&amp;Übereinstimmung …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settle_actions.py" />
      <source>Measure how far annotators agree; see every passage on which they differ.</source>
      <translation>Messen, wie weit Annotierende übereinstimmen; jede Stelle sehen, an der sie abweichen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settle_actions.py" />
      <source>P&amp;eople…</source>
      <translation>P&amp;ersonen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settle_actions.py" />
      <source>See who has what and how far they are; add people, assign articles.</source>
      <translation>Sehen, wer was hat und wie weit sie sind; Personen hinzufügen, Artikel zuteilen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settle_actions.py" />
      <source>Write a project file for each annotator, with nobody else’s work in it.</source>
      <translation>Für jede Person eine Projektdatei schreiben, ohne die Arbeit anderer.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settle_actions.py" />
      <source>Bring work back from files handed out: any files, any number of times.</source>
      <translation>Arbeit aus ausgeteilten Dateien zurückholen: beliebige Dateien, beliebig oft.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settle_actions.py" />
      <source>Settled othe&amp;rwise…</source>
      <translation>Ande&amp;rs geklärt …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/settle_actions.py" />
      <source>See where the settled layer says something else than you did.</source>
      <translation>Sehen, wo die geklärte Ebene etwas anderes sagt als Sie.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/shortcuts.py" />
      <source>Mark the selection</source>
      <translation>Die Auswahl markieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/shortcuts.py" />
      <source>Set the part</source>
      <translation>Den Teil setzen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/shortcuts.py" />
      <source>In the article</source>
      <translation>Im Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/shortcuts.py" />
      <source>Find a key</source>
      <translation>Eine Taste finden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/shortcuts.py" />
      <source>Labels, for the selected text</source>
      <translation>Labels, für den ausgewählten Text</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/shortcuts.py" />
      <source>Parts of the selected quote or claim</source>
      <translation>Teile des gewählten Zitats oder der Behauptung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/suggestion_card.py" />
      <source>&lt;b&gt;{title}&lt;/b&gt;, suggested with a score of {score:.2f}</source>
      <translation>&lt;b&gt;{title}&lt;/b&gt;, vorgeschlagen mit dem Wert {score:.2f}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/tasks.py" />
      <source>Starting…</source>
      <translation>Beginnt …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/tasks.py" />
      <source>Stopping…</source>
      <translation>Wird angehalten …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/tasks.py" />
      <source>{done:,} of {total:,}</source>
      <translation>{done:,} von {total:,}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>opened before</source>
      <translation>früher geöffnet</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>Remove from this list (the file stays)</source>
      <translation>Aus dieser Liste entfernen (die Datei bleibt)</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>Remove {name} from the list</source>
      <translation>{name} aus der Liste entfernen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>Missing: moved or deleted</source>
      <translation>Fehlt: verschoben oder gelöscht</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>Open {name}</source>
      <translation>{name} öffnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>{note}, in {folder}</source>
      <translation>{note}, in {folder}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>Welcome</source>
      <translation>Willkommen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>Label news articles by hand: who and what they name, who said what, and what is claimed.</source>
      <translation>Nachrichtenartikel von Hand annotieren: wen und was sie nennen, wer was sagt und was behauptet wird.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>&amp;Try the sample corpus</source>
      <translation>Das &amp;Beispielkorpus ausprobieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>Recent projects</source>
      <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>You can also drop a project file anywhere here.</source>
      <translation>Eine Projektdatei lässt sich auch irgendwo hierher ziehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>Make an empty project file</source>
      <translation>Eine leere Projektdatei anlegen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>Open a project file (.annot)</source>
      <translation>Eine Projektdatei (.annot) öffnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/welcome.py" />
      <source>Invented articles to try it on</source>
      <translation>Erfundene Artikel zum Ausprobieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/action_set.py" />
      <source>Set the {text} of the selected quote or claim to the selection.</source>
      <translation>„{text}“ des gewählten Zitats oder der Behauptung auf die Auswahl setzen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/action_set.py" />
      <source>Mark the selection as {text}, or change the selected label to it.</source>
      <translation>Die Auswahl als {text} markieren, oder das gewählte Label dazu ändern.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/action_set.py" />
      <source>Toolbar</source>
      <translation>Werkzeugleiste</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/action_set.py" />
      <source>Keep {text}</source>
      <translation>{text} behalten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/action_set.py" />
      <source>&amp;Reject</source>
      <translation>&amp;Ablehnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/action_set.py" />
      <source>&amp;Delete</source>
      <translation>&amp;Löschen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/action_set.py" />
      <source>&amp;Undo {name}</source>
      <translation>&amp;Rückgängig: {name}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/action_set.py" />
      <source>&amp;Redo {name}</source>
      <translation>&amp;Wiederholen: {name}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/bin_commands.py" />
      <source>{said} moved. {key} takes that back.</source>
      <translation>{said} bewegt. {key} nimmt das zurück.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/bin_commands.py" />
      <source>{name}: done. {key} takes that back.</source>
      <translation>{name}: erledigt. {key} nimmt das zurück.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/bin_commands.py" />
      <source>“{title}” was put into the bin in another window.</source>
      <translation>„{title}“ wurde in einem anderen Fenster in den Papierkorb gelegt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/bin_commands.py" />
      <source>Only the lead of the project takes articles out.</source>
      <translation>Nur die Leitung des Projekts nimmt Artikel heraus.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/bin_commands.py" />
      <source>Removing</source>
      <translation>Wird entfernt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/bin_commands.py" />
      <source>Putting back</source>
      <translation>Wird zurückgelegt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/care.py" />
      <source>This project is on a network drive</source>
      <translation>Dieses Projekt liegt auf einem Netzlaufwerk</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/care.py" />
      <source>No backup was made today: {error}</source>
      <translation>Heute wurde keine Sicherung gemacht: {error}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/care.py" />
      <source>Back up</source>
      <translation>Sichern</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/care.py" />
      <source>It was read through after it was written.</source>
      <translation>Sie wurde nach dem Schreiben ganz gelesen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/care.py" />
      <source>Backed up</source>
      <translation>Gesichert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/care.py" />
      <source>Going back</source>
      <translation>Wird zurückgesetzt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/care.py" />
      <source>As it was before it is kept in {before}.</source>
      <translation>Wie es vorher war, ist in {before}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/care.py" />
      <source>Saving what can be read</source>
      <translation>Wird gerettet, was lesbar ist</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/care.py" />
      <source>Save what can be read</source>
      <translation>Retten, was lesbar ist</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/care.py" />
      <source>Lost</source>
      <translation>Verloren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/care.py" />
      <source>Backing up</source>
      <translation>Wird gesichert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/command_palette.py" />
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/command_palette.py" />
      <source>Type what you want to do</source>
      <translation>Tippen, was Sie tun wollen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/command_palette.py" />
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/command_palette.py" />
      <source>No action is called that.</source>
      <translation>Kein Befehl heißt so.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/context_menu.py" />
      <source>For the selected {name}</source>
      <translation>Für die Auswahl: {name}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/context_menu.py" />
      <source>Select instead</source>
      <translation>Stattdessen auswählen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/context_menu.py" />
      <source>Select text to mark it</source>
      <translation>Text auswählen, um ihn zu markieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/context_menu.py" />
      <source>Change the label to</source>
      <translation>Das Label ändern zu</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/context_menu.py" />
      <source>Add as further</source>
      <translation>Hinzufügen als weiteres</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/context_menu.py" />
      <source>Set as</source>
      <translation>Setzen als</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/context_menu.py" />
      <source>Mark as {name}</source>
      <translation>Markieren: {name}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/context_menu.py" />
      <source>Remove the {title}</source>
      <translation>„{title}“ entfernen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/dialog_commands.py" />
      <source>Mark</source>
      <translation>Markieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/document_commands.py" />
      <source>This is the last article of the list.</source>
      <translation>Das ist der letzte Artikel der Liste.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/document_commands.py" />
      <source>This is the first article of the list.</source>
      <translation>Das ist der erste Artikel der Liste.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/document_commands.py" />
      <source>Done. This was the last article of the list.</source>
      <translation>Fertig. Das war der letzte Artikel der Liste.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/empty_page.py" />
      <source>This project has no articles yet</source>
      <translation>Dieses Projekt hat noch keine Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/empty_page.py" />
      <source>Import web pages, texts, tables or what another tool has exported, or drop files and folders anywhere on this window.</source>
      <translation>Importieren Sie Webseiten, Texte, Tabellen oder was ein anderes Programm exportiert hat, oder ziehen Sie Dateien und Ordner auf dieses Fenster.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/empty_page.py" />
      <source>Import articles…</source>
      <translation>Artikel importieren …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/empty_page.py" />
      <source>No article is open</source>
      <translation>Kein Artikel ist offen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/empty_page.py" />
      <source>Choose one from the list on the left.</source>
      <translation>Einen aus der Liste links wählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_choices.py" />
      <source>overlap ≥ .3</source>
      <translation>Überlappung ≥ 0,3</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_choices.py" />
      <source>overlap ≥ .8</source>
      <translation>Überlappung ≥ 0,8</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_choices.py" />
      <source>exactly the same</source>
      <translation>genau gleich</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_choices.py" />
      <source>Compare with the annotations of</source>
      <translation>Vergleichen mit den Annotationen von</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_choices.py" />
      <source>Suggestions of</source>
      <translation>Vorschläge von</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_choices.py" />
      <source>Two are the same by</source>
      <translation>Zwei sind gleich durch</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_choices.py" />
      <source>Only suggestions from this score on</source>
      <translation>Nur Vorschläge ab diesem Wert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_choices.py" />
      <source>Evaluate again</source>
      <translation>Noch einmal auswerten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_choices.py" />
      <source>against</source>
      <translation>gegen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_choices.py" />
      <source>score from</source>
      <translation>Wert ab</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_commands.py" />
      <source>Evaluation</source>
      <translation>Auswertung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source>Right if found</source>
      <translation>Richtig, wenn gefunden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source>Precision: the share of the suggestions that were annotated, too</source>
      <translation>Genauigkeit: der Anteil der Vorschläge, die auch annotiert wurden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source>Recall: the share of the annotations that were suggested</source>
      <translation>Vollständigkeit: der Anteil der Annotationen, die vorgeschlagen wurden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source>F1: the harmonic mean of precision and recall</source>
      <translation>F1: das harmonische Mittel von Genauigkeit und Vollständigkeit</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source>Of what was found, the share whose label, or whose part, is right</source>
      <translation>Vom Gefundenen der Anteil, dessen Label oder Teil stimmt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source>How many were annotated</source>
      <translation>Wie viele annotiert wurden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source>How many were suggested</source>
      <translation>Wie viele vorgeschlagen wurden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source>{title}, whatever the label: {both:,} of {right:,} found by {left:,} suggestions in {documents:,} articles.</source>
      <translation>{title}, gleich welches Label: {both:,} von {right:,} gefunden durch {left:,} Vorschläge in {documents:,} Artikeln.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source>Same label</source>
      <translation>Gleiches Label</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source> of {found:,}</source>
      <translation> von {found:,}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source>Of {found:,} found, {both:,} have the right label.</source>
      <translation>Von {found:,} gefundenen haben {both:,} das richtige Label.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source>{title}: of {n:,} found that have one, {both:,} overlap and {exact:,} are exactly right.</source>
      <translation>{title}: von {n:,} gefundenen, die einen haben, überlappen {both:,}, und {exact:,} stimmen genau.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_figures.py" />
      <source>{found:,} of {right:,} found under whatever label, {both:,} of them under this one.</source>
      <translation>{found:,} von {right:,} unter irgendeinem Label gefunden, {both:,} davon unter diesem.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_list.py" />
      <source>other speaker, cue</source>
      <translation>anderer Sprecher, andere Redeeinleitung</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>{n:,} articles compared</source>
      <translation>
        <numerusform>{n:,} Artikel verglichen</numerusform>
        <numerusform>{n:,} Artikel verglichen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>; left out: {reasons}</source>
      <translation>; ausgelassen: {reasons}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>; {against} has no {kinds}</source>
      <translation>; {against} hat keine {kinds}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>; the first {number:,} passages are listed</source>
      <translation>; die ersten {number:,} Stellen sind aufgelistet</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>Everything here is right.</source>
      <translation>Hier stimmt alles.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>Evaluation of suggestions</source>
      <translation>Auswertung der Vorschläge</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>Stopped; the figures below are older.</source>
      <translation>Angehalten; die Zahlen unten sind älter.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>There are no suggestions yet</source>
      <translation>Es gibt noch keine Vorschläge</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>Let the pipeline suggest first, then compare with what people marked.</source>
      <translation>Zuerst die Pipeline vorschlagen lassen, dann mit dem vergleichen, was Personen markiert haben.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>Suggest for all articles</source>
      <translation>Für alle Artikel vorschlagen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>Nobody has annotated anything yet</source>
      <translation>Noch hat niemand etwas annotiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>Annotate some articles and set them to done ({key}), or import annotations: suggestions are then judged by them.</source>
      <translation>Einige Artikel annotieren und auf fertig setzen ({key}), oder Annotationen importieren: an ihnen werden Vorschläge gemessen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>No article can be compared</source>
      <translation>Kein Artikel lässt sich vergleichen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>Only articles that {against} has set to done count: what is not marked there was looked at. ({why_left_out})</source>
      <translation>Es zählen nur Artikel, die {against} auf fertig gesetzt hat: was dort nicht markiert ist, wurde angesehen. ({why_left_out})</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source>{state} Changed since.</source>
      <translation>{state} Seither geändert.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_panel.py" />
      <source> and no </source>
      <translation> und keine </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_passages.py" />
      <source>False alarms</source>
      <translation>Falscher Alarm</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_passages.py" />
      <source>Other label</source>
      <translation>Anderes Label</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_passages.py" />
      <source>Other part</source>
      <translation>Anderer Teil</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_passages.py" />
      <source>Right</source>
      <translation>Richtig</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_passages.py" />
      <source>{outcome_of}, {labels}{score}: “{words}” in {title}</source>
      <translation>{outcome_of}, {labels}{score}: „{words}“ in {title}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_passages.py" />
      <source>false alarm</source>
      <translation>Falscher Alarm</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/evaluation_passages.py" />
      <source>, score {score:.2f}</source>
      <translation>, Wert {score:.2f}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/export_commands.py" />
      <source>Exporting</source>
      <translation>Wird exportiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/export_commands.py" />
      <source>Mending</source>
      <translation>Wird ausgebessert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/export_commands.py" />
      <source>Export check</source>
      <translation>Exportprüfung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/find_bar.py" />
      <source>Find in this article</source>
      <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/find_bar.py" />
      <source>Match case</source>
      <translation>Groß/klein beachten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/find_bar.py" />
      <source>{place} of {number}</source>
      <translation>{place} von {number}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/find_bar.py" />
      <source>Previous</source>
      <translation>Vorige</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/find_bar.py" />
      <source>Next</source>
      <translation>Nächste</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/find_bar.py" />
      <source>Not found</source>
      <translation>Nicht gefunden</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/header.py" />
      <source>State: {title}</source>
      <translation>Stand: {title}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/header.py" />
      <source>Set how far you are with this article</source>
      <translation>Setzen, wie weit Sie mit diesem Artikel sind</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/window/header.py" />
      <source>{n:,} words</source>
      <translation>
        <numerusform>{n:,} Wort</numerusform>
        <numerusform>{n:,} Wörter</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/list_commands.py" />
      <source>{key} takes that back.</source>
      <translation>{key} macht das rückgängig.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/list_commands.py" />
      <source>{said} set.</source>
      <translation>{said} gesetzt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/list_commands.py" />
      <source>&amp;Open</source>
      <translation>Ö&amp;ffnen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/window/list_commands.py" />
      <source>&amp;Set {n:,} articles to</source>
      <translation>
        <numerusform>{n:,} Artikel &amp;setzen auf</numerusform>
        <numerusform>{n:,} Artikel &amp;setzen auf</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/list_commands.py" />
      <source>&amp;Set to</source>
      <translation>&amp;Setzen auf</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/list_commands.py" />
      <source>Setting states</source>
      <translation>Stände werden gesetzt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/list_commands.py" />
      <source>{name}: done.</source>
      <translation>{name}: erledigt.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/window/list_commands.py" />
      <source>&amp;Remove {n:,} articles…</source>
      <translation>
        <numerusform>{n:,} Artikel &amp;entfernen …</numerusform>
        <numerusform>{n:,} Artikel &amp;entfernen …</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/list_commands.py" />
      <source>&amp;Remove…</source>
      <translation>&amp;Entfernen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/main_window.py" />
      <source>{stem} — {name} — Annotator</source>
      <translation>{stem} — {name} — Annotator</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/panel_link.py" />
      <source>Select an annotation or a suggestion to see its parts.</source>
      <translation>Eine Annotation oder einen Vorschlag auswählen, um die Teile zu sehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/panel_link.py" />
      <source>Open an article to see its annotations.</source>
      <translation>Einen Artikel öffnen, um seine Annotationen zu sehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/panel_link.py" />
      <source>Suggestions are hidden until this article is done.</source>
      <translation>Vorschläge sind verborgen, bis dieser Artikel fertig ist.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/pipeline_commands.py" />
      <source>Looking at the pipeline</source>
      <translation>Die Pipeline wird angesehen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/preferences.py" />
      <source>The setting “{title}” made no sense ({stored}); it is {value} now.</source>
      <translation>Die Einstellung „{title}“ ergab keinen Sinn ({stored}); sie ist jetzt {value}.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/project_commands.py" />
      <source>Open project</source>
      <translation>Projekt öffnen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/project_commands.py" />
      <source>Making {name}…</source>
      <translation>{name} wird angelegt …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/project_commands.py" />
      <source>Preparing the sample corpus…</source>
      <translation>Das Beispielkorpus wird vorbereitet …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/project_commands.py" />
      <source>Importing</source>
      <translation>Wird importiert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/schema_commands.py" />
      <source>The schema was changed.</source>
      <translation>Das Schema wurde geändert.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/schema_commands.py" />
      <source>Project → Schema → Former schema goes back.</source>
      <translation>Projekt → Schema → Früheres Schema führt zurück.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/schema_commands.py" />
      <source>Changing the schema</source>
      <translation>Schema wird geändert</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/window/schema_commands.py" />
      <source>{n:,} annotations have another label now.</source>
      <translation>
        <numerusform>{n:,} Annotation hat jetzt ein anderes Label.</numerusform>
        <numerusform>{n:,} Annotationen haben jetzt ein anderes Label.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/window/schema_commands.py" />
      <source>{n:,} do not fit it; they are kept.</source>
      <translation>
        <numerusform>{n:,} passt nicht dazu; sie bleibt.</numerusform>
        <numerusform>{n:,} passen nicht dazu; sie bleiben.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>Size of the article's text; a click for the usual one</source>
      <translation>Größe des Artikeltexts; ein Klick stellt die übliche ein</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>{n} suggestions open</source>
      <translation>
        <numerusform>{n} Vorschlag offen</numerusform>
        <numerusform>{n} Vorschläge offen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>✓ Saved {moment:%H:%M:%S}</source>
      <translation>✓ Gespeichert {moment:%H:%M:%S}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>✓ All saved</source>
      <translation>✓ Alles gespeichert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>✗ Not saved</source>
      <translation>✗ Nicht gespeichert</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>What selections snap to</source>
      <translation>Woran Auswahlen einrasten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>Who is working; click to change</source>
      <translation>Wer arbeitet; ein Klick wechselt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>Suggesting {done:,}/{total:,}</source>
      <translation>Vorschläge {done:,}/{total:,}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/status_line.py" />
      <source> in {number} fragments</source>
      <translation> in {number} Stücken</translation>
    </message>
    <message numerus="yes">
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>{n:,} characters selected{parts}</source>
      <translation>
        <numerusform>{n:,} Zeichen ausgewählt{parts}</numerusform>
        <numerusform>{n:,} Zeichen ausgewählt{parts}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>{caret:,} / {length:,}</source>
      <translation>{caret:,} / {length:,}</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>Characters</source>
      <translation>Zeichen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>Tokens</source>
      <translation>Token</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/window/status_line.py" />
      <source>Every change is on disk before the next one.</source>
      <translation>Jede Änderung ist auf der Platte, bevor die nächste kommt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Mark &amp;every further occurrence…</source>
      <translation>&amp;Alle weiteren Vorkommen markieren …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Show every other place of the same words; Return marks them all.</source>
      <translation>Jede andere Stelle derselben Wörter zeigen; die Eingabetaste markiert alle.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Confirm what is previewed</source>
      <translation>&amp;Vorschau bestätigen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Mark all the places that are previewed, or keep what was corrected.</source>
      <translation>Alle gezeigten Stellen markieren, oder das Berichtigte behalten.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Stop</source>
      <translation>Au&amp;fhören</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Leave the preview, the sticky label, the linking or the correcting.</source>
      <translation>Vorschau, festgehaltenes Label, Verweisen oder Berichtigen verlassen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Note…</source>
      <translation>&amp;Notiz …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Write a note on the selected annotation.</source>
      <translation>Eine Notiz zur gewählten Annotation schreiben.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Link to…</source>
      <translation>Ver&amp;weisen auf …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Link the selected claim to the quote that you select next.</source>
      <translation>Die gewählte Behauptung mit dem Zitat verbinden, das Sie als Nächstes auswählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Mark as &amp;boilerplate</source>
      <translation>Als &amp;Beiwerk markieren</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Dim the selection, or this paragraph: it is no part of the article.</source>
      <translation>Die Auswahl oder diesen Absatz abblenden: er gehört nicht zum Artikel.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Not boile&amp;rplate</source>
      <translation>Kein Bei&amp;werk</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Make the selection, or the dimmed text at the caret, part of the article.</source>
      <translation>Die Auswahl oder den abgeblendeten Text an der Schreibmarke zum Artikel nehmen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Ne&amp;xt mark</source>
      <translation>&amp;Nächste Markierung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Go to the next annotation or suggestion.</source>
      <translation>Zur nächsten Annotation oder zum nächsten Vorschlag gehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Previous mark</source>
      <translation>V&amp;orige Markierung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Go to the annotation or suggestion before this one.</source>
      <translation>Zur Annotation oder zum Vorschlag davor gehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>O&amp;uter mark</source>
      <translation>Ä&amp;ußere Markierung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Widen to the mark around this one.</source>
      <translation>Zur umgebenden Markierung weiten.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Inner mark</source>
      <translation>&amp;Innere Markierung</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Narrow to the mark inside this one.</source>
      <translation>Zur Markierung darin verengen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Widen the selection</source>
      <translation>Auswahl w&amp;eiten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Grow the selection: token, word, sentence, paragraph.</source>
      <translation>Die Auswahl wachsen lassen: Token, Wort, Satz, Absatz.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>N&amp;arrow the selection</source>
      <translation>Auswahl ver&amp;engen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Shrink the selection: paragraph, sentence, word, token.</source>
      <translation>Die Auswahl schrumpfen lassen: Absatz, Satz, Wort, Token.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Next suggestion</source>
      <translation>&amp;Nächster Vorschlag</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Go to the next suggestion not decided on.</source>
      <translation>Zum nächsten noch nicht entschiedenen Vorschlag gehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Previous suggestion</source>
      <translation>&amp;Voriger Vorschlag</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Go to the suggestion before this one.</source>
      <translation>Zum Vorschlag davor gehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Accept and go on</source>
      <translation>&amp;Annehmen und weiter</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Make the selected suggestion an annotation and go to the next one.</source>
      <translation>Den gewählten Vorschlag zur Annotation machen und zum nächsten gehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Reject and go on</source>
      <translation>A&amp;blehnen und weiter</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Reject the selected suggestion and go to the next one.</source>
      <translation>Den gewählten Vorschlag ablehnen und zum nächsten gehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Correct a part</source>
      <translation>Einen Teil be&amp;richtigen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Choose a part of the selected suggestion and select the right words for it.</source>
      <translation>Einen Teil des gewählten Vorschlags wählen und die richtigen Wörter dafür auswählen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Accept &amp;many…</source>
      <translation>Viele anneh&amp;men …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Accept all suggestions of a kind above a score, as one step.</source>
      <translation>Alle Vorschläge einer Art über einem Wert annehmen, in einem Schritt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Scores and &amp;limits</source>
      <translation>&amp;Werte und Grenzen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Choose from which score on suggestions are shown, kind by kind.</source>
      <translation>Wählen, ab welchem Wert Vorschläge gezeigt werden, Art für Art.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Suggest for all articles</source>
      <translation>&amp;Für alle Artikel vorschlagen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Let the pipeline work through the articles it has not seen yet.</source>
      <translation>Die Pipeline durch die Artikel gehen lassen, die sie noch nicht gesehen hat.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>S&amp;top suggesting</source>
      <translation>Vorschlagen an&amp;halten</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Stop the pipeline; what it has found stays.</source>
      <translation>Die Pipeline anhalten; was sie gefunden hat, bleibt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Pipeline from a &amp;folder…</source>
      <translation>Pipeline aus einem &amp;Ordner …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Use a pipeline that you trained yourself; it is a program, so it is asked.</source>
      <translation>Eine selbst trainierte Pipeline verwenden; sie ist ein Programm, deshalb wird gefragt.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Evaluate suggestions…</source>
      <translation>Vorschläge aus&amp;werten …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Measure suggestions against what somebody has annotated; see every miss.</source>
      <translation>Vorschläge an dem messen, was jemand annotiert hat; jeden Fehlgriff sehen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Done, and next</source>
      <translation>&amp;Fertig, und weiter</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Set this article to done and open the next one.</source>
      <translation>Diesen Artikel auf fertig setzen und den nächsten öffnen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Next article</source>
      <translation>&amp;Nächster Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Open the next article of the list.</source>
      <translation>Den nächsten Artikel der Liste öffnen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Previous article</source>
      <translation>&amp;Voriger Artikel</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Open the article before this one in the list.</source>
      <translation>Den Artikel davor in der Liste öffnen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Recognise &amp;boilerplate</source>
      <translation>&amp;Beiwerk erkennen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Dim what looks like menus, links to other articles, credits and the like.</source>
      <translation>Abblenden, was nach Menüs, Verweisen auf andere Artikel, Bildnachweisen und Ähnlichem aussieht.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>&amp;Language…</source>
      <translation>&amp;Sprache …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Say which language this article is in.</source>
      <translation>Angeben, in welcher Sprache dieser Artikel ist.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Remo&amp;ve this article…</source>
      <translation>Diesen Artikel entf&amp;ernen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Put this article into the bin, with all work on it.</source>
      <translation>Diesen Artikel in den Papierkorb legen, mit aller Arbeit daran.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Remove all listed arti&amp;cles…</source>
      <translation>Alle gelisteten Arti&amp;kel entfernen …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Put every article that the list shows now into the bin.</source>
      <translation>Jeden Artikel, den die Liste jetzt zeigt, in den Papierkorb legen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Bro&amp;wse the bin…</source>
      <translation>Im &amp;Papierkorb stöbern …</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>See which articles were taken out, and put them back.</source>
      <translation>Sehen, welche Artikel herausgenommen wurden, und sie zurücklegen.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Set to: &amp;To do</source>
      <translation>Setzen auf: &amp;Offen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Set to: &amp;In progress</source>
      <translation>Setzen auf: &amp;In Arbeit</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Set to: D&amp;one</source>
      <translation>Setzen auf: &amp;Fertig</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Set to: &amp;Flagged</source>
      <translation>Setzen auf: Vor&amp;gemerkt</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Set to: S&amp;kipped</source>
      <translation>Setzen auf: Ü&amp;bersprungen</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/work_actions.py" />
      <source>Say how far you are with this article.</source>
      <translation>Angeben, wie weit Sie mit diesem Artikel sind.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/zoning.py" />
      <source>This is marked as boilerplate already.</source>
      <translation>Das ist schon als Beiwerk markiert.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/zoning.py" />
      <source>There is no boilerplate here.</source>
      <translation>Hier ist kein Beiwerk.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/zoning.py" />
      <source>Nothing more of this article looks like boilerplate.</source>
      <translation>Nichts weiter in diesem Artikel sieht nach Beiwerk aus.</translation>
    </message>
    <message>
      <location filename="../../annotator/ui/zoning.py" />
      <source>The article is in that language already.</source>
      <translation>Der Artikel ist schon in dieser Sprache.</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Afrikaans</source>
      <translation>Afrikaans</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Amharic</source>
      <translation>Amharisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Aragonese</source>
      <translation>Aragonesisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Arabic</source>
      <translation>Arabisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Assamese</source>
      <translation>Assamesisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Azerbaijani</source>
      <translation>Aserbaidschanisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Belarusian</source>
      <translation>Belarussisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Bulgarian</source>
      <translation>Bulgarisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Bengali</source>
      <translation>Bengalisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Breton</source>
      <translation>Bretonisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Bosnian</source>
      <translation>Bosnisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Catalan</source>
      <translation>Katalanisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Czech</source>
      <translation>Tschechisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Welsh</source>
      <translation>Walisisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Danish</source>
      <translation>Dänisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>German</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Dzongkha</source>
      <translation>Dzongkha</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Greek</source>
      <translation>Griechisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>English</source>
      <translation>Englisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Esperanto</source>
      <translation>Esperanto</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Spanish</source>
      <translation>Spanisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Estonian</source>
      <translation>Estnisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Basque</source>
      <translation>Baskisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Persian</source>
      <translation>Persisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Finnish</source>
      <translation>Finnisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Faroese</source>
      <translation>Färöisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>French</source>
      <translation>Französisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Frisian</source>
      <translation>Friesisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Irish</source>
      <translation>Irisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Scottish Gaelic</source>
      <translation>Schottisch-Gälisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Galician</source>
      <translation>Galicisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Gujarati</source>
      <translation>Gujarati</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Hausa</source>
      <translation>Hausa</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Hebrew</source>
      <translation>Hebräisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Hindi</source>
      <translation>Hindi</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Croatian</source>
      <translation>Kroatisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Haitian Creole</source>
      <translation>Haitianisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Hungarian</source>
      <translation>Ungarisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Armenian</source>
      <translation>Armenisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Indonesian</source>
      <translation>Indonesisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Igbo</source>
      <translation>Igbo</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Icelandic</source>
      <translation>Isländisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Italian</source>
      <translation>Italienisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Japanese</source>
      <translation>Japanisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Javanese</source>
      <translation>Javanisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Georgian</source>
      <translation>Georgisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Kazakh</source>
      <translation>Kasachisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Khmer</source>
      <translation>Khmer</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Kannada</source>
      <translation>Kannada</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Korean</source>
      <translation>Koreanisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Kurdish</source>
      <translation>Kurdisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Kyrgyz</source>
      <translation>Kirgisisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Latin</source>
      <translation>Latein</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Luxembourgish</source>
      <translation>Luxemburgisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Lao</source>
      <translation>Laotisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Lithuanian</source>
      <translation>Litauisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Latvian</source>
      <translation>Lettisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Malagasy</source>
      <translation>Malagasy</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Māori</source>
      <translation>Maori</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Macedonian</source>
      <translation>Mazedonisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Malayalam</source>
      <translation>Malayalam</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Mongolian</source>
      <translation>Mongolisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Marathi</source>
      <translation>Marathi</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Malay</source>
      <translation>Malaiisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Maltese</source>
      <translation>Maltesisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Burmese</source>
      <translation>Birmanisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Norwegian Bokmål</source>
      <translation>Bokmål</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Nepali</source>
      <translation>Nepali</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Dutch</source>
      <translation>Niederländisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Norwegian Nynorsk</source>
      <translation>Nynorsk</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Norwegian</source>
      <translation>Norwegisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Occitan</source>
      <translation>Okzitanisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Oromo</source>
      <translation>Oromo</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Odia</source>
      <translation>Oriya</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Punjabi</source>
      <translation>Punjabi</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Polish</source>
      <translation>Polnisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Pashto</source>
      <translation>Paschtu</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Portuguese</source>
      <translation>Portugiesisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Quechua</source>
      <translation>Quechua</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Romansh</source>
      <translation>Rätoromanisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Romanian</source>
      <translation>Rumänisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Russian</source>
      <translation>Russisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Kinyarwanda</source>
      <translation>Kinyarwanda</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Sanskrit</source>
      <translation>Sanskrit</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Sindhi</source>
      <translation>Sindhi</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Northern Sami</source>
      <translation>Nordsamisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Sinhala</source>
      <translation>Singhalesisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Slovak</source>
      <translation>Slowakisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Slovene</source>
      <translation>Slowenisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Somali</source>
      <translation>Somali</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Albanian</source>
      <translation>Albanisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Serbian</source>
      <translation>Serbisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Swedish</source>
      <translation>Schwedisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Swahili</source>
      <translation>Suaheli</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Tamil</source>
      <translation>Tamil</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Telugu</source>
      <translation>Telugu</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Tajik</source>
      <translation>Tadschikisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Thai</source>
      <translation>Thailändisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Tigrinya</source>
      <translation>Tigrinya</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Turkmen</source>
      <translation>Turkmenisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Tagalog</source>
      <translation>Tagalog</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Turkish</source>
      <translation>Türkisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Tatar</source>
      <translation>Tatarisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Uyghur</source>
      <translation>Uigurisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Ukrainian</source>
      <translation>Ukrainisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Urdu</source>
      <translation>Urdu</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Uzbek</source>
      <translation>Usbekisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Vietnamese</source>
      <translation>Vietnamesisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Volapük</source>
      <translation>Volapük</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Walloon</source>
      <translation>Wallonisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Xhosa</source>
      <translation>Xhosa</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Yiddish</source>
      <translation>Jiddisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Yoruba</source>
      <translation>Yoruba</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Chinese</source>
      <translation>Chinesisch</translation>
    </message>
    <message>
      <location filename="../../resources/languages.toml" />
      <source>Zulu</source>
      <translation>Zulu</translation>
    </message>
  </context>
  <context>
    <name>QShortcut</name>
    <message>
      <source>Return</source>
      <translation>Eingabetaste</translation>
    </message>
  </context>
</TS>
