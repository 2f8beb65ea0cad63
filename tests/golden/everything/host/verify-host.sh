#!/bin/sh
# Checks a server against the plan. Reads only, changes nothing; run it with sudo to check everything.
# Skanse 0.1.0, profile 8685780cd55c
# Exit code: 0 nothing failed, 1 something failed.

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
    row FAIL "$1" "$2"
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
        fail "$1" "OpenVZ/Virtuozzo: shared kernel, no boundary"
        return
    fi
    case $kernel in
    *stab* | *.vz[0-9]*)
        fail "$1" "$kernel: shared kernel, no boundary"
        return
        ;;
    esac
    if have systemd-detect-virt; then
        container=$(systemd-detect-virt --container 2>/dev/null) || container=none
        machine=$(systemd-detect-virt --vm 2>/dev/null) || machine=none
        if [ "$container" != none ]; then
            fail "$1" "$container: shared kernel, no boundary"
        elif [ "$machine" = qemu ]; then
            fail "$1" "qemu: emulated, not KVM"
        else
            pass "$1" "$machine, $kernel"
        fi
    elif have virt-what && is_root; then
        found=$(virt-what | tr '\n' ' ')
        case " $found" in
        *' openvz '* | *' lxc '* | *' docker '*) fail "$1" "$found: shared kernel, no boundary" ;;
        *) pass "$1" "${found:-none}, $kernel" ;;
        esac
    else
        skip "$1" "systemd-detect-virt, virt-what: not found"
    fi
}

check_reboot() {
    if [ -e /run/reboot-required ]; then
        fail "$1" "a reboot is needed"
    elif have needs-restarting && ! needs-restarting -r >/dev/null 2>&1; then
        fail "$1" "a reboot is needed"
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
            skip "CPU: $1" "$loader: not found"
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
        skip "$1" "needs root"
    else
        fail "$1" "not found"
    fi
}

# check_same FILE INSTALLED: the file of the bundle against the one on the server
check_same() {
    if [ ! -e "$here/$1" ]; then
        skip "$2" "$here/$1: not found"
    elif [ ! -e "$2" ]; then
        fail "$2" "not found"
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
        skip "sshd $1" "sshd -T: no answer"
        return
    fi
    expect "sshd $1" "$(printf '%s\n' "$sshd_settings" | sed -n "s/^$1 //p" | tr '\n' ' ' | sed 's/ $//')" "$2"
}

check_packet_filter() {
    if ! have nft || ! is_root; then
        skip "$1" "nft: needs root"
    elif nft list table inet skanse >/dev/null 2>&1; then
        pass "$1" "table inet skanse"
    else
        fail "$1" "table inet skanse: not found"
    fi
}

# check_unit WHAT UNIT: enabled and, for a service, in order
check_unit() {
    if ! have systemctl; then
        skip "$1" "systemctl: not found"
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
        skip "$what" "docker: no answer"
        return
    fi
    expect "$what" "$(docker "$@" 2>/dev/null)" "$expected"
}

# check_docker_option NAME: among the daemon's security options
check_docker_option() {
    if [ "$docker_answers" = no ]; then
        skip "docker $1" "docker: no answer"
    elif docker info 2>/dev/null | sed -n '/Security Options/,/Kernel Version/p' | grep -q -w -- "$1"; then
        pass "docker $1" yes
    else
        fail "docker $1" no
    fi
}

check_docker_socket() {
    if ! have ss; then
        skip "$1" "ss: not found"
    elif ss -H -l -t -n | awk '{ print $4 }' | grep -q -E ':237[56]$'; then
        fail "$1" "2375/2376"
    else
        pass "$1" "local socket only"
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
        skip "$what" "docker: no answer"
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
        skip "$1" "apt-config: not found"
        return
    fi
    expect "$1" "$(apt-config dump APT::Periodic::Unattended-Upgrade | sed 's/.*"\(.*\)".*/\1/')" 1
}

check_time() {
    if ! have timedatectl; then
        skip "$1" "timedatectl: not found"
        return
    fi
    expect "$1" "$(timedatectl show -p NTPSynchronized --value 2>/dev/null)" yes
}

