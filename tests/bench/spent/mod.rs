//! The processor's clock.

/// The processor's time of this thread in milliseconds.
#[cfg(unix)]
pub fn cpu_ms() -> f64 {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    spent.tv_sec as f64 * 1e3 + spent.tv_nsec as f64 / 1e6
}

/// The clock's time in milliseconds, where the system does not tell that of the processor.
#[cfg(not(unix))]
pub fn cpu_ms() -> f64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0.0, |spent| spent.as_secs_f64() * 1e3)
}
