# The frame of the window, messages and system dialogs
menu-file = Файл
menu-edit = Правка
menu-insert = Вставка
menu-format = Формат
menu-people = Участники
menu-view = Вид
menu-help = Справка
menu-styles = Стиль абзаца
menu-table = Таблица
menu-spelling = Орфография и имена
menu-framing = Поворот и кадрирование
menu-sort = Упорядочить
menu-theme = Оформление
menu-language = Язык интерфейса
menu-recent = Недавние репортажи
toolbar-no-style = Без стиля
toolbar-more = Ещё
toolbar-export = Экспорт
untitled = Репортаж без названия
status-minutes = { $minutes } мин
status-language = Язык репортажа
status-zoom = { $percent } %
status-fresh = Новый
status-saved = Сохранено { $time }
status-saving = Сохраняется…
status-read-only = Только чтение
status-not-saved = Не сохранено: выберите другое место
status-reading-photos = Снимки загружаются…
status-exporting = Экспорт: фотография { $done } из { $of }
status-stop-export = Остановить экспорт
message-close = Закрыть сообщение
message-read-only = Этот репортаж открыт только для чтения. Чтобы изменить его, сохраните под другим именем.
message-locked = Репортаж открыт в другом окне. Здесь его можно читать или сохранить копию под другим именем.
message-recovered = Файл повреждён. Всё, что удалось спасти, перед вами; сохраните под другим именем.
message-photo-removed = Снимок удалён из репортажа
message-exported = Страница готова: { $path }
message-export-open = Показать
message-rescued = До тех пор ваши правки хранятся в черновике.
message-draft-open = Этот черновик открыт в другом окне.
message-rescue-found = Есть копия с правками, которые не удалось сохранить в этом файле. Она на начальной странице, среди недавних репортажей.
message-no-drafts = Нет папки для черновиков. Сохраните репортаж под именем.
message-copied = HTML скопирован в буфер обмена
dialog-open-title = Открыть репортаж
dialog-save-as-title = Сохранить репортаж как
dialog-photos-title = Добавить фотографии
dialog-export-title = Экспорт страницы
dialog-report-files = Репортажи
dialog-picture-files = Снимки
dialog-html-files = Страницы HTML
path-label = Файл или папка
path-note = Здесь нет системного окна выбора файлов; напишите путь.
path-note-photos = Здесь нет системного окна выбора файлов; напишите путь. Если фотографий несколько, укажите папку.
path-no-file = Такого файла нет.
path-nothing = Такого файла или папки нет.
path-is-folder = По этому пути стоит папка. Допишите имя файла в ней.
path-no-folder = Такой папки нет.
status-words =
    { $count ->
        [one] { $number } слово
        [few] { $number } слова
       *[many] { $number } слов
    }
status-checks =
    { $count ->
        [one] { $count } замечание
        [few] { $count } замечания
       *[many] { $count } замечаний
    }
