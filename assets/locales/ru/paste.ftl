# Вставка и сообщение о ней.

command-paste-as-text = Вставить только текст
status-pasting = Вставка… Esc — отменить
status-pasting-pictures = Вставка: картинка { $done } из { $of }… Esc — отменить
paste-no-answer = Другая программа не передала скопированное. Вставлен только текст.
paste-photos-left =
    { $count ->
        [one] Не перенесён { $count } снимок: в этом репортаже его нет. Подпись сохранена. Добавьте снимок и поставьте его в текст.
        [few] Не перенесены { $count } снимка: в этом репортаже их нет. Подписи сохранены. Добавьте снимки и поставьте их в текст.
       *[other] Не перенесены { $count } снимков: в этом репортаже их нет. Подписи сохранены. Добавьте снимки и поставьте их в текст.
    }
paste-kept = Вставлено: { $what }.
paste-left-out = Не вставлено: { $what }.
paste-words = текст
paste-paragraphs =
    { $count ->
        [one] { $count } абзац
        [few] { $count } абзаца
       *[other] { $count } абзацев
    }
paste-headings =
    { $count ->
        [one] { $count } заголовок
        [few] { $count } заголовка
       *[other] { $count } заголовков
    }
paste-list-items =
    { $count ->
        [one] { $count } пункт списка
        [few] { $count } пункта списка
       *[other] { $count } пунктов списка
    }
paste-quotations =
    { $count ->
        [one] { $count } цитата
        [few] { $count } цитаты
       *[other] { $count } цитат
    }
paste-tables =
    { $count ->
        [one] { $count } таблица
        [few] { $count } таблицы
       *[other] { $count } таблиц
    }
paste-pictures =
    { $count ->
        [one] { $count } снимок
        [few] { $count } снимка
       *[other] { $count } снимков
    }
paste-links =
    { $count ->
        [one] { $count } ссылка
        [few] { $count } ссылки
       *[other] { $count } ссылок
    }
paste-left-web-pictures =
    { $count ->
        [one] { $count } картинка из интернета
        [few] { $count } картинки из интернета
       *[other] { $count } картинок из интернета
    }
paste-left-lost-pictures =
    { $count ->
        [one] { $count } картинка, файл которой не найден
        [few] { $count } картинки, файлы которых не найдены
       *[other] { $count } картинок, файлы которых не найдены
    }
paste-left-repeated-pictures =
    { $count ->
        [one] { $count } картинка, которая уже есть в тексте
        [few] { $count } картинки, которые уже есть в тексте
       *[other] { $count } картинок, которые уже есть в тексте
    }
paste-left-tracking-pixels =
    { $count ->
        [one] { $count } невидимый счётчик
        [few] { $count } невидимых счётчика
       *[other] { $count } невидимых счётчиков
    }
paste-left-links =
    { $count ->
        [one] { $count } нерабочая ссылка
        [few] { $count } нерабочие ссылки
       *[other] { $count } нерабочих ссылок
    }
paste-left-hidden = скрытый текст
paste-left-fields = кнопки и поля
paste-left-embedded = видео и другие вставки
paste-left-drawings = векторные рисунки
paste-left-merged-cells = объединение ячеек
paste-left-raised = верхние и нижние индексы
paste-left-formatting = шрифты и цвета
paste-left-comments = примечания
paste-left-deletions = текст, удалённый в режиме правки
