// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors

//! Says who it runs as; GET /scratch writes a file and reads it again.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::MetadataExt;

fn scratch() -> std::io::Result<String> {
    let file = std::env::temp_dir().join("scratch");
    fs::write(&file, "written")?;
    fs::read_to_string(file)
}

fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("0.0.0.0:8080")?;
    for stream in listener.incoming() {
        let mut stream = stream?;
        let mut asked = [0; 4096];
        let read = stream.read(&mut asked)?;
        let text = if asked[..read].starts_with(b"GET /scratch ") {
            scratch().unwrap_or_else(|error| error.to_string())
        } else {
            format!("rust as {}", fs::metadata("/proc/self")?.uid())
        };
        write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{}", text.len(), text)?;
    }
    Ok(())
}
