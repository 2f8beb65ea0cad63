#!/bin/sh
# Checks a server against the plan. Reads only, changes nothing and sends nothing unless asked to (--help); run it with sudo to check everything.
# Skanse 0.1.0, profile bdc45c9e49e4

bundle_language=en
workload=rootless
engine=docker
engine_user=skanse
engine_data=/home/skanse/.local/share/docker

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
# --- the machine ---

# What the machine is, in $kind, and how that shows, in $evidence.
find_kind() {
    kernel=$(first "$root/proc/sys/kernel/osrelease")
    container=
    machine=
    facts=
    if have systemd-detect-virt; then
        container=$(systemd-detect-virt --container 2>/dev/null)
        machine=$(systemd-detect-virt --vm 2>/dev/null)
        evidence="systemd-detect-virt: ${container:-?}/${machine:-?}"
    else
        evidence='systemd-detect-virt: -'
    fi
    if have virt-what && is_root; then
        facts=$(virt-what 2>/dev/null | joined)
        evidence="$evidence, virt-what: ${facts:--}"
    fi
    vendor="$(first "$root/sys/class/dmi/id/sys_vendor") $(first "$root/sys/class/dmi/id/product_name")"
    [ "$vendor" = ' ' ] || evidence="$evidence, $vendor"
    evidence="$evidence, Linux $kernel"

    # Signs of a kernel that others use too come first: a container on a virtual machine shows both.
    if [ -d "$root/proc/vz" ] && [ ! -d "$root/proc/bc" ]; then
        kind=openvz
        return
    fi
    case $kernel in
    *stab[0-9]* | *.vz[0-9]*) if [ ! -d "$root/proc/bc" ]; then
        kind=openvz
        return
    fi ;;
    *[Mm]icrosoft* | *WSL*)
        kind=wsl
        return
        ;;
    esac
    if [ -z "$container" ] || [ "$container" = none ]; then
        container=$(container_sign)
    fi
    case $container in
    '' | none) kind_of_machine ;;
    openvz | wsl) kind=$container ;;
    lxc*) kind=lxc ;;
    *) kind=container ;;
    esac
}

container_sign() {
    for sign in openvz lxc docker podman; do
        case " $facts " in *" $sign "*)
            printf '%s\n' "$sign"
            return
            ;;
        esac
    done
    if [ -r "$root/proc/1/environ" ]; then
        sign=$(tr '\000' '\n' 2>/dev/null <"$root/proc/1/environ" | sed -n 's/^container=//p' | head -n 1)
        if [ -n "$sign" ]; then
            printf '%s\n' "$sign"
            return
        fi
    fi
    if [ -e "$root/.dockerenv" ] || [ -e "$root/run/.containerenv" ]; then echo docker; fi
}

kind_of_machine() {
    if [ -z "$machine" ]; then machine=$(machine_sign); fi
    case $machine in
    kvm | amazon | google | apple) kind=kvm ;;
    qemu | bochs) kind=emulation ;;
    microsoft) kind=hyperv ;;
    vmware) kind=vmware ;;
    xen) kind=$(kind_of_xen) ;;
    none)
        kind=bare
        if grep -q '^flags.* hypervisor' "$root/proc/cpuinfo" 2>/dev/null; then kind=other; fi
        ;;
    '') kind=unknown ;;
    *) kind=other ;;
    esac
}

# Without systemd-detect-virt: virt-what, then what the firmware says.
machine_sign() {
    case " $facts " in
    *' kvm '*) echo kvm && return ;;
    *' xen '*) echo xen && return ;;
    *' vmware '*) echo vmware && return ;;
    *' hyperv '*) echo microsoft && return ;;
    *' qemu '*) echo qemu && return ;;
    esac
    case $vendor in
    *KVM* | *'Amazon EC2'* | *Google*) echo kvm ;;
    *Xen*) echo xen ;;
    *VMware*) echo vmware ;;
    *'Microsoft Corporation Virtual Machine'*) echo microsoft ;;
    # The vendor is the same with KVM and without.
    *) if [ -d "$root/sys/hypervisor" ]; then first "$root/sys/hypervisor/type"; fi ;;
    esac
}

kind_of_xen() {
    if grep -q control_d "$root/proc/xen/capabilities" 2>/dev/null; then
        echo xen-host
        return
    fi
    case "$(first "$root/sys/hypervisor/guest_type") $facts" in
    HVM* | PVH* | *xen-hvm*) echo xen ;;
    PV* | *xen-domU*) echo xen-pv ;;
    *) echo xen ;;
    esac
}

own_kernel() {
    wants 'a kernel of its own' 'en egen kjerne'
    find_kind
    case $kind in
    kvm) ok 'KVM: own kernel, the hypervisor is the boundary' 'KVM: egen kjerne, hypervisoren er grensen' ;;
    xen) ok 'Xen HVM: own kernel, the hypervisor is the boundary' 'Xen HVM: egen kjerne, hypervisoren er grensen' ;;
    xen-pv) ok 'Xen PV: own kernel, but an old way in to the hypervisor; ask for HVM or PVH' \
        'Xen PV: egen kjerne, men en gammel vei inn til hypervisoren; be om HVM eller PVH' ;;
    xen-host) ok 'Xen dom0: this is the host of virtual machines, containers do not belong here' \
        'Xen dom0: dette er verten for virtuelle maskiner, containere hører ikke hjemme her' ;;
    hyperv) ok 'Hyper-V: own kernel, the hypervisor is the boundary' 'Hyper-V: egen kjerne, hypervisoren er grensen' ;;
    vmware) ok 'VMware: own kernel, the hypervisor is the boundary' 'VMware: egen kjerne, hypervisoren er grensen' ;;
    bare) ok 'bare metal: own kernel, nobody else on the machine' 'egen maskinvare: egen kjerne, ingen andre på maskinen' ;;
    other) ok 'a virtual machine of another kind: own kernel' 'en annen type virtuell maskin: egen kjerne' ;;
    emulation) differs 'QEMU without KVM: own kernel, but emulated in software and very slow' \
        'QEMU uten KVM: egen kjerne, men emulert i programvare og svært treg' ;;
    openvz) differs 'OpenVZ/Virtuozzo: shared kernel, no boundary, and not yours to patch' \
        'OpenVZ/Virtuozzo: delt kjerne, ingen grense, og ikke din å oppdatere' ;;
    lxc) differs 'LXC: shared kernel, no boundary, and not yours to patch' \
        'LXC: delt kjerne, ingen grense, og ikke din å oppdatere' ;;
    wsl) differs 'WSL: one kernel for all of the user, run by Windows; for development only' \
        'WSL: én kjerne for alt brukeren har, drevet av Windows; bare for utvikling' ;;
    container) differs "inside a container ($container): shared kernel, no boundary" \
        "inne i en container ($container): delt kjerne, ingen grense" ;;
    *) unknown 'no sign of any kind found' 'ingen tegn av noe slag funnet' ;;
    esac
    seen="$seen [$evidence]"
}

