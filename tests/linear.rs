//! Time per byte does not grow with the length of a text, whatever is repeated in it.
//!
//! A ratio is tested, not a time: the best of several runs at two lengths of the same text. Linear
//! reading gives about 1, quadratic reading the ratio of the lengths. The bench `scaling` measures
//! the same with care.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Pieces that were, or could be, trouble when they come again and again.
const PIECES: &[&str] = &[
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
    "KÕ ho¹ch ",
    "KÕ ho¹ch\nKế hoạch\n",
    "Keá hoaïch\nKÕ ho¹ch\n",
    "Ke^' hoa.ch ",
    "a('",
    "n-íc",
    "Káº¿ hoáº¡ch á»",
    "é",
];

const SHORT: usize = 8_000;
const TIMES: u16 = 16;
/// Between linear (1) and quadratic (16), far from both.
const MOST: f64 = 4.0;

fn time(text: &str, runs: usize) -> Duration {
    let one = || {
        let start = Instant::now();
        black_box(kehoach::parse(black_box(text)));
        start.elapsed()
    };
    (0..runs).map(|_| one()).min().unwrap_or_default()
}

fn growth(piece: &str) -> f64 {
    let text = |bytes: usize| piece.repeat(bytes / piece.len());
    let (short, long) = (text(SHORT), text(SHORT * usize::from(TIMES)));
    let times = time(&long, 2).as_secs_f64() / time(&short, 5).as_secs_f64();
    times / f64::from(TIMES)
}

#[test]
fn in_every_repeat() {
    kehoach::parse("KẾ HOẠCH\nI. MỤC ĐÍCH\n");
    let mut slow = Vec::new();
    for piece in PIECES {
        // A busy machine may spoil one measurement, not three.
        let growth = (0..3).map(|_| growth(piece)).find(|growth| *growth < MOST);
        if growth.is_none() {
            slow.push(format!("{piece:?}"));
        }
    }
    assert!(slow.is_empty(), "time grows faster than length in repeats of {}", slow.join(", "));
}
