#!/bin/sh
# Tries on the running workload what an attacker inside would try, and shows which controls held.
# Skanse 0.1.0, profile bdc45c9e49e4
# Exit code: 0 everything held, 1 something broke, 2 it could not be tried. How: drill.sh --help
set -u
LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin
export LC_ALL PATH
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(dirname -- "$here")
tab=$(printf '\t')

usage() {
    cat <<'END'
usage: sh verify/drill.sh [options]
Starts a second container of each service, with the same settings and a static busybox as its
program, makes the attempts there, and removes it. Run it as root, while the workload runs.
  --json                      results as JSON; the table goes to standard error
  --service NAME              only this service
  --kubernetes --image IMAGE  in the cluster of kubectl: a pod with the labels and settings of
                              each service, and an image of busybox that you name
  --docker, --podman          the engine (docker when both are there)
  --compose COMMAND           the Compose that talks to it
  --busybox FILE              a static busybox
  --internet ADDRESS:PORT     a server of yours outside, that answers
  --metadata ADDRESS:PORT     169.254.169.254:80
  --max-memory MIB            1024; larger limits are not tried
  --max-processes NUMBER      2000; larger limits are not tried
END
}

# What inspect is asked for; of the settings each with the control that it belongs to.
# shellcheck disable=SC2016 # not for the shell
addresses_format='{{range .NetworkSettings.Networks}}{{.IPAddress}} {{.GlobalIPv6Address}} {{end}}'
# shellcheck disable=SC2016
settings_format='non-root user {{.Config.User}}
read-only-root read_only {{.HostConfig.ReadonlyRootfs}}
no-privilege-escalation security_opt {{.HostConfig.SecurityOpt}}
drop-capabilities privileged {{.HostConfig.Privileged}}
drop-capabilities cap_add {{.HostConfig.CapAdd}}
drop-capabilities cap_drop {{.HostConfig.CapDrop}}
segmented-networks networks {{range $name, $one := .NetworkSettings.Networks}}{{$name}} {{end}}
open-files-limit ulimits {{range .HostConfig.Ulimits}}{{.Name}}={{.Soft}}:{{.Hard}} {{end}}
scratch-limits tmpfs {{.HostConfig.Tmpfs}}
pids-limit pids_limit {{.HostConfig.PidsLimit}}
memory-limit mem_limit {{.HostConfig.Memory}}'

target=compose
namespace=rootless
engine=
compose=
image=
busybox=
only=
json=0
internet=
metadata=
max_memory=1024
max_processes=2000
needs_value() {
    [ "$2" -ge 2 ] && return
    echo "drill.sh: $1 ?" >&2
    exit 2
}
while [ $# -gt 0 ]; do
    case $1 in
    --json) json=1 ;;
    --kubernetes) target=kubernetes ;;
    --docker) engine=docker ;;
    --podman) engine=podman ;;
    --compose | --busybox | --image | --service | --internet | --metadata | --max-memory | --max-processes)
        needs_value "$1" $#
        case $1 in
        --compose) compose=$2 ;;
        --busybox) busybox=$2 ;;
        --image) image=$2 ;;
        --service) only=$2 ;;
        --internet) internet=$2 ;;
        --metadata) metadata=$2 ;;
        --max-memory) max_memory=$2 ;;
        --max-processes) max_processes=$2 ;;
        esac
        shift
        ;;
    -h | --help)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
    shift
done

[ -f "$top/compose.yaml" ] || target=kubernetes

have() { command -v "$1" >/dev/null 2>&1; }
stop() {
    echo "drill.sh: $1" >&2
    exit 2
}

# The engine, and the Compose that talks to it.
choose_engine() {
    if [ "$target" = kubernetes ]; then
        have kubectl || stop "not found: kubectl"
        [ -n "$image" ] || stop 'name an image of busybox that the cluster may run: --image IMAGE'
        return
    fi
    metadata=${metadata:-169.254.169.254:80}
    if [ -z "$engine" ]; then
        if have docker; then engine=docker; else engine=podman; fi
    fi
    have "$engine" || stop "not found: $engine"
    if [ -z "$compose" ]; then
        if "$engine" compose version >/dev/null 2>&1; then
            compose="$engine compose"
        elif have docker-compose; then
            compose=docker-compose
        elif [ "$engine" = podman ] && have podman-compose; then
            compose=podman-compose
        else
            stop 'no Compose found'
        fi
    fi
}