# The kernel as a container sees it. Containers share it, so the machine has to be the boundary.
same_kernel() {
    kernel=$(first "$root/proc/sys/kernel/osrelease")
    wants "Linux $kernel, as outside" "Linux $kernel, som utenfor"
    container_ids
    for id in $ids; do
        process_of "$id"
        inside=$(first "$root/proc/$pid/root/proc/sys/kernel/osrelease")
        if [ -z "$inside" ]; then
            unknown 'the containers cannot be looked into' 'containerne kan ikke ses inn i'
            return
        elif [ "$inside" != "$kernel" ]; then
            differs "Linux $inside: not the machine's" "Linux $inside: ikke maskinens"
            return
        fi
        ok "Linux $inside: shared with the machine" "Linux $inside: delt med maskinen"
    done
    [ -n "$ids" ] || unknown 'no container runs' 'ingen container kjører'
}

# cpu FLAG
cpu() {
    expected=$1
    case $1 in
    x86-64-v*)
        loader=$root/lib64/ld-linux-x86-64.so.2
        if [ ! -x "$loader" ]; then
            missing "$loader"
        elif "$loader" --help 2>/dev/null | grep -q "$1 (supported"; then
            tell "$1"
        else
            differs 'not offered' 'tilbys ikke'
        fi
        ;;
    *) if grep -q "^flags.* $1\( \|$\)" "$root/proc/cpuinfo"; then
        tell "$1"
    else
        differs 'not offered' 'tilbys ikke'
    fi ;;
    esac
}

cpus() { at_least "$(grep -c '^processor' "$root/proc/cpuinfo")" "$1" vCPU; }
memory() { at_least "$(awk '/^MemTotal:/ { print int($2 / 1024) }' "$root/proc/meminfo")" "$1" MiB; }
disk_size() { at_least "$(df -P -k / 2>/dev/null | awk 'NR == 2 { print int($2 / 1048576) }')" "$1" GiB; }

data_folder() {
    folder=$engine_data
    [ -d "$root$folder" ] || folder=/
}

disk_use() {
    data_folder
    used=$(df -P "$folder" 2>/dev/null | awk 'NR == 2 { sub("%", "", $5); print $5 }')
    expected='< 80 %'
    seen="$folder ${used:-?} %"
    if [ "${used:-100}" -lt 80 ]; then state=ok; else state=differs; fi
}

# The disk below the containers' data, as the kernel names it: vda, nvme0n1, dm-0.
data_disk() {
    data_folder
    device=$(df -P "$folder" 2>/dev/null | awk 'NR == 2 { print $1 }')
    disk=${device#/dev/}
    case $disk in
    nvme*p[0-9]* | mmcblk*p[0-9]*) disk=${disk%p*} ;;
    nvme* | mapper/* | dm-* | md*) ;;
    *) disk=$(printf '%s' "$disk" | sed 's/[0-9]*$//') ;;
    esac
}

# disk_kind EXPECTED: nvme, ssd, hdd, or empty
disk_kind() {
    expected=$1
    data_disk
    turns=$(first "$root/sys/block/$disk/queue/rotational")
    case $disk:$turns in
    nvme*) is nvme "${1:-nvme}" ;;
    # Virtual disks mostly say 1, whatever is below them.
    vd* | xvd* | dm-* | mapper/* | md*) unknown "$disk: a virtual disk does not show its kind, measure with --fio" \
        "$disk: en virtuell disk viser ikke typen, mål med --fio" ;;
    *:1) is hdd "${1:-hdd}" ;;
    *:0) is ssd "${1:-ssd}" ;;
    *) unknown "$device: kind not known" "$device: ukjent type" ;;
    esac
    if [ "$state" != unknown ]; then seen="$seen ($device)"; fi
}

# random_reads MINIMUM: 4 KiB at depth 32, in a second; bounded in size and time
random_reads() {
    [ "$1" -eq 0 ] || expected=">= $1 IOPS"
    if [ "$measure_disk" = no ]; then
        unknown 'not asked for: --fio' 'ikke bedt om: --fio'
        return
    elif ! have fio; then
        missing fio
        return
    fi
    measured=$(mktemp /var/tmp/skanse-fio.XXXXXX) || {
        unknown '/var/tmp: cannot be written' '/var/tmp: kan ikke skrives'
        return
    }
    trap 'rm -f "$measured"; exit 130' INT TERM HUP
    iops=$(timeout 60 fio --name=skanse --filename="$measured" --size=256M --rw=randread --bs=4k --iodepth=32 \
        --ioengine=libaio --direct=1 --runtime=15 --time_based --output-format=terse --terse-version=3 2>/dev/null |
        awk -F ';' '$1 == 3 { print $8; exit }')
    rm -f "$measured"
    trap - INT TERM HUP
    if [ -z "$iops" ]; then
        unknown 'fio gave no figure' 'fio ga ikke noe tall'
    else
        at_least "$iops" "$1" IOPS
    fi
}

# round_trips: to the addresses that were asked for
round_trips() {
    for address in $addresses; do
        check latency-check "round trip to $address" "tur-retur til $address" round_trip "$address"
    done
}
round_trip() {
    wants 'an answer' 'et svar'
    if ! have ping; then
        missing ping
        return
    fi
    average=$(ping -c 5 -w 15 "$1" 2>/dev/null | sed -n 's|.*min/avg/max[^=]*= [0-9.]*/\([0-9.]*\)/.*|\1|p')
    if [ -n "$average" ]; then tell "$average ms"; else differs 'no answer' 'svarer ikke'; fi
}
# --- the system ---

# sysctl_is KEY VALUE
sysctl_is() {
    expected=$2
    file=$root/proc/sys/$(printf '%s' "$1" | tr . /)
    if [ -r "$file" ]; then
        value=$(first "$file")
        case $value in *"$tab"*) value=$(printf '%s' "$value" | tr '\t' ' ') ;; esac
        is "$value" "$2"
    elif [ -e "$file" ]; then
        needs_root
    else
        differs 'the kernel does not have it' 'kjernen har den ikke'
    fi
}

sshd_settings=
if have sshd && is_root; then sshd_settings=$(sshd -T 2>/dev/null); fi

# sshd_is KEY VALUE (the key in lower case)
sshd_is() {
    expected=$2
    if [ -z "$sshd_settings" ]; then
        unknown 'sshd -T: no answer, or not root' 'sshd -T: svarer ikke, eller ikke root'
        return
    fi
    is "$(printf '%s\n' "$sshd_settings" | sed -n "s/^$1 //p" | joined)" "$2"
}

# unit UNIT: enabled and started
unit() {
    if ! have systemctl; then
        missing systemctl
        return
    fi
    is "$(systemctl is-enabled "$1" 2>/dev/null) $(systemctl is-active "$1" 2>/dev/null)" 'enabled active'
}

