#!/usr/bin/python3
"""build-fonts.py SOURCE_DIR OUT_400 OUT_600

Merges the latin and vietnamese subsets of Be Vietnam Pro (OFL-1.1, no Reserved Font Name) into one woff2 file per
weight and adds the OpenType feature tnum: the package's digits are proportional ('1' is 385 units wide, '4' 710),
so columns of numbers would not line up. Hinting is dropped. Fails when a Vietnamese letter is missing.
Needs python3-fonttools and python3-brotli.
"""
import copy
import os
import sys
import tempfile
import unicodedata

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WIDTH = {400: 664, 600: 676}  # of a tabular digit: the widest common ones of each weight
DIGITS = range(0x30, 0x3A)


def needed():
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    marks = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    text = "".join(chr(c) for c in range(0x20, 0x7F)) + "–—…“”‘’·•×°"
    for letter in letters:
        for mark in marks if letter in "aăâeêioôơuưy" else [""]:
            one = unicodedata.normalize("NFC", letter + mark)
            text += one + one.upper()
    return text


def subset(path, into):
    font = TTFont(path)
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "liga", "locl"]
    options.notdef_outline = True
    options.glyph_names = True
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(font.getBestCmap()))
    subsetter.subset(font)
    font.flavor = None
    font.save(into)


def add_tabular_digits(font, width):
    cmap, glyf, hmtx = font.getBestCmap(), font["glyf"], font["hmtx"]
    order, pairs = font.getGlyphOrder()[:], []
    for code in DIGITS:
        name = cmap[code]
        glyph, (advance, bearing) = copy.deepcopy(glyf[name]), hmtx[name]
        shift = round((width - advance) / 2)
        if glyph.isComposite():
            for component in glyph.components:
                component.x += shift
        else:
            glyph.coordinates.translate((shift, 0))
        glyf[name + ".tf"] = glyph
        hmtx[name + ".tf"] = (width, bearing + shift)
        pairs.append((name, name + ".tf"))
    font.setGlyphOrder(order + [new for _, new in pairs])
    for _, new in pairs:
        glyf[new].recalcBounds(glyf)
    rules = "".join(f"  sub {old} by {new};\n" for old, new in pairs)
    if "GSUB" in font:
        del font["GSUB"]
    addOpenTypeFeaturesFromString(font, "languagesystem DFLT dflt;\nlanguagesystem latn dflt;\n"
                                  f"feature tnum {{\n{rules}}} tnum;\n", tables=["GSUB"])
    if "GDEF" in font and font["GDEF"].table.GlyphClassDef:
        for _, new in pairs:
            font["GDEF"].table.GlyphClassDef.classDefs[new] = 1
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def build(source, weight, out):
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for script in ("latin", "vietnamese"):
            parts.append(os.path.join(folder, script + ".ttf"))
            subset(f"{source}/be-vietnam-pro-{script}-{weight}-normal.woff2", parts[-1])
        font = Merger().merge(parts)
    add_tabular_digits(font, WIDTH[weight])
    font["head"].modified = font["head"].created  # the same bytes at every build
    font.recalcTimestamp = False
    font.flavor = "woff2"
    font.save(out)
    missing = [c for c in needed() if ord(c) not in TTFont(out).getBestCmap()]
    if missing:
        sys.exit(f"build-fonts.py: weight {weight} lacks {''.join(missing)}")


if len(sys.argv) != 4:
    sys.exit("usage: build-fonts.py SOURCE_DIR OUT_400 OUT_600")
build(sys.argv[1], 400, sys.argv[2])
build(sys.argv[1], 600, sys.argv[3])
