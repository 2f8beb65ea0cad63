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
