// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors

// yaml_readers v3|sigs < list of files
//
// One line of JSON for each file: what a Go program sees in it with gopkg.in/yaml.v3, or with
// sigs.k8s.io/yaml as Kubernetes uses it. What is neither text, whole number, boolean, map nor list
// becomes {"!": "what it is"}, which no file should hold.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	yamlv3 "gopkg.in/yaml.v3"
	sigs "sigs.k8s.io/yaml"
)

func strange(what string) any { return map[string]any{"!": what} }

func readV3(text []byte) ([]any, error) {
	decoder := yamlv3.NewDecoder(bytes.NewReader(text))
	documents := []any{}
	for {
		var value any
		err := decoder.Decode(&value)
		if errors.Is(err, io.EOF) {
			return documents, nil
		}
		if err != nil {
			return nil, err
		}
		documents = append(documents, plain(value))
	}
}

func plain(value any) any {
	switch v := value.(type) {
	case string, bool, int, int64:
		return v
	case []any:
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = plain(item)
		}
		return items
	case map[string]any:
		entries := map[string]any{}
		for key, item := range v {
			entries[key] = plain(item)
		}
		return entries
	case map[any]any:
		entries := map[string]any{}
		for key, item := range v {
			name, ok := key.(string)
			if !ok {
				name = fmt.Sprintf("!%T %v", key, key)
			}
			entries[name] = plain(item)
		}
		return entries
	default:
		return strange(fmt.Sprintf("%T %v", v, v))
	}
}

// Where Kubernetes' own reader divides a file.
var separator = regexp.MustCompile("(?m)^---.*\n")

func readSigs(text []byte) ([]any, error) {
	documents := []any{}
	for _, part := range separator.Split(string(text), -1) {
		if onlyComments(part) {
			continue
		}
		converted, err := sigs.YAMLToJSONStrict([]byte(part))
		if err != nil {
			return nil, err
		}
		decoder := json.NewDecoder(bytes.NewReader(converted))
		decoder.UseNumber()
		var value any
		if err := decoder.Decode(&value); err != nil {
			return nil, err
		}
		documents = append(documents, whole(value))
	}
	return documents, nil
}

func onlyComments(text string) bool {
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			return false
		}
	}
	return true
}

// What JSON knows and no file should hold: fractions and null.
func whole(value any) any {
	switch v := value.(type) {
	case json.Number:
		if _, err := v.Int64(); err != nil {
			return strange("number " + v.String())
		}
	case nil:
		return strange("null")
	case []any:
		for i, item := range v {
			v[i] = whole(item)
		}
	case map[string]any:
		for key, item := range v {
			v[key] = whole(item)
		}
	}
	return value
}

func main() {
	readers := map[string]func([]byte) ([]any, error){"v3": readV3, "sigs": readSigs}
	if len(os.Args) != 2 || readers[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: yaml_readers v3|sigs < list of files")
		os.Exit(2)
	}
	read := readers[os.Args[1]]
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	files := bufio.NewScanner(os.Stdin)
	for files.Scan() {
		answer := map[string]any{"file": files.Text()}
		text, err := os.ReadFile(files.Text())
		if err == nil {
			answer["documents"], err = read(text)
		}
		if err != nil {
			delete(answer, "documents")
			answer["error"] = err.Error()
		}
		if err := encoder.Encode(answer); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	if err := out.Flush(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
