set -u
asked_language=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
LC_ALL=C
export LC_ALL
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=
json=no
measure_disk=no
addresses=

case $asked_language in
nb* | nn* | no*) language=nb ;;
en*) language=en ;;
*) language=$bundle_language ;;
esac

# text ENGLISH NORWEGIAN: the one that is wanted, in $said
text() { if [ "$language" = nb ]; then said=$2; else said=$1; fi; }

usage() {
    text 'use: verify-host.sh [--json] [--lang en|nb] [--rtt ADDRESS]... [--fio] [--root DIR]
  --json         the results as JSON, in English, format skanse-verify-host/1
  --lang en|nb   language of the table; otherwise that of LANG
  --rtt ADDRESS  five pings to the address; without it nothing is sent
  --fio          measures random reads for 15 seconds in a file of 256 MiB in /var/tmp, removed
                 afterwards; the only thing that writes
  --root DIR     reads /proc, /sys, /etc, /run, /boot and /lib below DIR
exit code: 0 nothing differs from the plan, 1 something does, 2 wrong use' \
        'bruk: verify-host.sh [--json] [--lang en|nb] [--rtt ADRESSE]... [--fio] [--root MAPPE]
  --json         resultatene som JSON, på engelsk, format skanse-verify-host/1
  --lang en|nb   språket i tabellen; ellers det som LANG sier
  --rtt ADRESSE  fem ping til adressen; uten dette sendes ingenting
  --fio          måler tilfeldige lesinger i 15 sekunder i en fil på 256 MiB i /var/tmp, som
                 fjernes etterpå; det eneste som skriver
  --root MAPPE   leser /proc, /sys, /etc, /run, /boot og /lib under MAPPE
sluttkode: 0 ingenting avviker fra planen, 1 noe avviker, 2 feil bruk'
    printf '%s\n' "$said"
}
wrong_use() {
    usage >&2
    exit 2
}

while [ $# -gt 0 ]; do
    case $1 in
    --json) json=yes ;;
    --fio) measure_disk=yes ;;
    --lang)
        shift
        case ${1:-} in en | nb) language=$1 ;; *) wrong_use ;; esac
        ;;
    --rtt)
        shift
        case ${1:-} in '' | -* | *[!A-Za-z0-9.:-]*) wrong_use ;; esac
        addresses="$addresses $1"
        ;;
    --root)
        shift
        if [ ! -d "${1:-}" ]; then wrong_use; fi
        root=${1%/}
        ;;
    --help | -h)
        usage
        exit 0
        ;;
    *) wrong_use ;;
    esac
    shift
done
# Readers of JSON compare words.
[ "$json" = no ] || language=en
# Below another root everything comes from there, and programs from PATH alone.
[ -n "$root" ] || PATH=$PATH:/usr/sbin:/sbin

line_feed='
'
tab=$(printf '\t')
rows=
count_ok=0
count_differs=0
count_unknown=0

have() { command -v "$1" >/dev/null 2>&1; }
is_root() { [ "$(id -u)" -eq 0 ]; }
# first FILE: its first line
first() {
    first_line=
    if [ -r "$1" ]; then
        read -r first_line 2>/dev/null <"$1"
        printf '%s\n' "$first_line"
    fi
}
# joined: lines of the input as one
joined() { tr '\n' ' ' | sed 's/ *$//'; }

group() {
    text "$1" "$2"
    if [ "$json" = no ]; then printf '\n%s\n' "$said"; fi
}

# check CONTROL ENGLISH NORWEGIAN COMMAND...: the command looks, and sets expected, seen and state.
# Nothing expected: it is only told.
check() {
    control=$1
    name=$2
    text "$2" "${3:-$2}"
    label=$said
    shift 3
    expected=
    seen=
    state=unknown
    "$@"
    record
}

# is ACTUAL EXPECTED
is() {
    seen=$1
    expected=$2
    if [ "$1" = "$2" ]; then state=ok; else state=differs; fi
}
# at_least ACTUAL MINIMUM UNIT
at_least() {
    seen="${1:-0} $3"
    expected=">= $2 $3"
    if [ "${1:-0}" -ge "$2" ]; then state=ok; else state=differs; fi
}
# nothing FOUND: expected is that nothing is found
nothing() {
    text none ingen
    expected=$said
    seen=${1:-$said}
    if [ -z "$1" ]; then state=ok; else state=differs; fi
}
tell() {
    seen=$1
    state=ok
}
ok() {
    text "$1" "$2"
    seen=$said
    state=ok
}
differs() {
    text "$1" "$2"
    seen=$said
    state=differs
}
unknown() {
    text "$1" "$2"
    seen=$said
    state=unknown
}
wants() {
    text "$1" "$2"
    expected=$said
}
missing() { unknown "$1: not found" "$1: finnes ikke"; }
needs_root() { unknown 'needs root' 'krever root'; }

# padded TEXT WIDTH: with spaces, letters beyond ASCII counted once
padded() {
    plain=$1
    case $plain in *[!\ -~]*) plain=$(printf '%s' "$1" | tr -d '\200-\277') ;; esac
    filler=
    while [ $((${#plain} + ${#filler})) -lt "$2" ]; do filler="$filler "; done
    printf '%s%s  ' "$1" "$filler"
}

record() {
    case $expected$seen in *"$line_feed"* | *"$tab"*)
        expected=$(printf '%s' "$expected" | tr '\n\t' '  ')
        seen=$(printf '%s' "$seen" | tr '\n\t' '  ')
        ;;
    esac
    case $state in
    ok)
        count_ok=$((count_ok + 1))
        mark=OK
        ;;
    differs)
        count_differs=$((count_differs + 1))
        text DIFFERS AVVIK
        mark=$said
        ;;
    *)
        count_unknown=$((count_unknown + 1))
        mark='?'
        ;;
    esac
    if [ "$json" = yes ]; then
        rows="$rows$name$tab$control$tab$expected$tab$seen$tab$state$line_feed"
        return
    fi
    padded "$mark" 7
    padded "$label" 44
    if [ "$state" = differs ] && [ -n "$expected" ]; then
        text expected ventet
        printf '%s (%s: %s)\n' "${seen:--}" "$said" "$expected"
    else
        printf '%s\n' "${seen:--}"
    fi
}

# The end: JSON or the sum, and the exit code.
finish() {
    if [ "$json" = yes ]; then
        printf '{\n  "format": "skanse-verify-host/1",\n  "date": "%s",\n  "workload": "%s",\n  "results": [\n' \
            "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$workload"
        # A byte that is no ASCII could be half a letter, which no reader of JSON takes.
        printf '%s' "$rows" | tr -d '\000-\010\013-\037\177' | tr '\200-\377' '?' |
            sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' |
            awk -F '\t' '{
                if (NR > 1) printf ",\n"
                printf "    {\"check\": \"%s\", \"control\": \"%s\", \"expected\": \"%s\", \"seen\": \"%s\", \"state\": \"%s\"}", $1, $2, $3, $4, $5
            } END { if (NR > 0) printf "\n" }'
        printf '  ]\n}\n'
    else
        text "$count_ok as planned, $count_differs different, $count_unknown not known" \
            "$count_ok som planlagt, $count_differs avvik, $count_unknown ikke kjent"
        printf '\n%s\n' "$said"
    fi
    [ "$count_differs" -eq 0 ]
}