# The tools that are brought into the containers: one static busybox, under one name per tool. A copy with
# the set-user-ID bit stands where nobody but root can reach it from the host.
make_probe() {
    umask 077
    work=$(mktemp -d "$here/.drill.XXXXXX" 2>/dev/null) || work=$(mktemp -d) || exit 2
    mkdir "$work/skanse"
    : >"$work/results"
    : >"$work/open"
    [ "$target" = compose ] || return 0
    [ -n "$busybox" ] || busybox=$(command -v busybox) || stop 'a static busybox is needed (package busybox-static)'
    [ -x "$busybox" ] || stop "a static busybox is needed (package busybox-static) ($busybox)"
    mkdir "$work/skanse/bin" "$work/skanse/setid" "$work/skanse/mnt"
    cp "$busybox" "$work/skanse/busybox"
    cp "$busybox" "$work/skanse/setid/busybox"
    cp "$here/probe.sh" "$work/skanse/probe.sh"
    for applet in $("$busybox" --list); do
        case $applet in */* | busybox) ;; *) ln -s ../busybox "$work/skanse/bin/$applet" 2>/dev/null ;; esac
    done
    chmod 755 "$work/skanse" "$work/skanse/bin" "$work/skanse/setid" "$work/skanse/mnt" \
        "$work/skanse/busybox" "$work/skanse/probe.sh"
    if [ "$(id -u)" -eq 0 ]; then chmod 4755 "$work/skanse/setid/busybox"; fi
}

work=
twin=
child=
remove_twin() {
    [ -n "$twin" ] || return 0
    if [ "$target" = kubernetes ]; then
        kubectl --namespace "$namespace" delete pod "$twin" --ignore-not-found --wait=true --timeout=60s
    else
        "$engine" rm -f "$twin"
    fi >/dev/null 2>&1
    twin=
}
# shellcheck disable=SC2317,SC2329 # called by the traps
finish() {
    trap '' HUP INT TERM
    [ -z "$child" ] || kill "$child" 2>/dev/null
    remove_twin
    [ -n "$work" ] && rm -rf "$work"
}
trap finish EXIT
trap 'exit 2' HUP INT TERM

# bounded SECONDS COMMAND...
bounded() {
    if [ -n "$busybox" ]; then
        "$busybox" timeout -k 5 "$@"
    elif have timeout; then
        timeout -k 5 "$@"
    else
        shift
        "$@"
    fi
}

# awaited COMMAND...: in the background, so that an interruption does not wait for it
awaited() {
    "$@" </dev/null &
    child=$!
    wait "$child"
    status=$?
    child=
}

# in_compose ARGUMENTS...: bounded in time
in_compose() {
    # shellcheck disable=SC2086 # the command may be two words
    bounded 240 $compose --project-directory "$top" -f "$top/compose.yaml" "$@"
}

# answers ADDRESS:PORT: to this machine itself
answers() {
    [ -n "$busybox" ] || busybox=$(command -v busybox) || return
    bounded 4 "$busybox" nc -w 2 "${1%:*}" "${1##*:}" -e true >/dev/null 2>&1 </dev/null
}

# running SERVICE: the ids of its containers
running() {
    if [ ! -e "$work/running.$1" ]; then
        in_compose ps -q "$1" >"$work/running.$1" 2>/dev/null </dev/null
    fi
    cat "$work/running.$1"
}
# addresses SERVICE: of its containers, in all networks
addresses() {
    if [ "$target" = kubernetes ]; then
        bounded 30 kubectl --namespace "$namespace" get pods --selector "app.kubernetes.io/instance=$1" \
            --output 'jsonpath={.items[*].status.podIP}' 2>/dev/null </dev/null
        return
    fi
    running "$1" | while read -r container; do
        "$engine" inspect --format "$addresses_format" "$container" 2>/dev/null </dev/null
    done | tr -s '\n ' '  '
}

# --- The plan stands at the end: one call for each service and each attempt. ---

service=
state=hold
problems=0

# service NAME PORT...: what follows is about it
service() {
    run_service
    service=$1
    shift
    count=0
    if [ -n "$only" ] && [ "$only" != "$service" ]; then
        service=
        return
    fi
    : >"$work/$service.rows"
    : >"$work/skanse/plan.$service"
    chmod 644 "$work/skanse/plan.$service"
    for port in "$@"; do flow "$service" "$port"; done
}

# flow SERVICE PORT: may be reached. It shows that the port answers at all.
flow() {
    [ -n "$service" ] || return 0
    printf '0\tfind-open\t%s\t%s\t%s\n' "$1" "$2" "$(addresses "$1")" >>"$work/skanse/plan.$service"
}

# pod JSON: what becomes the twin in a cluster
# shellcheck disable=SC2317,SC2329 # only plans with a cluster have it
pod() {
    [ -z "$service" ] || printf '%s\n' "$1" | sed "s|\"skanse-drill-probe\"|\"$image\"|" >"$work/$service.json"
}

# attempt CONTROL ATTEMPT EXPECTED KIND [ARGUMENT...]
attempt() {
    [ -n "$service" ] || return 0
    control=$1
    words=$2
    expected=$3
    kind=$4
    shift 4
    reason=
    case $kind in
    reach-metadata)
        outside "$metadata"
        set -- "${metadata%:*}" "${metadata##*:}"
        ;;
    reach-internet)
        outside "$internet"
        set -- "${internet%:*}" "${internet##*:}"
        ;;
    reach-service) set -- "$1" "$2" "$(addresses "$1")" ;;
    fork)
        [ "$1" -le "$max_processes" ] || reason="more processes than the drill starts: $1 (--max-processes $max_processes)"
        set -- $(($1 + 8))
        ;;
    allocate)
        room_for "$1"
        set -- $(($1 + 32))
        ;;
    esac
    if [ -n "$reason" ]; then
        row untried "$reason"
        return
    fi
    row "$state" "${1:--} ${2:--}"
    {
        printf '%s\t%s' "$count" "$kind"
        [ $# -eq 0 ] || printf '\t%s' "$@"
        echo
    } >>"$work/skanse/plan.$service"
}

# row STATE NOTE
row() {
    count=$((count + 1))
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$count" "$1" "$control" "$words" "$expected" "$kind" "$2" \
        >>"$work/$service.rows"
}

# A target outside has to be named, and to answer at all: otherwise silence proves nothing.
outside() {
    if [ -z "$1" ]; then
        reason='no target was named (--internet, --metadata)'
    elif ! answers "$1"; then
        reason="does not answer this machine either: $1"
    fi
}

# room_for MIB: whether that much may be taken, and is there
room_for() {
    free=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo 2>/dev/null)
    if [ "$1" -gt "$max_memory" ]; then
        reason="more memory than the drill takes: $1 MiB (--max-memory $max_memory)"
    elif [ -n "$free" ] && [ "$((free / 1024))" -lt $(($1 * 2)) ]; then
        reason="too little memory is free on this machine: $((free / 1024)) MiB"
    fi
}

# waived ...: the attempt may succeed, because the control is switched off
# shellcheck disable=SC2317,SC2329 # not every plan has one
waived() {
    state=waived
    "$@"
    state=hold
}

# only_in TARGET REASON CONTROL ...: elsewhere the attempt proves nothing
# shellcheck disable=SC2317,SC2329 # not every plan has one
only_in() {
    if [ "$1" = "$target" ]; then
        shift 2
        attempt "$@"
    elif [ -n "$service" ]; then
        control=$3
        words=$4
        expected=$5
        kind=$6
        row untried "$2"
    fi
}

# The twin: a second container of the service, with its very image, settings, networks and limits, but with
# the probe as its program. What it breaks or uses up is its own. Nothing is built or pulled for it.
run_twin() {
    if [ "$target" = kubernetes ]; then
        run_pod
        return
    fi
    twin=skanse-drill-$$-$service
    cat >"$work/$service.yaml" <<END
services:
  "$service":
    pull_policy: never
    logging: {driver: none}
END
    awaited in_compose -f "$work/$service.yaml" run --no-deps -T --name "$twin" --volume "$work/skanse:/skanse:ro,z" \
        --entrypoint /skanse/busybox "$service" sh /skanse/probe.sh "/skanse/plan.$service" \
        >"$work/$service.out" 2>"$work/$service.err"
}

# In a cluster: a pod with the labels and settings of the service's own, and the named image.
run_pod() {
    twin=skanse-drill-$service
    : >"$work/$service.out"
    awaited bounded 60 kubectl apply --filename "$work/$service.json" >"$work/$service.err" 2>&1
    [ "$status" -eq 0 ] || return
    awaited bounded 130 kubectl --namespace "$namespace" wait "pod/$twin" --timeout=120s \
        --for=jsonpath='{.status.phase}'=Running >"$work/$service.err" 2>&1
    [ "$status" -eq 0 ] || return
    awaited bounded 240 kubectl --namespace "$namespace" exec "$twin" -- sh -c "$(cat "$here/probe.sh")" \
        probe.sh "$(cat "$work/skanse/plan.$service")" >"$work/$service.out" 2>"$work/$service.err"
}

# What was tried on the twin speaks for the running container only if that has the same settings.
compare_settings() {
    [ "$target" = compose ] || return 0
    "$engine" inspect --format "$settings_format" "$twin" 2>/dev/null | sed 's/ *$//' >"$work/twin"
    running "$service" >"$work/ids"
    while read -r container; do
        "$engine" inspect --format "$settings_format" "$container" 2>/dev/null </dev/null | sed 's/ *$//' >"$work/real"
        [ -s "$work/real" ] || continue
        while read -r control setting expected; do
            grep -q "hold$tab$control$tab" "$work/$service.rows" || continue
            seen=$(sed -n "s/^$control $setting *//p" "$work/real")
            if [ "$seen" = "$expected" ]; then
                result held "$control" "the running container's setting: $setting" 'as in compose.yaml' 'the same' settings -
            else
                result broken "$control" "the running container's setting: $setting" "${expected:--}" "${seen:--}" settings -
            fi
        done <"$work/twin"
    done <"$work/ids"
}

