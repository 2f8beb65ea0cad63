#!/bin/sh
# Prøver på arbeidslasten i drift det en angriper på innsiden ville prøvd, og viser hvilke tiltak som holdt.
# Skanse 0.1.0, profil b64744319569
# Sluttkode: 0 alt holdt, 1 noe brast, 2 det kunne ikke prøves. Hvordan: drill.sh --help
set -u
LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin
export LC_ALL PATH
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(dirname -- "$here")
tab=$(printf '\t')

usage() {
    cat <<'END'
bruk: sh verify/drill.sh [valg]
Starter en ekstra container av hver tjeneste, med samme innstillinger og en statisk busybox som
program, gjør forsøkene der, og fjerner den. Kjør som root, mens arbeidslasten går.
  --json                      resultatene som JSON; tabellen går til standard feil
  --service NAVN              bare denne tjenesten
  --kubernetes --image IMAGE  i klyngen til kubectl: en pod med merkelappene og innstillingene
                              til hver tjeneste, og et busybox-image som du oppgir
  --docker, --podman          motoren (docker når begge finnes)
  --compose KOMMANDO          den Compose som snakker med den
  --busybox FIL               en statisk busybox
  --internet ADRESSE:PORT     en tjener du har på utsiden, som svarer
  --metadata ADRESSE:PORT     169.254.169.254:80
  --max-memory MIB            1024; større grenser prøves ikke
  --max-processes ANTALL      2000; større grenser prøves ikke
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
namespace=klynge
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
        have kubectl || stop "finnes ikke: kubectl"
        [ -n "$image" ] || stop 'oppgi et busybox-image som klyngen kan kjøre: --image IMAGE'
        return
    fi
    metadata=${metadata:-169.254.169.254:80}
    if [ -z "$engine" ]; then
        if have docker; then engine=docker; else engine=podman; fi
    fi
    have "$engine" || stop "finnes ikke: $engine"
    if [ -z "$compose" ]; then
        if "$engine" compose version >/dev/null 2>&1; then
            compose="$engine compose"
        elif have docker-compose; then
            compose=docker-compose
        elif [ "$engine" = podman ] && have podman-compose; then
            compose=podman-compose
        else
            stop 'fant ikke Compose'
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
    [ -n "$busybox" ] || busybox=$(command -v busybox) || stop 'en statisk busybox trengs (pakken busybox-static)'
    [ -x "$busybox" ] || stop "en statisk busybox trengs (pakken busybox-static) ($busybox)"
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
        [ "$1" -le "$max_processes" ] || reason="flere prosesser enn øvelsen starter: $1 (--max-processes $max_processes)"
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
        reason='intet mål er oppgitt (--internet, --metadata)'
    elif ! answers "$1"; then
        reason="svarer heller ikke denne maskinen: $1"
    fi
}

# room_for MIB: whether that much may be taken, and is there
room_for() {
    free=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo 2>/dev/null)
    if [ "$1" -gt "$max_memory" ]; then
        reason="mer minne enn øvelsen tar: $1 MiB (--max-memory $max_memory)"
    elif [ -n "$free" ] && [ "$((free / 1024))" -lt $(($1 * 2)) ]; then
        reason="for lite ledig minne på denne maskinen: $((free / 1024)) MiB"
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
                result held "$control" "innstillingen i containeren i drift: $setting" 'som i compose.yaml' 'den samme' settings -
            else
                result broken "$control" "innstillingen i containeren i drift: $setting" "${expected:--}" "${seen:--}" settings -
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
                seen='kjernen avsluttet containeren'
                [ "$expects" = waived ] || verdict=held
            else
                seen="proben svarte ikke: $(tail -n 1 "$work/$service.err" | tr '\t' ' ') ($status)"
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
            seen="svarer heller ikke sine egne naboer: $note"
        fi
        printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$verdict" "$name" "$control" "$words" "$expected" "$seen"
    done <"$work/results" >"$work/settled"
}

amount() { grep -c "^$1$tab" "$work/settled"; }

