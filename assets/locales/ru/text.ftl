# The text pane
text-page-label = Текст репортажа
text-kicker-placeholder = Рубрика
text-headline-placeholder = Заголовок
text-standfirst-placeholder = Суть в одном-двух предложениях
text-standfirst-label = Подводка
text-byline-prefix = Автор:
text-byline-placeholder = имя и фамилия
text-place-placeholder = Место
text-date-placeholder = указать дату
text-body-placeholder = Начните писать здесь
text-heading-placeholder = Подзаголовок
text-quotation-placeholder = Что сказано
text-speaker-placeholder = Кто сказал
text-caption-placeholder = Что происходит, кто, где?
text-caption-label = Подпись
text-picture-missing = Снимок не открывается
text-no-participants = В списке пока никого нет
