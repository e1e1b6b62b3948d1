# Finding one's way in a report and knowing its length
length-title = Độ dài
length-words = Từ
length-characters = Ký tự
length-solid = Không dấu cách
length-story = Cả bài
length-body = Riêng thân bài
length-captions = Chú thích ảnh
length-selection = Phần đã chọn
length-note = Cả bài gồm tiêu đề, sapô và thân bài.
length-reading = Đọc khoảng { $minutes } phút
length-limit = Giới hạn độ dài
length-no-limit = Không
length-limit-words = từ
length-limit-characters = ký tự, kể cả dấu cách
length-of-words = { $number } / { $most } { $count ->
       *[other] từ
    }
length-of-characters = { $number } / { $most } { $count ->
       *[other] ký tự
    }
length-over = thừa { $number }
outline-title = Dàn bài
outline-empty = Tiêu đề mục, ảnh và bảng trong bài sẽ hiện ở đây. Nhấn { $key } để đổi đoạn văn thành tiêu đề mục.
focus-mode-note = Chỉ còn văn bản. Nhấn Esc hoặc F11 để hiện lại tất cả.
focus-mode-leave = Hiện lại tất cả
