# The text pane
text-page-label = Nội dung bài
text-kicker-placeholder = Chuyên mục
text-headline-placeholder = Tiêu đề
text-standfirst-placeholder = Nội dung chính trong một, hai câu
text-standfirst-label = Sapô
text-byline-prefix = Bài:
text-byline-placeholder = Tác giả
text-place-placeholder = Địa điểm
text-date-placeholder = thêm ngày
text-body-placeholder = Viết bài tại đây
text-heading-placeholder = Tiêu đề phụ
text-quotation-placeholder = Lời phát biểu
text-speaker-placeholder = Người phát biểu
text-caption-placeholder = Đang diễn ra việc gì, ai, ở đâu?
text-caption-label = Chú thích ảnh
text-picture-missing = Không hiển thị được ảnh
text-no-participants = Danh sách chưa có ai
