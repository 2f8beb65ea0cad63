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
    running=$($engine_command version --format '{{server-version:text}}' 2>/dev/null)
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
