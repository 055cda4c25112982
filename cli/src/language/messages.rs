//! Every message of the command, in both languages.
//!
//! A message says what is wrong and what to do. Its values are set in by name; the compiler checks
//! that both texts are there and name nothing else.

use super::{Language, language};

macro_rules! messages {
    ($(
        $(#[$doc:meta])*
        $name:ident($($value:ident: $kind:ty),*) { en: $en:literal, vi: $vi:literal $(,)? }
    )*) => {
        $(
            $(#[$doc])*
            pub(crate) fn $name($($value: $kind),*) -> String {
                match language() {
                    Language::En => format!($en),
                    Language::Vi => format!($vi),
                }
            }
        )*

        /// Each message in both languages.
        #[cfg(test)]
        const ALL: &[(&str, &str, &str)] = &[$((stringify!($name), $en, $vi)),*];
    };
}

messages! {
    /// What messages call the standard input.
    standard_input() { en: "standard input", vi: "đầu vào chuẩn" }

    /// What `explain` puts before the entry of a code, which is English.
    explained(code: &str, severity: &str, meaning: &str, advice: &str) {
        en: "{code} ({severity}): {meaning}\n\n{advice}\n\n",
        vi: "{code} ({severity}): {meaning}\n\nCách xử lý: {advice}\n\nGiải thích đầy đủ bằng tiếng Anh, kèm ví dụ:\n\n",
    }
    /// What is said where a text has to be typed.
    reading_terminal() {
        en: "the text is read from the terminal: end it with Ctrl-D (Windows: Ctrl-Z), or name a file",
        vi: "đang đọc văn bản gõ từ bàn phím: kết thúc bằng Ctrl-D (Windows: Ctrl-Z), hoặc nêu một tệp",
    }

    // Parts of a year.
    first_quarter(year: &str) { en: "Q1 {year}", vi: "quý I/{year}" }
    second_quarter(year: &str) { en: "Q2 {year}", vi: "quý II/{year}" }
    third_quarter(year: &str) { en: "Q3 {year}", vi: "quý III/{year}" }
    fourth_quarter(year: &str) { en: "Q4 {year}", vi: "quý IV/{year}" }
    first_half(year: &str) { en: "first half of {year}", vi: "6 tháng đầu năm {year}" }
    second_half(year: &str) { en: "second half of {year}", vi: "6 tháng cuối năm {year}" }

    // Why an input cannot be read.
    missing() {
        en: "there is no such file: check its name and folder",
        vi: "không có tệp này: hãy kiểm tra tên và thư mục",
    }
    denied() {
        en: "permission to read it is denied: change its permissions, or copy it",
        vi: "không có quyền đọc: hãy đổi quyền của tệp, hoặc chép tệp ra chỗ khác",
    }
    is_directory() {
        en: "this is a directory: name a file in it",
        vi: "đây là thư mục: hãy nêu một tệp trong đó",
    }
    directory_without_text(endings: &str) {
        en: "this directory holds no file that ends in {endings}: name the right one, or other endings with --ext",
        vi: "thư mục không có tệp nào có đuôi {endings}: hãy nêu đúng thư mục, hoặc nêu đuôi khác bằng --ext",
    }
    directory_without_tree() {
        en: "this directory holds no tree that `kehoach parse` has written (.json, .jsonl): name the right one",
        vi: "thư mục không có cây nào do `kehoach parse` ghi ra (.json, .jsonl): hãy nêu đúng thư mục",
    }
    no_records() {
        en: "this data set holds no record: name the right file",
        vi: "bộ dữ liệu không có bản ghi nào: hãy nêu đúng tệp",
    }
    no_name(id: &str) {
        en: "the record is called {id:?}, which can be no name of a file: give it another, or name another field with --id-field",
        vi: "bản ghi có tên {id:?}, không thể là tên tệp: hãy đặt tên khác, hoặc nêu trường khác bằng --id-field",
    }
    page_is_html(name: &str) {
        en: "{name}: the page is HTML: let its name end in .html",
        vi: "{name}: trang được ghi là HTML: hãy đặt tên có đuôi .html",
    }
    nothing_matches() {
        en: "no file matches this pattern: check it, and quote it so that the shell leaves it alone",
        vi: "không có tệp nào khớp với mẫu này: hãy kiểm tra mẫu, và đặt trong dấu nháy để shell không đổi nó",
    }
    pattern_wrong(error: &str) {
        en: "this is no file, and no pattern either: {error}",
        vi: "không có tệp này, và mẫu cũng không đúng: {error}",
    }
    folder_unreadable(error: &str) {
        en: "this part of the folder cannot be read: {error}: check its permissions and links",
        vi: "không đọc được phần này của thư mục: {error}: hãy kiểm tra quyền và các liên kết",
    }
    reading_failed(error: &str) {
        en: "reading failed: {error}: copy the file anew, and try again",
        vi: "đọc không được: {error}: hãy chép lại tệp rồi thử lại",
    }
    unpacking_failed(packing: &str, error: &str) {
        en: "unpacking {packing} failed: {error}: the file is damaged or cut, copy it anew from where it comes",
        vi: "giải nén {packing} không được: {error}: tệp bị hỏng hoặc bị cắt, hãy chép lại từ nguồn",
    }
    too_large(limit: usize) {
        en: "the input is longer than {limit} bytes: split it, or raise the limit with --max-bytes",
        vi: "đầu vào dài hơn {limit} byte: hãy chia nhỏ, hoặc nâng giới hạn bằng --max-bytes",
    }
    foreign(what: &str, advice: &str) {
        en: "this is no text but {what}: {advice}",
        vi: "đây không phải văn bản thuần mà là {what}: {advice}",
    }
    advice_pdf() {
        en: "make text of it first, with `pdftotext -layout`; a scan needs text recognition (OCR)",
        vi: "hãy chuyển sang văn bản thuần trước bằng `pdftotext -layout`; bản quét thì cần nhận dạng chữ (OCR)",
    }
    advice_office() {
        en: "save it as plain text (UTF-8) first, or convert it with LibreOffice or pandoc",
        vi: "hãy lưu thành văn bản thuần (UTF-8) trước, hoặc chuyển bằng LibreOffice hay pandoc",
    }
    advice_picture() {
        en: "recognise its text (OCR) first",
        vi: "hãy nhận dạng chữ (OCR) trước",
    }
    advice_archive() {
        en: "unpack it first, and name the folder",
        vi: "hãy giải nén trước, rồi nêu thư mục",
    }
    advice_parquet() {
        en: "name it with --from parquet, if this program was built with it",
        vi: "hãy nêu bằng --from parquet, nếu chương trình được dựng kèm tính năng này",
    }
    advice_program() {
        en: "name the text instead",
        vi: "hãy nêu tệp văn bản",
    }
    is_tree() {
        en: "this is a tree that `kehoach parse` has written: name the text it was made of",
        vi: "đây là cây do `kehoach parse` ghi ra: hãy nêu văn bản gốc của nó",
    }
    binary() {
        en: "this is a binary file, no text: name the text instead; for UTF-16 without a mark say --encoding utf-16le",
        vi: "đây là tệp nhị phân, không phải văn bản thuần: hãy nêu tệp văn bản; nếu là UTF-16 không có dấu thứ tự byte thì nêu --encoding utf-16le",
    }
    not_text(line: usize, error: &str) { en: "line {line}: {error}", vi: "dòng {line}: {error}" }
    not_utf8(offset: usize, byte: u8) {
        en: "byte {offset} (0x{byte:02X}) is not UTF-8, and the text is in none of the old Vietnamese encodings: convert the file to UTF-8 first, or give UTF-16 with a byte-order mark",
        vi: "byte {offset} (0x{byte:02X}) không phải UTF-8, và văn bản không theo bảng mã tiếng Việt cũ nào: hãy chuyển tệp sang UTF-8 trước, hoặc dùng UTF-16 có dấu thứ tự byte",
    }
    cut_utf16(bytes: usize) {
        en: "UTF-16 input of {bytes} bytes ends inside a character: the file was cut, copy it anew from where it comes",
        vi: "đầu vào UTF-16 dài {bytes} byte kết thúc giữa một ký tự: tệp bị cắt, hãy chép lại từ nguồn",
    }
    unpaired_surrogate(offset: usize, unit: u16) {
        en: "UTF-16 input holds the unpaired surrogate 0x{unit:04X} at byte {offset}: the file is damaged, copy it anew from where it comes",
        vi: "đầu vào UTF-16 có nửa cặp ký tự 0x{unit:04X} lẻ ở byte {offset}: tệp bị hỏng, hãy chép lại từ nguồn",
    }
    no_record(error: &str) {
        en: "this line is no record of a data set: {error}: each line has to be one JSON object",
        vi: "dòng này không phải bản ghi: {error}: mỗi dòng phải là một đối tượng JSON",
    }
    same_id() {
        en: "an earlier record is called so, and the two could not be told apart: it is passed over; name another field with --id-field",
        vi: "một bản ghi trước đã có tên này nên không phân biệt được hai bản ghi: bản ghi này bị bỏ qua; hãy nêu trường khác bằng --id-field",
    }
    more_rows(count: u64, reason: &str) {
        en: "and {count} more rows: {reason}",
        vi: "và {count} dòng nữa: {reason}",
    }
    no_field(field: &str) {
        en: "it has no text in the field {field:?}: name the right field with --text-field or --id-field",
        vi: "không có chữ trong trường {field:?}: hãy nêu đúng trường bằng --text-field hoặc --id-field",
    }
    no_result() {
        en: "this is no result of `kehoach parse`: name texts, or trees that it has written",
        vi: "đây không phải kết quả của `kehoach parse`: hãy nêu văn bản, hoặc cây mà lệnh đó đã ghi",
    }
    no_row() {
        en: "this is no row of `kehoach citations`: write them as CSV or JSON Lines, with all columns",
        vi: "đây không phải dòng của `kehoach citations`: hãy ghi chúng dạng CSV hoặc JSON Lines, đủ các cột",
    }
    panicked() {
        en: "reading it met a fault of this program: please report it, with the file",
        vi: "chương trình gặp lỗi khi đọc tệp này: xin báo lỗi, kèm theo tệp",
    }

    // Why an output cannot be written.
    output_failed(error: &str) {
        en: "cannot write the output: {error}: check the free space and permissions of where it goes",
        vi: "không ghi được kết quả: {error}: hãy kiểm tra chỗ trống và quyền ghi ở nơi nhận",
    }
    file_failed(name: &str, error: &str) {
        en: "cannot write {name}: {error}: check the free space and permissions of where it goes",
        vi: "không ghi được {name}: {error}: hãy kiểm tra chỗ trống và quyền ghi ở nơi nhận",
    }
    name_too_long(name: &str) {
        en: "cannot write {name}: the name is longer than the file system allows: shorten it, or use --format jsonl",
        vi: "không ghi được {name}: tên dài hơn mức hệ thống tệp cho phép: hãy rút ngắn, hoặc dùng --format jsonl",
    }
    in_use(name: &str) {
        en: "another run is writing into {name}: wait for its end, or name another folder",
        vi: "một lượt chạy khác đang ghi vào {name}: hãy đợi nó xong, hoặc nêu thư mục khác",
    }
    folder_missing(name: &str) {
        en: "cannot write {name}: there is no such folder: make it first, or check its name",
        vi: "không ghi được {name}: không có thư mục đó: hãy tạo trước, hoặc kiểm tra tên",
    }
    is_input(name: &str) {
        en: "{name} is an input, and would be overwritten: name another place for the output",
        vi: "{name} là đầu vào, ghi vào đó sẽ mất nội dung: hãy nêu nơi khác để ghi kết quả",
    }
    would_be_input(name: &str) {
        en: "{name} lies among the inputs and has their ending, so the next run would read it: name another place for the output",
        vi: "{name} nằm giữa các đầu vào và có cùng đuôi, lượt chạy sau sẽ đọc nhầm: hãy nêu nơi khác để ghi kết quả",
    }
    two_outputs(name: &str) {
        en: "{name} is named for two outputs, and one would overwrite the other: name another file for one of them",
        vi: "{name} được nêu cho hai kết quả, cái sau sẽ ghi đè cái trước: hãy nêu tệp khác cho một trong hai",
    }
    texts_among_inputs(name: &str) {
        en: "{name} lies in a folder of inputs, and the next run would read these texts as documents: name a folder elsewhere with --write-text",
        vi: "{name} nằm trong thư mục đầu vào, lượt chạy sau sẽ đọc các tệp chữ này như văn bản: hãy nêu thư mục ở nơi khác bằng --write-text",
    }
    sheet_there(name: &str) {
        en: "{name} is there already, and may be filled in: name another folder with -o, or remove it first",
        vi: "đã có {name}, có thể đã được điền: hãy nêu thư mục khác bằng -o, hoặc xóa nó trước",
    }
    same_output(name: &str) {
        en: "another input was written to {name} already: run them apart, into folders of their own",
        vi: "một tệp khác đã được ghi vào {name}: hãy chạy riêng từng tệp, vào các thư mục khác nhau",
    }

    // What is wrong with the command line.
    many_to_stdout() {
        en: "these are several documents: name a folder for their trees with -o, or print one a line with --format jsonl",
        vi: "đây là nhiều văn bản: hãy nêu thư mục chứa kết quả bằng -o, hoặc in mỗi văn bản một dòng bằng --format jsonl",
    }

    jobs_wanted() {
        en: "give a number of documents to read at the same time, 1 or more",
        vi: "hãy nêu số văn bản đọc cùng lúc, từ 1 trở lên",
    }
    number_wanted() {
        en: "give a number of documents to draw, 1 or more",
        vi: "hãy nêu số văn bản cần rút, từ 1 trở lên",
    }
    register_unreadable(name: &str, error: &str) {
        en: "cannot read the register {name}: {error}: it has to be CSV in UTF-8, with the names of its columns in the first row",
        vi: "không đọc được sổ {name}: {error}: sổ phải là CSV mã UTF-8, dòng đầu là tên cột",
    }
    register_without_path(name: &str) {
        en: "no column of {name} names the documents: call the one with their paths path, file or id",
        vi: "không có cột nào của {name} nêu tên văn bản: hãy đặt tên cột chứa đường dẫn là path, file hoặc id",
    }
    register_repeats(name: &str, line: u64, path: &str) {
        en: "{name}, line {line}: a row for {path:?} stands there already: leave one of them",
        vi: "{name}, dòng {line}: đã có một dòng cho {path:?}: hãy chỉ giữ lại một dòng",
    }
    register_unknown(name: &str, documents: u64) {
        en: "documents without a row in {name}: {documents}",
        vi: "văn bản không có dòng nào trong {name}: {documents}",
    }
    register_unmet(name: &str, rows: usize, names: &str) {
        en: "rows of {name} that belong to no document read here: {rows} ({names})",
        vi: "dòng của {name} không ứng với văn bản nào đã đọc: {rows} ({names})",
    }
    register_places(name: &str, places: usize, names: &str) {
        en: "places in {name} that are not known, and fill nothing: {places} ({names})",
        vi: "địa danh trong {name} không nhận ra nên không được dùng: {places} ({names})",
    }
    register_differs(column: &str) {
        en: "these trees were read with different registers, for some have the column {column:?} and some do not: write JSON Lines, or one sheet for each register",
        vi: "các cây này được đọc với những sổ khác nhau, vì chỉ một số có cột {column:?}: hãy ghi JSON Lines, hoặc mỗi sổ một bảng",
    }
    options_of_texts(name: &str, options: &str) {
        en: "{name} was read before, and {options} can change nothing of it: give that to the command that reads the texts, or name the texts here",
        vi: "{name} đã được đọc từ trước nên {options} không còn tác dụng: hãy dùng tùy chọn đó khi đọc văn bản, hoặc nêu văn bản gốc ở đây",
    }
    no_limit(known: &str) {
        en: "a limit is one of {known} and a number, as in nesting=100",
        vi: "giới hạn gồm một trong các tên {known} và một số, ví dụ nesting=100",
    }
    unknown_ending(name: &str, known: &str) {
        en: "{name}: what to write is not told by this ending: use one of {known}, or say it with --format",
        vi: "{name}: đuôi này không cho biết phải ghi dạng gì: hãy dùng một trong {known}, hoặc nêu dạng bằng --format",
    }
    #[cfg(not(feature = "parquet"))]
    without_parquet(name: &str) {
        en: "{name}: this program was built without Parquet: build it with `--features parquet`, or write .csv or .jsonl",
        vi: "{name}: chương trình này được dựng không kèm Parquet: hãy dựng với `--features parquet`, hoặc ghi .csv hay .jsonl",
    }
    excel_is_csv() {
        en: "--excel is about CSV: leave --format away, and let the output end in .csv",
        vi: "--excel chỉ dùng cho CSV: hãy bỏ --format, và đặt tên tệp kết quả có đuôi .csv",
    }
    lines_wanted(name: &str) {
        en: "{name}: trees go into a folder, one file each: add --format jsonl to write them into one file, one a line",
        vi: "{name}: các cây được ghi vào thư mục, mỗi cây một tệp: hãy thêm --format jsonl để ghi vào một tệp, mỗi cây một dòng",
    }
    unknown_column(name: &str, known: &str) {
        en: "there is no column {name:?}: the columns are {known}",
        vi: "không có cột {name:?}: các cột là {known}",
    }
    resume_lines() {
        en: "--resume goes on with a folder of results: name one with -o, without --format jsonl",
        vi: "--resume làm tiếp một thư mục kết quả: hãy nêu thư mục bằng -o, không dùng --format jsonl",
    }
    no_folder(name: &str) {
        en: "{name} is no folder: name one for the trees, or write lines into a file with --format jsonl",
        vi: "{name} không phải thư mục: hãy nêu thư mục chứa kết quả, hoặc ghi từng dòng vào tệp bằng --format jsonl",
    }

    // Why citations were merged or not.
    audit_merged(documents: u64) {
        en: "same key, in {documents} documents",
        vi: "cùng khóa, trong {documents} văn bản",
    }
    audit_dates(dates: &str) {
        en: "same key, but its dates differ: {dates}",
        vi: "cùng khóa, nhưng ngày khác nhau: {dates}",
    }
    audit_names(dates: &str) {
        en: "same name and year without a number, but the dates differ ({dates}): only those of one date are one document",
        vi: "cùng tên, cùng năm, không có số, nhưng ngày khác nhau ({dates}): chỉ những lần cùng ngày là một văn bản",
    }
    audit_alone() { en: "nobody else cites this key", vi: "không văn bản nào khác viện dẫn khóa này" }
    audit_apart(missing: &str) {
        en: "not merged, for this is not known: {missing}",
        vi: "không gộp, vì chưa biết: {missing}",
    }

    // What a run tells.
    interrupted() {
        en: "interrupted before the end: run it again for the whole",
        vi: "bị ngắt giữa chừng: hãy chạy lại để có đủ kết quả",
    }
    interrupted_folder() {
        en: "interrupted: what is written is whole; --resume goes on from here",
        vi: "bị ngắt: những gì đã ghi đều trọn vẹn; --resume sẽ làm tiếp từ đây",
    }
    progress_line(done: u64, total: &str, rate: u64) {
        en: "{done} of {total} documents, {rate} a second",
        vi: "{done} trên {total} văn bản, {rate} văn bản một giây",
    }
    progress_bar() {
        en: "{{bar:30}} {{human_pos}} of {{human_len}} documents{{rate}}{{left}}",
        vi: "{{bar:30}} {{human_pos}} trên {{human_len}} văn bản{{rate}}{{left}}",
    }
    progress_open() {
        en: "{{spinner}} {{human_pos}} documents{{rate}}",
        vi: "{{spinner}} {{human_pos}} văn bản{{rate}}",
    }
    progress_rate(rate: &str) { en: ", {rate} a second", vi: ", {rate} văn bản một giây" }
    progress_left(minutes: u64, seconds: u64) {
        en: ", {minutes}:{seconds:02} left",
        vi: ", còn {minutes}:{seconds:02}",
    }
    summary_documents(documents: u64, bytes: &str, seconds: f64) {
        en: "documents: {documents} ({bytes}) in {seconds:.1} s",
        vi: "văn bản: {documents} ({bytes}) trong {seconds:.1} giây",
    }
    summary_rows(rows: u64, seconds: f64) {
        en: "rows: {rows} in {seconds:.1} s",
        vi: "dòng: {rows} trong {seconds:.1} giây",
    }
    counted_twice(files: usize) {
        en: "files that are there as rows and as documents, and counted twice: {files}: name one or the other",
        vi: "tệp có mặt cả dạng dòng lẫn dạng văn bản nên bị tính hai lần: {files}: hãy chỉ nêu một trong hai",
    }
    summary_kept(kept: u64) {
        en: "done before: {kept}",
        vi: "đã xong từ trước: {kept}",
    }
    summary_removed(removed: u64) {
        en: "results removed, for their input is gone: {removed}",
        vi: "kết quả đã xóa vì không còn đầu vào: {removed}",
    }
    summary_removed_of_failures(removed: u64) {
        en: "results removed, for their input cannot be read any more: {removed}",
        vi: "kết quả đã xóa vì đầu vào nay không đọc được: {removed}",
    }
    summary_kept_of_failures(kept: u64) {
        en: "results of an earlier state that stay, for their input failed: {kept}",
        vi: "kết quả của lần trước còn giữ lại vì đầu vào lần này bị lỗi: {kept}",
    }
    summary_of_no_input(results: u64) {
        en: "results in the folder that belong to no input of this run: {results}",
        vi: "kết quả trong thư mục không ứng với đầu vào nào của lượt chạy này: {results}",
    }
    summary_review(counts: &str) {
        en: "review: {counts}",
        vi: "đánh giá: {counts}",
    }
    summary_diagnostics(diagnostics: u64) {
        en: "diagnostics: {diagnostics}",
        vi: "điểm cần lưu ý: {diagnostics}",
    }
    summary_passed_over(endings: u64, hidden: u64) {
        en: "passed over in folders: {endings} with another ending, {hidden} hidden",
        vi: "bỏ qua trong thư mục: {endings} tệp có đuôi khác, {hidden} mục ẩn",
    }
    summary_failures(failures: u64) {
        en: "failures: {failures}",
        vi: "không xử lý được: {failures}",
    }

    // What `check` tells.
    further_lines(lines: usize) {
        en: "and {lines} more lines",
        vi: "và {lines} dòng nữa",
    }
    severities(errors: u64, warnings: u64, infos: u64) {
        en: "errors: {errors}, warnings: {warnings}, infos: {infos}",
        vi: "lỗi: {errors}, cảnh báo: {warnings}, lưu ý: {infos}",
    }
    reviewed(name: &str, status: &str, found: &str) {
        en: "{name}: review: {status} ({found})",
        vi: "{name}: đánh giá: {status} ({found})",
    }
    checked(documents: u64, ok: u64, look: u64, bad: u64, found: &str) {
        en: "documents: {documents} (ok: {ok}, look: {look}, bad: {bad}); {found}",
        vi: "văn bản: {documents} (đạt: {ok}, cần xem: {look}, kém: {bad}); {found}",
    }
    codes_explained() {
        en: "`kehoach explain CODE` says what a code means and what to do",
        vi: "`kehoach explain MÃ` giải thích một mã và cách xử lý",
    }

    // What `diff` tells.
    compared(documents: usize) {
        en: "documents compared: {documents}",
        vi: "số văn bản đã so sánh: {documents}",
    }
    differences(what: &str, gained: u64, lost: u64, changed: u64) {
        en: "{what}: gained {gained}, lost {lost}, changed {changed}",
        vi: "{what}: thêm {gained}, mất {lost}, đổi {changed}",
    }
    units_differ(old: &str, new: &str) {
        en: "the positions of the two sets cannot be compared: those of the first are {old}, of the second {new}: parse one of them anew with the same --offset-unit",
        vi: "không so sánh được vị trí của hai bộ: bộ trước tính bằng {old}, bộ sau tính bằng {new}: hãy đọc lại một bộ bằng parse với cùng --offset-unit",
    }
    a_document() { en: "document", vi: "văn bản" }
    a_citation() { en: "citation", vi: "viện dẫn" }
    a_date() { en: "date", vi: "ngày tháng" }
    a_task() { en: "task", vi: "nhiệm vụ" }

    // The sheet of `sample`.
    sheet_title(documents: usize, seed: u64) {
        en: "Sample for acceptance: {documents} documents, seed {seed}",
        vi: "Mẫu nghiệm thu: {documents} văn bản, hạt giống {seed}",
    }
    sheet_use() {
        en: "Tick what is right; write down how many values are missing or wrong, and what should be there",
        vi: "Đánh dấu những gì đúng; ghi số giá trị thiếu hoặc sai và nội dung đúng",
    }
    sheet_number() { en: "number", vi: "số thứ tự" }
    sheet_field() { en: "field", vi: "trường" }
    sheet_read() { en: "read", vi: "đã đọc" }
    sheet_right() { en: "right", vi: "đúng" }
    sheet_missing() { en: "missing or wrong", vi: "thiếu hoặc sai" }
    sheet_remark() { en: "remark", vi: "ghi chú" }

    // What the page of `view` shows.
    page_text() { en: "text of the document", vi: "chữ của văn bản" }
    page_review() { en: "review", vi: "đánh giá" }
    page_marks() { en: "marks in the text", vi: "phần được tô trong văn bản" }
    page_previous() { en: "previous", vi: "trước" }
    page_next() { en: "next", vi: "sau" }
    page_keys() { en: "Keys", vi: "Các phím" }
    page_lists() { en: "what was read", vi: "những gì đã đọc được" }
    page_outline() { en: "Outline", vi: "Dàn mục" }
    page_record() { en: "Record", vi: "Thông tin chung" }
    page_citations() { en: "Citations", vi: "Viện dẫn" }
    page_dates() { en: "Dates", vi: "Ngày tháng" }
    page_agencies() { en: "Agencies", vi: "Cơ quan thực hiện" }
    page_tasks() { en: "Tasks", vi: "Nhiệm vụ" }
    recipients() { en: "Recipients", vi: "Nơi nhận" }
    page_diagnostics() { en: "Diagnostics", vi: "Điểm cần lưu ý" }
    page_none() { en: "none", vi: "không có" }
    page_click() { en: "Click in the text to find what was read there, click in a list to find its place in the text", vi: "Bấm vào chữ để xem đã đọc được gì ở đó, bấm vào danh sách để đến chỗ tương ứng trong văn bản" }
    page_close() { en: "Close", vi: "Đóng" }
    key_diagnostics() { en: "next, previous diagnostic", vi: "điểm cần lưu ý sau, trước" }
    key_outline() { en: "to the outline", vi: "đến dàn mục" }
    key_text() { en: "to the text", vi: "đến phần chữ" }
    key_tabs() { en: "to another list (on its tab)", vi: "sang danh sách khác (khi đang ở thẻ)" }
    key_items() { en: "to another item of a list", vi: "sang mục khác trong danh sách" }
    key_go() { en: "from the list to the place in the text", vi: "từ danh sách đến chỗ trong văn bản" }
    key_marks() { en: "show or hide citations, dates, agencies, recipients", vi: "hiện hoặc ẩn viện dẫn, ngày tháng, cơ quan, nơi nhận" }
    key_help() { en: "these keys", vi: "các phím này" }
    key_close() { en: "back to the lists; close this", vi: "về các danh sách; đóng bảng này" }
    part_letterhead() { en: "Letterhead", vi: "Phần đầu văn bản" }
    part_addressees() { en: "Addressees", vi: "Kính gửi" }
    part_preamble() { en: "Preamble", vi: "Căn cứ ban hành" }
    part_closing() { en: "Closing", vi: "Lời kết" }
    part_signatures() { en: "Signatures", vi: "Chữ ký" }
    field_type() { en: "Type", vi: "Loại văn bản" }
    field_number() { en: "Number", vi: "Số, ký hiệu" }
    field_date() { en: "Date", vi: "Ngày ban hành" }
    field_place() { en: "Place", vi: "Địa danh" }
    field_parent() { en: "Superior body", vi: "Cơ quan chủ quản" }
    field_issuer() { en: "Issuer", vi: "Cơ quan ban hành" }
    field_subject() { en: "Subject", vi: "Trích yếu" }
    field_key() { en: "Key", vi: "Khóa" }
    field_encoding() { en: "Encoding", vi: "Bảng mã" }
    role_basis() { en: "legal basis", vi: "căn cứ" }
    basis_inferred() { en: "inferred", vi: "suy ra" }
    agency_inherited() { en: "from above", vi: "lấy từ mục trên" }
    part_table(rows: usize, columns: usize) {
        en: "Table ({rows} × {columns})",
        vi: "Bảng ({rows} × {columns})",
    }
}

#[cfg(test)]
mod tests {
    use super::ALL;

    /// The names in braces.
    fn values(text: &str) -> Vec<&str> {
        let mut names: Vec<&str> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
            .collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn both_languages_say_the_same_values() {
        for (name, english, vietnamese) in ALL {
            assert_eq!(values(english), values(vietnamese), "{name}");
            assert_ne!(english, vietnamese, "{name}");
        }
    }

    #[test]
    fn messages_begin_small_and_end_without_a_stop() {
        for (name, english, vietnamese) in ALL {
            for text in [english, vietnamese] {
                assert!(!text.ends_with('.'), "{name}: {text}");
            }
        }
    }
}
