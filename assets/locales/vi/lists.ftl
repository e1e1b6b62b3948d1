# Danh sách đại biểu: nhập và xuất.

command-import-people = Nhập danh sách đại biểu…
command-paste-people = Dán danh sách đại biểu
command-export-people = Xuất danh sách đại biểu…
command-duplicate-people = Tìm đại biểu bị trùng
list-import-title = Chọn danh sách đại biểu
list-export-title = Lưu danh sách đại biểu
list-files = Danh sách đại biểu
list-nobody = Không tìm thấy ai trong danh sách này.
list-unread-file = Không đọc được danh sách. Hãy kiểm tra xem tệp còn đó không và bạn có quyền mở không.
list-too-long = Danh sách quá dài. Hãy chia thành nhiều phần.
list-no-list = Đây không phải văn bản hay bảng. Hãy lưu thành XLSX, ODS, CSV hoặc văn bản rồi nhập lại.
list-no-workbook = Tệp bị hỏng, có mật khẩu hoặc thuộc định dạng cũ. Hãy mở bằng chương trình đã tạo ra nó rồi lưu thành XLSX, CSV hoặc DOCX.
list-nothing-copied = Chưa có chữ nào được sao chép. Hãy sao chép danh sách trước rồi dán vào đây.
list-mistake = Không đọc được danh sách do lỗi của chương trình. Hãy thử lại với CSV hoặc văn bản thường.
list-unwritable = Có mục quá dài đối với loại tệp này. Hãy chọn CSV.
list-no-codes = Chưa đại biểu nào có mã nên không có gì để lưu. Mã được đặt trong thông tin của từng đại biểu.
list-export-exists = Đã có tệp “{ $path }”. Hãy chọn tên khác.
review-title = Xem lại danh sách
review-note =
    Đã nhận ra { $count } mục. { $doubtful ->
        [0] Không có chỗ nào đáng ngờ.
       *[other] { $doubtful } mục có ô đánh dấu “?” cần xem lại.
    }{ $listed ->
        [0] { "" }
       *[other] { " " }{ $listed } mục đã có trong danh sách và được giữ nguyên nếu bạn không đánh dấu chọn.
    }
review-code-page = Tệp không ghi bảng mã nên được đọc theo { $page }. Nếu tên người bị sai, hãy lưu lại bằng UTF-8.
review-all = Chọn tất cả người mới
review-take = Chọn { $name }, dòng { $row }
review-cell = { $column }, dòng { $row }
review-cell-doubtful = { $column }, dòng { $row }, cần xem lại
review-look = Chỗ này có thể sai, hãy xem lại.
review-state = Tình trạng
review-listed = đã có
review-updates = cập nhật
review-twice = bị lặp
review-doubtful = xem lại
review-add =
    { $count ->
        [0] Thêm
       *[other] Thêm { $count } mục
    }
review-added = Đã đưa { $count } mục vào danh sách.
duplicates-none = Không có ai bị trùng trong danh sách.
duplicates-title = Có phải cùng một đại biểu? { $number }/{ $count }
duplicates-note = Tên gọi giống nhau. Nếu là một, hãy chọn mục được giữ lại: mục này lấy thêm những gì còn thiếu từ mục kia, còn bài viết và ảnh sẽ gắn với mục này.
duplicates-keep = Giữ { $name }
duplicates-join = Gộp làm một
duplicates-keep-both = Hai mục khác nhau
duplicates-joined = { $name } nay chỉ còn một mục trong danh sách.
command-print-people = In danh sách đại biểu…
list-private-title = Ghi chú và liên hệ riêng
list-private = Một số đại biểu có ghi chú hoặc thông tin liên hệ riêng, chỉ dành cho bạn. Có đưa kèm vào danh sách không?
list-private-without = Không đưa kèm
list-private-with = Đưa kèm
people-look = Thứ tự và cột
people-order = Thứ tự
people-order-protocol = Theo thứ tự lễ tân
people-shown = Hiển thị
people-shown-mentions = Số lần nhắc tên
people-order-sorted = Danh sách đang được sắp xếp. Chọn thứ tự “Theo thứ tự lễ tân” để đổi chỗ đại biểu
people-order-name = Theo tên
people-order-organisation = Theo đơn vị
people-order-role = Theo vai trò
