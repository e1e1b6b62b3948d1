//! Tests of the report file on a file system that crashes, fails and lies.

mod crash;
mod crashfs;
mod damage;
mod disk;
mod faults;
mod forge;
mod fuzz;
mod hostile;
mod large;
mod model;
mod random;
mod reader;
mod rewriting;
mod session;
mod world;
