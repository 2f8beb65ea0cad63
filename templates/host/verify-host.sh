set -u
LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin
export LC_ALL PATH
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
passed=0
failed=0
skipped=0

row() { printf '%-4s  %-46s  %s\n' "$1" "$2" "$3"; }
pass() {
    passed=$((passed + 1))
    row OK "$1" "$2"
}
fail() {
    failed=$((failed + 1))
    row {{fail:shell}} "$1" "$2"
}
skip() {
    skipped=$((skipped + 1))
    row - "$1" "$2"
}
have() { command -v "$1" >/dev/null 2>&1; }
is_root() { [ "$(id -u)" -eq 0 ]; }

# expect WHAT ACTUAL EXPECTED
expect() {
    if [ "$2" = "$3" ]; then pass "$1" "$2"; else fail "$1" "${2:-?} (!= $3)"; fi
}

# at_least WHAT ACTUAL MINIMUM UNIT
at_least() {
    if [ "${2:-0}" -ge "$3" ]; then pass "$1" "$2 $4"; else fail "$1" "${2:-0} $4 (< $3)"; fi
}

check_own_kernel() {
    kernel=$(uname -r)
    if [ -e /proc/user_beancounters ] || { [ -d /proc/vz ] && [ ! -d /proc/bc ]; }; then
        fail "$1" "OpenVZ/Virtuozzo: {{shared-kernel:text}}"
        return
    fi
    case $kernel in
    *stab* | *.vz[0-9]*)
        fail "$1" "$kernel: {{shared-kernel:text}}"
        return
        ;;
    esac
    if have systemd-detect-virt; then
        container=$(systemd-detect-virt --container 2>/dev/null) || container=none
        machine=$(systemd-detect-virt --vm 2>/dev/null) || machine=none
        if [ "$container" != none ]; then
            fail "$1" "$container: {{shared-kernel:text}}"
        elif [ "$machine" = qemu ]; then
            fail "$1" "qemu: {{emulation:text}}"
        else
            pass "$1" "$machine, $kernel"
        fi
    elif have virt-what && is_root; then
        found=$(virt-what | tr '\n' ' ')
        case " $found" in
        *' openvz '* | *' lxc '* | *' docker '*) fail "$1" "$found: {{shared-kernel:text}}" ;;
        *) pass "$1" "${found:-none}, $kernel" ;;
        esac
    else
        skip "$1" "systemd-detect-virt, virt-what: {{not-found:text}}"
    fi
}

check_reboot() {
    if [ -e /run/reboot-required ]; then
        fail "$1" "{{reboot:text}}"
    elif have needs-restarting && ! needs-restarting -r >/dev/null 2>&1; then
        fail "$1" "{{reboot:text}}"
    else
        pass "$1" "$(uname -r)"
    fi
}

# check_cpu FLAG
check_cpu() {
    case $1 in
    x86-64-v*)
        loader=/lib64/ld-linux-x86-64.so.2
        if [ ! -x "$loader" ]; then
            skip "CPU: $1" "$loader: {{not-found:text}}"
        elif "$loader" --help 2>/dev/null | grep -q "$1 (supported"; then
            pass "CPU: $1" yes
        else
            fail "CPU: $1" no
        fi
        ;;
    *) if grep -q -w "$1" /proc/cpuinfo; then pass "CPU: $1" yes; else fail "CPU: $1" no; fi ;;
    esac
}

# check_sysctl KEY VALUE
check_sysctl() {
    file=/proc/sys/$(printf '%s' "$1" | tr . /)
    if [ -r "$file" ]; then
        expect "$1" "$(tr '\t' ' ' <"$file")" "$2"
    elif [ -e "$file" ]; then
        skip "$1" "{{needs-root:text}}"
    else
        fail "$1" "{{not-found:text}}"
    fi
}

# check_same FILE INSTALLED: the file of the bundle against the one on the server
check_same() {
    if [ ! -e "$here/$1" ]; then
        skip "$2" "$here/$1: {{not-found:text}}"
    elif [ ! -e "$2" ]; then
        fail "$2" "{{not-found:text}}"
    elif cmp -s "$here/$1" "$2"; then
        pass "$2" "= $1"
    else
        fail "$2" "!= $1"
    fi
}

sshd_settings=
if have sshd && is_root; then sshd_settings=$(sshd -T 2>/dev/null); fi

# check_sshd KEY VALUE (the key in lower case)
check_sshd() {
    if [ -z "$sshd_settings" ]; then
        skip "sshd $1" "sshd -T: {{no-answer:text}}"
        return
    fi
    expect "sshd $1" "$(printf '%s\n' "$sshd_settings" | sed -n "s/^$1 //p" | tr '\n' ' ' | sed 's/ $//')" "$2"
}

check_packet_filter() {
    if ! have nft || ! is_root; then
        skip "$1" "nft: {{needs-root:text}}"
    elif nft list table inet skanse >/dev/null 2>&1; then
        pass "$1" "table inet skanse"
    else
        fail "$1" "table inet skanse: {{not-found:text}}"
    fi
}

# check_unit WHAT UNIT: enabled and, for a service, in order
check_unit() {
    if ! have systemctl; then
        skip "$1" "systemctl: {{not-found:text}}"
        return
    fi
    expect "$1" "$(systemctl is-enabled "$2" 2>/dev/null) $(systemctl is-active "$2" 2>/dev/null)" "enabled active"
}

docker_answers=no
if have docker && docker info >/dev/null 2>&1; then docker_answers=yes; fi

