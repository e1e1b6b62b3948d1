# Боковые панели: фотографии, участники, проверка.

photos-title = Фотографии
photos-add = Добавить фотографии
photos-add-button = Добавить фотографии…
photos-wall = Только фотографии
photos-empty = Фотографий пока нет. Добавьте их с карты памяти или перетащите в окно.
photos-card = Фото { $number }
photos-caption-hint = Что происходит, кто на фотографии, где?
photos-caption-label = Подпись к фото { $number }
photos-credit = Автор фотографии
photos-credit-hint = Фото: имя и фамилия
photos-credit-label = Автор фото { $number }
photos-alt = Описание для незрячих
photos-alt-hint = Что вы сказали бы о фотографии по телефону?
photos-alt-label = Описание фото { $number }
photos-alt-is-caption = Повторяет подпись. Лучше описать, что видно на фотографии.
photos-decorative = Украшение: описание не нужно
photos-place = Место
photos-taken = Снято
photos-taken-hint = 2025-12-26 14:03
photos-taken-problem = Запишите так: 2025-12-26 14:03.
photos-turn-left = Повернуть влево
photos-turn-right = Повернуть вправо
photos-place-into-text = Вставить в текст
photos-unplace = Убрать из текста
photos-remove = Удалить фото
photos-no-caption = Нет подписи
photos-no-alt = Нет описания
photos-not-used = Не в тексте

people-title = Участники
people-search = Имя, должность или организация
people-search-clear = Очистить поиск
people-empty = Список пока пуст. Имена из списка пишутся одинаково во всём репортаже.
people-none-found = По запросу «{ $query }» никого нет.
people-add-found = Добавить «{ $query }»
people-quick = Быстрый ввод
people-quick-to = Быстрый ввод: { $delegation }
people-quick-hint = Имя, должность, организация
people-add-person = Добавить участника
people-add-organisation = Добавить организацию
people-person = Участник
people-organisation = Организация
people-without-name = без названного лица
people-no-position = должность и организация не указаны
people-mentions =
    { $count ->
        [0] не упоминается
        [one] { $count } упоминание
        [few] { $count } упоминания
       *[many] { $count } упоминаний
    }
people-menu = Действия: { $name }
people-edit = Изменить
people-insert-name = Вставить имя в текст
people-insert-delegation = Вставить список: { $delegation }
people-move-up = Переместить выше
people-move-down = Переместить ниже
people-remove = Удалить из списка
people-removed = Запись «{ $name }» удалена из списка.
people-done = Готово
people-name = Имя
people-name-needed = Нужно имя. Пока его нет, остаётся прежнее.
people-title-held = Должность
people-delegation = Делегация
people-role = Роль
people-honorific = Обращение
people-short-name = Краткое имя
people-code = Код
people-note = Примечание
people-contact = Контакт
people-contact-private = не публикуется
people-role-chair = Председатель
people-role-speaker = Докладчик
people-role-delegate = Делегат
people-role-guest = Гость
people-role-organiser = Организатор
people-role-press = Пресса
people-group-chairs = Председатели
people-group-speakers = Докладчики
people-group-guests = Гости
people-group-organisers = Организаторы
people-group-press = Пресса
people-group-none = Без делегации
people-group-organisations = Организации

checks-title = Проверка
checks-title-count =
    { $count ->
        [0] Проверка
        [one] Проверка, { $count } замечание
        [few] Проверка, { $count } замечания
       *[many] Проверка, { $count } замечаний
    }
checks-none = Замечаний нет. Репортаж готов к сдаче.
checks-no-headline = Нет заголовка
checks-no-place = Не указано место события
checks-no-date = Не указана дата
checks-no-caption = Фото без подписи
checks-no-credit = Не указан автор фотографии
checks-no-alt = Фото без описания
checks-alt-is-caption = Описание повторяет подпись
checks-unused = Фото не вставлено в текст
checks-not-mentioned = Есть в списке, но не в репортаже
checks-bare-link = Ссылка без https://
