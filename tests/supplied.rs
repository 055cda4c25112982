//! What the caller knows serves where the document is silent, and nowhere else.

use kehoach::{Basis, Document, Parser, Supplied};

fn read(text: &str, issuer: Option<&str>, place: Option<&str>) -> Document {
    let mut supplied = Supplied::default();
    supplied.issuer = issuer.map(str::to_owned);
    supplied.place = place.map(str::to_owned);
    Parser::new().supplied(supplied).parse(text).document
}

const CITING: &str = "Căn cứ Quyết định số 5/QĐ-UBND ngày 02/3/2023 của UBND tỉnh;\n";

fn plan(head: &str) -> String {
    format!("{head}\nKẾ HOẠCH\nTrồng cây năm 2024\n\n{CITING}\nI. MỤC ĐÍCH\nPhủ xanh đồi trọc.\n")
}

fn keys(document: &Document) -> (Option<&str>, &str, Option<&Basis>) {
    let cited = &document.cited_documents[0];
    let own = document.key.as_ref().map(|key| key.id.as_str());
    (own, &cited.key.id, cited.issuer.place_basis.as_ref())
}

#[test]
fn it_fills_what_the_letterhead_leaves_out() {
    let text = plan("Số: 12/KH-UBND");
    let silent = read(&text, None, None);
    assert_eq!(keys(&silent).1, "vn/_/uy-ban-nhan-dan/quyet-dinh/2023/5");
    for place in ["Sóc Trăng", "tỉnh Sóc Trăng", "Tỉnh Sóc Trăng, Việt Nam"] {
        let filled = read(&text, None, Some(place));
        let want = "vn/soc-trang/uy-ban-nhan-dan/quyet-dinh/2023/5";
        assert_eq!((keys(&filled).1, keys(&filled).2), (want, Some(&Basis::Supplied)), "{place}");
    }
    let by_issuer = read(&text, Some("UBND tỉnh Sóc Trăng"), None);
    let own = Some("vn/soc-trang/uy-ban-nhan-dan/ke-hoach/_/12");
    assert_eq!((keys(&by_issuer).0, keys(&by_issuer).2), (own, Some(&Basis::Supplied)));
}

#[test]
fn a_document_without_letterhead_has_a_key_by_its_issuer() {
    let text = plan("");
    assert_eq!(read(&text, None, None).key, None);
    let own = read(&text, Some("Sở Nội vụ"), Some("Sóc Trăng")).key.expect("an issuer is known");
    assert_eq!(own.id, "vn/soc-trang/so-noi-vu/ke-hoach/_/_");
    assert_eq!(own.missing, ["year", "ordinal"]);
}

#[test]
fn what_the_document_says_is_left_alone() {
    let head = "UBND TỈNH AN GIANG\nSỞ NỘI VỤ\nSố: 12/KH-SNV\nAn Giang, ngày 01 tháng 3 năm 2024\n";
    let text = plan(head);
    let alone = read(&text, None, None);
    assert_eq!(keys(&alone).2, Some(&Basis::Inferred));
    assert_eq!(read(&text, Some("UBND tỉnh Sóc Trăng"), Some("Sóc Trăng")), alone);
}

#[test]
fn nonsense_is_no_place() {
    let text = plan("Số: 12/KH-UBND");
    for place in ["", " ", "?", "Sao Hỏa", "\u{0}", "tỉnh", "a, b, c"] {
        let document = read(&text, None, Some(place));
        assert_eq!(keys(&document).1, "vn/_/uy-ban-nhan-dan/quyet-dinh/2023/5", "{place:?}");
        assert_eq!(document.cited_documents[0].issuer.place_basis, None, "{place:?}");
    }
}
