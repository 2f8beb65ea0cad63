// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors

// The program that the precompiled headers of the tests belong to; it does nothing.
int main() {}
