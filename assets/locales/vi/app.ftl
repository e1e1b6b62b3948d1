# The frame of the window, messages and system dialogs
menu-file = Tệp
menu-edit = Sửa
menu-insert = Chèn
menu-format = Định dạng
menu-people = Đại biểu
menu-view = Xem
menu-help = Trợ giúp
menu-styles = Kiểu đoạn
menu-table = Bảng
menu-spelling = Chính tả và tên người
menu-framing = Xoay và cắt ảnh
menu-sort = Sắp xếp
menu-theme = Giao diện
menu-language = Ngôn ngữ giao diện
menu-recent = Bài mở gần đây
toolbar-no-style = Không có kiểu
toolbar-more = Thêm
toolbar-export = Xuất bài
untitled = Bài chưa đặt tên
status-minutes = { $minutes } phút
status-language = Ngôn ngữ của bài
status-zoom = { $percent }%
status-fresh = Mới
status-saved = Đã lưu { $time }
status-saving = Đang lưu…
status-read-only = Chỉ đọc
status-not-saved = Chưa lưu: hãy chọn nơi khác
status-reading-photos = Đang đọc ảnh…
status-exporting = Đang xuất: ảnh { $done }/{ $of }
status-stop-export = Dừng xuất bài
message-close = Đóng thông báo
message-read-only = Bài này chỉ có thể đọc. Hãy lưu thành tên khác để sửa.
message-locked = Bài đang mở ở cửa sổ khác. Bạn có thể đọc tại đây hoặc lưu một bản sao với tên khác.
message-recovered = Tệp bị hỏng. Phần cứu được đang hiển thị; hãy lưu thành tên khác.
message-photo-removed = Đã xóa ảnh khỏi bài
message-exported = Đã xuất trang: { $path }
message-export-open = Xem
message-rescued = Từ giờ đến lúc đó, thay đổi của bạn được giữ trong một bản nháp.
message-draft-open = Bản nháp này đang mở ở một cửa sổ khác.
message-rescue-found = Có một bản sao chứa những thay đổi chưa lưu được vào tệp này. Bản đó nằm ở trang mở đầu, trong các bài gần đây.
message-no-drafts = Không có thư mục cho bản nháp. Hãy lưu bài với một tên.
message-copied = Đã sao chép HTML
dialog-open-title = Mở bài
dialog-save-as-title = Lưu bài thành
dialog-photos-title = Thêm ảnh
dialog-export-title = Xuất trang
dialog-report-files = Bài Rapporteur
dialog-picture-files = Ảnh
dialog-html-files = Trang HTML
path-label = Tệp hoặc thư mục
path-note = Hệ thống không có hộp thoại chọn tệp; hãy nhập đường dẫn.
path-note-photos = Hệ thống không có hộp thoại chọn tệp; hãy nhập đường dẫn. Nếu có nhiều ảnh, hãy nhập tên thư mục.
path-no-file = Không có tệp này.
path-nothing = Không có tệp hoặc thư mục này.
path-is-folder = Ở đó đã có một thư mục cùng tên. Hãy ghi thêm tên tệp nằm trong thư mục.
path-no-folder = Không có thư mục này.
status-words =
    { $count ->
       *[other] { $number } từ
    }
status-checks =
    { $count ->
       *[other] { $count } lưu ý
    }
