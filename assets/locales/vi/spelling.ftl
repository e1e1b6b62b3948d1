# Chính tả.

command-check-spelling = Kiểm tra chính tả
command-next-misspelling = Lỗi chính tả hoặc tên bị đánh dấu tiếp theo
command-previous-misspelling = Lỗi chính tả hoặc tên bị đánh dấu trước đó
command-suggestions = Gợi ý cho từ này

spelling-menu = Trình đơn văn bản
spelling-looking = Đang tìm gợi ý…
spelling-no-suggestions = Không có gợi ý
spelling-add = Thêm vào từ điển của tôi
spelling-ignore = Bỏ qua trong bài này
spelling-remove = Xóa khỏi từ điển của tôi
spelling-check-again = Kiểm tra lại trong bài này
spelling-all-right = Không có lỗi chính tả
spelling-no-dictionary = Chưa có từ điển cho ngôn ngữ của bài này. Hãy chép các tệp .aff và .dic vào thư mục { $folder }
spelling-not-written = Không sửa được từ điển của bạn (từ “{ $word }”): { $problem }
spelling-marked = Sai chính tả: { $words }
about-dictionaries = Từ điển
