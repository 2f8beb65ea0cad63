// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors

// Evaluates the controls of a Kubescape framework, as its own library of rules
// has them, with Open Policy Agent:
//
//	kubescape_rules LIBRARY FRAMEWORK < requests
//
// A request is a line of JSON, an array of Kubernetes objects; each line of
// output is the answer to one request. Controls that look at a running cluster
// only are left out.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

// The part of Kubescape's helper package that these rules use; it stands in its program, not in the library.
const helpers = `package cautils

list_contains(list, item) {
	list[_] == item
}
`

type control struct {
	ControlID     string   `json:"controlID"`
	RulesNames    []string `json:"rulesNames"`
	ScanningScope struct {
		Matches []string `json:"matches"`
	} `json:"scanningScope"`
}

type metadata struct {
	Name  string `json:"name"`
	Match []struct {
		Resources []string `json:"resources"`
	} `json:"match"`
}

type rule struct {
	kinds []string
	query rego.PreparedEvalQuery
}

type finding struct {
	Rule    string `json:"rule"`
	Object  string `json:"object"`
	Message string `json:"message"`
}

type answer struct {
	Controls int       `json:"controls"`
	Findings []finding `json:"findings"`
}

func fatal(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func read(path string, into any) {
	bytes, err := os.ReadFile(path)
	fatal(err)
	fatal(json.Unmarshal(bytes, into))
}

// name -> folder of every rule of the library.
func ruleFolders(library string) map[string]string {
	folders := map[string]string{}
	files, err := filepath.Glob(filepath.Join(library, "rules", "*", "rule.metadata.json"))
	fatal(err)
	for _, file := range files {
		var about metadata
		read(file, &about)
		folders[about.Name] = filepath.Dir(file)
	}
	return folders
}

func prepare(folder string, settings map[string]any) rule {
	var about metadata
	read(filepath.Join(folder, "rule.metadata.json"), &about)
	text, err := os.ReadFile(filepath.Join(folder, "raw.rego"))
	fatal(err)
	query, err := rego.New(
		rego.SetRegoVersion(ast.RegoV0),
		rego.Query("data.armo_builtins.deny"),
		rego.Module("raw.rego", string(text)),
		rego.Module("cautils.rego", helpers),
		rego.Store(inmem.NewFromObject(settings)),
	).PrepareForEval(context.Background())
	fatal(err)
	one := rule{query: query}
	for _, match := range about.Match {
		one.kinds = append(one.kinds, match.Resources...)
	}
	return one
}

func nameOf(alert map[string]any) string {
	object, _ := alert["alertObject"].(map[string]any)
	list, _ := object["k8sApiObjects"].([]any)
	if len(list) == 0 {
		return ""
	}
	first, _ := list[0].(map[string]any)
	about, _ := first["metadata"].(map[string]any)
	return fmt.Sprintf("%v/%v", first["kind"], about["name"])
}

func evaluate(id string, one rule, objects []map[string]any) []finding {
	var input []any
	for _, object := range objects {
		kind, _ := object["kind"].(string)
		if slices.Contains(one.kinds, kind) || slices.Contains(one.kinds, "*") {
			input = append(input, object)
		}
	}
	if len(input) == 0 {
		return nil
	}
	results, err := one.query.Eval(context.Background(), rego.EvalInput(input))
	fatal(err)
	var findings []finding
	for _, result := range results {
		alerts, _ := result.Expressions[0].Value.([]any)
		for _, value := range alerts {
			alert, _ := value.(map[string]any)
			message, _ := alert["alertMessage"].(string)
			findings = append(findings, finding{id, nameOf(alert), message})
		}
	}
	return findings
}

func main() {
	library := os.Args[1]
	var framework struct {
		ActiveControls []control `json:"activeControls"`
	}
	read(filepath.Join(library, "frameworks", os.Args[2]+".json"), &framework)
	var settings struct {
		Settings map[string]any `json:"settings"`
	}
	read(filepath.Join(library, "default-config-inputs.json"), &settings)

	controls := map[string]control{}
	files, err := filepath.Glob(filepath.Join(library, "controls", "*.json"))
	fatal(err)
	for _, file := range files {
		var one control
		read(file, &one)
		controls[one.ControlID] = one
	}
	folders := ruleFolders(library)
	rules := map[string][]rule{}
	for _, active := range framework.ActiveControls {
		one := controls[active.ControlID]
		if !slices.Contains(one.ScanningScope.Matches, "file") {
			continue
		}
		for _, name := range one.RulesNames {
			rules[active.ControlID] = append(rules[active.ControlID], prepare(folders[name], settings.Settings))
		}
	}

	in := bufio.NewReader(os.Stdin)
	decoder := json.NewDecoder(in)
	out := json.NewEncoder(os.Stdout)
	for decoder.More() {
		var objects []map[string]any
		fatal(decoder.Decode(&objects))
		said := answer{Controls: len(rules), Findings: []finding{}}
		for id, list := range rules {
			for _, one := range list {
				said.Findings = append(said.Findings, evaluate(id, one, objects)...)
			}
		}
		fatal(out.Encode(said))
	}
}
