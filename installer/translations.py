# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The part of translations.sh that reads and changes .ts files.

    translations.py fill FOLDER WORK    fills what is unfinished in WORK from FOLDER/parts
    translations.py check FOLDER WORK   compares FOLDER with WORK, which lupdate has just
                                        brought up to date, and judges the translations
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

LANGUAGES = ("en", "nb")
FORMS = 2  # singular and plural, in both languages


def messages(tree):
    """Yields (context, source, comment, message) of a .ts file."""
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            yield name, message.findtext("source", ""), message.findtext("comment", ""), message


def forms(message):
    """The translated texts: one, or one per plural form."""
    translation = message.find("translation")
    if message.get("numerus") == "yes":
        return tuple(form.text or "" for form in translation.iter("numerusform"))
    return (translation.text or "",)


def unfinished(message):
    return message.find("translation").get("type") == "unfinished" or "" in forms(message)


def set_forms(message, texts):
    translation = message.find("translation")
    translation.attrib.pop("type", None)
    if message.get("numerus") == "yes":
        for child in list(translation):
            translation.remove(child)
        for text in texts:
            ElementTree.SubElement(translation, "numerusform").text = text
    else:
        translation.text = texts[0]


def fields(line):
    """Splits a line of a part at its bars."""
    unescaped = {"n": "\n", "|": "|", "\\": "\\"}
    texts = [""]
    rest = iter(line)
    for sign in rest:
        if sign == "\\":
            following = next(rest, "")
            texts[-1] += unescaped.get(following, "\\" + following)
        elif sign == "|":
            texts.append("")
        else:
            texts[-1] += sign
    return texts


def read_parts(folder):
    """The lines of the parts by language, class and source: {language: {key: (texts, place)}}."""
    parts = {language: {} for language in LANGUAGES}
    fine = True
    for path in sorted((folder / "parts").glob("*.txt")):
        language = "en" if path.name.startswith("en") else "nb"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            place = f"{path}:{number}"
            context, *texts = fields(line)
            if not 2 <= len(texts) <= 1 + FORMS or "" in (context, *texts):
                print(f"{place}: a line is 'Class|English source|Norsk'", file=sys.stderr)
                fine = False
                continue
            key = (context.rsplit("::", 1)[-1], texts[0])
            parts[language][key] = (texts[1:], place)
    return parts, fine


def fill(folder, work):
    parts, fine = read_parts(folder)
    for language in LANGUAGES:
        path = work / f"skanse_{language}.ts"
        tree = ElementTree.parse(path)
        used = set()
        for context, source, _, message in messages(tree):
            key = (context.rsplit("::", 1)[-1], source)
            texts, place = parts[language].get(key, (None, None))
            plural = message.get("numerus") == "yes"
            if texts is None and language == "en" and plural and "(s)" in source:
                texts = [source.replace("(s)", ""), source.replace("(s)", "s")]
            if texts is None:
                continue
            used.add(key)
            if not plural and len(texts) > 1:
                print(f"{place}: '{source}' has no plural", file=sys.stderr)
                fine = False
                continue
            wanted = tuple(texts * FORMS)[:FORMS] if plural else tuple(texts)
            if unfinished(message):
                set_forms(message, wanted)
            elif place and forms(message) != wanted:
                print(f"{place}: kept '{forms(message)[0]}', which {path.name} has", file=sys.stderr)
        for key, (_, place) in parts[language].items():
            if key not in used:
                print(f"{place}: no source has '{key[1]}' in {key[0]}", file=sys.stderr)
        # lupdate, which runs next, writes the head and the layout.
        tree.write(path, encoding="utf-8", xml_declaration=True)
    return fine


def faults(source, message):
    """What makes a finished translation unfit for its source."""
    places = Counter(re.findall(r"%L?\d+|%n", source))
    for text in forms(message):
        # A singular may say "one" instead of %n.
        found = Counter(re.findall(r"%L?\d+|%n", text))
        missing = places - found
        if message.get("numerus") == "yes":
            missing.pop("%n", None)
        if missing or found - places:
            yield f"other place holders in '{text}'"
        if text.endswith("…") != source.endswith("…"):
            yield f"'…' at the end of only one: '{text}'"
        if text != text.strip() and source == source.strip():
            yield f"space around '{text}'"


def content(path):
    return sorted(
        (context, source, comment, message.get("numerus", ""), forms(message))
        for context, source, comment, message in messages(ElementTree.parse(path))
    )


def check(folder, work):
    fine = True
    for language in LANGUAGES:
        path = folder / f"skanse_{language}.ts"
        if content(path) != content(work / path.name):
            print(f"{path}: out of date; run installer/translations.sh", file=sys.stderr)
            fine = False
        for context, source, comment, message in messages(ElementTree.parse(work / path.name)):
            what = f"{path}: {context}: '{source}'" + (f" ({comment})" if comment else "")
            if unfinished(message):
                print(f"{what}: not translated", file=sys.stderr)
                fine = False
                continue
            for fault in faults(source, message):
                print(f"{what}: {fault}", file=sys.stderr)
                fine = False
    if fine:
        print("translations: up to date")
    return fine


def main(arguments):
    verbs = {"fill": fill, "check": check}
    if len(arguments) != 3 or arguments[0] not in verbs:
        print(__doc__, file=sys.stderr)
        return 2
    return 0 if verbs[arguments[0]](Path(arguments[1]), Path(arguments[2])) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
