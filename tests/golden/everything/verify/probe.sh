#!/bin/sh
# The attempts themselves. drill.sh starts it inside a container, with its own tools.
# Skanse 0.1.0, profile b1bc98ba1028
# usage: probe.sh PLAN. Each line of the plan: a number, the kind of the attempt, its arguments, with tabs
# between. Each answer: @, the number, "refused", "allowed" or "untried", and what was seen.
# shellcheck disable=SC2016,SC3045 # busybox runs it, whose ulimit knows -H
if [ -d /skanse/bin ]; then
    PATH=/skanse/bin
    root=/skanse
else # a probe pod: the image is a busybox itself
    PATH=/bin:/usr/bin:/sbin:/usr/sbin
    root=/
fi
export PATH
tab=$(printf '\t')
number=0

# say OUTCOME SEEN: of several lines of a message the last one that says something
say() {
    printf '@\t%s\t%s\t%s\n' "$number" "$1" \
        "$(printf '%s\n' "$2" | tr '\t' ' ' | sed -n '/[^ ]/h;${x;s/^sh: //;s/^.*probe.sh: line [0-9]*: //;p;}' | cut -c1-160)"
}

# has APPLET: whether this busybox has it; else the attempt is not made
has() {
    command -v "$1" >/dev/null && return 0
    say untried "this busybox lacks: $1"
    return 1
}

# judge STATUS MESSAGE: only the kernel's own refusals count as refused
judge() {
    if [ "$1" -eq 0 ]; then
        say allowed "${2:-it worked}"
        return
    fi
    case $2 in
    *'not permitted'* | *'ermission denied'* | *'Function not implemented'*) say refused "$2" ;;
    *) say untried "${2:-status $1}" ;;
    esac
}

# status_field NAME: of /proc/self/status
status_field() { sed -n "s/^$1:[^0-9a-f]*//p" /proc/self/status; }

be_root() {
    if [ "$(id -u)" -eq "$1" ] && [ "$1" -ne 0 ]; then say refused "$(id)"; else say allowed "$(id)"; fi
}

# A read-only mount is refused before the rights of files are looked at, so the message tells the two apart.
write_root() {
    seen=
    for folder in / /bin /etc /home /opt /root /srv /usr /var; do
        { [ -d "$folder" ] && [ -x "$folder" ]; } || continue
        [ "$folder" = / ] || ! grep -q " $folder " /proc/self/mountinfo || continue
        if message=$( (: >"${folder%/}/.skanse-drill") 2>&1); then
            rm -f "${folder%/}/.skanse-drill"
            say allowed "written: ${folder%/}/.skanse-drill"
            return
        fi
        case $message in
        *'Read-only'*) seen=${seen:-$message} ;;
        *)
            say allowed "writable; only the rights of files refuse: $message"
            return
            ;;
        esac
    done
    say refused "$seen"
}

set_user_id() {
    has su || return
    if [ "$(id -u)" -eq 0 ]; then # root already: only the kernel's switch can be looked at
        if [ "$(status_field NoNewPrivs)" = 1 ]; then
            say refused 'NoNewPrivs: 1'
        else
            say allowed "NoNewPrivs: $(status_field NoNewPrivs)"
        fi
        return
    fi
    program=/skanse/setid/busybox
    if [ ! -u "$program" ] || [ "$(stat -c %u "$program")" != 0 ]; then
        say untried 'no program with the set-user-ID bit of root could be brought in (run the drill as root)'
        return
    fi
    if grep ' /skanse ' /proc/self/mountinfo | grep -q nosuid; then
        say untried 'the drill folder lies on a file system without set-user-ID programs'
        return
    fi
    message=$("$program" su skanse-nobody 2>&1 </dev/null)
    case $message in
    *'must be suid'*) say refused "$message" ;;
    *'unknown user'*) say allowed 'the program ran as root' ;;
    *) say untried "$message" ;;
    esac
}

# keep_capabilities ALLOWED: bits
keep_capabilities() {
    bound=$(status_field CapBnd)
    held=$(status_field CapPrm)
    if [ $(((0x$bound | 0x$held) & ~$1)) -eq 0 ]; then
        say refused "CapBnd: $bound, CapPrm: $held"
    else
        say allowed "CapBnd: $bound, CapPrm: $held"
    fi
}

change_root() {
    has chroot || return
    program=/busybox
    [ "$root" != / ] || program=$(command -v busybox)
    message=$(chroot "$root" "$program" true 2>&1)
    judge $? "$message"
}

raw_socket() {
    has arping || return
    message=$(timeout 3 arping -q -c 1 -w 1 -I lo 127.0.0.1 2>&1)
    status=$?
    # It complains about the interface only after it got its socket.
    case $message in *ARPable*) status=0 ;; esac
    judge "$status" "$message"
}

new_namespace() {
    has unshare || return
    message=$(unshare -m true 2>&1)
    judge $? "$message"
}

mount_tmpfs() {
    has mount || return
    folder=/skanse/mnt
    [ -d "$folder" ] || folder=/tmp
    message=$(mount -t tmpfs none "$folder" 2>&1)
    status=$?
    [ "$status" -ne 0 ] || umount "$folder"
    judge "$status" "$message"
}

# The file is no module: a kernel that looks at it says so, and nothing is loaded.
load_module() {
    has insmod || return
    message=$(insmod /proc/self/status 2>&1)
    status=$?
    case $message in *'nvalid module format'* | *'xec format'*) status=0 ;; esac
    judge "$status" "$message"
}

# Sets what is set already.
set_clock() {
    has adjtimex || return
    tick=$(adjtimex 2>/dev/null | sed -n 's/.* tick: *\([0-9]*\) us.*/\1/p')
    message=$(adjtimex -t "${tick:-10000}" 2>&1 >/dev/null)
    judge $? "$message"
}

