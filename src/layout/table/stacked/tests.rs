//! Stacked tables as they are met, and what is none.

use crate::layout::table::testing::{Shown, shown};

const COLUMNS: [&str; 5] = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Sản phẩm"];
const HEADER: &str = "TT\nNhiệm vụ\nCơ quan\nchủ trì\nThời gian\nSản phẩm\n";

#[test]
fn cells_told_by_how_lines_begin() {
    let text = format!(
        "{HEADER}I\nXây dựng thể chế\n1\nRà soát, sửa đổi quy chế làm việc của các đơn vị\n\
         trực thuộc\nSở Nội vụ\nQuý I/2024\nQuyết định\n2\nBan hành hướng dẫn\nUBND các huyện, \
         thành phố;\nđơn vị liên quan\nTrước ngày\n30/6/2024\nVăn bản\nhướng dẫn\n"
    );
    let rows: &[&[&str]] = &[
        &["I", "Xây dựng thể chế", "", "", ""],
        &[
            "1",
            "Rà soát, sửa đổi quy chế làm việc của các đơn vị trực thuộc",
            "Sở Nội vụ",
            "Quý I/2024",
            "Quyết định",
        ],
        &[
            "2",
            "Ban hành hướng dẫn",
            "UBND các huyện, thành phố; đơn vị liên quan",
            "Trước ngày 30/6/2024",
            "Văn bản hướng dẫn",
        ],
    ];
    assert_eq!(shown(&text), [Shown::new(&COLUMNS, rows)]);
}

#[test]
fn cells_parted_by_blank_lines() {
    let text = "TT\n\nĐơn vị\n\nThời gian\n\n1\n\nXã Hòa\nBình\n\n05/9\n\n2\n\nXã Tân An\n\n07/9\n\n\
                III. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng đôn đốc.\n";
    let rows: &[&[&str]] = &[&["1", "Xã Hòa Bình", "05/9"], &["2", "Xã Tân An", "07/9"]];
    assert_eq!(shown(text), [Shown::new(&["TT", "Đơn vị", "Thời gian"], rows)]);
}

#[test]
fn empty_cells_are_blank_lines() {
    let text = "TT\n\nThành phần\n\nCỡ chữ\n\nGhi chú\n\n1\n\nTiêu đề\n\n15\n\n\n\n2\n\nTên cơ quan\n\n\n\n\n\n\n\n\
                - Cấp trên\n\n14\n\nĐậm\n\n3\n\nSố\n\n13\n\nNghiêng\n";
    let rows: &[&[&str]] = &[
        &["1", "Tiêu đề", "15", ""],
        &["2", "Tên cơ quan", "", ""],
        &["", "- Cấp trên", "14", "Đậm"],
        &["3", "Số", "13", "Nghiêng"],
    ];
    assert_eq!(shown(text), [Shown::new(&["TT", "Thành phần", "Cỡ chữ", "Ghi chú"], rows)]);
}

#[test]
fn amounts_are_no_row_numbers() {
    let text =
        "STT\nTiêu chí\nĐiểm chuẩn\nGhi chú\n1\nVệ sinh\n2\nTheo quý\n2\nAn toàn\n5\nTheo tháng\n";
    let rows: &[&[&str]] =
        &[&["1", "Vệ sinh", "2", "Theo quý"], &["2", "An toàn", "5", "Theo tháng"]];
    assert_eq!(shown(text), [Shown::new(&["STT", "Tiêu chí", "Điểm chuẩn", "Ghi chú"], rows)]);
}

#[test]
fn a_page_number_within_is_put_apart() {
    let text = format!(
        "{HEADER}1\nRà soát\nSở Y tế\n\u{c}2\nQuý I\nBáo cáo\n2\nIn\nSở Tài chính\nQuý II\nTờ gấp\n"
    );
    let rows: &[&[&str]] = &[
        &["1", "Rà soát", "Sở Y tế", "Quý I", "Báo cáo"],
        &["2", "In", "Sở Tài chính", "Quý II", "Tờ gấp"],
    ];
    assert_eq!(shown(&text), [Shown::new(&COLUMNS, rows)]);
}

#[test]
fn no_tables() {
    for text in [
        "TT\nNhiệm vụ\nThời gian\n\nII. Tổ chức\n",
        "TT\n\nMã ngành\n\n1.\n2.\n3.\n\n7140\n7150\n",
        "STT\n",
        "TT Tỉnh ủy\nTT HĐND\n",
        "STT\nMột dòng chữ lạ\nhai\n1\nba\n",
        "TT\nTên điểm\nTọa độ\nGhi chú\nX\nY\n1\nCầu Đen\n57\n15\nMới\n2\nBến Gỗ\n58\n16\nCũ\n",
    ] {
        assert_eq!(shown(text), [], "{text}");
    }
}
