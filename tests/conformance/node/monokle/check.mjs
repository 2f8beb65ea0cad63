// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors

// Runs Monokle's validators on folders: check.mjs MODULES BUNDLE... Every rule of
// the plugins that need no network is on, also those that are off by default. The
// metadata plugin is not: it asks for a label app.kubernetes.io/managed, which
// nobody has (it is managed-by). Prints a JSON object: bundle -> {rules, files, findings}.
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';

const [modules, ...bundles] = process.argv.slice(2);
const require = createRequire(join(modules, 'x.js'));
const {createDefaultMonokleValidator} = await import(pathToFileURL(require.resolve('@monokle/validation')));
const {parseAllDocuments} = await import(pathToFileURL(require.resolve('yaml')));

const plugins = ['pod-security-standards', 'practices', 'resource-links', 'yaml-syntax'];

function manifests(folder) {
    return readdirSync(folder, {recursive: true, withFileTypes: true})
        .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name) && entry.name !== 'kustomization.yaml')
        .map(entry => join(entry.parentPath ?? entry.path, entry.name))
        .sort();
}

function resources(bundle) {
    const found = [];
    for (const file of manifests(join(bundle, 'kubernetes'))) {
        const text = readFileSync(file, 'utf8');
        for (const document of parseAllDocuments(text)) {
            const content = document.toJS();
            if (!content?.kind)
                continue;
            const [start, , end] = document.range;
            found.push({
                id: `${relative(bundle, file)}#${found.length}`, fileId: file, filePath: relative(bundle, file),
                fileOffset: text.slice(0, start).split('\n').length - 1, name: content.metadata?.name ?? '',
                apiVersion: content.apiVersion, kind: content.kind, namespace: content.metadata?.namespace,
                content, text: text.slice(start, end), range: {start, length: end - start},
            });
        }
    }
    return found;
}

const first = createDefaultMonokleValidator();
await first.preload({plugins: Object.fromEntries(plugins.map(name => [name, true]))});
const rules = {};
for (const [plugin, list] of Object.entries(first.rules))
    for (const rule of list)
        rules[`${plugin}/${rule.name}`] = 'err';

const answer = {};
for (const bundle of bundles) {
    const validator = createDefaultMonokleValidator();
    await validator.preload({plugins: Object.fromEntries(plugins.map(name => [name, true])), rules});
    const list = resources(bundle);
    const response = await validator.validate({resources: list});
    const names = new Map(list.map(resource =>
        [`${resource.name}.${resource.namespace}.${resource.kind}`.toLowerCase(), `${resource.kind}/${resource.name}`]));
    const findings = [];
    for (const run of response.runs)
        for (const result of run.results) {
            const location = result.locations.at(-1);
            const name = (location.logicalLocations?.[0]?.fullyQualifiedName ?? '').split('@')[0];
            findings.push({
                rule: result.ruleId, message: result.message.text,
                file: result.locations[0].physicalLocation.artifactLocation.uri,
                line: location.physicalLocation?.region?.startLine ?? null,
                object: names.get(name) ?? name,
                suppressed: (result.suppressions ?? []).length > 0,
            });
        }
    answer[bundle] = {
        rules: Object.keys(rules).length, files: [...new Set(list.map(resource => resource.filePath))], findings,
    };
}
process.stdout.write(JSON.stringify(answer));