# Switching off address randomisation for oneself: every user may, only a seccomp filter refuses.
filtered_call() {
    has linux64 || return
    message=$(linux64 -R true 2>&1)
    judge $? "$message"
}

bind_low_port() {
    has nc || return
    first=$(cat /proc/sys/net/ipv4/ip_unprivileged_port_start 2>/dev/null)
    if [ "$(id -u)" -ne 0 ] && [ "${first:-1024}" -le 81 ]; then
        say untried "this engine lets everybody use low ports inside a container: ip_unprivileged_port_start=$first"
        return
    fi
    message=$(timeout 1 nc -l -p 81 2>&1 </dev/null)
    status=$?
    [ "$status" -ne 143 ] || status=0 # it listened until it was stopped
    judge "$status" "$message"
}

# raise_open_files LIMIT
raise_open_files() {
    hard=$(ulimit -Hn)
    if [ "$hard" = unlimited ] || [ "$hard" -gt "$1" ]; then
        say allowed "limit: $hard"
    elif message=$( (ulimit -Hn "$(($1 + 1))") 2>&1); then
        say allowed "raised to: $(($1 + 1))"
    else
        say refused "limit: $hard; $message"
    fi
}

# run_from_scratch FOLDER
run_from_scratch() {
    file=$1/.skanse-drill-run
    if ! message=$( (printf '#!/skanse/busybox sh\nexit 0\n' >"$file" && chmod 700 "$file") 2>&1); then
        say untried "$message"
        return
    fi
    message=$("$file" 2>&1)
    judge $? "$message"
    rm -f "$file"
}

# fill_scratch FOLDER MIB
fill_scratch() {
    file=$1/.skanse-drill-fill
    message=$(timeout 60 dd if=/dev/zero "of=$file" bs=1M "count=$(($2 + 4))" 2>&1)
    status=$?
    rm -f "$file"
    case $status:$message in
    0:*) say allowed "written: $(($2 + 4)) MiB" ;;
    *'No space left'*) say refused "$(printf '%s\n' "$message" | grep 'No space left')" ;;
    137:*) say untried 'the memory limit ended it first' ;;
    *) say untried "$message" ;;
    esac
}

# read_file PATH: the content is never shown
read_file() {
    if message=$( (head -c 1 "$1" >/dev/null) 2>&1); then
        say allowed 'it can be read'
    else
        say refused "$message"
    fi
}

# connects HOST PORT: whether somebody answers; nothing is sent
connects() { timeout 6 nc -w 2 "$1" "$2" -e true; }

# reach PORT HOST...
reach() {
    has nc || return
    port=$1
    shift
    seen=
    for host in "$@"; do
        if message=$(connects "$host" "$port" 2>&1 </dev/null); then
            say allowed "answers: $host:$port"
            return
        fi
        seen="$seen${seen:+; }${message#nc: }"
    done
    say refused "$seen"
}

# find_open SERVICE PORT ADDRESS...: whether the port answers where it may
find_open() {
    name=$1
    port=$2
    shift 2
    for host in "$@"; do
        if connects "$host" "$port" >/dev/null 2>&1 </dev/null; then
            printf '@\topen\t%s\n' "$name $port"
            return
        fi
    done
}

# fork_until MOST: sleeping children, gone after half a minute whatever happens. The last attempt of all.
fork_until() {
    # From here on nothing may need a process more, or the shell would end.
    children=$( (
        count=0
        while [ "$count" -lt "$1" ]; do
            sleep 30 >/dev/null 2>&1 &
            echo "$!"
            count=$((count + 1))
        done
    ) 2>&1)
    count=0
    message=
    for word in $children; do
        case $word in
        *[!0-9]*) message="$message $word" ;;
        *)
            count=$((count + 1))
            kill -9 "$word" 2>/dev/null
            ;;
        esac
    done
    outcome=allowed
    if [ "$count" -lt "$1" ] && [ -n "$message" ]; then outcome=refused; fi
    printf '@\t%s\t%s\t%s\n' "$number" "$outcome" "processes: $count${message:+;}${message#*line [0-9]:}"
}

# allocate MIB: one buffer, filled once
allocate() {
    message=$(timeout 60 dd if=/dev/zero of=/dev/null "bs=${1}M" count=1 2>&1)
    status=$?
    case $status in
    0) say allowed "got: $1 MiB" ;;
    137) say refused 'killed at the limit' ;;
    *) say refused "$message" ;;
    esac
}

plan=$1
if [ -f "$1" ]; then plan=$(cat "$1"); fi
# shellcheck disable=SC2086 # some arguments are lists
while IFS=$tab read -r number kind one two three; do
    case $kind in
    be-root) be_root "$one" ;;
    write-root) write_root ;;
    set-user-id) set_user_id ;;
    keep-capabilities) keep_capabilities "$one" ;;
    change-root) change_root ;;
    raw-socket) raw_socket ;;
    new-namespace) new_namespace ;;
    mount) mount_tmpfs ;;
    load-module) load_module ;;
    set-clock) set_clock ;;
    filtered-call) filtered_call ;;
    bind-low-port) bind_low_port ;;
    raise-open-files) raise_open_files "$one" ;;
    run-from-scratch) run_from_scratch "$one" ;;
    fill-scratch) fill_scratch "$one" "$two" ;;
    read-secret | read-token) read_file "$one" ;;
    reach-service) reach "$two" "$one" $three ;;
    reach-metadata | reach-internet) reach "$two" "$one" ;;
    find-open) find_open "$one" "$two" $three ;;
    fork) fork_until "$one" ;;
    allocate) allocate "$one" ;;
    *) say untried "$kind?" ;;
    esac
done <<END
$plan
END
printf '@\tend\n'
