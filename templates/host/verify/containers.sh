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
process_of() { pid=$($engine_command inspect --format '{{pid:text}}' "$1" 2>/dev/null); }

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
    is "$2 $(in_group "$2")" "$2 $3"
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
        needs_root
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
    is "$($engine_command inspect --format '{{networks:text}}' "$id" 2>/dev/null | tr ' ' '\n' | sed '/^$/d' | sort | joined)" "$expected"
}
healthy() {
    expected=healthy
    service "$1" || return
    is "$($engine_command inspect --format '{{health:text}}' "$id" 2>/dev/null)" healthy
}

# Containers that the bundle does not know, and whether one of them may do everything.
strangers() {
    if [ "$engine_answers" = no ]; then
        unknown "$engine: no answer" "$engine: svarer ikke"
        return
    fi
    nothing "$($engine_command ps --format '{{project:text}}' 2>/dev/null |
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
        list="$list$($engine_command inspect --format '{{privileged:text}}' "$id" 2>/dev/null | sed -n 's/^true //p') "
    done
    nothing "$(printf '%s\n' "$list" | joined | tr -s ' ' | sed 's/^ //')"
}
