//! A file that claims to be a photo: whatever it is, reading what it says and taking it in neither panics nor takes more memory than
//! its limits, and what is taken in is a picture.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rapporteur::import::examine;
use rapporteur::photo::{
    Limits, TextCoding, breaks_off, decode_upright, fast_preview, keepable, possible_codings, probe, read_metadata,
    read_metadata_in,
};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { max_side: 2_048, max_pixels: 1 << 20, ..Limits::default() };
    let _ = (read_metadata(bytes), fast_preview(bytes), decode_upright(bytes, &limits), breaks_off(bytes));
    for coding in possible_codings(bytes).unwrap_or_default() {
        assert!(read_metadata_in(bytes, coding).is_ok_and(|read| read.coding == Some(coding)));
    }
    for coding in TextCoding::ALL {
        let _ = coding.decode(bytes);
    }
    // HEIC and AVIF would start a program for each case.
    if bytes.get(4..8) != Some(b"ftyp")
        && let Ok(Some(kept)) = keepable(bytes)
    {
        let probed = probe(&kept).expect("what is kept is a picture");
        if u64::from(probed.width) * u64::from(probed.height) <= limits.max_pixels {
            let _ = examine(&kept, "kept");
        }
    }
});
