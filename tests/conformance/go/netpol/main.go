// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors

// netpol < list of jobs
//
// What NetworkPolicies allow, by two analyzers that share no code. A job and its answer are one line of
// JSON each. np-guard's netpol-analyzer computes all connections between the workloads and address ranges
// of a folder of manifests; it reads IPv6 blocks as IPv4, so the folder must hold none. Cyclonus' matcher
// decides single connections, IPv6 as well, for the policies of a file.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/mattfenwick/cyclonus/pkg/matcher"
	"github.com/np-guard/netpol-analyzer/pkg/netpol/connlist"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	"k8s.io/apimachinery/pkg/util/yaml"
)

type peer struct {
	IP        string
	Namespace string // empty: outside the cluster
	Labels    map[string]string
}

type query struct {
	From, To int // numbers of peers
	Port     int
	Protocol corev1.Protocol
}

type job struct {
	Folder   string // manifests without IPv6 blocks
	Policies string // file with all policies
	Peers    []peer
	Queries  []query
}

type connection struct {
	From, To string // "namespace/name[Kind]" or "first-last"
	All      bool
	Ports    []portRange
}

type portRange struct {
	Protocol    corev1.Protocol
	First, Last int64
}

type answer struct {
	Connections []connection // all that are allowed
	Allowed     []bool       // of the queries
}

func connections(folder string) ([]connection, error) {
	analyzer := connlist.NewConnlistAnalyzer(connlist.WithMuteErrsAndWarns())
	found, _, err := analyzer.ConnlistFromDirPath(folder)
	if err != nil {
		return nil, err
	}
	for _, problem := range analyzer.Errors() {
		if problem.IsFatal() || problem.IsSevere() {
			return nil, problem.Error()
		}
	}
	all := []connection{}
	for _, one := range found {
		line := connection{From: one.Src().String(), To: one.Dst().String(), All: one.AllProtocolsAndPorts()}
		for protocol, ranges := range one.ProtocolsAndPorts() {
			for _, r := range ranges {
				line.Ports = append(line.Ports, portRange{protocol, r.Start(), r.End()})
			}
		}
		all = append(all, line)
	}
	return all, nil
}

func policiesIn(path string) ([]*networkingv1.NetworkPolicy, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	decoder := yaml.NewYAMLOrJSONDecoder(file, 4096)
	policies := []*networkingv1.NetworkPolicy{}
	for {
		policy := &networkingv1.NetworkPolicy{}
		err := decoder.Decode(policy)
		if errors.Is(err, io.EOF) {
			return policies, nil
		}
		if err != nil {
			return nil, err
		}
		if policy.Kind == "NetworkPolicy" {
			policies = append(policies, policy)
		}
	}
}

func decide(policy *matcher.Policy, peers []peer, queries []query) []bool {
	ends := make([]*matcher.TrafficPeer, len(peers))
	for i, one := range peers {
		ends[i] = &matcher.TrafficPeer{IP: one.IP}
		if one.Namespace != "" {
			ends[i].Internal = &matcher.InternalPeer{
				Namespace:       one.Namespace,
				NamespaceLabels: map[string]string{"kubernetes.io/metadata.name": one.Namespace},
				PodLabels:       one.Labels,
			}
		}
	}
	allowed := make([]bool, len(queries))
	for i, one := range queries {
		allowed[i] = policy.IsTrafficAllowed(&matcher.Traffic{
			Source: ends[one.From], Destination: ends[one.To],
			ResolvedPort: one.Port, Protocol: one.Protocol,
		}).IsAllowed()
	}
	return allowed
}

func run(in io.Reader, out io.Writer) error {
	decoder := json.NewDecoder(bufio.NewReader(in))
	encoder := json.NewEncoder(out)
	for {
		var todo job
		err := decoder.Decode(&todo)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var done answer
		if done.Connections, err = connections(todo.Folder); err != nil {
			return fmt.Errorf("%s: %w", todo.Folder, err)
		}
		policies, err := policiesIn(todo.Policies)
		if err != nil {
			return fmt.Errorf("%s: %w", todo.Policies, err)
		}
		done.Allowed = decide(matcher.BuildNetworkPolicies(false, policies), todo.Peers, todo.Queries)
		if err := encoder.Encode(done); err != nil {
			return err
		}
	}
}

func main() {
	log.SetOutput(io.Discard) // netpol-analyzer names each kind that it does not need
	out := bufio.NewWriter(os.Stdout)
	err := run(os.Stdin, out)
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
