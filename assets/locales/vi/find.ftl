# Thanh tìm kiếm.

find-words = Tìm trong bài
find-count =
    { $count ->
        [0] Không tìm thấy
       *[other]
            { $at ->
                [0] Tìm thấy { $count }
               *[other] { $at } trên { $count }
            }
    }
find-match-case = Phân biệt hoa thường
find-whole-words = Nguyên từ
find-close = Đóng tìm kiếm
find-replacement = Thay bằng
find-replace = Thay
find-replace-all = Thay tất cả
find-replaced = Đã thay ở { $count } chỗ
find-list = Liệt kê mọi vị trí
find-replace-chosen = Thay { $count } chỗ
find-include = Thay tại: { $words }
find-in-story = Bài viết
