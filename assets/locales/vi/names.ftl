# Tên gõ tay gần giống tên trong danh sách đại biểu.

command-watch-names = Đánh dấu tên khác với danh sách
command-mend-name = Sửa tên theo danh sách
command-mend-name-everywhere = Sửa tên này trong toàn bài

names-marked = Khác với danh sách đại biểu: { $words }
names-mend-everywhere = Toàn bài: { $name }
names-ignore-here = Giữ nguyên ở đây
names-ignore-report = Giữ nguyên trong bài này
names-ignore-always = Luôn giữ nguyên
names-watch-again = Đánh dấu lại tên này
names-none-here = Chỗ con trỏ không có tên nào được đánh dấu. Bấm F7 để đến tên tiếp theo
names-mended = Đã sửa { $count } chỗ
names-where = Xuất hiện ở
names-nowhere = Chưa có trong bài
names-in-picture = Trong ảnh
names-more-places = và { $count } chỗ nữa
