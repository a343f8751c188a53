#!/usr/bin/env python3
"""Writes Sources/Screen/WidthTable.swift: what each Unicode scalar does in a cell.

Run with a Python whose unicodedata is of Unicode 14 (Python 3.11), the version in the C libraries
of the oldest systems supported (glibc 2.35 and 2.36): a scalar they do not know is one whose width
ncurses cannot know either. Of what they know, the table differs in one scalar only: the soft hyphen
is not drawn here and one column wide there.

    python3 Scripts/width-table.py > Sources/Screen/WidthTable.swift
"""
import unicodedata

EXPECTED = "14.0.0"
NARROW, WIDE, MARK, DROPPED, UNKNOWN = range(5)

# Format characters that are drawn: signs that stand under or around the digits after them.
DRAWN_FORMATS = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
# Variation selectors choose between forms; a cell shows the one form the terminal has.
SELECTORS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0x180B, 0x1810)}
# Vowels and finals of Hangul, drawn inside the syllable of the consonant before them.
CONJOINING = {*range(0x1160, 0x1200), *range(0xD7B0, 0xD7C7), *range(0xD7CB, 0xD7FC)}
# Not yet assigned, and not to be drawn when they are (Default_Ignorable_Code_Point).
NEVER_DRAWN = {0x2065, *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000)}
# Narrow by EastAsianWidth.txt of that version, wide in the C library (and in later versions).
WIDE_ALL_THE_SAME = {*range(0x3248, 0x3250), *range(0x4DC0, 0x4E00)}


def kind(value):
    if 0xD800 <= value < 0xE000 or value & 0xFFFE == 0xFFFE or 0xFDD0 <= value < 0xFDF0:
        return UNKNOWN
    if value in NEVER_DRAWN:
        return DROPPED
    character = chr(value)
    category = unicodedata.category(character)
    if category == "Cn":
        return UNKNOWN
    if value in SELECTORS or value in (0x2028, 0x2029):
        return DROPPED
    if category == "Cf" and value not in DRAWN_FORMATS:
        return DROPPED
    if category in ("Mn", "Me") or value in CONJOINING:
        return MARK
    if value in WIDE_ALL_THE_SAME:
        return WIDE
    return WIDE if unicodedata.east_asian_width(character) in "WF" else NARROW


def main():
    assert unicodedata.unidata_version == EXPECTED, unicodedata.unidata_version
    runs, last = [], None
    for value in range(0x110000):
        this = kind(value)
        if this != last:
            runs.append(f"0x{value << 3 | this:X}")
            last = this
    print(HEAD.format(version=EXPECTED))
    line = "   "
    for run in runs:
        if len(line) + len(run) + 2 > 100:
            print(line)
            line = "   "
        line += f" {run},"
    print(line)
    print("  ]\n}")


HEAD = """\
// Made by Scripts/width-table.py from Unicode {version}; change the script, not this file.

/// What each scalar does in a cell, as sorted runs.
enum WidthTable {{
  /// The first scalar of each run, shifted left by 3, with the run's `ScalarKind` in the low bits.
  // swift-format-ignore
  static let runs: [UInt32] = ["""

main()
