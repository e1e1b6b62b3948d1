# Орфография.

command-check-spelling = Проверять орфографию
command-next-misspelling = Следующая ошибка или отмеченное имя
command-previous-misspelling = Предыдущая ошибка или отмеченное имя
command-suggestions = Варианты слова

spelling-menu = Меню текста
spelling-looking = Подбираем варианты…
spelling-no-suggestions = Вариантов нет
spelling-add = Добавить в мой словарь
spelling-ignore = Не отмечать в этом репортаже
spelling-remove = Убрать из моего словаря
spelling-check-again = Снова проверять в этом репортаже
spelling-all-right = Ошибок не найдено
spelling-no-dictionary = Для языка этого репортажа словаря нет. Положите файлы .aff и .dic в папку { $folder }
spelling-not-written = Не удалось изменить ваш словарь (слово «{ $word }»): { $problem }
spelling-marked = С ошибкой: { $words }
about-dictionaries = Словари
