//! Help in Vietnamese.
//!
//! The English stands where an option is declared, as a comment of the documentation. Here stands the
//! Vietnamese, one row a command or option; a test holds the two together.

use std::error::Error as _;
use std::io::{self, Write as _};
use std::process;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

use super::{Language, language};
use crate::failure::Failure;
use crate::output::inert;

/// The rows of one command: its options by name. `""` is the command itself, `"after"` what follows its
/// options. Behind a blank line stands what `--help` says and `-h` does not.
type Rows = &'static [(&'static str, &'static str)];

/// Options of any command.
#[rustfmt::skip]
const ANYWHERE: Rows = &[
    ("lang", "Ngôn ngữ của trợ giúp và thông báo; nếu không nêu thì theo ngôn ngữ của máy"),
    ("help", "In trợ giúp (xem bản tóm tắt bằng '-h', bản đầy đủ bằng '--help')"),
    ("version", "In phiên bản"),
    ("paths", "Văn bản: tệp, thư mục (cả thư mục con), mẫu tên như 'ho-so/**/*.txt', hoặc \"-\" là đầu vào chuẩn\n\nTệp nén bằng gzip hoặc zstd được giải nén khi đọc. Trong thư mục, tệp và thư mục con có tên bắt đầu bằng dấu chấm và tệp có đuôi khác (--ext) bị bỏ qua; phần tổng kết cho biết số lượng."),
    ("path", "Văn bản; nếu là \"-\" hoặc không nêu thì đọc đầu vào chuẩn"),
    ("ext", "Đuôi của các tệp được đọc trong thư mục, cách nhau bằng dấu phẩy; nếu không nêu thì là đuôi của văn bản thuần"),
    ("from", "Các tệp là tập dữ liệu, mỗi bản ghi một văn bản"),
    ("text_field", "Trường chứa chữ của văn bản trong bản ghi; \"a.b\" là trường b nằm trong a"),
    ("id_field", "Trường chứa tên văn bản trong bản ghi; nếu không nêu thì đánh số"),
    ("offset_unit", "Đơn vị của vị trí trong kết quả"),
    ("metadata", "CSV ghi những gì lưu trữ biết: các cột được chép sang kết quả, theo đường dẫn của văn bản\n\nMột cột tên là path, file hoặc id. Các cột issuer và place (hoặc province) được dùng khi văn bản không nói, với basis là \"supplied\"."),
    ("limit", "Giới hạn khác mặc định: nesting (độ sâu), lines (số dòng), blocks (số đoạn, mục và ô), entries (số mục của mỗi chỉ mục), diagnostics (số cảnh báo)\n\nPhần vượt giới hạn được giữ nguyên dạng chữ thường, kèm một cảnh báo; xem 'kehoach explain limit-nesting' và các mã khác."),
    ("inferences", "Báo cả những gì được suy ra từ chỗ khác trong văn bản: địa phương của cơ quan ban hành, cơ quan thực hiện nhiệm vụ"),
    ("encoding", "Bảng mã của văn bản, nếu đã biết"),
    ("report", "Ghi báo cáo của lượt chạy vào tệp này, dạng JSON"),
    ("review", "Ghi danh sách văn bản vào tệp này, dạng CSV, văn bản cần xem lại nhất đứng đầu"),
    ("report", "Ghi báo cáo của lượt chạy vào tệp này, dạng JSON"),
    ("review", "Ghi danh sách văn bản vào tệp này, dạng CSV, văn bản cần xem lại nhất đứng đầu"),
    ("columns", "Các cột cần ghi, cách nhau bằng dấu phẩy; nếu không nêu thì ghi tất cả, riêng dạng bảng chỉ có các cột chính mà chiều ngang đủ chỗ"),
    ("excel", "Ghi CSV cho Excel: có dấu thứ tự byte, và dấu nháy đơn trước những gì Excel sẽ coi là công thức"),
    ("output", "Tệp cần ghi; nếu không nêu thì ra đầu ra chuẩn"),
    ("format", "Dạng của các dòng; nếu không nêu thì theo tên tệp kết quả, không thì là bảng"),
    ("max_bytes", "Không nhận đầu vào dài hơn số byte này"),
    ("jobs", "Số văn bản được đọc cùng lúc; mặc định bằng số lõi của máy"),
    ("quiet", "Không in tiến độ và tổng kết, chỉ in lỗi"),
];

