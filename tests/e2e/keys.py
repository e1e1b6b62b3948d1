#!/usr/bin/python3
"""Presses the keys of a keyboard by where they are, as fingers do: what they write is up to the layout.

    keys.py PAUSE HOLD KEY...

A KEY is what a US keyboard has on it: `a`, `A` (with Shift), `space`, `Left`, `ctrl+z`, `alt+shift`. PAUSE seconds pass after each
press and release of a letter, HOLD seconds after those of a key with a name, and between a letter and the Shift or Ctrl that is held with it.
"""

import sys
import time

from Xlib import X, display
from Xlib.ext import xtest

ROWS = {10: "1234567890-=", 24: "qwertyuiop[]", 38: "asdfghjkl;'`", 51: "\\zxcvbnm,./"}
SHIFTED = dict(zip('!@#$%^&*()_+{}:"~|<>?', "1234567890-=[];'`\\,./"))
NAMED = {
    "BackSpace": 22, "Tab": 23, "Return": 36, "ctrl": 37, "shift": 50, "alt": 64, "space": 65, "Home": 110, "Left": 113,
    "Right": 114, "End": 115, "Menu": 135,
}
CODES = {sign: start + place for start, row in ROWS.items() for place, sign in enumerate(row)}
CODES |= NAMED


def codes(key):
    """The keys that are held together."""
    if len(key) == 1 and key.isupper():
        return [CODES["shift"], CODES[key.lower()]]
    if key in SHIFTED:
        return [CODES["shift"], CODES[SHIFTED[key]]]
    return [CODES[part] for part in (key.split("+") if len(key) > 1 else [key])]


def main():
    pause, hold, *keys = sys.argv[1:]
    screen = display.Display()
    # On a busy machine a key may be held for longer than was meant.
    screen.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeOff)

    def press(code, is_pressed):
        xtest.fake_input(screen, X.KeyPress if is_pressed else X.KeyRelease, code)
        screen.sync()

    for key in keys:
        *held, last = codes(key)
        has_name = key in NAMED and key != "space"
        for code in held:
            press(code, True)
            time.sleep(float(hold))
        press(last, True)
        time.sleep(float(hold if has_name else pause))
        press(last, False)
        time.sleep(float(hold if has_name or held else pause))
        for code in reversed(held):
            press(code, False)
            time.sleep(float(pause))


if __name__ == "__main__":
    main()
