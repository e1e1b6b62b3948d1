# Кто на снимке: полоса под фотографией, строка с именами в подписи, номера на большом снимке.

command-people-shown = Кто на снимке…
command-write-names = Только имена
command-write-names-offices = Имена с должностями
menu-names-line = Вписать имена в подпись
command-mark-people = Отметить людей на снимке

strip-title = На снимке, слева направо
strip-name = На фото { $number }, слева направо
strip-row =
    { $row ->
        [1] Первый ряд
        [2] Второй ряд
        [3] Третий ряд
        [4] Четвёртый ряд
        [5] Пятый ряд
       *[other] Ряд { $row }
    }
strip-unknown = Неизвестный
strip-unknown-entry = Неизвестный человек
strip-new = Добавить в участники: «{ $name }»
strip-hint-first = Имя или перетащите из списка
strip-hint = Имя; Enter — новый ряд
strip-field = Добавить человека на фото { $number }
strip-field-name = Кто под номером { $number }?
strip-left = Сдвинуть влево
strip-right = Сдвинуть вправо
strip-forward = В ряд впереди
strip-back = В ряд позади
strip-say-who = Указать, кто это…
strip-say-unknown = Неизвестно, кто это
strip-entry = Показать в списке
strip-remove = Убрать со снимка
strip-remove-name = Убрать со снимка: { $name }
strip-written = Имена есть в подписи
strip-reworded = Изменено вручную
strip-write = Вписать имена в подпись
strip-write-again = Написать заново
strip-with-offices = С должностями
strip-names-only = Только имена

closer-marks = Отметить людей
closer-mark = Номер { $number }: { $name }
closer-marks-note = Щёлкните по людям на снимке по порядку; номер можно перетащить. С клавиатуры: Page Down — следующий человек, стрелки двигают номер, Delete убирает его.
closer-marks-nobody = Сначала укажите выше, кто на снимке, потом щёлкните, где кто стоит.
