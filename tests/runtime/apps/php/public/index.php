<?php
// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
// Keeps what is posted to it among the uploads.
if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    file_put_contents(__DIR__ . '/uploads/picture.txt', file_get_contents('php://input'));
    echo 'kept by ' . posix_getuid();
} else {
    echo 'hello from ' . posix_getuid();
}