apt_updates() {
    if ! have apt-config; then
        missing apt-config
        return
    fi
    is "$(apt-config dump APT::Periodic::Unattended-Upgrade | sed 's/.*"\(.*\)".*/\1/')" 1
}

# Without the network: as of the lists that the machine has.
pending_updates() {
    if have apt-get; then
        pending=$(apt-get -s -o Debug::NoLocking=1 upgrade 2>/dev/null | grep '^Inst ')
        all=$(printf '%s' "$pending" | grep -c '^Inst')
        security=$(printf '%s' "$pending" | grep -c -i 'security')
    elif have dnf; then
        all=$(dnf -q -C check-update 2>/dev/null | grep -c '^[A-Za-z0-9_.+-]*\.[a-z0-9_]* ')
        security=$(dnf -q -C updateinfo list --security 2>/dev/null | grep -c -i 'sec')
    else
        missing 'apt-get, dnf'
        return
    fi
    wants 'no security update' 'ingen sikkerhetsoppdatering'
    text "$security for security, $all in all" "$security for sikkerhet, $all i alt"
    seen=$said
    if [ "$security" -eq 0 ]; then state=ok; else state=differs; fi
}

newest_kernel() {
    kernel=$(first "$root/proc/sys/kernel/osrelease")
    newest=
    for image in "$root"/boot/vmlinuz-*; do
        case $image in *rescue* | *'*') continue ;; esac
        newest="$newest${image##*/vmlinuz-}$line_feed"
    done
    newest=$(printf '%s' "$newest" | sort -V | tail -n 1)
    if [ -n "$newest" ]; then is "Linux $kernel" "Linux $newest"; else
        unknown "Linux $kernel; no kernel in /boot" "Linux $kernel; ingen kjerne i /boot"
    fi
}

no_restart_needed() {
    wants 'no' 'nei'
    if [ -e "$root/run/reboot-required" ]; then
        differs 'a restart is needed' 'omstart trengs'
    elif have needs-restarting && ! needs-restarting -r >/dev/null 2>&1; then
        differs 'a restart is needed' 'omstart trengs'
    else
        ok 'no' 'nei'
    fi
}

# engine_version PACKAGE: the one that runs, and whether the machine knows a newer package
engine_version() {
    running=$($engine_command version --format '{{.Server.Version}}' 2>/dev/null)
    if [ -z "$running" ]; then
        unknown "$engine: no answer" "$engine: svarer ikke"
        return
    fi
    newer=
    if have apt-cache; then
        installed=$(apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Installed: //p')
        candidate=$(apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p')
        if [ "$installed" != "$candidate" ]; then newer=$candidate; fi
    elif have dnf; then
        newer=$(dnf -q -C list --upgrades "$1" 2>/dev/null | awk -v name="$1" 'index($1, name ".") == 1 { print $2 }')
    fi
    wants 'no newer package' 'ingen nyere pakke'
    seen=$running
    state=ok
    if [ -n "$newer" ]; then
        differs "$running; $newer is there" "$running; $newer finnes"
    fi
}

time_synchronised() {
    if ! have timedatectl; then
        missing timedatectl
        return
    fi
    is "$(timedatectl show -p NTPSynchronized --value 2>/dev/null)" yes
}

audit_rules() {
    wants 'rules' 'regler'
    if ! have auditctl || ! is_root; then
        unknown 'auditctl: not found, or not root' 'auditctl: finnes ikke, eller ikke root'
        return
    fi
    at_least "$(auditctl -l 2>/dev/null | grep -c -E 'key=docker|-k docker')" 1 rules
}

# The mount that the containers' data is on: nosuid, nodev and noexec break images.
data_mount() {
    data_folder
    expected='rw'
    mount=$(awk -v path="$folder" '
        path == $2 || $2 == "/" || index(path, $2 "/") == 1 { if (length($2) >= length(best)) { best = $2; line = $1 " " $2 " " $3 " " $4 } }
        END { print line }' "$root/proc/mounts" 2>/dev/null)
    if [ -z "$mount" ]; then
        missing /proc/mounts
        return
    fi
    tell "$mount"
    case ",${mount##* }," in *,nosuid,* | *,nodev,* | *,noexec,* | *,ro,*) state=differs ;; esac
}

# Whether something between the disk and the file system encrypts.
encrypted_data() {
    data_folder
    device=$(df -P "$folder" 2>/dev/null | awk 'NR == 2 { print $1 }')
    if ! have lsblk; then
        missing lsblk
    elif lsblk -n -s -o TYPE "$device" 2>/dev/null | grep -q crypt; then
        ok "$folder: LUKS" "$folder: LUKS"
    else
        ok "$folder: not encrypted by this machine ($device)" "$folder: ikke kryptert av denne maskinen ($device)"
    fi
}

# Swap is memory on a disk: none, in memory, or encrypted.
swap_space() {
    wants 'none, zram or encrypted' 'ingen, zram eller kryptert'
    if [ ! -r "$root/proc/swaps" ]; then
        missing /proc/swaps
        return
    fi
    ok none ingen
    while read -r device _ size _; do
        case $device in
        Filename) continue ;;
        /dev/zram*) tell "$device $size KiB" ;;
        *) if have lsblk && lsblk -n -s -o TYPE "$device" 2>/dev/null | grep -q crypt; then
            tell "$device $size KiB, LUKS"
        else
            differs "$device $size KiB, not encrypted" "$device $size KiB, ikke kryptert"
            break
        fi ;;
        esac
    done <"$root/proc/swaps"
}

only_root_is_root() {
    if [ ! -r "$root/etc/passwd" ]; then
        missing /etc/passwd
        return
    fi
    is "$(awk -F : '$3 == 0 { print $1 }' "$root/etc/passwd" | joined)" root
}

# logins USER...: accounts with a password or a shell and an own key
logins() {
    wanted=$*
    if [ ! -r "$root/etc/shadow" ]; then
        needs_root
        return
    fi
    # ! and * in front: no password that anybody could type.
    is "$(awk -F : '$2 != "" && $2 !~ /^[!*]/ { print $1 }' "$root/etc/shadow" | joined)" "$wanted"
    text none ingen
    expected=${expected:-$said}
    seen=${seen:-$said}
}

# members GROUP EXPECTED
members() {
    listed=$(sed -n "s/^$1:[^:]*:[^:]*://p" "$root/etc/group" 2>/dev/null | tr ',' '\n' | sort | joined)
    if [ -z "$2" ]; then nothing "$listed"; else is "$listed" "$2"; fi
}

# same_file FILE INSTALLED: the file of the bundle and the one on the server
same_file() {
    wants "as host/$1" "som host/$1"
    if [ ! -e "$here/$1" ]; then
        missing "$here/$1"
    elif [ ! -e "$root$2" ]; then
        differs 'not there' 'finnes ikke'
    elif [ ! -r "$root$2" ]; then
        needs_root
    elif cmp -s "$here/$1" "$root$2"; then
        ok 'the same' 'den samme'
    else
        differs 'another content' 'et annet innhold'
    fi
}