# result VERDICT CONTROL ATTEMPT EXPECTED SEEN KIND NOTE
result() {
    printf '%s' "$1" >>"$work/results"
    shift
    printf '\t%s' "$service" "$@" >>"$work/results"
    echo >>"$work/results"
}

# Makes the attempts of the service and writes down how they ended.
run_service() {
    [ -n "$service" ] || return 0
    run_twin
    sed -n "s/^@${tab}open$tab//p" "$work/$service.out" >>"$work/open"
    while IFS=$tab read -r number expects control words expected kind note; do
        answer=$(grep "^@$tab$number$tab" "$work/$service.out" | head -n 1)
        answer=${answer#"@$tab$number$tab"}
        seen=${answer#*"$tab"}
        case $expects:${answer%%"$tab"*} in
        untried:*) seen=$note verdict=untried ;;
        *:untried) verdict=untried ;;
        waived:?*) verdict=waived ;;
        hold:refused) verdict=held ;;
        hold:allowed) verdict=broken ;;
        *)
            verdict=untried
            if [ "$kind" = allocate ] && [ "$status" -eq 137 ]; then
                seen='the kernel ended the container'
                [ "$expects" = waived ] || verdict=held
            else
                seen="the probe gave no answer: $(tail -n 1 "$work/$service.err" | tr '\t' ' ') ($status)"
                problems=$((problems + 1))
            fi
            ;;
        esac
        result "$verdict" "$control" "$words" "$expected" "${seen:--}" "$kind" "$note"
    done <"$work/$service.rows"
    compare_settings
    remove_twin
    service=
}

