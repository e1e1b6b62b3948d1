# Những người trong ảnh: dải tên dưới ảnh, dòng tên trong chú thích, số thứ tự trên ảnh lớn.

command-people-shown = Người trong ảnh…
command-write-names = Chỉ ghi tên
command-write-names-offices = Ghi tên và chức danh
menu-names-line = Ghi tên vào chú thích
command-mark-people = Đánh số người trên ảnh

strip-title = Trong ảnh, từ trái sang
strip-name = Trong ảnh { $number }, từ trái sang
strip-row =
    { $row ->
        [1] Hàng đầu
        [2] Hàng thứ hai
        [3] Hàng thứ ba
        [4] Hàng thứ tư
        [5] Hàng thứ năm
       *[other] Hàng thứ { $row }
    }
strip-unknown = Chưa rõ tên
strip-unknown-entry = Người chưa rõ tên
strip-new = Thêm “{ $name }” vào danh sách đại biểu
strip-hint-first = Gõ tên hoặc kéo từ danh sách
strip-hint = Gõ tên; Enter để sang hàng mới
strip-field = Thêm người vào ảnh { $number }
strip-field-name = Người số { $number } là ai?
strip-left = Chuyển sang trái
strip-right = Chuyển sang phải
strip-forward = Lên hàng trước
strip-back = Xuống hàng sau
strip-say-who = Cho biết là ai…
strip-say-unknown = Chưa rõ là ai
strip-entry = Xem trong danh sách
strip-remove = Bỏ khỏi ảnh
strip-remove-name = Bỏ { $name } khỏi ảnh
strip-written = Chú thích đã có tên
strip-reworded = Đã sửa bằng tay
strip-write = Ghi tên vào chú thích
strip-write-again = Ghi lại
strip-with-offices = Thêm chức danh
strip-names-only = Chỉ ghi tên

closer-marks = Đánh số người
closer-mark = Số { $number }: { $name }
closer-marks-note = Lần lượt bấm vào từng người trong ảnh; kéo số để dời chỗ. Bằng bàn phím: Page Down sang người kế tiếp, phím mũi tên dời số, Delete xóa số.
closer-marks-nobody = Hãy cho biết ai trong ảnh ở ô phía trên, rồi bấm vào chỗ từng người đứng.