# No secret is open to everybody, or written by a group.
closed_secrets() {
    folder=$here/../secrets
    if [ ! -d "$folder" ]; then
        missing secrets/
        return
    fi
    nothing "$(find "$folder" -type f ! -name README.md ! -name .gitignore \
        \( -perm -020 -o -perm -004 -o -perm -002 \) | sed 's|.*/||' | joined)"
}

# secret FILE UID GID MODE [USER...]: owner and mode; with users an access list on a file of root
secret() {
    path=$here/../secrets/$1
    if ! is_root; then
        needs_root
        return
    elif [ ! -e "$path" ]; then
        missing "secrets/$1"
        return
    fi
    actual=$(stat -c '%u:%g %a' "$path")
    if [ $# -eq 4 ]; then
        is "$actual" "$(outside "$2" "$first_uid"):$(outside "$3" "$first_gid") $4"
        return
    fi
    wanted="$2:$3 $4"
    shift 4
    if ! have getfacl; then
        missing getfacl
        return
    fi
    for user in "$@"; do
        wanted="$wanted $(outside "$user" "$first_uid"):r--"
    done
    listed=$(getfacl -n -c -p "$path" 2>/dev/null | sed -n 's/^user:\([0-9][0-9]*:...\).*/\1/p' | sort -n | joined)
    is "$actual $listed" "$wanted"
}
# --- the network ---

packet_filter() {
    wants 'table inet skanse' 'table inet skanse'
    if ! have nft || ! is_root; then
        unknown 'nft: not found, or not root' 'nft: finnes ikke, eller ikke root'
    elif nft list table inet skanse >/dev/null 2>&1; then
        tell 'table inet skanse'
    else
        differs 'not loaded' 'ikke lastet'
    fi
}

# numbers: ports as nft prints them, some versions in hexadecimal
numbers() {
    while read -r number; do
        case $number in 0x*) echo $((number)) ;; *) echo "$number" ;; esac
    done
}

# filter_lets CHAIN WORD PORT...: the ports that the rules in force name
filter_lets() {
    chain=$1
    word=$2
    shift 2
    expected=$(printf '%s\n' "$@" | sort -n -u | joined)
    if ! have nft || ! is_root; then
        unknown 'nft: not found, or not root' 'nft: finnes ikke, eller ikke root'
        return
    fi
    is "$(nft list chain inet skanse "$chain" 2>/dev/null |
        sed -n "s/.*$word \(0x[0-9a-f]*\|[0-9][0-9]*\).* accept.*/\1/p" | numbers | sort -n -u | joined)" "$expected"
}

# judged FOUND ALLOWED...: openings that nobody declared
judged() {
    found=$1
    shift
    expected=$*
    surplus=
    for one in $found; do
        case $one in 127.* | '[::1]'*) continue ;; esac
        case " $* " in *" $one "*) ;; *) surplus="$surplus $one" ;; esac
    done
    if [ -n "$surplus" ]; then
        seen="${surplus# }"
        state=differs
    else
        tell "$(printf '%s\n' "$found" | joined)"
        if [ -z "$found" ]; then ok none ingen; fi
    fi
}

# listening ALLOWED...: who listens beyond this machine itself, as 22/tcp
listening() {
    if ! have ss; then
        missing ss
        return
    fi
    judged "$(ss -H -l -t -u -n 2>/dev/null | awk '{
        port = $5; sub(/.*:/, "", port); address = $5; sub(/:[0-9*]*$/, "", address); sub(/%.*/, "", address)
        if (address !~ /^(127\.|\[::1\]|\[::ffff:127\.)/) print port "/" substr($1, 1, 3)
    }' | sort -n -u)" "$@"
}

# published ALLOWED...: what running containers publish beyond this machine
published() {
    expected=$*
    if [ "$engine_answers" = no ]; then
        unknown "$engine: no answer" "$engine: svarer ikke"
        return
    fi
    judged "$($engine_command ps 2>/dev/null | grep -o -E '[][0-9a-f.:]+:[0-9-]+->[0-9-]+/(tcp|udp)' |
        sed -e 's/->[0-9-]*//' -e 's/^0\.0\.0\.0://' -e 's/^\[::\]://' -e 's/^:::*//' | sort -u)" "$@"
}

# redirected ALLOWED...: every redirection that the kernel has, whoever made it
redirected() {
    expected=$*
    if ! is_root || ! { have iptables-save || have nft; }; then
        unknown 'nft, iptables-save: not found, or not root' 'nft, iptables-save: finnes ikke, eller ikke root'
        return
    fi
    judged "$({
        for family in iptables ip6tables; do
            if have "$family-save"; then "$family-save" -t nat 2>/dev/null; fi
        done | sed -n -e 's/^-A .*-d \([0-9a-f.:]*\)\/\(32\|128\) .*-p \(tcp\|udp\) .*--dport \([0-9]*\) .*-j DNAT.*/\1:\4\/\3/p' -e t \
            -e 's/^-A .*-p \(tcp\|udp\) .*--dport \([0-9]*\) .*-j DNAT.*/\2\/\1/p'
        if have nft; then nft list ruleset 2>/dev/null; fi | sed -n -e '/xt match/d' \
            -e 's/.*daddr \([0-9a-f.:]*\) .*\(tcp\|udp\) dport \([0-9]*\) .*dnat .*to.*/\1:\3\/\2/p' -e t \
            -e 's/.*\(tcp\|udp\) dport \([0-9]*\) .*dnat .*to.*/\2\/\1/p'
    } | sort -u)" "$@"
}

no_engine_port() {
    wants 'no API on the network' 'intet API på nettet'
    if ! have ss; then
        missing ss
    elif ss -H -l -t -n 2>/dev/null | awk '{ print $4 }' | grep -q -E ':237[56]$'; then
        differs '2375/2376' '2375/2376'
    else
        ok 'local socket only' 'bare lokal socket'
    fi
}
# --- the engine and its containers ---

engine_command=$engine
if [ -n "$engine_user" ]; then
    user_id=$(sed -n "s/^$engine_user:[^:]*:\([0-9]*\):.*/\1/p" "$root/etc/passwd" 2>/dev/null)
    engine_command="$engine -H unix:///run/user/${user_id:-0}/docker.sock"
fi
engine_answers=no
if have "$engine" && $engine_command info >/dev/null 2>&1; then engine_answers=yes; fi

# The user 0 of a container where the engine shifts users, from /etc/subuid: first_uid and first_gid.
# In a remapped daemon 0 is the first of them; without root 0 is the engine's user, and 1 the first.
first_uid=0
first_gid=0
outside() { if [ "$2" = unknown ]; then echo '?'; elif [ -n "$engine_user" ] && [ "$1" -gt 0 ]; then echo $(($2 + $1 - 1)); else echo $(($2 + $1)); fi; }
shift_of() {
    number=$(sed -n "s/^$1:\([0-9]*\):.*/\1/p" "$root$2" 2>/dev/null | head -n 1)
    echo "${number:-unknown}"
}

