#!/usr/bin/env python3
"""Writes Sources/Search/Text/FoldTableData.swift: what search folding makes of every Unicode scalar.

Usage: Scripts/make-fold-table.py > Sources/Search/Text/FoldTableData.swift

The rules, in the order they are tried:
  1. the exceptions below (dotless i, letters with a stroke, Arabic and Persian letter forms);
  2. apostrophes, tatweel, format characters and the marks of Latin, Greek, Cyrillic, Arabic, Hebrew
     and Syriac are dropped; hyphens are dropped and begin a part of a word;
  3. decimal digits of any script become ASCII digits;
  4. everything else: compatibility decomposition and full case folding, repeated until nothing
     changes, each resulting scalar judged by these same rules.

Marks of the scripts of India and South-East Asia and of Japanese are vowels and voicings, not
diacritics: they are kept. Hangul syllables are decomposed by arithmetic at run time.
"""
import sys
import unicodedata

LAST = 0x10FFFF

# What no decomposition gives. Arabic: ى → ي, ة → ه, ٱ → ا, and the Persian and Urdu forms.
EXCEPTIONS = {
    0x0131: "i", 0x00E6: "ae", 0x0153: "oe", 0x00F8: "o", 0x0142: "l", 0x0111: "d", 0x00F0: "d",
    0x0127: "h", 0x0167: "t", 0x00FE: "th", 0x014B: "n", 0x0138: "k", 0x0180: "b", 0x0268: "i",
    0x0289: "u", 0x024D: "r", 0x01E5: "g", 0x01B6: "z", 0x0259: "e", 0x01DD: "e",
    0x0671: "\u0627", 0x0649: "\u064A", 0x0629: "\u0647", 0x06CC: "\u064A", 0x06A9: "\u0643",
    0x06C1: "\u0647", 0x06BE: "\u0647", 0x06D5: "\u0647", 0x06C3: "\u0647",
}
APOSTROPHES = {
    0x27, 0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, 0x2C8, 0x2EE, 0x55A, 0x5F3, 0x5F4,
    0x2018, 0x2019, 0x201B, 0x2032, 0x2035, 0xA78B, 0xA78C, 0xFF07,
}
HYPHENS = {0x2D, 0x58A, 0x5BE, 0x1806, 0x2010, 0x2011, 0xFE63, 0xFF0D}
DROPPED = APOSTROPHES | {0x0640, 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x07FA}
MARKS = [
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F),
    (0x0670, 0x0670), (0x06D6, 0x06ED), (0x0711, 0x074A), (0x0898, 0x08FF), (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xA66F, 0xA67D), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
    (0x1F3FB, 0x1F3FF), (0xE0000, 0xE0FFF),
]
# Written without spaces between words: every letter may begin one.
UNSPACED = [
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007),
    (0x3021, 0x3029), (0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF), (0x1B000, 0x1B16F), (0x20000, 0x3FFFF),
]


def within(value, ranges):
    return any(low <= value <= high for low, high in ranges)


def simple_class(value):
    """S separator, D dropped, H hyphen, K Hangul syllable, I begins a word, W goes on with one."""
    category = unicodedata.category(chr(value))
    if value in HYPHENS:
        return "H"
    if value in DROPPED or category == "Cf":
        return "D"
    if within(value, MARKS) and (category[0] == "M" or category in ("Sk", "Cn")):
        return "D"
    if 0xAC00 <= value <= 0xD7A3:
        return "K"
    if category[0] == "M":
        return "W"
    if category[0] in "LN" or category == "Cn":
        return "I" if within(value, UNSPACED) and category != "Lm" else "W"
    if category == "So" and value >= 0x2600:
        return "I"
    return "S"


def decomposed(text):
    """Marks go before the case does: an iota subscript is a mark, its capital a letter."""
    while True:
        bare = "".join(c for c in unicodedata.normalize("NFKD", text) if simple_class(ord(c)) != "D")
        following = unicodedata.normalize(
            "NFKD", "".join(EXCEPTIONS.get(ord(c), c) for c in bare.casefold()))
        if following == text:
            return text
        text = following


