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

command-link-names = Связать имена со списком
names-not-listed = { $name }: нет в списке участников
names-plain = { $count ->
    [one] { $count } имя не связано со списком
    [few] { $count } имени не связаны со списком
   *[other] { $count } имён не связаны со списком
}
names-mend = По списку
names-mend-named = Написать: { $name }
names-mend-all = Везде
names-choices = Ещё: { $name }
names-enlist = В список участников
names-enlist-named = В список участников: { $name }
names-enlist-fill = Добавить и заполнить сведения
names-enlisted = В списке участников: { $name }
names-linked = { $count ->
    [one] { $count } имя связано со списком
    [few] { $count } имени связаны со списком
   *[other] { $count } имён связаны со списком
}
names-none-plain = Все имена участников уже связаны со списком

command-checks = Проверка
