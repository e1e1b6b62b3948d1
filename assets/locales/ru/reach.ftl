# Finding one's way in a report and knowing its length
length-title = Объём
length-words = Слова
length-characters = Знаки
length-solid = Без пробелов
length-story = Материал
length-body = Только текст
length-captions = Подписи
length-selection = Выделено
length-note = Материал — это заголовок, подводка и текст.
length-reading = Читается примерно за { $minutes } мин
length-limit = Лимит объёма
length-no-limit = Нет
length-limit-words = слов
length-limit-characters = знаков с пробелами
length-of-words = { $number } / { $most } { $count ->
        [one] слово
        [few] слова
       *[many] слов
    }
length-of-characters = { $number } / { $most } { $count ->
        [one] знак
        [few] знака
       *[many] знаков
    }
length-over = лишних: { $number }
outline-title = Структура
outline-empty = Здесь появятся подзаголовки, снимки и таблицы из текста. { $key } делает абзац подзаголовком.
focus-mode-note = Остался только текст. Esc или F11 вернёт остальное.
focus-mode-leave = Показать всё