# engine_says EXPECTED COMMAND...
engine_says() {
    expected=$1
    shift
    if [ "$engine_answers" = no ]; then
        unknown "$engine: no answer" "$engine: svarer ikke"
        return
    fi
    is "$($engine_command "$@" 2>/dev/null)" "$expected"
}

# engine_option NAME: among the daemon's security options
engine_option() {
    expected=$1
    if [ "$engine_answers" = no ]; then
        unknown "$engine: no answer" "$engine: svarer ikke"
    elif $engine_command info 2>/dev/null | sed -n '/Security Options/,/Kernel Version/p' | grep -q -w -- "$1"; then
        tell "$1"
    else
        differs 'off' 'av'
    fi
}

container_ids() {
    looked_up=
    ids=$($engine_command ps -q --no-trunc 2>/dev/null)
}
process_of() { pid=$($engine_command inspect --format '{{.State.Pid}}' "$1" 2>/dev/null); }

# service NAME: the container of the service and its first process, in $id and $pid; 1 when it does not run.
# All checks of a service come after each other, so the last one is remembered.
looked_up=
service() {
    if [ "$engine_answers" = no ]; then
        unknown "$engine: no answer" "$engine: svarer ikke"
        return 1
    fi
    if [ "$1" != "$looked_up" ]; then
        looked_up=$1
        pid=
        id=$($engine_command ps -q --no-trunc --filter "label=com.docker.compose.project=$workload" \
            --filter "label=com.docker.compose.service=$1" 2>/dev/null | head -n 1)
        if [ -n "$id" ]; then process_of "$id"; fi
    fi
    if [ -z "$id" ]; then
        unknown 'does not run' 'kjører ikke'
        return 1
    fi
    if [ -z "$pid" ] || [ ! -r "$root/proc/$pid/status" ]; then
        unknown 'its process cannot be seen' 'prosessen kan ikke ses'
        return 1
    fi
}

status() { sed -n "s/^$1:[[:space:]]*//p" "$root/proc/$pid/status" 2>/dev/null | tr '\t' ' '; }
# in_group FILE: what the control group of the process allows
in_group() {
    place=$(sed -n 's/^0:://p' "$root/proc/$pid/cgroup" 2>/dev/null)
    while [ -n "$place" ] && [ ! -e "$root/sys/fs/cgroup$place/$1" ]; do place=${place%/*}; done
    if [ -n "$place" ]; then first "$root/sys/fs/cgroup$place/$1"; fi
}

# Each looks at the first process of the service, as the kernel runs it.
runs_as() {
    expected="$2:$3"
    service "$1" || return
    users=$(status Uid)
    groups=$(status Gid)
    expected="$(outside "$2" "$first_uid"):$(outside "$3" "$first_gid")"
    is "${users%% *}:${groups%% *}" "$expected"
}
capabilities() {
    expected=$2
    service "$1" || return
    is "$(status CapBnd)" "$2"
}
status_is() {
    expected="$2 $3"
    service "$1" || return
    is "$2 $(status "$2")" "$2 $3"
}
root_read_only() {
    expected=ro
    service "$1" || return
    options=$(awk '$5 == "/" { print $6 }' "$root/proc/$pid/mountinfo" 2>/dev/null | tail -n 1)
    case ",$options," in
    ,,) unknown 'its mounts cannot be seen' 'monteringene kan ikke ses' ;;
    *,ro,*) tell ro ;;
    *) differs rw rw ;;
    esac
}
no_engine_socket() {
    wants 'not mounted' 'ikke montert'
    service "$1" || return
    if grep -q -E '(docker|podman|containerd)\.sock' "$root/proc/$pid/mountinfo" 2>/dev/null; then
        differs mounted montert
    else
        ok 'not mounted' 'ikke montert'
    fi
}
limit() {
    expected="$2 $3"
    service "$1" || return
    allowed=$(in_group "$2")
    if [ -z "$allowed" ]; then
        unknown 'its control group cannot be seen' 'kontrollgruppen kan ikke ses'
    else
        is "$2 $allowed" "$2 $3"
    fi
}
open_files() {
    expected=$2
    service "$1" || return
    is "$(sed -n 's/^Max open files *\([0-9a-z]*\) .*/\1/p' "$root/proc/$pid/limits" 2>/dev/null)" "$2"
}
confined() {
    wants 'a profile, enforced' 'en profil, håndhevet'
    service "$1" || return
    profile=$(first "$root/proc/$pid/attr/current" | tr -d '\000')
    case $profile in *'(enforce)' | *container_t*) tell "$profile" ;; '') unknown 'not readable' 'ikke lesbart' ;; *) differs "$profile" "$profile" ;; esac
}
own_network() {
    wants 'not the network of the machine' 'ikke maskinens nett'
    service "$1" || return
    mine=$(readlink "$root/proc/1/ns/net" 2>/dev/null)
    theirs=$(readlink "$root/proc/$pid/ns/net" 2>/dev/null)
    if [ -z "$mine" ] || [ -z "$theirs" ]; then
        unknown 'not readable' 'ikke lesbart'
    elif [ "$mine" = "$theirs" ]; then
        differs 'the network of the machine' 'maskinens nett'
    else
        tell "$theirs"
    fi
}
networks() {
    name_of=$1
    shift
    expected=$(printf '%s\n' "$@" | sort | joined)
    service "$name_of" || return
    # shellcheck disable=SC2016 # the engine fills these in, not the shell
    is "$($engine_command inspect --format '{{range $name, $one := .NetworkSettings.Networks}}{{$name}} {{end}}' "$id" 2>/dev/null | tr ' ' '\n' | sed '/^$/d' | sort | joined)" "$expected"
}
healthy() {
    expected=healthy
    service "$1" || return
    is "$($engine_command inspect --format '{{.State.Health.Status}}' "$id" 2>/dev/null)" healthy
}

# Containers that the bundle does not know, and whether one of them may do everything.
strangers() {
    if [ "$engine_answers" = no ]; then
        unknown "$engine: no answer" "$engine: svarer ikke"
        return
    fi
    nothing "$($engine_command ps --format '{{.Label "com.docker.compose.project"}} {{.Names}}' 2>/dev/null |
        awk -v mine="$workload" '$1 != mine { print $2 ? $2 : $1 }' | joined)"
}
privileged() {
    if [ "$engine_answers" = no ]; then
        unknown "$engine: no answer" "$engine: svarer ikke"
        return
    fi
    container_ids
    list=
    for id in $ids; do
        list="$list$($engine_command inspect --format '{{.HostConfig.Privileged}} {{.Name}}' "$id" 2>/dev/null | sed -n 's/^true //p') "
    done
    nothing "$(printf '%s\n' "$list" | joined | tr -s ' ' | sed 's/^ //')"
}

