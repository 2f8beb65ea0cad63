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
