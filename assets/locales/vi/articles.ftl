# Bài viết soạn ở nơi khác.

command-import-article = Nhập bài từ tệp…
article-import-title = Nhập bài từ tệp
article-files = Bài viết
article-kept = Từ “{ $name }”: { $what }.
article-left-out = Đã bỏ: { $what }.
article-notes =
    { $count } chú thích cuối trang được chuyển xuống cuối bài.
article-password = tệp có mật khẩu. Hãy lưu lại không đặt mật khẩu rồi nhập.
article-old-format = đây là định dạng Word cũ. Hãy lưu thành .docx rồi nhập.
article-damaged = đây không phải văn bản, hoặc tệp đã hỏng ({ $reason }). Hãy lưu lại bằng chương trình đã soạn nó.
article-too-large = bài quá dài cho một bản tin. Hãy nhập từng phần.
article-encoding = không rõ bảng mã của tệp. Hãy lưu thành UTF-8.
article-nothing-inside = tệp ZIP phải chứa đúng một trang. Hãy giải nén rồi nhập trang cần dùng.
article-unknown-kind = bài viết là tệp .docx, .odt, .html, .md hoặc .txt.
