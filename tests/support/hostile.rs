//! Texts that were, or could be, trouble: what is repeated, what grows, what is no text at all.

/// Pieces that come again and again.
pub const PIECES: &[&str] = &[
    "31l3/2026 ngày 5/3/2020 ",
    "chú trì ",
    "số 116/20 25/NĐ-CP ",
    "- ",
    "-\n",
    "1. ",
    "1.\n",
    "1.1.",
    "a) ",
    "a)\n",
    "I.\n",
    "II. A\n",
    "Điều 1. ",
    "Phần I\n",
    "(",
    "“",
    "\"",
    "“\n",
    "**",
    "* a\n",
    "*a ",
    "|",
    "a | b\n",
    "a   b   c\n",
    "| a | b |\n",
    "\t",
    "\n",
    "\r\n",
    " ",
    "\u{a0}",
    "\u{200b}",
    "\u{301}",
    "a\u{301}\u{302}",
    "1\n",
    "12\n\n",
    "-----\n",
    "Nơi nhận:\n",
    "- Lưu: VT.\n",
    "TM. UBND\n",
    "KẾ HOẠCH\n",
    "PHỤ LỤC I\n",
    "Số: 1/KH-UBND\n",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
    "Trên đây là ",
    "Căn cứ ",
    "Kính gửi:\n",
    "ngày 5, ",
    "từ ngày 5 đến ",
    "hằng năm, ",
    "định kỳ 6 tháng (",
    "năm 2021 - ",
    "kể từ ngày ký ",
    "KÕ ho¹ch ",
    "KÕ ho¹ch\nKế hoạch\n",
    "Keá hoaïch\nKÕ ho¹ch\n",
    "Ke^' hoa.ch ",
    "a('",
    "n-íc",
    "Káº¿ hoáº¡ch á»",
    "é",
    "15/3/2025 (",
    "ngày ",
    "số ",
    "một hai ba ",
    "một hai ba.\n",
    "MỘT HAI BA\n",
    "12/KH-\n",
    "năm\n2020\n",
    "STT\nNội dung\n",
    "TT\nNội dung\n1\na\n",
    "STT\nNội dung\nĐơn vị\n1\na\n",
    "\u{c}TT\nNội dung\n1\na\n",
    "\u{c}TT\nNội dung\n1\na\n\n",
    "STT\n# A\n- Việc\nTT\nKẾ HOẠCH\n**a**\n",
    "”\nTT\nKẾ HOẠCH\n# A\nI\n- Việc\n",
    "STT\tNội dung\n1\ta\n",
    "STT\tNội dung\n",
    "STT   Nội dung   Ghi chú\n1     a   b\n",
    "|\nSTT\n|\nNội dung\n|\n|\n1\n|\na\n",
    "| STT | Nội dung |\n|---|---|\n| 1 | a |\n",
    "số 1/KH-",
    "1/A",
    "Luật ",
    "Luật sửa đổi, bổ sung một số điều của ",
    "Luật Đất đai, ",
    "Nghị quyết Đại hội ",
    "Nghị quyết số 1-NQ/TW và ",
    "Kế hoạch số 1/KH-UBND của ",
    "Kế hoạch số 1/KH-UBND về “",
    "các Quyết định của Chính phủ: ",
    "12/KH-UBND; số ",
    "Chỉ thị 05, ",
    "khoản 1 Điều 2 ",
    "(sau đây gọi tắt là ",
    "của Ban Chỉ đạo thực hiện ",
    "Giao Sở Y tế, ",
    "Căn cứ kế hoạch, ",
    "Sở Y tế chủ trì, phối hợp với Sở Nội vụ, ",
    "(Sở Y tế ",
    "Các sở: Tài chính, ",
    "Đơn vị chủ trì: Sở Y tế; ",
    "1. Việc\n- Đơn vị chủ trì: Sở Y tế\n",
    "Sở Y tế tham mưu; ",
    "1. Sở Y tế\n- Kiểm tra.\n",
    "Giao Sở Y tế kiểm tra hằng năm, hằng tuần, ",
    "|UBND|CỘNG HÒA|\n",
    "|STT|A|\n||(B)|\n",
    "I.",
    "1.",
    "a)",
    "(1)\n",
    "+ a\n",
    "• a\n",
    "\u{f0b7}\n",
    "– a\n",
    "Chương I\n",
    "1.1.1.1.1.1. a\n",
    "I. a\n1. a\na) a\n- a\n+ a\n* a\n• a\n(1) a\n1) a\nA. a\n1.1. a\n",
    "V. a\nv) b\n",
    "l.\nll.\n",
    "TT\n1\n2\n",
    "1\n\u{c}",
    "Trang 1/2\n",
    "K Ế H O Ạ C H\n",
    "I. A\nKẾ HOẠCH\nThực hiện\n",
    "DỰ THẢO\nMẬT\nKHẨN\n",
    "UBND TỈNH AN PHÚ   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
    "ỦY BAN NHÂN DÂN ",
    "SỞ Y TẾ\n",
    "Nơi nhận:\n- Lưu: VT.\nTM. UBND\nCHỦ TỊCH\n\nNguyễn Văn An\n",
    "- Các sở:\n+ Y tế;\n",
    "KT. ",
    "Phụ lục 1\nA\n",
    "(Kèm theo Kế hoạch số 1/KH-UBND ngày 1/1/2024)\n",
    "a|",
    "|a|b|c|\n",
    "+---+---+\n| a | b |\n",
    "a\tb\t",
    "1   a   b\n2   c   d\n",
    "| STT | Nội dung | Đơn vị chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | a | Sở Y tế | 1/1/2024 |\n",
    "\u{0}",
    "\u{1b}[31m",
    "\u{202e}",
    "a\u{ad}",
    "a\u{327}\u{301}\u{323}\u{31b}",
    "\u{1100}\u{1161}\u{11a8}",
    "я中a",
    "\\-a",
    "`",
    "_a",
    "#",
    "<b>",
    "...",
    "/",
    "aaaaaaaa",
    "ab ",
    "1 ",
    "KH-UBND-",
    "1/1/2024 ",
    "trước ngày 1/1, ",
    "năm học 2024-2025 ",
    "ngày 30 hằng tháng ",
    "17 giờ 30 phút ",
    "Chỉ thị 05\n",
    "Hiến pháp ",
    "khoản 1, ",
    "Nghị định số 30/2020/NĐ-CP (sau đây gọi tắt là Nghị định 30); ",
    "Căn cứ Luật A;\n",
    "số 12/KH-UBND-",
    "các sở, ban, ngành, ",
    "chủ trì, phối hợp với ",
    "Thời hạn: quý I.\n",
    "Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ báo cáo trước ngày 1/1/2024. ",
    "Sở Y tế:\n- Báo cáo trước ngày 15/3/2024.\n",
];

