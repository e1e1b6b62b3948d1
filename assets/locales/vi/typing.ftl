# Gõ tiếng Việt trên mọi bàn phím
menu-vietnamese = Gõ tiếng Việt
command-vietnamese-typing = Bật gõ tiếng Việt
command-vietnamese-telex = Telex
command-vietnamese-vni = VNI
command-vietnamese-tones = Đặt dấu oà, uý (thay vì òa, úy)
status-vietnamese = Kiểu gõ: { $method }
status-vietnamese-off = tắt
status-vietnamese-none = Tắt
