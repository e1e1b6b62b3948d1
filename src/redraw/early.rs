//! Shows parts of a frame on an X11 screen before the whole window is copied there.
//!
//! A frame ends with that copy, for eframe knows no other, and it takes longer than painting a line of text. GLX can copy a rectangle:
//! so a letter is seen as soon as it is painted.

#![expect(
    unsafe_code,
    reason = "GLX is foreign code. Its functions have the signatures of the GLX 1.4 and GLX_MESA_copy_sub_buffer specifications; the display and the \
              drawable are those of the context that is current while a frame is painted. Mesa copies what it is told: the caller keeps to what lies in the window."
)]

use std::ffi::{CStr, c_char, c_int, c_ulong, c_void};

use libloading::os::unix::{Library, RTLD_LAZY};

/// Opens a library only if the program has it already.
const RTLD_NOLOAD: c_int = 4;
const GLX_SCREEN: c_int = 0x800c;

type Display = *mut c_void;
type Drawable = c_ulong;

/// Copies rectangles of the window that is painted to the screen.
pub(super) struct Early {
    display: unsafe extern "C" fn() -> Display,
    drawable: unsafe extern "C" fn() -> Drawable,
    copy: unsafe extern "C" fn(Display, Drawable, c_int, c_int, c_int, c_int),
    /// What these are in.
    _library: Library,
}

impl Early {
    /// `None` where the context that is current now is not one of GLX, or GLX cannot do it; `version` is that of OpenGL.
    pub(super) fn find(version: &str) -> Option<Self> {
        if !copies_parts(version) {
            return None;
        }
        type Context = *mut c_void;
        type Function = unsafe extern "C" fn();
        unsafe {
            let library = Library::open(Some("libGL.so.1"), RTLD_LAZY | RTLD_NOLOAD).ok()?;
            let context = *library.get::<unsafe extern "C" fn() -> Context>(b"glXGetCurrentContext\0").ok()?;
            let display = *library.get::<unsafe extern "C" fn() -> Display>(b"glXGetCurrentDisplay\0").ok()?;
            let drawable = *library.get::<unsafe extern "C" fn() -> Drawable>(b"glXGetCurrentDrawable\0").ok()?;
            let query = *library
                .get::<unsafe extern "C" fn(Display, Context, c_int, *mut c_int) -> c_int>(b"glXQueryContext\0")
                .ok()?;
            let extensions = *library
                .get::<unsafe extern "C" fn(Display, c_int) -> *const c_char>(b"glXQueryExtensionsString\0")
                .ok()?;
            let address = *library
                .get::<unsafe extern "C" fn(*const c_char) -> Option<Function>>(b"glXGetProcAddressARB\0")
                .ok()?;
            let mut screen = 0;
            if context().is_null()
                || display().is_null()
                || query(display(), context(), GLX_SCREEN, &raw mut screen) != 0
            {
                return None;
            }
            let known = extensions(display(), screen);
            if known.is_null() || !names(CStr::from_ptr(known), "GLX_MESA_copy_sub_buffer") {
                return None;
            }
            let copy = address(c"glXCopySubBufferMESA".as_ptr())?;
            let copy = std::mem::transmute::<
                Function,
                unsafe extern "C" fn(Display, Drawable, c_int, c_int, c_int, c_int),
            >(copy);
            Some(Self { display, drawable, copy, _library: library })
        }
    }

    /// Copies what is painted there: left and lower edge, width and height in pixels.
    pub(super) fn show(&self, [left, bottom, width, height]: [i32; 4]) {
        unsafe { (self.copy)((self.display)(), (self.drawable)(), left, bottom, width, height) }
    }
}

/// Whether it is a Mesa of those that copy the rectangle alone: later ones, as far as we know, copy the whole window for each.
fn copies_parts(version: &str) -> bool {
    const LAST: (u32, u32) = (24, 1);
    let mesa = version.split_once("Mesa ").map(|(_, numbers)| numbers.split(['.', '-', ' ']).map(str::parse));
    let Some(mut numbers) = mesa else { return false };
    matches!((numbers.next(), numbers.next()), (Some(Ok(major)), Some(Ok(minor))) if (major, minor) <= LAST)
}

/// Whether a name is in a list that is separated by spaces.
fn names(list: &CStr, name: &str) -> bool {
    list.to_bytes().split(|byte| *byte == b' ').any(|listed| listed == name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_mesa_copies_all_of_the_window_for_each_part() {
        assert!(copies_parts("4.5 (Core Profile) Mesa 22.3.6"));
        assert!(copies_parts("OpenGL ES 3.2 Mesa 24.1.0-rc2 (git-abc)"));
        for version in
            ["4.5 (Core Profile) Mesa 24.2.8", "4.5 (Core Profile) Mesa 25.0.7-2", "4.6.0 NVIDIA 550.54", "Mesa"]
        {
            assert!(!copies_parts(version), "{version}");
        }
    }

    #[test]
    fn names_in_a_list_are_whole() {
        assert!(names(c"GLX_ARB_get_proc_address GLX_MESA_copy_sub_buffer", "GLX_MESA_copy_sub_buffer"));
        assert!(!names(c"GLX_MESA_copy_sub_buffer_ex", "GLX_MESA_copy_sub_buffer"));
    }
}