/// A piece, as often as so many bytes hold it.
pub fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

/// Makes a text of about so many bytes.
pub type Grow = fn(usize) -> String;

/// Texts that are not one piece again and again, each with a name.
pub const GROWING: &[(&str, Grow)] = &[
    ("lists nested by indent", |bytes| until(bytes, |n| format!("{:1$}- a\n", "", n % 2000))),
    ("numbers that rise", |bytes| until(bytes, |n| format!("{n}. a\n"))),
    ("numbers of ever more levels", |bytes| {
        until(bytes, |n| format!("{} a\n", "1.".repeat(n % 200 + 1)))
    }),
    ("one number of all levels", |bytes| repeated("1.", bytes) + " a"),
    ("citations of different documents", |bytes| {
        until(bytes, |n| format!("Kế hoạch số {n}/KH-UBND ngày 1/1/{}; ", 2000 + n % 25))
    }),
    ("short forms of nothing", |bytes| until(bytes, |n| format!("Kế hoạch {n} nêu trên, "))),
    ("aliases", |bytes| {
        until(bytes, |n| format!("Kế hoạch số {n}/KH-UBND (sau đây gọi tắt là Kế hoạch {n}); "))
    }),
    ("dates of different days", |bytes| {
        until(bytes, |n| format!("ngày {}/{}/2024, ", n % 28 + 1, n % 12 + 1))
    }),
    ("bodies of different names", |bytes| until(bytes, |n| format!("Giao Sở A{n} báo cáo; "))),
    ("a heading with many bodies above many units", |bytes| {
        let bodies = until(600, |n| format!("Sở A{n}, "));
        format!("1. {bodies}Sở Y tế:\n{}", repeated("- Kiểm tra các xã.\n", bytes))
    }),
    ("a line with many dates above many units", |bytes| {
        let days = until(2000, |n| format!("{}/3/2024, ", n % 28 + 1));
        format!(
            "Sở Y tế hoàn thành trước ngày {days}có nhiệm vụ:\n{}",
            repeated("- Kiểm tra các xã.\n", bytes)
        )
    }),
    ("a table of many columns", |bytes| {
        format!("|{}\n|{}\n", repeated(" a |", bytes / 2), repeated("---|", bytes / 2))
    }),
    ("a table of many rows", |bytes| {
        until(bytes, |n| {
            if n == 0 { "| STT | Việc |\n|---|---|\n".into() } else { format!("| {n} | a |\n") }
        })
    }),
    ("a table with a cell on each line", |bytes| {
        until(bytes, |n| {
            if n == 0 { "STT\nNội dung\nĐơn vị\n".into() } else { format!("{n}\na\nb\n") }
        })
    }),
    ("a quotation that is not closed", |bytes| format!("1. “a\n{}", repeated("2. b\n", bytes))),
    ("a letterhead with a wide gap", |bytes| {
        format!("UBND TỈNH A{}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", repeated(" ", bytes))
    }),
    ("a blank number", |bytes| format!("Số:{}/KH-UBND\n", repeated(" ", bytes))),
    ("a letter with many marks", |bytes| format!("a{}", repeated("\u{301}\u{323}\u{31b}", bytes))),
    ("every control character", |bytes| until(bytes, |n| char::from((n % 32) as u8).to_string())),
    ("any characters", |bytes| {
        // A linear congruential generator: the same characters each time.
        let mut state = 1_u32;
        until(bytes, |_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32((state >> 8) % 0x3000).unwrap_or(' ').to_string()
        })
    }),
];

/// Pieces made from a counter, until there are so many bytes.
fn until(bytes: usize, mut piece: impl FnMut(usize) -> String) -> String {
    let mut text = String::with_capacity(bytes + 64);
    let mut n = 0;
    while text.len() < bytes {
        text.push_str(&piece(n));
        n += 1;
    }
    text
}
