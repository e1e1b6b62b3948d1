"""The pictures of the sample story by the name of their file."""

import indoors
import outdoors

SCENES = {
    "panel": indoors.panel,
    "podium": indoors.podium,
    "hall": indoors.hall,
    "signing": indoors.signing,
    "interview": outdoors.interview,
    "flag": indoors.flag,
    "group": outdoors.group,
    "river": outdoors.river,
}