group Machine Maskin
# The server must be a virtual machine with its own kernel, not a container on a shared one.
# control: own-kernel
check own-kernel 'own kernel' 'egen kjerne' own_kernel
# The sum of all limits plus a reserve for the host fits the planned machine.
# control: capacity
check capacity vCPU '' cpus 2
check capacity memory minne memory 3686
check capacity disk '' disk_size 36
# The disk is measured, random reads and synced writes, instead of believed.
# control: disk-check
check disk-check 'disk less than 80 % full' 'disk under 80 % full' disk_use
check disk-check 'kind of disk' 'type disk' disk_kind ''
check disk-check 'random reads of 4 KiB' 'tilfeldige lesinger av 4 KiB' random_reads 0
check disk-check fstrim.timer '' unit fstrim.timer
check '' 'mount of the containers'\'' data' 'montering av containerdata' data_mount
check '' 'encryption of the data' 'kryptering av dataene' encrypted_data
check '' swap '' swap_space
round_trips

group System System
# Security updates install themselves; a reboot happens in a fixed window.
# control: host-updates
check host-updates 'running the newest kernel' 'kjører nyeste kjerne' newest_kernel
check host-updates 'restart needed' 'omstart trengs' no_restart_needed
check host-updates 'updates waiting' 'oppdateringer som venter' pending_updates
check host-updates 'security updates by themselves' 'automatiske sikkerhetsoppdateringer' apt_updates
# Exactly one service keeps the clock right.
# control: time-sync
check time-sync 'clock synchronised' 'klokken er synkronisert' time_synchronised
# The kernel records changes to Docker's programs, settings and sockets.
# control: audit-docker
check audit-docker 'audit rules for the engine' 'revisjonsregler for motoren' audit_rules
# Kernel settings against spoofing, SYN floods and information leaks; forwarding stays on for Docker.
# control: kernel-baseline
check kernel-baseline net.ipv4.conf.all.rp_filter '' sysctl_is net.ipv4.conf.all.rp_filter 1
check kernel-baseline net.ipv4.conf.default.rp_filter '' sysctl_is net.ipv4.conf.default.rp_filter 1
check kernel-baseline net.ipv4.conf.all.accept_redirects '' sysctl_is net.ipv4.conf.all.accept_redirects 0
check kernel-baseline net.ipv4.conf.default.accept_redirects '' sysctl_is net.ipv4.conf.default.accept_redirects 0
check kernel-baseline net.ipv6.conf.all.accept_redirects '' sysctl_is net.ipv6.conf.all.accept_redirects 0
check kernel-baseline net.ipv6.conf.default.accept_redirects '' sysctl_is net.ipv6.conf.default.accept_redirects 0
check kernel-baseline net.ipv4.conf.all.secure_redirects '' sysctl_is net.ipv4.conf.all.secure_redirects 0
check kernel-baseline net.ipv4.conf.default.secure_redirects '' sysctl_is net.ipv4.conf.default.secure_redirects 0
check kernel-baseline net.ipv4.conf.all.send_redirects '' sysctl_is net.ipv4.conf.all.send_redirects 0
check kernel-baseline net.ipv4.conf.default.send_redirects '' sysctl_is net.ipv4.conf.default.send_redirects 0
check kernel-baseline net.ipv4.conf.all.accept_source_route '' sysctl_is net.ipv4.conf.all.accept_source_route 0
check kernel-baseline net.ipv4.conf.default.accept_source_route '' sysctl_is net.ipv4.conf.default.accept_source_route 0
check kernel-baseline net.ipv6.conf.all.accept_source_route '' sysctl_is net.ipv6.conf.all.accept_source_route 0
check kernel-baseline net.ipv6.conf.default.accept_source_route '' sysctl_is net.ipv6.conf.default.accept_source_route 0
check kernel-baseline net.ipv4.conf.all.log_martians '' sysctl_is net.ipv4.conf.all.log_martians 1
check kernel-baseline net.ipv4.tcp_syncookies '' sysctl_is net.ipv4.tcp_syncookies 1
check kernel-baseline net.ipv4.icmp_echo_ignore_broadcasts '' sysctl_is net.ipv4.icmp_echo_ignore_broadcasts 1
check kernel-baseline net.ipv4.icmp_ignore_bogus_error_responses '' sysctl_is net.ipv4.icmp_ignore_bogus_error_responses 1
check kernel-baseline net.ipv4.ip_unprivileged_port_start '' sysctl_is net.ipv4.ip_unprivileged_port_start 80
check kernel-baseline net.core.bpf_jit_harden '' sysctl_is net.core.bpf_jit_harden 2
check kernel-baseline net.core.somaxconn '' sysctl_is net.core.somaxconn 4096
check kernel-baseline kernel.kptr_restrict '' sysctl_is kernel.kptr_restrict 2
check kernel-baseline kernel.dmesg_restrict '' sysctl_is kernel.dmesg_restrict 1
check kernel-baseline kernel.yama.ptrace_scope '' sysctl_is kernel.yama.ptrace_scope 1
check kernel-baseline kernel.randomize_va_space '' sysctl_is kernel.randomize_va_space 2
check kernel-baseline kernel.unprivileged_bpf_disabled '' sysctl_is kernel.unprivileged_bpf_disabled 1
check kernel-baseline kernel.kexec_load_disabled '' sysctl_is kernel.kexec_load_disabled 1
check kernel-baseline kernel.sysrq '' sysctl_is kernel.sysrq 0
check kernel-baseline fs.protected_hardlinks '' sysctl_is fs.protected_hardlinks 1
check kernel-baseline fs.protected_symlinks '' sysctl_is fs.protected_symlinks 1
check kernel-baseline fs.protected_fifos '' sysctl_is fs.protected_fifos 2
check kernel-baseline fs.protected_regular '' sysctl_is fs.protected_regular 2
check kernel-baseline fs.suid_dumpable '' sysctl_is fs.suid_dumpable 0
check kernel-baseline fs.inotify.max_user_instances '' sysctl_is fs.inotify.max_user_instances 512
check kernel-baseline fs.inotify.max_user_watches '' sysctl_is fs.inotify.max_user_watches 524288
check kernel-baseline vm.swappiness '' sysctl_is vm.swappiness 10

