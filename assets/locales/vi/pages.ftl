# Trang, mẫu trang và cách trình bày dấu.

command-copy-html = Sao chép mã nguồn HTML
command-look-news = Trang tin
command-look-minutes = Biên bản
command-look-own = Mẫu của tòa soạn…
command-save-template = Lưu một bản của mẫu trang…
command-tidy-typography = Chỉnh dấu câu và khoảng trắng…

menu-page-look = Kiểu trang

message-copied-html = Đã sao chép mã nguồn HTML. Hãy dán vào ô nhập HTML.
dialog-template-title = Thư mục của mẫu trang
dialog-save-template-title = Thư mục mới cho mẫu trang
template-folder = mẫu trang
template-chosen = Từ nay trang được trình bày theo { $path }.
template-saved = Mẫu trang nằm trong { $path }. Cách sửa có trong README.md ở đó.

typography-title = Chỉnh dấu câu và khoảng trắng
typography-note = Chỉ dấu và khoảng trắng thay đổi; từ ngữ, địa chỉ và mã giữ nguyên. Dấu ° chỉ khoảng trắng không ngắt dòng.
typography-none = Không có gì cần chỉnh.
typography-quotes = Dấu ngoặc kép: { $count }
typography-apostrophe = Dấu lược: { $count }
typography-dash = Dấu gạch ngang: { $count }
typography-ellipsis = Dấu ba chấm: { $count }
typography-space = Khoảng trắng thừa hoặc đặt sai bên dấu: { $count }
typography-no-break = Khoảng trắng không ngắt dòng: { $count }
typography-more = và { $count } chỗ nữa
typography-repair = Chỉnh { $count } chỗ
typography-done = Đã chỉnh { $count } chỗ
