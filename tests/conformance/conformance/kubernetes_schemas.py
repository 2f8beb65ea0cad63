# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""JSON schemas of the Kubernetes objects, made from the API's own description.

The Go module k8s.io/kubernetes carries the OpenAPI documents that an API server serves. Nothing may be in an object
that the API does not know, so every description with properties is closed, as an API server with strict
validation does.
"""

import json
import shutil
from pathlib import Path

from . import toolbox

MODULE = "k8s.io/kubernetes"
VERSION = "v1.37.2"
_PREFIX = "#/components/schemas/"


def _translated(node):
    """OpenAPI 3.0 as JSON Schema: references in place, objects closed."""
    if isinstance(node, list):
        return [_translated(part) for part in node]
    if not isinstance(node, dict):
        return node
    made = {key: _translated(value) for key, value in node.items() if key not in ("default", "description")}
    if isinstance(node.get("properties"), dict):  # its keys are names of fields, "default" among them
        made["properties"] = {name: _translated(schema) for name, schema in node["properties"].items()}
    if isinstance(node.get("$ref"), str):
        made["$ref"] = "#/definitions/" + node["$ref"].removeprefix(_PREFIX)
    if made.pop("nullable", False) and isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
    if isinstance(node.get("properties"), dict) and "additionalProperties" not in node:
        if not node.get("x-kubernetes-preserve-unknown-fields"):
            made["additionalProperties"] = False
    return made


def make(tools: Path) -> Path:
    """The folder with KIND-GROUP-VERSION.json, as kubeconform names them."""
    folder = tools / f"kubernetes-schemas-{VERSION}"
    done = folder / ".made"
    if done.exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for document in sorted((toolbox.go_module(MODULE, VERSION) / "api/openapi-spec/v3").glob("*_openapi.json")):
        schemas = json.loads(document.read_text()).get("components", {}).get("schemas", {})
        definitions = {name: _translated(schema) for name, schema in schemas.items()}
        for name, schema in schemas.items():
            for kind in schema.get("x-kubernetes-group-version-kind", []):
                # Options of requests belong to every group and are no objects of it.
                if f"{kind['kind']}" != name.split(".")[-1] or "metadata" not in schema.get("properties", {}):
                    continue
                group = kind["group"].split(".")[0]
                file = "-".join(filter(None, (kind["kind"].lower(), group, kind["version"]))) + ".json"
                (folder / file).write_text(
                    json.dumps({"$ref": f"#/definitions/{name}", "definitions": definitions})
                )
    done.touch()
    return folder