/// The commands, in the order of `command::Command`.
#[rustfmt::skip]
const COMMANDS: &[(&str, Rows)] = &[
    ("kehoach", &[
        ("", "Đọc kế hoạch hành chính tiếng Việt thành cây có kiểu\n\nChạy không cần mạng: không gửi gì đi đâu, không tải gì về."),
        ("after", "\
Mã thoát:
  0    mọi thứ đã được đọc và ghi
  1    có đầu vào không đọc được, hoặc kết quả không ghi được; phần còn lại vẫn xong
  2    dòng lệnh sai
  130  bị ngắt; những gì đã ghi đều trọn vẹn"),
    ]),
    ("parse", &[
        ("", "In cây của văn bản dưới dạng JSON\n\nMột tệp cho một JSON ra đầu ra chuẩn. Nhiều tệp thì ghi vào thư mục bằng -o (a/x.txt thành DIR/a/x.txt.json) hoặc in mỗi văn bản một dòng bằng --format jsonl. Tệp lỗi không làm dừng các tệp khác. Văn bản là UTF-8, có hoặc không có dấu thứ tự byte, UTF-16 có dấu đó, hoặc theo bảng mã cũ, được nhận ra và chuyển đổi: TCVN3 (ABC), VNI-Windows, VISCII, VIQR, windows-1258 (xem --encoding). Vị trí trong kết quả tính bằng byte của văn bản UTF-8; `schema/kehoach-1.schema.json` mô tả dạng của kết quả."),
        ("output", "Nơi ghi: thư mục cho các cây, hoặc tệp nếu dùng --format jsonl"),
        ("format", "Dạng của kết quả: một JSON mỗi văn bản, hoặc mỗi văn bản một dòng"),
        ("compact", "In JSON trên một dòng"),
        ("write_text", "Ghi chữ mà vị trí được tính trong đó, dạng UTF-8: vào thư mục này, hoặc vào tệp này nếu chỉ có một văn bản ra đầu ra chuẩn"),
        ("resume", "Giữ các kết quả của lượt chạy trước trong cùng thư mục nếu đầu vào, phiên bản và tùy chọn đều như cũ\n\nThư mục có nhật ký kết quả là `.kehoach-run.jsonl`. Lượt chạy dừng ở bất cứ lúc nào cũng làm tiếp được; kết quả giống hệt một lượt chạy liền mạch. Kết quả của văn bản không còn trong các thư mục được nêu sẽ bị xóa, nếu không có lỗi nào và tệp kết quả vẫn như lúc ghi; kết quả khác không ứng với đầu vào nào thì được đếm trong tóm tắt."),
    ]),
    ("citations", &[
        ("", "In các viện dẫn trong văn bản thành dòng\n\nMỗi dòng là một lần nhắc đến văn bản khác: vị trí, các phần của nó, và khóa của văn bản được nhắc đến. Đầu vào là văn bản thuần, hoặc cây mà `kehoach parse` đã ghi."),
    ]),
    ("tasks", &[
        ("", "In các nhiệm vụ trong văn bản thành dòng\n\nMỗi dòng cho biết ai làm gì, phối hợp với ai, hạn nào, và ở đâu trong văn bản. Đầu vào là văn bản thuần, hoặc cây mà `kehoach parse` đã ghi."),
    ]),
    ("dates", &[
        ("", "In các ngày tháng trong văn bản thành dòng\n\nMỗi dòng là một ngày hoặc khoảng thời gian: giá trị (EDTF), ngày đầu, ngày cuối, và vị trí. Đầu vào là văn bản thuần, hoặc cây mà `kehoach parse` đã ghi."),
    ]),
    ("recipients", &[
        ("", "In nơi nhận của văn bản thành dòng\n\nMỗi dòng là một nơi ở \"Kính gửi\" hoặc \"Nơi nhận\". Đầu vào là văn bản thuần, hoặc cây mà `kehoach parse` đã ghi."),
    ]),
    ("metadata", &[
        ("", "In phiếu lưu trữ của văn bản, mỗi văn bản một dòng\n\nCác trường là của sổ đăng ký: cơ quan ban hành, số, ngày, loại, trích yếu, người ký, hạn cuối, và khóa tìm kiếm không dấu. Đầu vào là văn bản thuần, hoặc cây mà `kehoach parse` đã ghi."),
    ]),
    ("link", &[
        ("", "Gộp các viện dẫn của nhiều văn bản thành những văn bản được viện dẫn\n\nHai viện dẫn là một văn bản nếu khóa giống nhau và không thiếu phần nào; thiếu thì để riêng, văn bản không có số mà ngày khác nhau cũng để riêng. Đầu vào là các dòng `kehoach citations` đã ghi (CSV đủ các cột, JSON Lines), cây, hoặc văn bản thuần."),
        ("audit", "Ghi vào tệp này vì sao gộp hoặc không gộp, mỗi văn bản được viện dẫn trong mỗi văn bản một dòng"),
    ]),
    ("graph", &[
        ("", "Ghi đồ thị viện dẫn: mỗi văn bản một nút theo khóa, mỗi viện dẫn một cung\n\nVăn bản có khóa thiếu phần là nút riêng. Đầu vào là các dòng `kehoach citations` đã ghi (CSV đủ các cột, JSON Lines), cây, hoặc văn bản thuần."),
        ("format", "Dạng của kết quả; nếu không nêu thì theo tên tệp kết quả, không thì là GraphML"),
    ]),
    ("text", &[
        ("", "In chữ của một văn bản dưới dạng UTF-8\n\nVị trí trong kết quả của `parse` là byte của chữ này. Với đầu vào UTF-8 thì đó chính là đầu vào, trừ khi nó theo bảng mã cũ trước Unicode."),
    ]),
    ("check", &[
        ("", "In những điểm cần lưu ý của văn bản, kèm đoạn chữ liên quan\n\nMỗi điểm có một mã, xem giải thích bằng `kehoach explain`. Văn bản \"đạt\" thì không cần xem lại, \"cần xem\" thì nên xem, \"kém\" là có phần chưa đọc được. Mã thoát là 1 nếu có điểm không được chấp nhận (--deny) hoặc có tệp không đọc được, còn lại là 0."),
        ("format", "Dạng in: kèm đoạn chữ, mỗi điểm một dòng, hoặc mỗi văn bản một JSON"),
        ("deny", "Mức nhẹ nhất khiến mã thoát là 1"),
        ("color", "Có dùng màu hay không; mặc định dùng khi in ra màn hình, trừ khi đặt NO_COLOR"),
    ]),
    ("view", &[
        ("", "Ghi trang để đối chiếu kết quả đọc với văn bản\n\nTrang hiện chữ của văn bản, tô các văn bản được viện dẫn, ngày tháng, cơ quan, nơi nhận, ghi điểm cần lưu ý ở lề và đặt dàn mục bên cạnh. Đó là một tệp HTML không tải gì từ nơi khác: mở bằng trình duyệt nào cũng được. Bấm \"?\" trên trang để xem các phím."),
        ("output", "Trang cần ghi; không nêu thì in ra đầu ra chuẩn"),
    ]),
    ("diff", &[
        ("", "So sánh viện dẫn, ngày tháng, nhiệm vụ của hai bộ kết quả\n\nMột bộ là thư mục các cây do `kehoach parse` ghi ra, hoặc một tệp chứa chúng (.json, .jsonl). Hai văn bản là một nếu tên trong cây giống nhau. Mã thoát là 0 nếu không có gì khác, 1 nếu có, 2 nếu có bộ không đọc được."),
        ("old", "Bộ trước"),
        ("new", "Bộ sau"),
        ("format", "Dạng in: từng dòng cho người đọc, hoặc mỗi điểm khác một JSON"),
    ]),
    ("sample", &[
        ("", "Rút mẫu văn bản để nghiệm thu, kèm phiếu ghi những gì cần kiểm tra\n\nMẫu chỉ phụ thuộc vào hạt giống và nội dung tệp, không phụ thuộc vào tên, thứ tự hay máy. Phiếu liệt kê theo thứ tự rút, nên phần đầu của phiếu là một mẫu nhỏ hơn. Phiếu in ra đầu ra chuẩn dạng CSV, hoặc với -o thì ghi vào thư mục: sample.csv, sample.html để in và đánh dấu, cùng một trang cho mỗi văn bản (xem `kehoach view`). Phiếu đã có trong thư mục không bao giờ bị ghi đè."),
        ("number", "Số văn bản cần rút"),
        ("seed", "Hạt giống: cùng hạt giống thì cùng mẫu"),
        ("output", "Thư mục cần ghi; không nêu thì in CSV ra đầu ra chuẩn"),
    ]),
    ("explain", &[
        ("", "Giải thích một chẩn đoán\n\nNói mã ấy nghĩa là gì, cho ví dụ và cách xử lý. Không nêu mã thì liệt kê tất cả kèm mức độ."),
        ("code", "Mã, như `parse` in ra: numbering-gap"),
    ]),
    ("schema", &[
        ("", "In JSON Schema của các cây\n\nĐó là `schema/kehoach-1.schema.json` của phiên bản đang chạy."),
    ]),
    ("completions", &[
        ("", "In đoạn lệnh để shell tự hoàn thành dòng lệnh\n\nBash: kehoach completions bash > ~/.local/share/bash-completion/completions/kehoach"),
        ("shell", "Shell"),
    ]),
    ("man", &[
        ("", "In trang hướng dẫn, hoặc ghi trang của mọi lệnh vào thư mục\n\nĐể đọc: kehoach man | man -l -"),
        ("output", "Ghi kehoach.1 và trang của từng lệnh vào thư mục này"),
    ]),
    ("help", &[
        ("", "In trợ giúp này hoặc trợ giúp của một lệnh con"),
    ]),
];

/// Puts the Vietnamese into a command line, if that is the language.
pub(crate) fn localise(command: Command) -> Command {
    match language() {
        Language::En => command,
        Language::Vi => {
            let mut command = command;
            command.build();
            translate(command)
        }
    }
}

fn translate(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let mut command = command
        .help_template("{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}")
        .subcommand_help_heading("Lệnh")
        .subcommand_value_name("LỆNH");
    if let Some(text) = row(&name, "") {
        command = command.about(short(text)).long_about(text);
    }
    if let Some(text) = row(&name, "after") {
        command = command.after_help(text);
    }
    let arguments: Vec<_> = command.get_arguments().map(|arg| arg.get_id().clone()).collect();
    for id in arguments {
        command = command.mut_arg(&id, |arg| translate_argument(&name, arg));
    }
    command.mut_subcommands(translate)
}

fn translate_argument(command: &str, arg: Arg) -> Arg {
    let heading = if arg.is_positional() { "Đối số" } else { "Tùy chọn" };
    let Some(text) = row(command, arg.get_id().as_str()) else { return arg.help_heading(heading) };
    let mut help = text.to_owned();
    let values = arg.get_possible_values();
    if !values.is_empty() && arg.get_action().takes_values() {
        let names: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
        help = format!("{help} [các giá trị: {}]", names.join(", "));
    }
    let defaults: Vec<_> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !defaults.is_empty() && arg.get_action().takes_values() {
        help = format!("{help} [mặc định: {}]", defaults.join(","));
    }
    let summary = match text.split_once("\n\n") {
        Some((summary, _)) => summary.to_owned(),
        None => help.clone(),
    };
    arg.help(summary)
        .long_help(help)
        .help_heading(heading)
        .hide_possible_values(true)
        .hide_default_value(true)
}

fn row(command: &str, name: &str) -> Option<&'static str> {
    let own = COMMANDS.iter().filter(|(of, _)| *of == command).flat_map(|(_, rows)| *rows);
    let anywhere = ANYWHERE.iter().filter(|_| !name.is_empty());
    own.chain(anywhere).find(|(of, _)| *of == name).map(|(_, text)| *text)
}

