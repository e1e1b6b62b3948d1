# Панель поиска.

find-words = Найти в репортаже
find-count =
    { $count ->
        [0] Не найдено
       *[other]
            { $at ->
                [0] Найдено: { $count }
               *[other] { $at } из { $count }
            }
    }
find-match-case = Учитывать регистр
find-whole-words = Слово целиком
find-close = Закрыть поиск
find-replacement = Заменить на
find-replace = Заменить
find-replace-all = Заменить всё
find-replaced =
    { $count ->
        [one] Заменено в { $count } месте
       *[other] Заменено в { $count } местах
    }
find-list = Показать все места списком
find-replace-chosen = Заменить { $count }
find-include = Заменить здесь: { $words }
find-in-story = Текст
