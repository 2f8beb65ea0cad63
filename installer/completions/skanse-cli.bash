# bash completion for skanse-cli; written by “skanse-cli completion bash”.
_skanse_cli() {
    local current previous command words
    current=${COMP_WORDS[COMP_CWORD]}
    previous=${COMP_WORDS[COMP_CWORD-1]}
    command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W '--help --version new generate check explain plan diff controls presets regions schema reference completion man' -- "$current")
        return
    fi
    case "$command $previous" in
    'new --region'|'new -r') mapfile -t COMPREPLY < <(compgen -W 'NO SE DK FI IS LI DE NL FR IE ES PT IT PL AT BE LU CZ SK HU RO BG GR HR SI CY MT EE LV LT CH GB FO RS UA TR US CA MX BR AR UY CL JP KR SG HK TW IN AE IL ZA AU NZ' -- "$current"); return ;;
    'new --service'|'new -s') mapfile -t COMPREPLY < <(compgen -W 'caddy custom-build custom-image dotnet exporter gitea go grafana haproxy java keycloak mariadb memcached mongodb mysql nextcloud nginx node opensearch php-fpm postgres prometheus python rabbitmq redis ruby rust static-site traefik valkey wordpress' -- "$current"); return ;;
    'new --output'|'new -o') compopt -o default; return ;;
    'new --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    'generate --output'|'generate -o') compopt -o dirnames; return ;;
    'generate --evidence') compopt -o dirnames; return ;;
    'generate --format') mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$current"); return ;;
    'generate --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    'check --evidence') compopt -o dirnames; return ;;
    'check --format') mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$current"); return ;;
    'check --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    'explain --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    'plan --format') mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$current"); return ;;
    'plan --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    'diff --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    'controls --format') mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$current"); return ;;
    'controls --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    'presets --format') mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$current"); return ;;
    'presets --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    'regions --format') mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$current"); return ;;
    'regions --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    'schema --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    'reference --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    'completion --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    'man --lang') mapfile -t COMPREPLY < <(compgen -W 'en nb' -- "$current"); return ;;
    esac
    case "$command" in
    new) words='--region --service --public --output --lang --help ' ;;
    generate) words='--output --evidence --force --dry-run --format --lang --help ' ;;
    check) words='--strict --evidence --format --lang --help ' ;;
    explain) words='--lang --help apparmor audit-docker backup bounded-restart build-context build-secrets capacity cpu-limit daemon-limits daemon-live-restore daemon-logs daemon-network daemon-privileges daemon-userns declared-egress default-deny disk-check disruption-budget drop-capabilities edge-proxy ephemeral-storage-limit file-capabilities graceful-stop health-check host-updates image-pinned init-process io-weight kernel-baseline latency-check least-token lint-gate locked-install log-rotation loopback-binding memory-limit minimal-image no-privilege-escalation no-service-links no-service-token non-root open-files-limit own-kernel own-namespace packet-filter pids-limit pinned-actions pod-security read-only-root replicas residency resource-quota root-owned-files sbom scan-gate scratch-limits seccomp secret-files segmented-networks single-writer-storage spread ssh-keys-only time-sync unprivileged-port user-namespace volume-ownership' ;;
    plan) words='--format --lang --help ' ;;
    diff) words='--exit-code --lang --help  ' ;;
    controls) words='--format --lang --help apparmor audit-docker backup bounded-restart build-context build-secrets capacity cpu-limit daemon-limits daemon-live-restore daemon-logs daemon-network daemon-privileges daemon-userns declared-egress default-deny disk-check disruption-budget drop-capabilities edge-proxy ephemeral-storage-limit file-capabilities graceful-stop health-check host-updates image-pinned init-process io-weight kernel-baseline latency-check least-token lint-gate locked-install log-rotation loopback-binding memory-limit minimal-image no-privilege-escalation no-service-links no-service-token non-root open-files-limit own-kernel own-namespace packet-filter pids-limit pinned-actions pod-security read-only-root replicas residency resource-quota root-owned-files sbom scan-gate scratch-limits seccomp secret-files segmented-networks single-writer-storage spread ssh-keys-only time-sync unprivileged-port user-namespace volume-ownership' ;;
    presets) words='--format --lang --help caddy custom-build custom-image dotnet exporter gitea go grafana haproxy java keycloak mariadb memcached mongodb mysql nextcloud nginx node opensearch php-fpm postgres prometheus python rabbitmq redis ruby rust static-site traefik valkey wordpress' ;;
    regions) words='--format --lang --help' ;;
    schema) words='--lang --help' ;;
    reference) words='--lang --help questions controls presets' ;;
    completion) words='--lang --help bash zsh fish' ;;
    man) words='--lang --help' ;;
    *) words='' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    [ "${#COMPREPLY[@]}" -gt 0 ] || compopt -o default
}
complete -F _skanse_cli skanse-cli