fn short(text: &str) -> &str {
    text.split_once("\n\n").map_or(text, |(summary, _)| summary)
}

/// Ends the process with what the reader of the command line has to say: help, the version, or what
/// is wrong.
pub(crate) fn exit(error: &Error) -> ! {
    use ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    let asked = matches!(
        error.kind(),
        DisplayHelp | DisplayVersion | DisplayHelpOnMissingArgumentOrSubcommand
    );
    if asked {
        let written = error.print().and_then(|()| io::stdout().flush());
        if let Err(failed) = written
            && failed.kind() != io::ErrorKind::BrokenPipe
        {
            eprintln!("kehoach: {}", Failure::Output(failed));
            process::exit(1);
        }
        process::exit(error.exit_code());
    }
    if language() == Language::En {
        error.exit();
    }
    eprintln!("lỗi: {}", wrong(error));
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        eprintln!("\n{}", usage_of(usage));
    }
    eprintln!("\nXem thêm bằng '--help'.");
    process::exit(error.exit_code())
}

fn usage_of(usage: &StyledStr) -> String {
    usage.to_string().replacen("Usage:", "Cách dùng:", 1)
}

/// What is wrong with a command line, in Vietnamese.
fn wrong(error: &Error) -> String {
    let told = |kind| {
        let text = error.get(kind).map(ToString::to_string).unwrap_or_default();
        inert(&text).into_owned()
    };
    let (argument, value) = (told(ContextKind::InvalidArg), told(ContextKind::InvalidValue));
    let mut text = match error.kind() {
        ErrorKind::UnknownArgument => format!("không có đối số '{argument}'"),
        ErrorKind::InvalidSubcommand => {
            format!("không có lệnh '{}'", told(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("thiếu đối số: {argument}"),
        ErrorKind::MissingSubcommand => "thiếu lệnh".to_owned(),
        ErrorKind::ArgumentConflict => {
            format!("không dùng '{argument}' cùng với '{}'", told(ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("'{argument}' cần một giá trị"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("giá trị '{value}' của '{argument}' không đúng")
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("'{argument}' cần một giá trị")
        }
        kind => format!("dòng lệnh sai ({kind})"),
    };
    if let (ErrorKind::ValueValidation, Some(source)) = (error.kind(), error.source()) {
        text = format!("{text}: {source}");
    }
    let valid = told(ContextKind::ValidValue);
    if !valid.is_empty() {
        text = format!("{text} [các giá trị: {valid}]");
    }
    for kind in
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
    {
        let suggested = told(kind);
        if !suggested.is_empty() {
            text = format!("{text}; ý bạn là '{suggested}'?");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn whatever_has_english_help_has_vietnamese_help_and_no_row_is_left_over() {
        let mut command = crate::args::Args::command();
        command.build();
        let mut wanted = BTreeSet::new();
        let mut named = vec![command.get_name().to_owned()];
        collect(&command, &mut wanted);
        named.extend(command.get_subcommands().map(|sub| sub.get_name().to_owned()));
        for (command, name) in &wanted {
            assert!(row(command, name).is_some(), "{command} {name} has no Vietnamese");
        }
        for (command, rows) in COMMANDS {
            assert!(named.iter().any(|name| name == command), "there is no command {command}");
            for (name, _) in rows.iter().filter(|(name, _)| *name != "after") {
                let pair = ((*command).to_owned(), (*name).to_owned());
                assert!(wanted.contains(&pair), "{command} has no {name}");
            }
        }
        for (name, _) in ANYWHERE {
            assert!(wanted.iter().any(|(_, id)| id == name), "no command has {name}");
        }
    }

    fn collect(command: &Command, wanted: &mut BTreeSet<(String, String)>) {
        let name = command.get_name();
        wanted.insert((name.to_owned(), String::new()));
        if name == "help" {
            return;
        }
        for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
            wanted.insert((name.to_owned(), arg.get_id().to_string()));
        }
        for sub in command.get_subcommands() {
            collect(sub, wanted);
        }
    }

    #[test]
    fn the_translated_command_line_is_sound() {
        let mut command = crate::args::Args::command();
        command.build();
        let help = translate(command).render_long_help().to_string();
        assert!(help.contains("Cách dùng:") && help.contains("Tùy chọn:"), "{help}");
        assert!(!help.contains("Usage") && !help.contains("Options:"), "{help}");
    }
}