# Silence of a port proves nothing unless it answers to its own neighbours.
settle_reach() {
    while IFS=$tab read -r verdict name control words expected seen kind note; do
        if [ "$kind:$verdict" = reach-service:held ] && ! grep -qxF "$note" "$work/open"; then
            verdict=untried
            seen="does not answer its own neighbours either: $note"
        fi
        printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$verdict" "$name" "$control" "$words" "$expected" "$seen"
    done <"$work/results" >"$work/settled"
}

amount() { grep -c "^$1$tab" "$work/settled"; }

table() {
    line='%-12s  %-14s  %-24s  %-44s  %-32s  %s\n'
    # shellcheck disable=SC2059 # one format for all lines
    printf "$line" result service control attempt expected seen
    while IFS=$tab read -r verdict name control words expected seen; do
        case $verdict in
        held) verdict='held' ;;
        broken) verdict='BROKEN' ;;
        waived) verdict='waived' ;;
        *) verdict='not tried' ;;
        esac
        # shellcheck disable=SC2059
        printf "$line" "$verdict" "$name" "$control" "$words" "$expected" "$seen"
    done <"$work/settled"
    printf '\n%s\n' "$(amount held) held, $(amount broken) BROKEN, $(amount waived) waived, $(amount untried) not tried"
}

