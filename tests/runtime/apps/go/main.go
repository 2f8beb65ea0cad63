// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors

// Says who it runs as; GET /scratch writes a file and reads it again.
package main

import (
	"fmt"
	"net/http"
	"os"
)

func scratch() (string, error) {
	file, err := os.CreateTemp("", "scratch")
	if err != nil {
		return "", err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	if _, err := file.WriteString("written"); err != nil {
		return "", err
	}
	read, err := os.ReadFile(file.Name())
	return string(read), err
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, "go as %d", os.Getuid())
	})
	http.HandleFunc("/scratch", func(w http.ResponseWriter, _ *http.Request) {
		read, err := scratch()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprint(w, read)
	})
	if err := http.ListenAndServe(":8080", nil); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
