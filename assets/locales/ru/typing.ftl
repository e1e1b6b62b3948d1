# Вьетнамский ввод на любой клавиатуре
menu-vietnamese = Вьетнамский ввод
command-vietnamese-typing = Печатать по-вьетнамски
command-vietnamese-telex = Telex
command-vietnamese-vni = VNI
command-vietnamese-tones = Знаки тона: oà, uý вместо òa, úy
status-vietnamese = Вьетнамский ввод: { $method }
status-vietnamese-off = выкл.
status-vietnamese-none = Выключен
