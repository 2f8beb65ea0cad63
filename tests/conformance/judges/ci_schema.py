# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Files with a published JSON schema: check-jsonschema, which carries the schemas with it."""

import json
from pathlib import Path

from conformance import toolbox
from conformance.judge import Finding, Judge, Verdict

PACKAGE = "check-jsonschema==0.34.0"
SCHEMAS = {
    "ci/gitlab-ci.yml": "vendor.gitlab-ci",
    "ci/github-actions.yml": "vendor.github-workflows",
    "compose.yaml": "vendor.compose-spec",
}


class CiSchema(Judge):
    name = "ci-schema"
    what = "GitLab CI, GitHub Actions and compose files against their JSON schemas"
    quick = True
    version = "0.34.0"
    looks_at = tuple(SCHEMAS)
    BAD_RULES = tuple(SCHEMAS.values())

    def install(self, tools: Path) -> None:
        self.program = toolbox.pip(tools / f"check-jsonschema-{self.version}", PACKAGE) / "check-jsonschema"

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        verdicts = {bundle: Verdict([], [], 0) for bundle in bundles}
        for file, schema in SCHEMAS.items():
            having = {str(bundle / file): bundle for bundle in bundles if (bundle / file).exists()}
            if not having:
                continue
            options = ["--builtin-schema", schema, "--output-format", "json", "--verbose"]
            if schema == "vendor.gitlab-ci":
                options += ["--data-transform", "gitlab-ci"]
            done = toolbox.run([self.program, *options, *having], ok=(0, 1))
            answer = json.loads(done.stdout)
            for seen in answer.get("checked_paths", answer.get("successes", [])) + sorted(
                {found["filename"] for found in answer["errors"]}
            ):
                verdicts[having[seen]].files.append(file)
                verdicts[having[seen]].rules += 1
            for found in answer["errors"] + answer.get("parse_errors", []):
                verdicts[having[found["filename"]]].findings.append(
                    Finding(schema, file, None, f"{found.get('path', '')}: {found['message']}")
                )
        return verdicts
