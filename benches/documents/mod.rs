//! What is measured: the fixtures, and the seeds where they lie beside the repository.

// Each bench uses a part of it.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};

/// The texts, each a document of its own.
pub(crate) fn texts() -> Vec<String> {
    let texts: Vec<_> = paths().iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    assert!(!texts.is_empty(), "there are no fixtures");
    texts
}

/// The texts, those from one fixture on apart: seeds and the fixtures before it, and it and the rest.
pub(crate) fn texts_from(fixture: u32) -> (Vec<String>, Vec<String>) {
    let behind = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // The names of seeds have other digits before their first sign.
        let number = name.split_once('-').and_then(|(number, _)| number.parse().ok());
        number.is_some_and(|number: u32| number >= fixture)
    };
    let (rest, first): (Vec<_>, Vec<_>) = paths().into_iter().partition(behind);
    let [first, rest] = [first, rest].map(|paths| {
        paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect::<Vec<_>>()
    });
    (first, rest)
}

/// Real documents, where they lie beside the repository.
pub(crate) fn real_texts() -> Vec<String> {
    let paths = texts_in(&["../shared/corpus/text"]);
    paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

/// Where they lie.
fn paths() -> Vec<PathBuf> {
    texts_in(&["../shared/seeds", "fixtures"])
}

/// The texts in these folders of the repository, as far as they are there.
fn texts_in(folders: &[&str]) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = folders.iter().map(|folder| root.join(folder));
    let entries = folders.filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths
}

/// Their length.
pub(crate) fn bytes(texts: &[String]) -> u64 {
    texts.iter().map(|text| text.len() as u64).sum()
}

/// The same words in lines that are all alike: nothing stands out that could be read.
pub(crate) fn without_structure(text: &str) -> String {
    let letters = |c: &char| c.is_alphabetic() || *c == ' ';
    let words: String = text.chars().filter(letters).map(|c| c.to_ascii_lowercase()).collect();
    let words: Vec<_> = words.split_whitespace().collect();
    words.chunks(14).map(|line| line.join(" ") + "\n").collect()
}

/// All of them, one behind the other, until there are at least so many bytes.
pub(crate) fn joined(texts: &[String], bytes: usize) -> String {
    let mut out = String::with_capacity(bytes + 16_384);
    while out.len() < bytes {
        for text in texts {
            out.push_str(text);
            out.push('\n');
            if out.len() >= bytes {
                break;
            }
        }
    }
    out
}

/// One plan with so long a body: numbered parts, items, dates, wrapped lines.
pub(crate) fn long_plan(bytes: usize) -> String {
    let mut out = String::with_capacity(bytes + 4096);
    out.push_str(
        "UBND TỈNH AN PHÚ                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
         SỞ TÀI CHÍNH                           Độc lập - Tự do - Hạnh phúc\n\n\
         Số: 12/KH-STC                       An Phú, ngày 05 tháng 3 năm 2024\n\n\
         KẾ HOẠCH\nCải cách hành chính năm 2024\n\nI. NỘI DUNG THỰC HIỆN\n",
    );
    let mut number = 0;
    while out.len() < bytes {
        number += 1;
        let unit = format!(
            "{number}. Phòng Ngân sách chủ trì, phối hợp với Văn phòng Sở lập dự toán kinh phí\n\
             thực hiện Kế hoạch số 04/KH-UBND ngày 27/02/2020 của Ủy ban nhân dân tỉnh trước ngày\n\
             15/6/2024:\n\
             a) Rà soát danh sách 152 đơn vị, báo cáo kết quả về Phòng Ngân sách;\n\
             - Thường xuyên: từ ngày 10/3/2024 đến ngày 31/12/2024.\n",
        );
        out.push_str(&unit);
    }
    out.push_str(
        "Trên đây là Kế hoạch của Sở năm 2024./.\n\nNơi nhận:              GIÁM ĐỐC\n\
         - UBND tỉnh (để b/c);\n- Lưu: VT.              Lê Thị Mai\n",
    );
    out
}