# check_docker WHAT EXPECTED COMMAND...
check_docker() {
    what=$1
    expected=$2
    shift 2
    if [ "$docker_answers" = no ]; then
        skip "$what" "docker: {{no-answer:text}}"
        return
    fi
    expect "$what" "$(docker "$@" 2>/dev/null)" "$expected"
}

# check_docker_option NAME: among the daemon's security options
check_docker_option() {
    if [ "$docker_answers" = no ]; then
        skip "docker $1" "docker: {{no-answer:text}}"
    elif docker info 2>/dev/null | sed -n '/Security Options/,/Kernel Version/p' | grep -q -w -- "$1"; then
        pass "docker $1" yes
    else
        fail "docker $1" no
    fi
}

check_docker_socket() {
    if ! have ss; then
        skip "$1" "ss: {{not-found:text}}"
    elif ss -H -l -t -n | awk '{ print $4 }' | grep -q -E ':237[56]$'; then
        fail "$1" "2375/2376"
    else
        pass "$1" "{{local-socket:text}}"
    fi
}

check_docker_group() {
    members=$(getent group docker | cut -d: -f4)
    if [ -z "$members" ]; then pass "$1" "-"; else fail "$1" "$members"; fi
}

# check_published WHAT ALLOWED...: what running containers publish beyond this machine
check_published() {
    what=$1
    shift
    if [ "$docker_answers" = no ]; then
        skip "$what" "docker: {{no-answer:text}}"
        return
    fi
    surprises=
    for opening in $(docker ps 2>/dev/null | grep -o -E '[][0-9a-f.:]+:[0-9-]+->[0-9-]+/(tcp|udp)' |
        sed -e 's/->[0-9-]*//' -e 's/^0\.0\.0\.0://' -e 's/^\[::\]://' -e 's/^:::*//' | sort -u); do
        case $opening in 127.* | '[::1]'*) continue ;; esac
        for allowed in "$@"; do
            if [ "$opening" = "$allowed" ]; then continue 2; fi
        done
        surprises="$surprises$opening "
    done
    if [ -z "$surprises" ]; then pass "$what" "$*"; else fail "$what" "$surprises"; fi
}

check_apt_updates() {
    if ! have apt-config; then
        skip "$1" "apt-config: {{not-found:text}}"
        return
    fi
    expect "$1" "$(apt-config dump APT::Periodic::Unattended-Upgrade | sed 's/.*"\(.*\)".*/\1/')" 1
}

check_time() {
    if ! have timedatectl; then
        skip "$1" "timedatectl: {{not-found:text}}"
        return
    fi
    expect "$1" "$(timedatectl show -p NTPSynchronized --value 2>/dev/null)" yes
}

check_audit() {
    if ! have auditctl || ! is_root; then
        skip "$1" "auditctl: {{needs-root:text}}"
        return
    fi
    at_least "$1" "$(auditctl -l 2>/dev/null | grep -c -E 'key=docker|-k docker')" 1 "{{rules:text}}"
}

check_disk() {
    path=/var/lib/docker
    [ -d "$path" ] || path=/
    used=$(df -P "$path" | awk 'NR == 2 { sub("%", "", $5); print $5 }')
    if [ "${used:-100}" -lt 80 ]; then pass "$1" "$path $used %"; else fail "$1" "$path ${used:-?} %"; fi
}

memory_mib() { awk '/^MemTotal:/ { print int($2 / 1024) }' /proc/meminfo; }
disk_gib() { df -P -k / | awk 'NR == 2 { print int($2 / 1048576) }'; }

# check_secrets WHAT: no file is open to everybody, or written by a group
check_secrets() {
    folder=$here/../secrets
    if [ ! -d "$folder" ]; then
        skip "$1" "secrets/: {{not-found:text}}"
        return
    fi
    loose=$(find "$folder" -type f ! -name README.md ! -name .gitignore \
        \( -perm -020 -o -perm -004 -o -perm -002 \) | sed 's|.*/||' | tr '\n' ' ')
    if [ -z "$loose" ]; then pass "$1" "secrets/"; else fail "$1" "$loose"; fi
}

# Added to the users of containers when the Docker daemon remaps them.
first_uid=0
first_gid=0
remapped() { sed -n 's/^dockremap:\([0-9]*\):.*/\1/p' "$1" 2>/dev/null | head -n 1; }

# check_secret FILE UID GID MODE [USER...]: owner and mode; with users an access list on a file of root
check_secret() {
    path=$here/../secrets/$1
    what=secrets/$1
    if ! is_root; then
        skip "$what" "{{needs-root:text}}"
        return
    elif [ ! -e "$path" ]; then
        skip "$what" "{{not-found:text}}"
        return
    fi
    actual=$(stat -c '%u:%g %a' "$path")
    if [ $# -eq 4 ]; then
        expect "$what" "$actual" "$((${first_uid:-0} + $2)):$((${first_gid:-0} + $3)) $4"
        return
    fi
    expected="$2:$3 $4"
    shift 4
    if ! have getfacl; then
        skip "$what" "getfacl: {{not-found:text}}"
        return
    fi
    for user in "$@"; do
        expected="$expected $((${first_uid:-0} + user)):r--"
    done
    listed=$(getfacl -n -c -p "$path" 2>/dev/null | sed -n 's/^user:\([0-9][0-9]*:...\).*/\1/p' | sort -n | tr '\n' ' ')
    expect "$what" "$actual ${listed% }" "$expected"
}
