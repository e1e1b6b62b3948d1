"""The eight people of the sample story; they look the same in every picture."""

from people import Look

HA = Look("#e6b892", "#231a1e", "long", True, "aodai", "#1d7a78", accent="#f3cd72")
HUY = Look("#d8a47b", "#1d181c", "short", False, "suit", "#2e4470", accent="#d9a441", legs="#28324f")
CHAU = Look("#e9bf9b", "#2a1d20", "tail", True, "shirt", "#f2ede2", legs="#31597a")
KOLTSOVA = Look("#f2cfb6", "#a9653c", "bob", True, "blazer", "#84364a", accent="#f2c14e", legs="#2d2a3c")
GALEEV = Look("#ecc3a2", "#46301f", "brush", False, "knit", "#4d7058", legs="#3b3540", beard=True)
LUZHIN = Look("#ecc29f", "#6d5a4a", "thin", False, "vest", "#8a7a55", shirt="#dfe6ea", age=1, legs="#4a4238")
MARCHETTI = Look("#efc8aa", "#8d8a90", "wave", True, "skirt", "#4b5478", glasses=True, age=1, legs="#3a4163", shirt="#ead9bd", accent="#c9584c")
VONGSA = Look("#c58f66", "#2c2526", "short", False, "suit", "#6a5a4c", accent="", age=1, legs="#4b4038", shirt="#f6efe0")
