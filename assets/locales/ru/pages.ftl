# Страницы, их шаблоны и типографика.

command-copy-html = Скопировать исходный код HTML
command-look-news = Новостная страница
command-look-minutes = Протокол
command-look-own = Шаблон редакции…
command-save-template = Сохранить копию шаблона…
command-tidy-typography = Поправить типографику…

menu-page-look = Вид страницы

message-copied-html = Исходный код HTML скопирован. Вставьте его в поле для HTML.
dialog-template-title = Папка шаблона
dialog-save-template-title = Новая папка для шаблона
template-folder = шаблон страницы
template-chosen = Теперь вид страниц берётся из { $path }.
template-saved = Шаблон лежит в { $path }. Как его менять, сказано там в README.md.

typography-title = Типографика
typography-note = Меняются только знаки и пробелы: слова, адреса и код остаются как есть. Знаком ° показан неразрывный пробел.
typography-none = Поправлять нечего.
typography-quotes = Кавычки: { $count }
typography-apostrophe = Апострофы: { $count }
typography-dash = Тире: { $count }
typography-ellipsis = Многоточия: { $count }
typography-space = Лишние пробелы и пробелы не с той стороны знака: { $count }
typography-no-break = Неразрывные пробелы: { $count }
typography-more = и ещё { $count }
typography-repair = { $count ->
    [one] Поправить { $count } место
    [few] Поправить { $count } места
   *[other] Поправить { $count } мест
}
typography-done = { $count ->
    [one] Поправлено { $count } место
    [few] Поправлено { $count } места
   *[other] Поправлено { $count } мест
}