quoted() { printf '"%s"' "$(printf '%s' "$1" | tr -d '\000-\037\177' | sed 's/[\\"]/\\&/g')"; }

results_json() {
    separator=
    printf '{"format": "skanse-drill/1", "date": "%s", "workload": %s, "results": [' \
        "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(quoted rootless)"
    while IFS=$tab read -r verdict name control words expected seen; do
        case $verdict in
        held) held=true ;;
        broken) held=false ;;
        *) held=null ;;
        esac
        printf '%s\n  {"control": %s, "service": %s, "attempt": %s, "expected": %s, "seen": %s, "held": %s}' \
            "$separator" "$(quoted "$control")" "$(quoted "$name")" "$(quoted "$words")" \
            "$(quoted "$expected")" "$(quoted "$seen")" "$held"
        separator=,
    done <"$work/settled"
    printf '\n]}\n'
}

report() {
    run_service
    settle_reach
    if [ "$json" -eq 1 ]; then
        table >&2
        results_json
    else
        table
    fi
    [ "$(amount broken)" -eq 0 ] || exit 1
    if [ "$problems" -gt 0 ] || [ $(($(amount held) + $(amount waived))) -eq 0 ]; then exit 2; fi
    exit 0
}

choose_engine
make_probe

service web 8080
pod '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"skanse-drill-web","namespace":"rootless","labels":{"app":"web","app.kubernetes.io/name":"nginx","app.kubernetes.io/instance":"web","app.kubernetes.io/version":"1.30.4-alpine3.24-slim","app.kubernetes.io/component":"proxy","app.kubernetes.io/part-of":"rootless","app.kubernetes.io/managed-by":"skanse"}},"spec":{"serviceAccountName":"web","automountServiceAccountToken":false,"restartPolicy":"Never","activeDeadlineSeconds":300,"terminationGracePeriodSeconds":0,"securityContext":{"runAsNonRoot":true,"runAsUser":101,"runAsGroup":101,"seccompProfile":{"type":"RuntimeDefault"},"appArmorProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"probe","image":"skanse-drill-probe","command":["sleep","280"],"readinessProbe":{"exec":{"command":["false"]}},"securityContext":{"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"runAsUser":101,"runAsGroup":101,"capabilities":{"drop":["ALL"]},"seccompProfile":{"type":"RuntimeDefault"},"appArmorProfile":{"type":"RuntimeDefault"}},"resources":{"requests":{"cpu":"50m","memory":"128Mi","ephemeral-storage":"128Mi"},"limits":{"cpu":"1","memory":"128Mi","ephemeral-storage":"128Mi"}}}]}}'
flow api 3000
attempt non-root 'run as root' 'user 101' be-root 101
attempt read-only-root 'create a file in the root file system' 'read-only file system' write-root
attempt no-privilege-escalation 'become root by a set-user-ID program' 'the bit is ignored' set-user-id
attempt drop-capabilities 'hold capabilities' none keep-capabilities 0
attempt drop-capabilities 'change the root folder (chroot)' 'not permitted' change-root
attempt drop-capabilities 'open a raw socket' 'not permitted' raw-socket
attempt drop-capabilities 'make a new mount namespace' 'not permitted' new-namespace
attempt drop-capabilities 'mount a file system' 'not permitted' mount
attempt drop-capabilities 'load a kernel module' 'not permitted' load-module
attempt drop-capabilities 'set the clock' 'not permitted' set-clock
attempt seccomp 'make a system call that seccomp filters' 'not permitted' filtered-call
attempt unprivileged-port 'listen on port 81' 'not permitted' bind-low-port
only_in kubernetes 'Docker hands out no token; the nearest is its socket, which is never mounted.' no-service-token 'read the token of the cluster'\''s interface' 'no such file' read-token /var/run/secrets/kubernetes.io/serviceaccount/token
attempt segmented-networks 'reach db, port 5432' 'no answer' reach-service db 5432
attempt declared-egress 'reach the metadata service' 'no answer' reach-metadata
attempt declared-egress 'reach the internet' 'no answer' reach-internet
only_in compose 'the probe'\''s pod mounts no volume' secret-files 'read the secret of api: /run/secrets/db-password' 'no such file' read-secret /run/secrets/db-password
only_in compose 'Not a field of a pod; the container runtime on the node decides.' open-files-limit 'open more than 65536 files' 'limit 65536' raise-open-files 65536
only_in compose 'Kubernetes has no noexec, and looks after the size later: it evicts the pod' scratch-limits 'run a program from /tmp' 'not permitted' run-from-scratch /tmp
only_in compose 'Kubernetes has no noexec, and looks after the size later: it evicts the pod' scratch-limits 'fill /tmp' 'full at 64 MiB' fill-scratch /tmp 64
attempt memory-limit 'use more than 128 MiB of memory' 'killed or refused' allocate 128
only_in compose 'Not a field of a pod; the node'\''s kubelet has podPidsLimit.' pids-limit 'start processes without end' 'stops at 100' fork 100

