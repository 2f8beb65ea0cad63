// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors

// Says what the Pod Security Standards forbid in the workloads of the given
// files, by the library that the API server itself uses. One JSON object a
// line: {"file", "object", "rule", "message"}; a workload that passes has no rule.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

// Where each kind keeps its pod.
var podPaths = map[string][]string{
	"Pod":         {},
	"Deployment":  {"spec", "template"},
	"StatefulSet": {"spec", "template"},
	"DaemonSet":   {"spec", "template"},
	"Job":         {"spec", "template"},
	"CronJob":     {"spec", "jobTemplate", "spec", "template"},
}

type line struct {
	File    string `json:"file"`
	Object  string `json:"object"`
	Rule    string `json:"rule,omitempty"`
	Message string `json:"message,omitempty"`
}

func evaluate(evaluators map[policy.CheckID]policy.Evaluator, level api.LevelVersion, file string, object unstructured.Unstructured, out *json.Encoder) error {
	path, workload := podPaths[object.GetKind()]
	if !workload {
		return nil
	}
	template := object.Object
	if len(path) > 0 {
		found, present, err := unstructured.NestedMap(object.Object, path...)
		if err != nil || !present {
			return fmt.Errorf("%s %s has no pod", object.GetKind(), object.GetName())
		}
		template = found
	}
	var pod struct {
		Metadata metav1.ObjectMeta `json:"metadata"`
		Spec     corev1.PodSpec    `json:"spec"`
	}
	if err := runtime.DefaultUnstructuredConverter.FromUnstructured(template, &pod); err != nil {
		return err
	}
	name := object.GetKind() + "/" + object.GetName()
	passed := true
	for id, evaluator := range evaluators {
		for _, result := range evaluator.EvaluatePod(level, &pod.Metadata, &pod.Spec) {
			if !result.Allowed {
				passed = false
				message := result.ForbiddenReason + ": " + result.ForbiddenDetail
				if err := out.Encode(line{file, name, string(id), message}); err != nil {
					return err
				}
			}
		}
	}
	if passed {
		return out.Encode(line{File: file, Object: name})
	}
	return nil
}

func read(evaluators map[policy.CheckID]policy.Evaluator, level api.LevelVersion, name string, out *json.Encoder) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	decoder := yaml.NewYAMLOrJSONDecoder(bufio.NewReader(file), 4096)
	for {
		var object unstructured.Unstructured
		err := decoder.Decode(&object.Object)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if len(object.Object) == 0 {
			continue
		}
		if err := evaluate(evaluators, level, name, object, out); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
}

func main() {
	// One evaluator for each check: a result does not say which check it came from.
	evaluators := map[policy.CheckID]policy.Evaluator{}
	for _, check := range policy.DefaultChecks() {
		for index := range check.Versions {
			check.Versions[index].OverrideCheckIDs = nil
		}
		evaluator, err := policy.NewEvaluator([]policy.Check{check}, nil)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		evaluators[check.ID] = evaluator
	}
	level := api.LevelVersion{Level: api.LevelRestricted, Version: api.LatestVersion()}
	out := json.NewEncoder(os.Stdout)
	for _, name := range os.Args[1:] {
		if err := read(evaluators, level, name, out); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
	}
}
