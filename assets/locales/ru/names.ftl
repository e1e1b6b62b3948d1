# Имена, набранные вручную и почти совпадающие с именами из списка участников.

command-watch-names = Отмечать имена, которые расходятся со списком
command-mend-name = Исправить имя по списку
command-mend-name-everywhere = Исправить имя везде

names-marked = Расходится со списком участников: { $words }
names-mend-everywhere = Везде: { $name }
names-ignore-here = Оставить здесь
names-ignore-report = Оставить в этом репортаже
names-ignore-always = Никогда не отмечать
names-watch-again = Снова отмечать это имя
names-none-here = У курсора нет отмеченного имени. Следующее — по F7
names-mended = { $count ->
    [one] Исправлено в { $count } месте
    [few] Исправлено в { $count } местах
   *[other] Исправлено в { $count } местах
}
names-where = Где встречается
names-nowhere = В тексте пока нет
names-in-picture = На снимке
names-more-places = и ещё { $count }