group Access Tilgang
# SSH takes keys only, no root and only the named administrator.
# control: ssh-keys-only
check ssh-keys-only 'sshd port' '' sshd_is port 22
check ssh-keys-only 'sshd allowusers' '' sshd_is allowusers admin
check ssh-keys-only 'sshd permitrootlogin' '' sshd_is permitrootlogin no
check ssh-keys-only 'sshd passwordauthentication' '' sshd_is passwordauthentication no
check ssh-keys-only 'sshd kbdinteractiveauthentication' '' sshd_is kbdinteractiveauthentication no
check ssh-keys-only 'sshd authenticationmethods' '' sshd_is authenticationmethods publickey
check ssh-keys-only 'sshd permitemptypasswords' '' sshd_is permitemptypasswords no
check ssh-keys-only 'sshd maxauthtries' '' sshd_is maxauthtries 3
check ssh-keys-only 'sshd maxsessions' '' sshd_is maxsessions 5
check ssh-keys-only 'sshd maxstartups' '' sshd_is maxstartups 10:30:60
check ssh-keys-only 'sshd logingracetime' '' sshd_is logingracetime 30
check ssh-keys-only 'sshd clientaliveinterval' '' sshd_is clientaliveinterval 300
check ssh-keys-only 'sshd clientalivecountmax' '' sshd_is clientalivecountmax 2
check ssh-keys-only 'sshd x11forwarding' '' sshd_is x11forwarding no
check ssh-keys-only 'sshd allowagentforwarding' '' sshd_is allowagentforwarding no
check ssh-keys-only 'sshd allowtcpforwarding' '' sshd_is allowtcpforwarding local
check ssh-keys-only 'sshd permituserenvironment' '' sshd_is permituserenvironment no
check ssh-keys-only 'sshd loglevel' '' sshd_is loglevel VERBOSE
check ssh-keys-only 'accounts with user id 0' 'kontoer med bruker-id 0' only_root_is_root
check ssh-keys-only 'accounts with a password' 'kontoer med passord' logins
check ssh-keys-only 'members of sudo' 'medlemmer av sudo' members sudo admin
# No new privileges by default, no API on the network, seccomp kept, few in the docker group.
# control: daemon-privileges
check daemon-privileges 'members of docker' 'medlemmer av docker' members docker ''
# Secrets arrive as read-only files, never as environment values and never in these files.
# control: secret-files
check secret-files 'secret files closed to everybody else' 'hemmeligheter lukket for alle andre' closed_secrets

group Network Nett
# Only the declared public ports pass, also those Docker publishes past ufw and firewalld.
# control: packet-filter
check packet-filter 'packet filter loaded' 'pakkefilter lastet' packet_filter
check packet-filter 'packet filter at boot' 'pakkefilter ved oppstart' unit skanse-packet-filter.service
check packet-filter 'ports the filter lets in' 'porter filteret slipper inn' filter_lets input dport 68 546 22 80 3000
# Public HTTP enters only through the proxy, which limits time and size, and what one client may do where it can.
# Published ports name a host address, loopback unless the service is public.
# control: edge-proxy, loopback-binding, packet-filter
check packet-filter 'listening beyond this machine' 'lytter ut over denne maskinen' listening 22/tcp 68/udp 546/udp 80/tcp 3000/tcp
check packet-filter 'published by containers' 'publisert av containere' published 80/tcp 10.0.0.5:3000/tcp

group Engine Motor
# control: host-updates
check host-updates 'version of the engine' 'versjonen av motoren' engine_version docker-ce
# control: daemon-privileges
check daemon-privileges 'engine'\''s API on the network' 'motorens API på nettet' no_engine_port
# Processes cannot gain more rights than they started with; set-uid programs have no effect.
# control: daemon-privileges, no-privilege-escalation
check daemon-privileges 'docker no-new-privileges' '' engine_option no-new-privileges
# control: daemon-privileges
check daemon-privileges 'docker seccomp' '' engine_option seccomp
# Root in a container becomes an unprivileged number on the host, for the whole daemon.
# control: daemon-userns
check daemon-userns 'docker rootless' '' engine_option rootless
# Every container on the host gets rotated, size-limited logs, also those started by hand.
# Logs are rotated and capped in size; the json-file default grows without end.
# control: daemon-logs, log-rotation
check daemon-logs 'docker log-driver' '' engine_says local info --format '{{.LoggingDriver}}'
# Default bridge without cross traffic, ports on loopback by default, fixed address ranges.
# control: daemon-network
check daemon-network 'docker icc' '' engine_says false network inspect bridge --format '{{index .Options "com.docker.network.bridge.enable_icc"}}'
check daemon-network 'docker default-address-pools' '' engine_says '10.213.0.0/16 10.214.0.0/16 ' info --format '{{range .DefaultAddressPools}}{{.Base}} {{end}}'

