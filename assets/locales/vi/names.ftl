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

command-link-names = Liên kết tên với danh sách
names-not-listed = { $name } chưa có trong danh sách đại biểu
names-plain = { $count } tên chưa liên kết với danh sách
names-mend = Sửa theo danh sách
names-mend-named = Sửa thành { $name }
names-mend-all = Toàn bài
names-choices = Lựa chọn khác: { $name }
names-enlist = Thêm vào danh sách
names-enlist-named = Thêm { $name } vào danh sách đại biểu
names-enlist-fill = Thêm và điền thông tin
names-enlisted = Đã thêm { $name } vào danh sách đại biểu
names-linked = Đã liên kết { $count } tên với danh sách
names-none-plain = Mọi tên đại biểu đã liên kết với danh sách

command-checks = Kiểm tra