service api 3000
pod '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"skanse-drill-api","namespace":"rootless","labels":{"app":"api","app.kubernetes.io/name":"node","app.kubernetes.io/instance":"api","app.kubernetes.io/version":"0.1.0","app.kubernetes.io/component":"runtime","app.kubernetes.io/part-of":"rootless","app.kubernetes.io/managed-by":"skanse"}},"spec":{"serviceAccountName":"api","automountServiceAccountToken":false,"restartPolicy":"Never","activeDeadlineSeconds":300,"terminationGracePeriodSeconds":0,"securityContext":{"runAsNonRoot":true,"runAsUser":65532,"runAsGroup":65532,"fsGroup":65532,"fsGroupChangePolicy":"OnRootMismatch","seccompProfile":{"type":"RuntimeDefault"},"appArmorProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"probe","image":"skanse-drill-probe","command":["sleep","280"],"readinessProbe":{"exec":{"command":["false"]}},"securityContext":{"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"runAsUser":65532,"runAsGroup":65532,"capabilities":{"drop":["ALL"]},"seccompProfile":{"type":"RuntimeDefault"},"appArmorProfile":{"type":"RuntimeDefault"}},"resources":{"requests":{"cpu":"100m","memory":"512Mi","ephemeral-storage":"256Mi"},"limits":{"cpu":"1","memory":"512Mi","ephemeral-storage":"256Mi"}}}]}}'
flow db 5432
attempt non-root 'run as root' 'user 65532' be-root 65532
attempt read-only-root 'create a file in the root file system' 'read-only file system' write-root
attempt no-privilege-escalation 'become root by a set-user-ID program' 'the bit is ignored' set-user-id
attempt drop-capabilities 'hold capabilities' none keep-capabilities 0
attempt drop-capabilities 'change the root folder (chroot)' 'not permitted' change-root
attempt drop-capabilities 'open a raw socket' 'not permitted' raw-socket
attempt drop-capabilities 'make a new mount namespace' 'not permitted' new-namespace
attempt drop-capabilities 'mount a file system' 'not permitted' mount
attempt drop-capabilities 'load a kernel module' 'not permitted' load-module
attempt drop-capabilities 'set the clock' 'not permitted' set-clock
attempt seccomp 'make a system call that seccomp filters' 'not permitted' filtered-call
attempt unprivileged-port 'listen on port 81' 'not permitted' bind-low-port
only_in kubernetes 'Docker hands out no token; the nearest is its socket, which is never mounted.' no-service-token 'read the token of the cluster'\''s interface' 'no such file' read-token /var/run/secrets/kubernetes.io/serviceaccount/token
only_in kubernetes 'they share a network, and Compose filters neither by port nor by direction' segmented-networks 'reach web, port 8080' 'no answer' reach-service web 8080
attempt declared-egress 'reach the metadata service' 'no answer' reach-metadata
attempt declared-egress 'reach the internet' 'no answer' reach-internet
only_in compose 'Not a field of a pod; the container runtime on the node decides.' open-files-limit 'open more than 4096 files' 'limit 4096' raise-open-files 4096
only_in compose 'Kubernetes has no noexec, and looks after the size later: it evicts the pod' scratch-limits 'run a program from /tmp' 'not permitted' run-from-scratch /tmp
only_in compose 'Kubernetes has no noexec, and looks after the size later: it evicts the pod' scratch-limits 'fill /tmp' 'full at 64 MiB' fill-scratch /tmp 64
attempt memory-limit 'use more than 512 MiB of memory' 'killed or refused' allocate 512
only_in compose 'Not a field of a pod; the node'\''s kubelet has podPidsLimit.' pids-limit 'start processes without end' 'stops at 100' fork 100

