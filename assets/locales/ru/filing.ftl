# Окно экспорта и то, что отправляется в редакцию.

command-export-dialog = Экспорт…
command-desk-package = Сдать в редакцию…
command-open-exported = Открыть папку

export-title = Экспорт
export-what = Что сделать
export-what-desk-zip = Пакет для редакции, файл ZIP
export-what-desk-folder = Пакет для редакции, папка
export-what-page = Страница с фотографиями
export-what-html = Страница одним файлом HTML
export-what-fragment = Чистый HTML для сайта
export-what-docx = Документ Word (DOCX)
export-what-odt = Документ OpenDocument (ODT)
export-what-epub = Книга для читалок (EPUB)
export-what-markdown = Markdown
export-what-text = Простой текст
export-what-ninjs = ninjs (News in JSON)
export-note-desk = Страница, чистый HTML, DOCX, Markdown и текст, ninjs 1.6 и 3.1, таблицы подписей и участников, фотографии с подписями внутри файлов.
export-note-page = Папка: index.html и снимки в нескольких размерах.
export-note-html = Всё в одном файле — переслать или сохранить.
export-note-fragment = То, что WordPress и Ghost сохраняют при вставке. Снимки в файл не входят.
export-note-docx = Для Word, LibreOffice и Google Docs, со снимками.
export-note-odt = Для LibreOffice и других программ этого формата, со снимками.
export-note-epub = Для читалок, со снимками; главный снимок — обложка.
export-note-markdown = Снимки — те же, что у страницы, в её папке.
export-note-text = Только слова.
export-note-ninjs = Для редакционных систем, например Superdesk. Снимки в файл не входят.
export-preset = Требования редакции
export-preset-edit = Изменить…
export-preset-line = { $name }: снимки { $side } пикселей
export-preset-line-limited = { $name }: снимки { $side } пикселей, всего { $megabytes } МБ
preset-name-web = сайт (web)
preset-name-print = печать (print)
preset-name-mail = почта (mail)
export-look-own = Шаблон редакции: { $name }
export-look-other = Другой шаблон…
export-look-missing = Страница этого материала свёрстана по шаблону редакции, которого на этом компьютере нет. Укажите его папку, иначе страница выйдет в виде новости.
export-place = Сохранить как
export-elsewhere = Выбрать…
export-do = Экспортировать
export-file = Сдать
export-size = Примерно { $size }
export-size-counting = Считаем размер…
export-kilobytes = { $size } КБ
export-megabytes = { $size } МБ
export-decimal = { $whole },{ $tenths }
export-running-title = Идёт экспорт
export-running-text = Записываем файлы…
export-running = Готово снимков: { $done } из { $of }
export-stop = Остановить
export-since = Изменения после отправки { $moment }
export-since-note = В пакете будет листок changes.html — он скажет об этом редакции.
export-nothing-changed = Ничего не изменилось.
export-more-changes =
    { $count ->
        [one] и ещё { $count } изменение — в листке
        [few] и ещё { $count } изменения — в листке
       *[many] и ещё { $count } изменений — в листке
    }
export-heard-added = [новое: { $words }]
export-heard-removed = [убрано: { $words }]

preset-name = Название редакции
preset-photo-name = Имя файлов со снимками
preset-side = Длинная сторона, пикселей
preset-side-problem = Число от { $from } до { $to }.
preset-megabytes = Всего мегабайт
preset-megabytes-hint = сколько получится
preset-megabytes-problem = Число от 1 до 2000 или пусто.
preset-all-photos = И снимки, которых нет в тексте
preset-save = Сохранить
preset-leave = Назад
preset-delete = Удалить
preset-reset = Вернуть исходное

place-kicker = Рубрика
place-headline = Заголовок
place-standfirst = Лид
place-byline = Автор
place-dateline = Место
place-story = Текст
place-participant = Участник
place-caption = Подпись к снимку { $photo }
place-credit = Автор снимка { $photo }
place-alt = Описание снимка { $photo }
place-photo = Снимок { $photo }
place-link = Ссылка
place-bold = Выделение полужирным
place-italic = Выделение курсивом
change-added = новое
change-removed = убрано
change-changed = исправлено
change-moved = переставлено
change-restyled = оформлено иначе
change-other-picture = другой снимок
change-reframed = перекадрировано
change-put-in = поставлено в текст
change-taken-out = убрано из текста

message-export-done = Готово, { $size }: { $path }
message-export-shrunk =
    { $count ->
        [one] { $count } снимок уменьшен, чтобы пакет уместился.
        [few] { $count } снимка уменьшены, чтобы пакет уместился.
       *[many] { $count } снимков уменьшено, чтобы пакет уместился.
    }
message-export-too-large = В пакете { $megabytes } МБ, а редакция принимает { $most }. Уберите часть снимков или разрешите больше.
