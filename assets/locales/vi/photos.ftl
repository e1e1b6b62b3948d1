# Ảnh: nhập ảnh, thẻ ảnh, thông tin chung cho nhiều ảnh.

menu-photos = Ảnh
command-add-photo-folder = Thêm ảnh từ thẻ nhớ hoặc thư mục…
command-sort-photos-taken = Xếp ảnh theo giờ chụp
command-sort-photos-name = Xếp ảnh theo tên tệp
command-lead-photo = Ảnh chính
command-decorative-photo = Ảnh trang trí
command-photo-fields = Thông tin ảnh…
command-replace-picture = Thay ảnh, giữ chú thích…
command-read-photo-again = Đọc lại thông tin từ tệp…

dialog-photo-folder-title = Thêm ảnh từ thẻ nhớ hoặc thư mục
dialog-replace-picture-title = Chọn ảnh mới

import-progress = Đang đọc ảnh: { $done }/{ $of }
import-stop = Dừng
import-stopped = Đã dừng: thêm được { $done }/{ $of } ảnh
import-and-more = { $names } và { $count } tệp khác
import-twice =
    { $count ->
        [1] { $names } đã có trong bài
       *[other] { $count } ảnh đã có trong bài: { $names }
    }
import-cut =
    { $count ->
        [1] Tệp { $names } bị thiếu phần cuối, phần dưới của ảnh có thể bị trống. Hãy chép lại từ thẻ nhớ rồi chọn “{ $command }”.
       *[other] { $count } tệp ảnh bị thiếu phần cuối, phần dưới của ảnh có thể bị trống: { $names }. Hãy chép lại từ thẻ nhớ rồi chọn “{ $command }”.
    }
import-long-words =
    { $count ->
        [1] Đã thêm { $names } nhưng siêu dữ liệu của ảnh quá lớn, không đọc được hết. Hãy kiểm tra chú thích và tên tác giả.
       *[other] Đã thêm { $count } ảnh có siêu dữ liệu quá lớn, không đọc được hết: { $names }. Hãy kiểm tra chú thích và tên tác giả.
    }
import-long-sidecar =
    { $count ->
        [1] Tệp .xmp đi kèm { $names } quá lớn nên không đọc được. Hãy kiểm tra chú thích và tên tác giả của ảnh.
       *[other] Tệp .xmp đi kèm { $count } ảnh quá lớn nên không đọc được: { $names }. Hãy kiểm tra chú thích và tên tác giả.
    }
import-guessed = Chú thích của { $count } ảnh được đọc theo bảng mã { $codings } (phỏng đoán). Nếu chữ bị lỗi, dùng lệnh “{ $command }”.
import-unread = Không thêm được { $count } tệp:
import-unread-line = { $names }: { $reason }
import-show-all = Xem tất cả
import-unread-title = Các tệp không thêm được
import-arriving = { $name }, đang đọc

photos-too-small = Ảnh nhỏ
photos-too-small-why = Cạnh dài chỉ có { $side } điểm ảnh; tòa soạn cần { $least }.
photos-alt-is-file-name = Đây là tên tệp. Nên tả những gì nhìn thấy trong ảnh.
photos-shown = Trong ảnh: { $names }
photos-lead = Ảnh chính
photos-more = Thêm
photos-less = Thu gọn
photos-city = Thành phố
photos-country = Quốc gia
photos-creator = Người chụp
photos-copyright = Bản quyền
photos-compact = Thẻ gọn
photos-chosen = Đã chọn { $count } ảnh
photos-set-for-all = Ghi cho tất cả…
photos-removed =
    { $count ->
        [1] Đã xóa ảnh khỏi bài
       *[other] Đã xóa { $count } ảnh khỏi bài
    }
photos-place-all = Chèn vào bài
photos-menu = Trình đơn ảnh

fields-title-one = Thông tin ảnh
fields-title = Cho { $count } ảnh
fields-note = Chỉ ghi những mục được đánh dấu.
fields-different = (khác nhau)
fields-set = Ghi
fields-tick = Ghi: { $field }
details-photographer = Người chụp ảnh của bài
details-photographer-note = ghi cho ảnh mới chưa có tên tác giả

reread-title = Đọc lại thông tin từ tệp
reread-note = Đánh dấu những mục cần lấy từ tệp.
reread-coding = Bảng mã của văn bản
reread-now = Hiện tại
reread-file = Trong tệp
reread-take = Lấy từ tệp
reread-caption = Chú thích
reread-credit = Tác giả ảnh
reread-alt = Văn bản thay thế
reread-nothing = Tệp ảnh không có thông tin nào mà bài chưa có.
reread-failed = Tệp của bài không có ảnh này.
replace-while-importing = Đợi đọc xong các ảnh rồi hãy thay ảnh.
replace-same = Ảnh này đã có trong bài
replace-restored = Ảnh đã trở lại trong tệp bài
replace-done = Đã thay ảnh, chú thích được giữ nguyên

checks-alt-is-file-name = Văn bản thay thế là tên tệp
checks-too-small = Ảnh nhỏ so với yêu cầu của tòa soạn

command-similar-photos = Tìm ảnh giống nhau…
similar-title = Ảnh giống nhau
similar-note = Không ảnh nào tự bị xóa. Bỏ chọn những ảnh mà bài không cần.
similar-none = Không có ảnh nào giống nhau
similar-progress = Đang so sánh ảnh: { $done }/{ $of }
similar-sharpest = Nét nhất
similar-keep-it = Giữ lại
similar-keep = Giữ { $name }
similar-only-sharpest = Chỉ giữ ảnh nét nhất
similar-remove = Xóa { $count } ảnh
similar-used = Trong bài

photos-view = Cách xem ảnh
photos-cards = Thẻ ảnh