service db 5432
pod '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"skanse-drill-db","namespace":"rootless","labels":{"app":"db","app.kubernetes.io/name":"postgres","app.kubernetes.io/instance":"db","app.kubernetes.io/version":"17.11-trixie","app.kubernetes.io/component":"database","app.kubernetes.io/part-of":"rootless","app.kubernetes.io/managed-by":"skanse"}},"spec":{"serviceAccountName":"db","automountServiceAccountToken":false,"restartPolicy":"Never","activeDeadlineSeconds":300,"terminationGracePeriodSeconds":0,"securityContext":{"runAsNonRoot":true,"runAsUser":999,"runAsGroup":999,"fsGroup":999,"fsGroupChangePolicy":"OnRootMismatch","seccompProfile":{"type":"RuntimeDefault"},"appArmorProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"probe","image":"skanse-drill-probe","command":["sleep","280"],"readinessProbe":{"exec":{"command":["false"]}},"securityContext":{"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"runAsUser":999,"runAsGroup":999,"capabilities":{"drop":["ALL"]},"seccompProfile":{"type":"RuntimeDefault"},"appArmorProfile":{"type":"RuntimeDefault"}},"resources":{"requests":{"cpu":"200m","memory":"1Gi","ephemeral-storage":"256Mi"},"limits":{"cpu":"1","memory":"1Gi","ephemeral-storage":"256Mi"}}}]}}'
attempt non-root 'run as root' 'user 999' be-root 999
attempt read-only-root 'create a file in the root file system' 'read-only file system' write-root
attempt no-privilege-escalation 'become root by a set-user-ID program' 'the bit is ignored' set-user-id
attempt drop-capabilities 'hold capabilities' none keep-capabilities 0
attempt drop-capabilities 'change the root folder (chroot)' 'not permitted' change-root
attempt drop-capabilities 'open a raw socket' 'not permitted' raw-socket
attempt drop-capabilities 'make a new mount namespace' 'not permitted' new-namespace
attempt drop-capabilities 'mount a file system' 'not permitted' mount
attempt drop-capabilities 'load a kernel module' 'not permitted' load-module
attempt drop-capabilities 'set the clock' 'not permitted' set-clock
attempt seccomp 'make a system call that seccomp filters' 'not permitted' filtered-call
attempt unprivileged-port 'listen on port 81' 'not permitted' bind-low-port
only_in kubernetes 'Docker hands out no token; the nearest is its socket, which is never mounted.' no-service-token 'read the token of the cluster'\''s interface' 'no such file' read-token /var/run/secrets/kubernetes.io/serviceaccount/token
attempt segmented-networks 'reach web, port 8080' 'no answer' reach-service web 8080
only_in kubernetes 'they share a network, and Compose filters neither by port nor by direction' segmented-networks 'reach api, port 3000' 'no answer' reach-service api 3000
attempt declared-egress 'reach the metadata service' 'no answer' reach-metadata
attempt declared-egress 'reach the internet' 'no answer' reach-internet
only_in compose 'Not a field of a pod; the container runtime on the node decides.' open-files-limit 'open more than 65536 files' 'limit 65536' raise-open-files 65536
only_in compose 'Kubernetes has no noexec, and looks after the size later: it evicts the pod' scratch-limits 'run a program from /var/run/postgresql' 'not permitted' run-from-scratch /var/run/postgresql
only_in compose 'Kubernetes has no noexec, and looks after the size later: it evicts the pod' scratch-limits 'fill /var/run/postgresql' 'full at 16 MiB' fill-scratch /var/run/postgresql 16
only_in compose 'Kubernetes has no noexec, and looks after the size later: it evicts the pod' scratch-limits 'run a program from /tmp' 'not permitted' run-from-scratch /tmp
only_in compose 'Kubernetes has no noexec, and looks after the size later: it evicts the pod' scratch-limits 'fill /tmp' 'full at 64 MiB' fill-scratch /tmp 64
attempt memory-limit 'use more than 1024 MiB of memory' 'killed or refused' allocate 1024
only_in compose 'Not a field of a pod; the node'\''s kubelet has podPidsLimit.' pids-limit 'start processes without end' 'stops at 300' fork 300

report
