//! Writes text in the old Vietnamese encodings, from tables of its own: what the library reads is checked
//! against them.

use kehoach::Encoding;

/// The 134 letters beyond ASCII; the tables below have them in this order.
pub const LETTERS: &str = "\
    áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸ\
    ÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴĐ";

/// As characters of Latin-1. Capitals with tones are those of an upper-case font: the small ones.
const TCVN3: &str = "\
    ¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u{ad}øõö÷ùýúûüþ®¸µ¶·¹¡¾»¼½Æ¢ÊÇÈ\
    ÉËÐÌÎÏÑ£ÕÒÓÔÖÝ×ØÜÞãßáâä¤èåæçé¥íêëìîóïñòô¦øõö÷ùýúûüþ§";

const VISCII: &str = "\
    áàäãÕå¡¢ÆÇ£â¤¥¦ç§éèë¨©êª«¬\u{ad}®íìïî¸óòöõ÷ô¯°±²µ½¾¶·ÞþúùüûøßÑ×ØæñýÏÖÛÜðÁÀÄÃ\u{80}Å\
    \u{81}\u{82}\u{2}\u{5}\u{83}Â\u{84}\u{85}\u{86}\u{6}\u{87}ÉÈË\u{88}\u{89}Ê\u{8a}\u{8b}\
    \u{8c}\u{8d}\u{8e}ÍÌ\u{9b}Î\u{98}ÓÒ\u{99}\u{a0}\u{9a}Ô\u{8f}\u{90}\u{91}\u{92}\u{93}´\
    \u{95}\u{96}\u{97}³\u{94}ÚÙ\u{9c}\u{9d}\u{9e}¿º»¼ÿ¹Ý\u{9f}\u{14}\u{19}\u{1e}Ð";

const VNI: &str = "\
    aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó \
    ò où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû \
    yõ î ñ AÙ AØ AÛ AÕ AÏ AÊ AÉ AÈ AÚ AÜ AË AÂ AÁ AÀ AÅ AÃ AÄ EÙ EØ EÛ EÕ EÏ EÂ EÁ EÀ EÅ EÃ EÄ Í \
    Ì Æ Ó Ò OÙ OØ OÛ OÕ OÏ OÂ OÁ OÀ OÅ OÃ OÄ Ô ÔÙ ÔØ ÔÛ ÔÕ ÔÏ UÙ UØ UÛ UÕ UÏ Ö ÖÙ ÖØ ÖÛ ÖÕ ÖÏ YÙ \
    YØ YÛ YÕ Î Ñ";

const VIQR: &str = "\
    a' a` a? a~ a. a( a(' a(` a(? a(~ a(. a^ a^' a^` a^? a^~ a^. e' e` e? e~ e. e^ e^' e^` e^? \
    e^~ e^. i' i` i? i~ i. o' o` o? o~ o. o^ o^' o^` o^? o^~ o^. o+ o+' o+` o+? o+~ o+. u' u` u? \
    u~ u. u+ u+' u+` u+? u+~ u+. y' y` y? y~ y. dd A' A` A? A~ A. A( A(' A(` A(? A(~ A(. A^ A^' \
    A^` A^? A^~ A^. E' E` E? E~ E. E^ E^' E^` E^? E^~ E^. I' I` I? I~ I. O' O` O? O~ O. O^ O^' \
    O^` O^? O^~ O^. O+ O+' O+` O+? O+~ O+. U' U` U? U~ U. U+ U+' U+` U+? U+~ U+. Y' Y` Y? Y~ Y. \
    DD";

const WINDOWS_1258: &str = "\
    á à aÒ aÞ aò ã ãì ãÌ ãÒ ãÞ ãò â âì âÌ âÒ âÞ âò é è eÒ eÞ eò ê êì êÌ êÒ êÞ êò í iÌ iÒ iÞ iò ó \
    oÌ oÒ oÞ oò ô ôì ôÌ ôÒ ôÞ ôò õ õì õÌ õÒ õÞ õò ú ù uÒ uÞ uò ý ýì ýÌ ýÒ ýÞ ýò yì yÌ yÒ yÞ yò ð \
    Á À AÒ AÞ Aò Ã Ãì ÃÌ ÃÒ ÃÞ Ãò Â Âì ÂÌ ÂÒ ÂÞ Âò É È EÒ EÞ Eò Ê Êì ÊÌ ÊÒ ÊÞ Êò Í IÌ IÒ IÞ Iò Ó \
    OÌ OÒ OÞ Oò Ô Ôì ÔÌ ÔÒ ÔÞ Ôò Õ Õì ÕÌ ÕÒ ÕÞ Õò Ú Ù UÒ UÞ Uò Ý Ýì ÝÌ ÝÒ ÝÞ Ýò Yì YÌ YÒ YÞ Yò Ð";