check_audit() {
    if ! have auditctl || ! is_root; then
        skip "$1" "auditctl: needs root"
        return
    fi
    at_least "$1" "$(auditctl -l 2>/dev/null | grep -c -E 'key=docker|-k docker')" 1 "rules"
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
        skip "$1" "secrets/: not found"
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
        skip "$what" "needs root"
        return
    elif [ ! -e "$path" ]; then
        skip "$what" "not found"
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
        skip "$what" "getfacl: not found"
        return
    fi
    for user in "$@"; do
        expected="$expected $((${first_uid:-0} + user)):r--"
    done
    listed=$(getfacl -n -c -p "$path" 2>/dev/null | sed -n 's/^user:\([0-9][0-9]*:...\).*/\1/p' | sort -n | tr '\n' ' ')
    expect "$what" "$actual ${listed% }" "$expected"
}

# The server must be a virtual machine with its own kernel, not a container on a shared one.
# control: own-kernel
check_own_kernel 'own kernel'
# The sum of all limits plus a reserve for the host fits the planned machine.
# control: capacity
at_least vCPU "$(nproc)" 16 vCPU
at_least memory "$(memory_mib)" 58982 MiB
at_least disk "$(disk_gib)" 450 GiB
# The disk is measured, random reads and synced writes, instead of believed.
# control: disk-check
check_disk 'disk less than 80 % full'
check_unit fstrim.timer fstrim.timer
# SSH takes keys only, no root and only the named administrator.
# control: ssh-keys-only
check_sshd port 2222
check_sshd allowusers operator
check_sshd permitrootlogin no
check_sshd passwordauthentication no
check_sshd kbdinteractiveauthentication no
check_sshd authenticationmethods publickey
check_sshd permitemptypasswords no
check_sshd maxauthtries 3
check_sshd maxsessions 5
check_sshd maxstartups 10:30:60
check_sshd logingracetime 30
check_sshd clientaliveinterval 300
check_sshd clientalivecountmax 2
check_sshd x11forwarding no
check_sshd allowagentforwarding no
check_sshd allowtcpforwarding local
check_sshd permituserenvironment no
check_sshd loglevel VERBOSE
# Kernel settings against spoofing, SYN floods and information leaks; forwarding stays on for Docker.
# control: kernel-baseline
check_sysctl net.ipv4.ip_forward 1
check_sysctl net.ipv6.conf.all.forwarding 1
check_sysctl net.ipv4.conf.all.rp_filter 1
check_sysctl net.ipv4.conf.default.rp_filter 1
check_sysctl net.ipv4.conf.all.accept_redirects 0
check_sysctl net.ipv4.conf.default.accept_redirects 0
check_sysctl net.ipv6.conf.all.accept_redirects 0
check_sysctl net.ipv6.conf.default.accept_redirects 0
check_sysctl net.ipv4.conf.all.secure_redirects 0
check_sysctl net.ipv4.conf.default.secure_redirects 0
check_sysctl net.ipv4.conf.all.send_redirects 0
check_sysctl net.ipv4.conf.default.send_redirects 0
check_sysctl net.ipv4.conf.all.accept_source_route 0
check_sysctl net.ipv4.conf.default.accept_source_route 0
check_sysctl net.ipv6.conf.all.accept_source_route 0
check_sysctl net.ipv6.conf.default.accept_source_route 0
check_sysctl net.ipv4.conf.all.log_martians 1
check_sysctl net.ipv4.tcp_syncookies 1
check_sysctl net.ipv4.icmp_echo_ignore_broadcasts 1
check_sysctl net.ipv4.icmp_ignore_bogus_error_responses 1
check_sysctl net.ipv4.ip_unprivileged_port_start 1024
check_sysctl net.core.bpf_jit_harden 2
check_sysctl net.core.somaxconn 4096
check_sysctl kernel.kptr_restrict 2
check_sysctl kernel.dmesg_restrict 1
check_sysctl kernel.yama.ptrace_scope 1
check_sysctl kernel.randomize_va_space 2
check_sysctl kernel.unprivileged_bpf_disabled 1
check_sysctl kernel.kexec_load_disabled 1
check_sysctl kernel.sysrq 0
check_sysctl fs.protected_hardlinks 1
check_sysctl fs.protected_symlinks 1
check_sysctl fs.protected_fifos 2
check_sysctl fs.protected_regular 2
check_sysctl fs.suid_dumpable 0
check_sysctl fs.inotify.max_user_instances 512
check_sysctl fs.inotify.max_user_watches 524288
check_sysctl vm.swappiness 10
# Only the declared public ports pass, also those Docker publishes past ufw and firewalld.
# control: packet-filter
check_packet_filter 'packet filter loaded'
check_unit 'packet filter at boot' skanse-packet-filter.service
# Public HTTP enters only through the proxy, which limits time and size, and what one client may do where it can.
# Published ports name a host address, loopback unless the service is public.
# control: edge-proxy, loopback-binding, packet-filter
check_published 'published: only what was declared' 80/tcp 443/tcp 10.0.0.5:9464/tcp 9001/tcp
# No new privileges by default, no API on the network, seccomp kept, few in the docker group.
# control: daemon-privileges
check_docker_socket 'no Docker API on the network'
check_docker_group 'nobody in the docker group'
# Processes cannot gain more rights than they started with; set-uid programs have no effect.
# control: daemon-privileges, no-privilege-escalation
check_docker_option no-new-privileges
# control: daemon-privileges
check_docker_option seccomp
check_docker_option apparmor
# Root in a container becomes an unprivileged number on the host, for the whole daemon.
# User numbers in the container stand for other, unprivileged numbers on the host.
# control: daemon-userns, user-namespace
check_docker_option userns
# Containers keep running while the Docker daemon restarts or gets a patch.
# control: daemon-live-restore
check_docker 'docker live-restore' true info --format '{{.LiveRestoreEnabled}}'
# Every container on the host gets rotated, size-limited logs, also those started by hand.
# Logs are rotated and capped in size; the json-file default grows without end.
# control: daemon-logs, log-rotation
check_docker 'docker log-driver' local info --format '{{.LoggingDriver}}'
# Default bridge without cross traffic, ports on loopback by default, fixed address ranges.
# control: daemon-network
check_docker 'docker icc' false network inspect bridge --format '{{index .Options "com.docker.network.bridge.enable_icc"}}'
# Security updates install themselves; a reboot happens in a fixed window.
# control: host-updates
check_apt_updates 'security updates by themselves'
check_reboot 'running the newest kernel'
# Exactly one service keeps the clock right.
# control: time-sync
check_time 'clock synchronised'
# The kernel records changes to Docker's programs, settings and sockets.
# control: audit-docker
check_audit 'audit rules for Docker'
# Secrets arrive as read-only files, never as environment values and never in these files.
# control: secret-files
check_secrets 'secret files closed to everybody else'
# control: daemon-userns
first_uid=$(remapped /etc/subuid)
first_gid=$(remapped /etc/subgid)
# control: secret-files
check_secret tls-certificate 101 101 400
check_secret tls-key 101 101 400
check_secret api-token 20101 20102 400
check_secret api-key 20101 20102 400
check_secret api-conf 20101 20102 400
check_secret db-password 999 999 400
# control: ssh-keys-only
check_same sshd-00-skanse.conf /etc/ssh/sshd_config.d/00-skanse.conf
# control: host-updates
check_same apt-52-skanse.conf /etc/apt/apt.conf.d/52skanse
# The service listens on a high port, so no capability is needed; a proxy or Service maps 80 and 443.
# control: kernel-baseline, unprivileged-port
check_same sysctl-60-skanse.conf /etc/sysctl.d/60-skanse.conf
# control: edge-proxy, packet-filter
check_same packet-filter.nft /etc/skanse/packet-filter.nft
# control: packet-filter
check_same skanse-packet-filter.service /etc/systemd/system/skanse-packet-filter.service
# Every container gets a stated limit for open files, also those started by hand.
# The service gets the signal it understands and time to finish before it is killed.
# control: daemon-limits, daemon-live-restore, daemon-logs, daemon-network, daemon-privileges, daemon-userns, graceful-stop
check_same daemon.json /etc/docker/daemon.json
# Restarts after a fault are bounded; services that hold data come back until stopped by hand.
# control: bounded-restart, graceful-stop
check_same skanse-workload.service /etc/systemd/system/skanse-workload.service
# control: audit-docker
check_same audit-60-docker.rules /etc/audit/rules.d/60-docker.rules

printf '\n%s\n' "passed $passed, failed $failed, not checked $skipped"
[ "$failed" -eq 0 ]