table() {
    line='%-12s  %-14s  %-24s  %-44s  %-32s  %s\n'
    # shellcheck disable=SC2059 # one format for all lines
    printf "$line" resultat tjeneste tiltak forsøk ventet sett
    while IFS=$tab read -r verdict name control words expected seen; do
        case $verdict in
        held) verdict='holdt' ;;
        broken) verdict='BRUTT' ;;
        waived) verdict='fraveket' ;;
        *) verdict='ikke prøvd' ;;
        esac
        # shellcheck disable=SC2059
        printf "$line" "$verdict" "$name" "$control" "$words" "$expected" "$seen"
    done <"$work/settled"
    printf '\n%s\n' "$(amount held) holdt, $(amount broken) BRUTT, $(amount waived) fraveket, $(amount untried) ikke prøvd"
}

quoted() { printf '"%s"' "$(printf '%s' "$1" | tr -d '\000-\037\177' | sed 's/[\\"]/\\&/g')"; }

results_json() {
    separator=
    printf '{"format": "skanse-drill/1", "date": "%s", "workload": %s, "results": [' \
        "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(quoted klynge)"
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

service app 8000
pod '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"skanse-drill-app","namespace":"klynge","labels":{"app":"app","app.kubernetes.io/name":"python","app.kubernetes.io/instance":"app","app.kubernetes.io/version":"0.1.0","app.kubernetes.io/component":"runtime","app.kubernetes.io/part-of":"klynge","app.kubernetes.io/managed-by":"skanse"}},"spec":{"serviceAccountName":"app","automountServiceAccountToken":false,"restartPolicy":"Never","activeDeadlineSeconds":300,"terminationGracePeriodSeconds":0,"securityContext":{"runAsNonRoot":true,"runAsUser":10101,"runAsGroup":10101,"seccompProfile":{"type":"RuntimeDefault"},"sysctls":[{"name":"net.ipv4.ip_unprivileged_port_start","value":"0"}]},"containers":[{"name":"probe","image":"skanse-drill-probe","command":["sleep","280"],"readinessProbe":{"exec":{"command":["false"]}},"securityContext":{"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"runAsUser":10101,"runAsGroup":10101,"capabilities":{"drop":["ALL"]},"seccompProfile":{"type":"RuntimeDefault"}},"resources":{"requests":{"cpu":"100m","memory":"384Mi","ephemeral-storage":"256Mi"},"limits":{"cpu":"1","memory":"384Mi","ephemeral-storage":"256Mi"}}}]}}'
flow cache 6379
only_in kubernetes '' non-root 'kjøre som root' 'bruker 10101' be-root 10101
only_in kubernetes '' read-only-root 'opprette en fil i rotfilsystemet' 'skrivebeskyttet filsystem' write-root
only_in kubernetes '' no-privilege-escalation 'bli root med et set-user-ID-program' 'biten ignoreres' set-user-id
only_in kubernetes '' drop-capabilities 'ha capabilities' ingen keep-capabilities 0
only_in kubernetes '' drop-capabilities 'bytte rotmappe (chroot)' 'ikke tillatt' change-root
only_in kubernetes '' drop-capabilities 'åpne en rå socket' 'ikke tillatt' raw-socket
only_in kubernetes '' drop-capabilities 'lage et nytt monteringsnavnerom' 'ikke tillatt' new-namespace
only_in kubernetes '' drop-capabilities 'montere et filsystem' 'ikke tillatt' mount
only_in kubernetes '' drop-capabilities 'laste en kjernemodul' 'ikke tillatt' load-module
only_in kubernetes '' drop-capabilities 'stille klokken' 'ikke tillatt' set-clock
only_in kubernetes 'Docker bruker sin innebygde profil av seg selv; filen trenger bare å la den være i fred.' seccomp 'gjøre et systemkall som seccomp filtrerer' 'ikke tillatt' filtered-call
only_in kubernetes 'Docker deler ikke ut noe token; det nærmeste er socketen, som aldri monteres.' no-service-token 'lese tokenet til klyngens grensesnitt' 'filen finnes ikke' read-token /var/run/secrets/kubernetes.io/serviceaccount/token
only_in kubernetes 'de deler nett, og Compose filtrerer verken på port eller retning' segmented-networks 'nå edge, port 8080' 'ikke svar' reach-service edge 8080
only_in kubernetes 'utgående trafikk er oppgitt, og Compose filtrerer ikke på mål' declared-egress 'nå metadatatjenesten' 'ikke svar' reach-metadata
only_in kubernetes '' declared-egress 'nå internett' 'ikke svar' reach-internet
only_in kubernetes '' memory-limit 'bruke mer enn 384 MiB minne' 'drept eller nektet' allocate 384

service cache 6379
pod '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"skanse-drill-cache","namespace":"klynge","labels":{"app":"cache","app.kubernetes.io/name":"valkey","app.kubernetes.io/instance":"cache","app.kubernetes.io/version":"9.1.0-alpine3.23","app.kubernetes.io/component":"cache","app.kubernetes.io/part-of":"klynge","app.kubernetes.io/managed-by":"skanse"}},"spec":{"serviceAccountName":"cache","automountServiceAccountToken":false,"restartPolicy":"Never","activeDeadlineSeconds":300,"terminationGracePeriodSeconds":0,"securityContext":{"runAsNonRoot":true,"runAsUser":999,"runAsGroup":1000,"fsGroup":1000,"fsGroupChangePolicy":"OnRootMismatch","seccompProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"probe","image":"skanse-drill-probe","command":["sleep","280"],"readinessProbe":{"exec":{"command":["false"]}},"securityContext":{"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"runAsUser":999,"runAsGroup":1000,"capabilities":{"drop":["ALL"]},"seccompProfile":{"type":"RuntimeDefault"}},"resources":{"requests":{"cpu":"50m","memory":"256Mi","ephemeral-storage":"128Mi"},"limits":{"cpu":"1","memory":"256Mi","ephemeral-storage":"128Mi"}}}]}}'
only_in kubernetes '' non-root 'kjøre som root' 'bruker 999' be-root 999
only_in kubernetes '' read-only-root 'opprette en fil i rotfilsystemet' 'skrivebeskyttet filsystem' write-root
only_in kubernetes '' no-privilege-escalation 'bli root med et set-user-ID-program' 'biten ignoreres' set-user-id
only_in kubernetes '' drop-capabilities 'ha capabilities' ingen keep-capabilities 0
only_in kubernetes '' drop-capabilities 'bytte rotmappe (chroot)' 'ikke tillatt' change-root
only_in kubernetes '' drop-capabilities 'åpne en rå socket' 'ikke tillatt' raw-socket
only_in kubernetes '' drop-capabilities 'lage et nytt monteringsnavnerom' 'ikke tillatt' new-namespace
only_in kubernetes '' drop-capabilities 'montere et filsystem' 'ikke tillatt' mount
only_in kubernetes '' drop-capabilities 'laste en kjernemodul' 'ikke tillatt' load-module
only_in kubernetes '' drop-capabilities 'stille klokken' 'ikke tillatt' set-clock
only_in kubernetes 'Docker bruker sin innebygde profil av seg selv; filen trenger bare å la den være i fred.' seccomp 'gjøre et systemkall som seccomp filtrerer' 'ikke tillatt' filtered-call
only_in kubernetes '' unprivileged-port 'lytte på port 81' 'ikke tillatt' bind-low-port
only_in kubernetes 'Docker deler ikke ut noe token; det nærmeste er socketen, som aldri monteres.' no-service-token 'lese tokenet til klyngens grensesnitt' 'filen finnes ikke' read-token /var/run/secrets/kubernetes.io/serviceaccount/token
only_in kubernetes 'de deler nett, og Compose filtrerer verken på port eller retning' segmented-networks 'nå app, port 8000' 'ikke svar' reach-service app 8000
only_in kubernetes 'de deler nett, og Compose filtrerer verken på port eller retning' segmented-networks 'nå edge, port 8080' 'ikke svar' reach-service edge 8080
only_in kubernetes 'utgående trafikk er oppgitt, og Compose filtrerer ikke på mål' declared-egress 'nå metadatatjenesten' 'ikke svar' reach-metadata
only_in kubernetes '' declared-egress 'nå internett' 'ikke svar' reach-internet
only_in kubernetes '' memory-limit 'bruke mer enn 256 MiB minne' 'drept eller nektet' allocate 256

service edge 8080
pod '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"skanse-drill-edge","namespace":"klynge","labels":{"app":"edge","app.kubernetes.io/name":"nginx","app.kubernetes.io/instance":"edge","app.kubernetes.io/version":"1.30.4-alpine3.24-slim","app.kubernetes.io/component":"proxy","app.kubernetes.io/part-of":"klynge","app.kubernetes.io/managed-by":"skanse"}},"spec":{"serviceAccountName":"edge","automountServiceAccountToken":false,"restartPolicy":"Never","activeDeadlineSeconds":300,"terminationGracePeriodSeconds":0,"securityContext":{"runAsNonRoot":true,"runAsUser":101,"runAsGroup":101,"seccompProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"probe","image":"skanse-drill-probe","command":["sleep","280"],"readinessProbe":{"exec":{"command":["false"]}},"securityContext":{"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"runAsUser":101,"runAsGroup":101,"capabilities":{"drop":["ALL"]},"seccompProfile":{"type":"RuntimeDefault"}},"resources":{"requests":{"cpu":"50m","memory":"128Mi","ephemeral-storage":"128Mi"},"limits":{"cpu":"1","memory":"128Mi","ephemeral-storage":"128Mi"}}}]}}'
flow app 8000
only_in kubernetes '' non-root 'kjøre som root' 'bruker 101' be-root 101
only_in kubernetes '' read-only-root 'opprette en fil i rotfilsystemet' 'skrivebeskyttet filsystem' write-root
only_in kubernetes '' no-privilege-escalation 'bli root med et set-user-ID-program' 'biten ignoreres' set-user-id
only_in kubernetes '' drop-capabilities 'ha capabilities' ingen keep-capabilities 0
only_in kubernetes '' drop-capabilities 'bytte rotmappe (chroot)' 'ikke tillatt' change-root
only_in kubernetes '' drop-capabilities 'åpne en rå socket' 'ikke tillatt' raw-socket
only_in kubernetes '' drop-capabilities 'lage et nytt monteringsnavnerom' 'ikke tillatt' new-namespace
only_in kubernetes '' drop-capabilities 'montere et filsystem' 'ikke tillatt' mount
only_in kubernetes '' drop-capabilities 'laste en kjernemodul' 'ikke tillatt' load-module
only_in kubernetes '' drop-capabilities 'stille klokken' 'ikke tillatt' set-clock
only_in kubernetes 'Docker bruker sin innebygde profil av seg selv; filen trenger bare å la den være i fred.' seccomp 'gjøre et systemkall som seccomp filtrerer' 'ikke tillatt' filtered-call
only_in kubernetes '' unprivileged-port 'lytte på port 81' 'ikke tillatt' bind-low-port
only_in kubernetes 'Docker deler ikke ut noe token; det nærmeste er socketen, som aldri monteres.' no-service-token 'lese tokenet til klyngens grensesnitt' 'filen finnes ikke' read-token /var/run/secrets/kubernetes.io/serviceaccount/token
only_in kubernetes 'de deler nett, og Compose filtrerer verken på port eller retning' segmented-networks 'nå cache, port 6379' 'ikke svar' reach-service cache 6379
only_in kubernetes 'utgående trafikk er oppgitt, og Compose filtrerer ikke på mål' declared-egress 'nå metadatatjenesten' 'ikke svar' reach-metadata
only_in kubernetes '' declared-egress 'nå internett' 'ikke svar' reach-internet
only_in kubernetes '' memory-limit 'bruke mer enn 128 MiB minne' 'drept eller nektet' allocate 128

report