/// What windows-1252 has in place of C1 controls.
const WESTERN: [(char, u8); 27] = [
    ('€', 0x80),
    ('‚', 0x82),
    ('ƒ', 0x83),
    ('„', 0x84),
    ('…', 0x85),
    ('†', 0x86),
    ('‡', 0x87),
    ('ˆ', 0x88),
    ('‰', 0x89),
    ('Š', 0x8a),
    ('‹', 0x8b),
    ('Œ', 0x8c),
    ('Ž', 0x8e),
    ('‘', 0x91),
    ('’', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
    ('˜', 0x98),
    ('™', 0x99),
    ('š', 0x9a),
    ('›', 0x9b),
    ('œ', 0x9c),
    ('ž', 0x9e),
    ('Ÿ', 0x9f),
];

/// The old encodings.
pub const OLD: [Encoding; 6] = [
    Encoding::Tcvn3,
    Encoding::Vni,
    Encoding::Viscii,
    Encoding::Windows1258,
    Encoding::Viqr,
    Encoding::Utf8AsWestern,
];

/// A text (in NFC) in an encoding, read as windows-1252. What the encoding lacks stays as it is.
pub fn as_western(text: &str, encoding: Encoding) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in text.chars() {
        match encoding {
            _ if c.is_ascii() => {
                if encoding == Encoding::Viqr && is_mistaken(before, c) {
                    out.push('\\');
                }
                out.push(c);
            }
            Encoding::Utf8AsWestern => {
                out.extend(c.encode_utf8(&mut [0; 4]).bytes().map(western));
            }
            _ => match LETTERS.chars().position(|letter| letter == c) {
                Some(at) => out.extend(
                    letter(at, encoding)
                        .chars()
                        .map(|c| if encoding == Encoding::Viscii { western(c as u8) } else { c }),
                ),
                None => out.push(c),
            },
        }
        before = c;
    }
    out
}

/// Whether a sign would be taken for a mark of the letter before it.
fn is_mistaken(before: char, sign: char) -> bool {
    use unicode_normalization::UnicodeNormalization as _;
    let mut parts = before.nfd();
    let base = parts.next().unwrap_or_default().to_ascii_lowercase();
    let tone = parts
        .clone()
        .any(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
    let marked = parts.any(|c| matches!(c, '\u{302}' | '\u{306}' | '\u{31b}'));
    match sign {
        '`' | '\'' | '?' | '~' | '.' => "aeiouy".contains(base) && !tone,
        '^' => "aeo".contains(base) && !marked,
        '(' => base == 'a' && !marked,
        '+' => "ou".contains(base) && !marked,
        'd' | 'D' => matches!(before, 'd' | 'D'),
        _ => false,
    }
}

/// The same as bytes. None for a text with characters that no byte stands for.
pub fn as_bytes(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
    as_western(text, encoding).chars().map(byte).collect()
}

fn western(byte: u8) -> char {
    let special = WESTERN.iter().find(|(_, special)| *special == byte);
    special.map_or(char::from(byte), |(c, _)| *c)
}

fn byte(c: char) -> Option<u8> {
    let special = WESTERN.iter().find(|(special, _)| *special == c);
    special.map(|(_, byte)| *byte).or_else(|| u8::try_from(c as u32).ok())
}

/// A letter by its number.
pub fn letter(at: usize, encoding: Encoding) -> String {
    let one = |table: &str| table.chars().nth(at).expect("134 letters").to_string();
    let piece = |table: &str| table.split(' ').nth(at).expect("134 letters").to_owned();
    match encoding {
        Encoding::Tcvn3 => one(TCVN3),
        Encoding::Viscii => one(VISCII),
        Encoding::Vni => piece(VNI),
        Encoding::Viqr => piece(VIQR),
        Encoding::Windows1258 => piece(WINDOWS_1258),
        other => panic!("{other} is no table"),
    }
}
