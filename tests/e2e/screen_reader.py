#!/usr/bin/python3
"""What a screen reader is told of the window, over AT-SPI.

    screen_reader.py listen          tells programs that a screen reader is running
    screen_reader.py read            prints what there is, as JSON
    screen_reader.py caret OFFSET    puts the caret of the report text there

It needs a session bus, and Debian's own Python with python3-gi and gir1.2-atspi-2.0.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib

# A window has some hundreds of parts; a tree without end shall not hang the test.
MOST_NODES = 4000


def listen():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    value = GLib.Variant("(ssv)", ("org.a11y.Status", "ScreenReaderEnabled", GLib.Variant("b", True)))
    properties = "org.freedesktop.DBus.Properties"
    bus.call_sync("org.a11y.Bus", "/org/a11y/bus", properties, "Set", value, None, Gio.DBusCallFlags.NONE, 10_000, None)


def nodes():
    """All parts of all windows, each before what is in it."""
    desktop = Atspi.get_desktop(0)
    waiting = [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if node is None:
            continue
        yield node
        try:
            waiting[:0] = [node.get_child_at_index(index) for index in range(node.get_child_count())]
        except GLib.Error:
            # It went while it was asked.
            continue


def text_of(node):
    text = node.get_text_iface()
    if text is None:
        return None
    count = text.get_character_count()
    selections = [text.get_selection(index) for index in range(text.get_n_selections())]
    return {
        "words": text.get_text(0, count),
        "caret": text.get_caret_offset(),
        "selected": [text.get_text(part.start_offset, part.end_offset) for part in selections],
    }


def read():
    found = []
    for node in nodes():
        try:
            states = node.get_state_set()
            part = {
                "role": node.get_role_name(),
                "name": node.get_name() or "",
                "focused": states.contains(Atspi.StateType.FOCUSED),
                "editable": states.contains(Atspi.StateType.EDITABLE),
            }
            part["text"] = text_of(node) if part["focused"] else None
        except GLib.Error:
            continue
        found.append(part)
    print(json.dumps(found))


def put_caret(offset):
    for node in nodes():
        if node.get_state_set().contains(Atspi.StateType.FOCUSED) and node.get_text_iface() is not None:
            if not node.get_text_iface().set_caret_offset(offset):
                sys.exit("the caret cannot be put there")
            return
    sys.exit("no text has the keyboard")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["listen"]:
            listen()
        case ["read"]:
            read()
        case ["caret", offset]:
            put_caret(int(offset))
        case _:
            sys.exit(__doc__)
