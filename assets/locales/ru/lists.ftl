# Списки участников: импорт и экспорт.

command-import-people = Импорт участников…
command-paste-people = Вставить список участников
command-export-people = Экспорт участников…
command-duplicate-people = Найти повторы в списке
list-import-title = Выберите список участников
list-export-title = Сохранить список участников
list-files = Списки участников
list-nobody = В этом списке никого не нашлось.
list-unread-file = Не удалось прочитать список. Проверьте, на месте ли файл и можно ли его открыть.
list-too-long = Для списка участников это слишком много. Разделите его на части.
list-no-list = Это не текст и не таблица. Сохраните список как XLSX, ODS, CSV или текст и импортируйте снова.
list-no-workbook = Файл повреждён, защищён или в старом формате. Откройте его там, где его составили, и сохраните как XLSX, CSV или DOCX.
list-nothing-copied = В буфере обмена нет текста. Сначала скопируйте список, затем вставьте его.
list-mistake = Список не прочитан из-за ошибки в программе. Попробуйте CSV или простой текст.
list-unwritable = Одна из записей слишком длинна для такого файла. Выберите CSV.
list-no-codes = Ни у кого из участников нет кода — сохранять нечего. Код указывается в карточке участника.
list-export-exists = Файл «{ $path }» уже есть. Выберите другое имя.
review-title = Проверьте список
review-note =
    { $count ->
        [one] Распознана { $count } запись.
        [few] Распознаны { $count } записи.
       *[other] Распознано { $count } записей.
    } { $doubtful ->
        [0] Сомнительного нет.
        [one] В { $doubtful } записи знаком «?» отмечено то, что стоит проверить.
       *[other] В { $doubtful } записях знаком «?» отмечено то, что стоит проверить.
    }{ $listed ->
        [0] { "" }
        [one] { " " }{ $listed } участник уже есть в списке; без отметки его запись не изменится.
        [few] { " " }{ $listed } участника уже есть в списке; без отметки их записи не изменятся.
       *[other] { " " }{ $listed } участников уже есть в списке; без отметки их записи не изменятся.
    }
review-code-page = Кодировка файла не указана, он прочитан как { $page }. Если имена выглядят неверно, сохраните его в UTF-8.
review-all = Взять всех новых
review-take = Взять: { $name }, строка { $row }
review-cell = { $column }, строка { $row }
review-cell-doubtful = { $column }, строка { $row }, под вопросом
review-look = Здесь возможна ошибка: проверьте.
review-state = Состояние
review-listed = уже есть
review-updates = обновится
review-twice = повтор
review-doubtful = проверьте
review-add =
    { $count ->
        [0] Добавить
       *[other] Добавить: { $count }
    }
review-added =
    { $count ->
        [one] Внесён { $count } участник.
        [few] Внесены { $count } участника.
       *[other] Внесено { $count } участников.
    }
duplicates-none = Повторов в списке нет.
duplicates-title = Один и тот же участник? { $number } из { $count }
duplicates-note = Имена похожи. Если это один участник, выберите, какая запись останется: недостающее она возьмёт из другой, а текст и фотографии везде будут ссылаться на неё.
duplicates-keep = Оставить: { $name }
duplicates-join = Объединить
duplicates-keep-both = Это разные участники
duplicates-joined = { $name }: теперь в списке одна запись.
command-print-people = Распечатать список участников…
list-private-title = Примечания и личные контакты
list-private = У некоторых участников есть примечания или личные контакты — они только для вас. Передать их вместе со списком?
list-private-without = Не передавать
list-private-with = Передать
people-look = Порядок и столбцы
people-order = Порядок
people-order-protocol = По протоколу
people-shown = Показывать
people-shown-mentions = Число упоминаний
people-order-sorted = Список отсортирован. Чтобы переставить участника, выберите порядок «По протоколу»
people-order-name = По фамилии
people-order-organisation = По организации
people-order-role = По роли
