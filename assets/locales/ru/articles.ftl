# Статьи, написанные в других программах.

command-import-article = Импортировать статью…
article-import-title = Импорт статьи
article-files = Статьи
article-kept = Из «{ $name }»: { $what }.
article-left-out = Не перенесено: { $what }.
article-notes =
    { $count ->
        [one] { $count } сноска перенесена в конец текста.
        [few] { $count } сноски перенесены в конец текста.
       *[other] { $count } сносок перенесены в конец текста.
    }
article-password = файл защищён паролем. Сохраните его без пароля и импортируйте снова.
article-old-format = это старый формат Word. Сохраните файл как .docx и импортируйте его.
article-damaged = это не текстовый документ, или он повреждён ({ $reason }). Сохраните его заново в той программе, где он написан.
article-too-large = текст слишком велик для одного репортажа. Импортируйте его по частям.
article-encoding = кодировка текста не распознана. Сохраните файл в UTF-8.
article-nothing-inside = в архиве ZIP должна быть ровно одна страница. Распакуйте его и выберите нужную.
article-unknown-kind = статьи принимаются в форматах .docx, .odt, .html, .md и .txt.