group Containers Containere
# control: own-kernel
check own-kernel 'kernel as containers see it' 'kjernen slik containere ser den' same_kernel
# control: daemon-userns
first_uid=$(shift_of skanse /etc/subuid)
first_gid=$(shift_of skanse /etc/subgid)
# Runs as a fixed numeric user and group, never root; the same numbers on every target.
# control: non-root
check non-root 'web: user and group' 'web: bruker og gruppe' runs_as web 101 101
# All Linux capabilities are dropped; one comes back only for a stated reason.
# control: drop-capabilities
check drop-capabilities 'web: capabilities' '' capabilities web 0000000000000000
# control: no-privilege-escalation
check no-privilege-escalation 'web: no new privileges' 'web: ingen nye rettigheter' status_is web NoNewPrivs 1
# The runtime's default seccomp profile filters system calls.
# control: seccomp
check seccomp 'web: system call filter' 'web: filter for systemkall' status_is web Seccomp 2
# Root file system is read-only; only the paths declared below can be written.
# control: read-only-root
check read-only-root 'web: root file system' 'web: rotfilsystem' root_read_only web
# Memory is capped, with no swap beyond the cap; request and limit are equal.
# control: memory-limit
check memory-limit 'web: memory' 'web: minne' limit web memory.max 134217728
# CPU time is capped, so a busy loop cannot starve the other services.
# control: cpu-limit
check cpu-limit 'web: CPU' '' limit web cpu.max '100000 100000'
# The number of processes and threads is capped; a fork bomb stays in this container.
# control: pids-limit
check pids-limit 'web: processes' 'web: prosesser' limit web pids.max 100
# The number of open files is stated: enough for the service, not unlimited.
# control: open-files-limit
check open-files-limit 'web: open files' 'web: åpne filer' open_files web 65536
# Only the networks of declared paths are joined; never the default bridge, host network or links.
# control: segmented-networks
check segmented-networks 'web: networks' 'web: nett' networks web rootless_web-to-api rootless_web-outside
check segmented-networks 'web: network of its own' 'web: eget nett' own_network web
# control: no-privilege-escalation
check no-privilege-escalation 'web: engine'\''s socket' 'web: motorens socket' no_engine_socket web
# A real check tells whether the service works, not only whether the process exists.
# control: health-check
check health-check 'web: health' 'web: helse' healthy web
# control: non-root
check non-root 'api: user and group' 'api: bruker og gruppe' runs_as api 65532 65532
# control: drop-capabilities
check drop-capabilities 'api: capabilities' '' capabilities api 0000000000000000
# control: no-privilege-escalation
check no-privilege-escalation 'api: no new privileges' 'api: ingen nye rettigheter' status_is api NoNewPrivs 1
# control: seccomp
check seccomp 'api: system call filter' 'api: filter for systemkall' status_is api Seccomp 2
# control: read-only-root
check read-only-root 'api: root file system' 'api: rotfilsystem' root_read_only api
# control: memory-limit
check memory-limit 'api: memory' 'api: minne' limit api memory.max 536870912
# control: cpu-limit
check cpu-limit 'api: CPU' '' limit api cpu.max '100000 100000'
# control: pids-limit
check pids-limit 'api: processes' 'api: prosesser' limit api pids.max 100
# control: open-files-limit
check open-files-limit 'api: open files' 'api: åpne filer' open_files api 4096
# control: segmented-networks
check segmented-networks 'api: networks' 'api: nett' networks api rootless_web-to-api rootless_api-to-db rootless_api-outside
check segmented-networks 'api: network of its own' 'api: eget nett' own_network api
# control: no-privilege-escalation
check no-privilege-escalation 'api: engine'\''s socket' 'api: motorens socket' no_engine_socket api
# control: health-check
check health-check 'api: health' 'api: helse' healthy api
# control: non-root
check non-root 'db: user and group' 'db: bruker og gruppe' runs_as db 999 999
# control: drop-capabilities
check drop-capabilities 'db: capabilities' '' capabilities db 0000000000000000
# control: no-privilege-escalation
check no-privilege-escalation 'db: no new privileges' 'db: ingen nye rettigheter' status_is db NoNewPrivs 1
# control: seccomp
check seccomp 'db: system call filter' 'db: filter for systemkall' status_is db Seccomp 2
# control: read-only-root
check read-only-root 'db: root file system' 'db: rotfilsystem' root_read_only db
# control: memory-limit
check memory-limit 'db: memory' 'db: minne' limit db memory.max 1073741824
# control: cpu-limit
check cpu-limit 'db: CPU' '' limit db cpu.max '100000 100000'
# control: pids-limit
check pids-limit 'db: processes' 'db: prosesser' limit db pids.max 300
# control: open-files-limit
check open-files-limit 'db: open files' 'db: åpne filer' open_files db 65536
# control: segmented-networks
check segmented-networks 'db: networks' 'db: nett' networks db rootless_api-to-db
check segmented-networks 'db: network of its own' 'db: eget nett' own_network db
# control: no-privilege-escalation
check no-privilege-escalation 'db: engine'\''s socket' 'db: motorens socket' no_engine_socket db
# control: health-check
check health-check 'db: health' 'db: helse' healthy db
check '' 'containers that are not of this bundle' 'containere utenom denne pakken' strangers
# control: daemon-privileges
check daemon-privileges 'containers that may do everything' 'containere som får gjøre alt' privileged
# control: secret-files
check secret-files secrets/db-password '' secret db-password 65532 999 440

group 'Files of the bundle' 'Filene i pakken'
# control: ssh-keys-only
check ssh-keys-only /etc/ssh/sshd_config.d/00-skanse.conf '' same_file sshd-00-skanse.conf /etc/ssh/sshd_config.d/00-skanse.conf
# control: host-updates
check host-updates /etc/apt/apt.conf.d/52skanse '' same_file apt-52-skanse.conf /etc/apt/apt.conf.d/52skanse
# The service listens on a high port, so no capability is needed; a proxy or Service maps 80 and 443.
# control: kernel-baseline, unprivileged-port
check kernel-baseline '/etc/sysctl.d/60-skanse.conf (kernel-baseline)' '' same_file sysctl-60-skanse.conf /etc/sysctl.d/60-skanse.conf
check unprivileged-port '/etc/sysctl.d/60-skanse.conf (unprivileged-port)' '' same_file sysctl-60-skanse.conf /etc/sysctl.d/60-skanse.conf
# control: edge-proxy, packet-filter
check edge-proxy '/etc/skanse/packet-filter.nft (edge-proxy)' '' same_file packet-filter.nft /etc/skanse/packet-filter.nft
check packet-filter '/etc/skanse/packet-filter.nft (packet-filter)' '' same_file packet-filter.nft /etc/skanse/packet-filter.nft
# control: packet-filter
check packet-filter /etc/systemd/system/skanse-packet-filter.service '' same_file skanse-packet-filter.service /etc/systemd/system/skanse-packet-filter.service
# Every container gets a stated limit for open files, also those started by hand.
# The service gets the signal it understands and time to finish before it is killed.
# control: daemon-limits, daemon-logs, daemon-network, daemon-privileges, daemon-userns, graceful-stop
check daemon-limits '/etc/skanse/daemon.json (daemon-limits)' '' same_file daemon.json /etc/skanse/daemon.json
check daemon-logs '/etc/skanse/daemon.json (daemon-logs)' '' same_file daemon.json /etc/skanse/daemon.json
check daemon-network '/etc/skanse/daemon.json (daemon-network)' '' same_file daemon.json /etc/skanse/daemon.json
check daemon-privileges '/etc/skanse/daemon.json (daemon-privileges)' '' same_file daemon.json /etc/skanse/daemon.json
check daemon-userns '/etc/skanse/daemon.json (daemon-userns)' '' same_file daemon.json /etc/skanse/daemon.json
check graceful-stop '/etc/skanse/daemon.json (graceful-stop)' '' same_file daemon.json /etc/skanse/daemon.json
# control: cpu-limit, memory-limit, pids-limit
check cpu-limit '/etc/systemd/system/user@.service.d/60-skanse.conf (cpu-limit)' '' same_file skanse-user-delegate.conf /etc/systemd/system/user@.service.d/60-skanse.conf
check memory-limit '/etc/systemd/system/user@.service.d/60-skanse.conf (memory-limit)' '' same_file skanse-user-delegate.conf /etc/systemd/system/user@.service.d/60-skanse.conf
check pids-limit '/etc/systemd/system/user@.service.d/60-skanse.conf (pids-limit)' '' same_file skanse-user-delegate.conf /etc/systemd/system/user@.service.d/60-skanse.conf
# control: host-updates
check host-updates /usr/local/sbin/skanse-install-engine '' same_file install-engine.sh /usr/local/sbin/skanse-install-engine
# Restarts after a fault are bounded; services that hold data come back until stopped by hand.
# control: bounded-restart, graceful-stop
check bounded-restart '/etc/systemd/user/skanse-workload.service (bounded-restart)' '' same_file skanse-workload.service /etc/systemd/user/skanse-workload.service
check graceful-stop '/etc/systemd/user/skanse-workload.service (graceful-stop)' '' same_file skanse-workload.service /etc/systemd/user/skanse-workload.service
# control: audit-docker
check audit-docker /etc/audit/rules.d/60-docker.rules '' same_file audit-60-docker.rules /etc/audit/rules.d/60-docker.rules

finish
