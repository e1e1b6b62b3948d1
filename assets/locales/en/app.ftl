# The frame of the window, messages and system dialogs
menu-file = File
menu-edit = Edit
menu-insert = Insert
menu-format = Format
menu-people = People
menu-view = View
menu-help = Help
menu-styles = Paragraph style
menu-table = Table
menu-spelling = Spelling and names
menu-framing = Turn and crop
menu-sort = Sort
menu-theme = Theme
menu-language = Language
menu-recent = Recent reports
toolbar-no-style = No style
toolbar-more = More
toolbar-export = Export
untitled = Untitled report
status-minutes = { $minutes } min
status-language = Language of the report
status-zoom = { $percent }%
status-fresh = New
status-saved = Saved { $time }
status-saving = Saving…
status-read-only = Read only
status-not-saved = Not saved: choose another place
status-reading-photos = Reading photos…
status-exporting = Exporting: photo { $done } of { $of }
status-stop-export = Stop the export
message-close = Close message
message-read-only = This report can only be read here. Save it under another name to change it.
message-locked = Another window has this report open. You can read it here, or save a copy under another name.
message-recovered = The file was damaged. What could be saved is here; save it under another name.
message-photo-removed = The photo was removed from the report
message-exported = The page is ready: { $path }
message-export-open = Show
message-rescued = Until then your changes are kept as a draft.
message-draft-open = This draft is open in another window.
message-rescue-found = There is a copy with changes that could not be saved in this file. You find it on the welcome page, among the recent reports.
message-no-drafts = There is no folder for drafts. Save the report under a name.
message-copied = The HTML is on the clipboard
dialog-open-title = Open a report
dialog-save-as-title = Save the report as
dialog-photos-title = Add photos
dialog-export-title = Export the page
dialog-report-files = Reports
dialog-picture-files = Pictures
dialog-html-files = HTML pages
path-label = File or folder
path-note = The system has no file dialog here; write the path.
path-note-photos = The system has no file dialog here; write the path. For several photos, name their folder.
path-no-file = There is no such file.
path-nothing = There is no such file or folder.
path-is-folder = A folder of this name stands there. Write the name of a file in it.
path-no-folder = There is no such folder.
status-words =
    { $count ->
        [one] { $number } word
       *[other] { $number } words
    }
status-checks =
    { $count ->
        [one] { $count } check
       *[other] { $count } checks
    }