def fold(value):
    """The class of a scalar and, where it turns into something else, what it turns into."""
    character = chr(value)
    kind = simple_class(value)
    if kind in "DHK":
        return kind, None
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return ("W", None) if value < 0x80 else ("W", str(digit))
    parts, first = "", None
    for scalar in decomposed(character):
        part = simple_class(ord(scalar))
        if part == "S":
            parts += " "
        elif part in "WI":
            parts += str(unicodedata.decimal(scalar, scalar))
            first = first or part
    folded = " ".join(parts.split())
    if not folded:
        return "S", None
    return (kind, None) if folded == character else (first, folded)


def class_runs(classes):
    """Run lengths; a mapped scalar (None) belongs to whatever run it stands in."""
    runs = []
    for kind in classes:
        if runs and (kind is None or kind == runs[-1][0]):
            runs[-1][1] += 1
        else:
            runs.append([kind or "W", 1])
    return "".join(f"{kind}{length:x}" for kind, length in runs)


def mapping_tokens(mapped):
    """`gap[*count[/step]][~]=scalars`: a run's sources go up by step and so does its one target
    scalar, unless ~ says that the target stays. `gap` counts from the last source of the token
    before. `!` after the `=` says that the target begins a word."""
    values = sorted(mapped)
    previous, index, tokens = 0, 0, []
    while index < len(values):
        start = values[index]
        kind, text = mapped[start]
        best = (1, 1, False)
        for step in (1, 2):
            for constant in (False, True):
                count = 1
                while len(text) == 1 or constant:
                    wanted = text if constant else chr(min(ord(text) + count * step, LAST))
                    if mapped.get(start + count * step) != (kind, wanted):
                        break
                    count += 1
                # With a step of two, the scalars between must not be mapped themselves.
                if step == 2:
                    while count > 1 and any(start + 2 * k + 1 in mapped for k in range(count - 1)):
                        count -= 1
                if count > best[0]:
                    best = (count, step, constant)
        count, step, constant = best
        token = f"{start - previous:x}"
        if count > 1:
            token += f"*{count:x}" + (f"/{step:x}" if step > 1 else "") + ("~" if constant else "")
        token += "=" + ("!" if kind == "I" else "") + ".".join(f"{ord(c):x}" for c in text)
        tokens.append(token)
        previous = start + (count - 1) * step
        index += count
    return tokens


def literal(name, comment, lines):
    body = "\n".join("    " + line + "\\" for line in lines[:-1]) + "\n    " + lines[-1]
    return f'{comment}\n  static let {name}: StaticString = """\n{body}\n    """\n'


def wrapped(text, width=92):
    return [text[i:i + width] for i in range(0, len(text), width)]


def wrapped_tokens(tokens, width=92):
    lines, line = [], ""
    for token in tokens:
        if len(line) + len(token) + 1 > width:
            lines.append(line)
            line = ""
        line += token + " "
    return lines + [line.rstrip()]


def main():
    classes, mapped = [], {}
    for value in range(LAST + 1):
        kind, text = ("S", None) if 0xD800 <= value <= 0xDFFF else fold(value)
        classes.append(None if text else kind)
        if text:
            mapped[value] = (kind, text)
    out = sys.stdout
    out.write("// Written by Scripts/make-fold-table.py from Unicode "
              f"{unicodedata.unidata_version}. Do not edit.\n\n")
    out.write("/// The data that `FoldTable` is made from at first use; the script describes it.\n")
    out.write("enum FoldTableData {\n")
    out.write(literal("classes", "  /// Class and length (hexadecimal) of runs of scalars from 0.",
                      wrapped(class_runs(classes))))
    out.write("\n")
    out.write(literal("mappings", "  /// Scalars that fold to something else.",
                      wrapped_tokens(mapping_tokens(mapped))))
    out.write("}\n")


main()
