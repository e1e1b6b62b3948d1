# Фотографии: загрузка, карточки, общие данные.

menu-photos = Фотографии
command-add-photo-folder = Добавить фотографии с карты или из папки…
command-sort-photos-taken = Упорядочить по времени съёмки
command-sort-photos-name = Упорядочить по имени файла
command-lead-photo = Главная фотография
command-decorative-photo = Фотография-украшение
command-photo-fields = Данные фотографии…
command-replace-picture = Заменить снимок, оставив подпись…
command-read-photo-again = Прочитать данные из файла заново…

dialog-photo-folder-title = Добавить фотографии с карты или из папки
dialog-replace-picture-title = Выберите новый снимок

import-progress = Загрузка фотографий: { $done } из { $of }
import-stop = Остановить
import-stopped = Остановлено: добавлено { $done } из { $of }
import-and-more = { $names } и ещё { $count }
import-twice =
    { $count ->
        [one] Уже в репортаже: { $names }
        [few] { $count } снимка уже есть в репортаже: { $names }
       *[other] { $count } снимков уже есть в репортаже: { $names }
    }
import-cut =
    { $count ->
        [1] Файл { $names } скопирован не полностью: нижняя часть снимка может не отобразиться. Скопируйте его с карты ещё раз и выберите «{ $command }».
        [one] Не полностью скопирован { $count } файл ({ $names }): нижняя часть снимков может не отобразиться. Скопируйте файлы с карты ещё раз и выберите «{ $command }».
        [few] Не полностью скопированы { $count } файла ({ $names }): нижняя часть снимков может не отобразиться. Скопируйте файлы с карты ещё раз и выберите «{ $command }».
       *[other] Не полностью скопировано { $count } файлов ({ $names }): нижняя часть снимков может не отобразиться. Скопируйте файлы с карты ещё раз и выберите «{ $command }».
    }
import-long-words =
    { $count ->
        [1] Снимок { $names } добавлен, но метаданные в файле слишком велики и прочитаны не полностью. Проверьте подпись и автора.
        [one] У { $count } добавленного снимка метаданные слишком велики и прочитаны не полностью: { $names }. Проверьте подписи и авторов.
       *[other] У { $count } добавленных снимков метаданные слишком велики и прочитаны не полностью: { $names }. Проверьте подписи и авторов.
    }
import-long-sidecar =
    { $count ->
        [1] Файл .xmp рядом со снимком { $names } слишком велик и не прочитан. Проверьте подпись и автора.
        [one] Рядом с { $count } снимком ({ $names }) лежат слишком большие файлы .xmp, они не прочитаны. Проверьте подписи и авторов.
       *[other] Рядом с { $count } снимками ({ $names }) лежат слишком большие файлы .xmp, они не прочитаны. Проверьте подписи и авторов.
    }
import-guessed =
    { $count ->
        [one] У { $count } снимка подпись прочитана в кодировке { $codings } — это догадка. Если текст испорчен, поможет команда «{ $command }».
       *[other] У { $count } снимков подписи прочитаны в кодировке { $codings } — это догадка. Если текст испорчен, поможет команда «{ $command }».
    }
import-unread =
    { $count ->
        [one] Не добавлен { $count } файл:
        [few] Не добавлены { $count } файла:
       *[other] Не добавлено { $count } файлов:
    }
import-unread-line = { $names }: { $reason }
import-show-all = Показать все
import-unread-title = Файлы, которые не добавлены
import-arriving = { $name }, загружается

photos-too-small = Мелкий снимок
photos-too-small-why =
    { $side ->
        [one] По длинной стороне { $side } пиксель, а редакции нужно { $least }.
        [few] По длинной стороне { $side } пикселя, а редакции нужно { $least }.
       *[other] По длинной стороне { $side } пикселей, а редакции нужно { $least }.
    }
photos-alt-is-file-name = Это имя файла. Лучше описать, что видно на фотографии.
photos-shown = На фотографии: { $names }
photos-lead = Главная фотография
photos-more = Ещё
photos-less = Свернуть
photos-city = Город
photos-country = Страна
photos-creator = Фотограф
photos-copyright = Права
photos-compact = Короткие карточки
photos-chosen =
    { $count ->
        [one] Выбрано { $count } фото
       *[other] Выбрано { $count } фото
    }
photos-set-for-all = Данные для всех…
photos-removed =
    { $count ->
        [one] Фотография удалена из репортажа
        [few] Удалены { $count } фотографии
       *[other] Удалено { $count } фотографий
    }
photos-place-all = В текст
photos-menu = Меню фотографии

fields-title-one = Данные фотографии
fields-title =
    { $count ->
        [one] Для { $count } фотографии
       *[other] Для { $count } фотографий
    }
fields-note = Меняется только отмеченное.
fields-different = (разное)
fields-set = Записать
fields-tick = Записать: { $field }
details-photographer = Фотограф репортажа
details-photographer-note = автор новых снимков, если в файле он не назван

reread-title = Прочитать данные из файла заново
reread-note = Отметьте, что взять из файла.
reread-coding = Кодировка текста
reread-now = Сейчас
reread-file = В файле
reread-take = Взять из файла
reread-caption = Подпись
reread-credit = Автор фотографии
reread-alt = Описание для незрячих
reread-nothing = В файле нет ничего, чего не было бы в репортаже.
reread-failed = Снимка этой фотографии нет в файле репортажа.
replace-while-importing = Заменить снимок можно, когда загрузка фотографий закончится.
replace-same = Этот снимок уже есть в репортаже
replace-restored = Снимок снова в файле репортажа
replace-done = Снимок заменён, подпись осталась

checks-alt-is-file-name = Описание — это имя файла
checks-too-small = Снимок мелковат для редакции

command-similar-photos = Найти похожие фотографии…
similar-title = Похожие фотографии
similar-note = Само ничего не удаляется. Снимите отметку с того, что репортажу не нужно.
similar-none = Похожих фотографий нет
similar-progress = Сравнение фотографий: { $done } из { $of }
similar-sharpest = Самая резкая
similar-keep-it = Оставить
similar-keep = Оставить { $name }
similar-only-sharpest = Оставить только самую резкую
similar-remove =
    { $count ->
        [one] Удалить { $count } фотографию
        [few] Удалить { $count } фотографии
       *[other] Удалить { $count } фотографий
    }
similar-used = В тексте

photos-view = Вид фотографий
photos-cards = Карточки
