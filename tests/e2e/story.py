"""The story that is typed: invented, and with what a keyboard makes hard (two alphabets, digits, marks)."""

import itertools
import re

KICKER = "Городская жизнь"
HEADLINE = "Жители предложили посадить 300 лип вдоль трамвайной линии"
STANDFIRST = "Совет квартала собрался в школе и спорил три часа: где копать, кто будет поливать и что делать с проводами."
BYLINE = "Нина Береснева"
PLACE = "Заречье"
PARAGRAPHS = [
    "Собрание началось в шесть вечера, и стульев не хватило сразу. Люди стояли вдоль стен, у дверей и даже на лестнице.",
    "Первым говорил садовод Пётр Ёлкин. Он принёс план улицы (12 листов) и показал, где проходят трубы; "
    "места для деревьев осталось меньше, чем думали.",
    "Можно ли сажать липы под проводами? Инженер Lena Brandt из бюро Grünwerk ответила коротко: можно, если выбрать другой сорт!",
    "Решили так: 300 лип в три года, по сто каждую осень. Поливать будут жильцы - по очереди, подъезд за подъездом.",
]
VIETNAMESE = (
    "Khách mời từ Huế, bà Nguyễn Thị Ngọc Ánh, kể rằng thành phố của bà đã trồng lại 1.200 cây trong hai mùa mưa. "
    "“Cây nào cũng có một người chăm”, bà nói – và cả hội trường vỗ tay."
)
WORDS_BEFORE_THE_CRASH = (
    "В коридоре ещё долго обсуждали, кто возьмёт лопаты. Дворник обещал ключи от сарая, учительница - свою машину. "
)
LAST_WORDS = "Последние слова"
AFTER_CRASH = "Следующее собрание пройдёт в мае."
AT_THE_CARET = " Приходить можно без записи."
CAPTIONS = [
    "Инженер показывает карту улицы и отметки, где пройдут корни.",
    "Соседи передают друг другу флаг квартала.",
    "Участники собрания перед школой, вечер вторника.",
]
OLD_NAME = "Jane Smith"
NEW_NAME = "Jane Whitcombe"
PERSON = f"{OLD_NAME}, chair, River Club"
INTRODUCED = f"{OLD_NAME}, chair of River Club"
PASSAGE = "Present were Dr Tom Reed, director of the Institute of Press, and Minister of Culture Anna Berg."
PASSAGE_PEOPLE = ["Tom Reed, director, Institute of Press", "Anna Berg, Minister of Culture"]
NEAR_MISS, MEANT = "Anna Bergg", "Anna Berg"
DRAFT = "Заметки без названия"


def written(typed):
    """What the editor makes of what is typed: a hyphen between words becomes the dash of the language, which begins no line."""
    return typed.replace(" - ", "\u00a0— ")


def is_beginning(kept, typed):
    """Whether what was kept is how the typed text begins. What is still being written has not its last form: a hyphen waits for the
    space that makes it a dash, and the space before a dash binds when the word after it is written."""
    settled = re.sub(r" (?:[-—](| \S*))?$", lambda end: "" if end[1] is None else "\u00a0—" + end[1], kept)
    return written(typed).startswith(settled)


def endless_words():
    """Words with the space after each, for as long as somebody types."""
    return (word + " " for word in itertools.cycle(WORDS_BEFORE_THE_CRASH.split()))


def sentences(paragraph):
    return [sentence for sentence in re.split(r"(?<=[.!?:])\s+", paragraph.strip()) if sentence]
