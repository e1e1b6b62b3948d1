//! Tests of the report file on a file system that crashes, fails and lies.

mod crash;
mod crashfs;
mod faults;
mod hostile;
mod model;
mod random;
mod reader;
mod session;
