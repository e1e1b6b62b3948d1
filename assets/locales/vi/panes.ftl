# Các khung bên: ảnh, đại biểu, kiểm tra.

photos-title = Ảnh
photos-add = Thêm ảnh
photos-add-button = Thêm ảnh…
photos-wall = Chỉ xem ảnh
photos-empty = Chưa có ảnh nào. Hãy thêm ảnh từ thẻ nhớ hoặc kéo thả vào cửa sổ.
photos-card = Ảnh { $number }
photos-caption-hint = Việc gì, ai, ở đâu?
photos-caption-label = Chú thích ảnh { $number }
photos-credit = Tác giả ảnh
photos-credit-hint = Ảnh: họ và tên
photos-credit-label = Tác giả ảnh { $number }
photos-alt = Văn bản thay thế
photos-alt-hint = Qua điện thoại, bạn sẽ tả ảnh này thế nào?
photos-alt-label = Văn bản thay thế của ảnh { $number }
photos-alt-is-caption = Trùng với chú thích. Nên tả những gì nhìn thấy trong ảnh.
photos-decorative = Ảnh trang trí, không cần mô tả
photos-place = Nơi chụp
photos-taken = Thời điểm chụp
photos-taken-hint = 2025-12-26 14:03
photos-taken-problem = Hãy ghi theo mẫu 2025-12-26 14:03.
photos-turn-left = Xoay trái
photos-turn-right = Xoay phải
photos-place-into-text = Chèn vào bài
photos-unplace = Bỏ khỏi bài
photos-remove = Xóa ảnh
photos-no-caption = Thiếu chú thích
photos-no-alt = Thiếu văn bản thay thế
photos-not-used = Chưa dùng

people-title = Đại biểu
people-search = Tìm tên, chức danh, đơn vị
people-search-clear = Xóa ô tìm
people-empty = Danh sách còn trống. Tên trong danh sách sẽ được viết thống nhất trong toàn bài.
people-none-found = Không tìm thấy “{ $query }”.
people-add-found = Thêm “{ $query }”
people-quick = Nhập nhanh
people-quick-to = Nhập nhanh vào đoàn { $delegation }
people-quick-hint = Họ tên, chức danh, đơn vị
people-add-person = Thêm đại biểu
people-add-organisation = Thêm đơn vị
people-person = Đại biểu
people-organisation = Đơn vị
people-without-name = không nêu tên người
people-no-position = chưa có chức danh, đơn vị
people-mentions =
    { $count ->
        [0] chưa được nhắc đến
       *[other] được nhắc { $count } lần
    }
people-menu = Thao tác với { $name }
people-edit = Sửa
people-insert-name = Chèn tên vào bài
people-insert-delegation = Chèn danh sách: { $delegation }
people-move-up = Chuyển lên
people-move-down = Chuyển xuống
people-remove = Xóa khỏi danh sách
people-removed = Đã xóa { $name } khỏi danh sách.
people-done = Xong
people-name = Họ và tên
people-name-needed = Cần có tên. Khi chưa có, tên cũ vẫn được giữ.
people-title-held = Chức danh
people-delegation = Đoàn
people-role = Vai trò
people-honorific = Cách xưng hô
people-short-name = Tên gọi tắt
people-code = Mã
people-note = Ghi chú
people-contact = Liên hệ
people-contact-private = không xuất bản
people-role-chair = Chủ trì
people-role-speaker = Diễn giả
people-role-delegate = Đại biểu
people-role-guest = Khách mời
people-role-organiser = Ban tổ chức
people-role-press = Báo chí
people-group-chairs = Chủ trì
people-group-speakers = Diễn giả
people-group-guests = Khách mời
people-group-organisers = Ban tổ chức
people-group-press = Báo chí
people-group-none = Chưa xếp đoàn
people-group-organisations = Đơn vị

checks-title = Kiểm tra
checks-title-count =
    { $count ->
        [0] Kiểm tra
       *[other] Kiểm tra, { $count } mục cần xem
    }
checks-none = Không thiếu gì. Bài đã sẵn sàng để gửi.
checks-no-headline = Bài chưa có tiêu đề
checks-no-place = Chưa ghi địa danh đầu bài
checks-no-date = Chưa ghi ngày
checks-no-caption = Ảnh chưa có chú thích
checks-no-credit = Ảnh chưa ghi tác giả
checks-no-alt = Ảnh chưa có văn bản thay thế
checks-alt-is-caption = Văn bản thay thế trùng chú thích
checks-unused = Ảnh chưa được dùng trong bài
checks-not-mentioned = Có trong danh sách nhưng chưa có trong bài
checks-bare-link = Liên kết thiếu https://
