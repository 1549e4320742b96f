# shellcheck shell=sh
# SPDX-License-Identifier: Apache-2.0
# Copyright the netgrade authors
#
# What the benches of the active eye share; each reads it first: . "$(dirname "$0")/lib.sh"
# It sets root (the checkout) and work (a folder of the run's own, gone with it), and ends what was started with `started`.

bench=bench/active/${0##*/}
root=$(cd "$(dirname "$0")/../.." && pwd -P)
tree=${NETGRADE_LAB:-$root/target/lab}/tree
enter=$root/scanner-core/src/test/lab/enter
children=

unavailable() {
    echo "$bench: $1" >&2
    exit 69
}

# Each tool of a list, or its end.
needs() {
    for tool in "$@"; do
        command -v "$tool" >/dev/null || unavailable "needs $tool"
    done
}

needs_time() { [ -x /usr/bin/time ] || unavailable "needs GNU time: apt-get install time"; }

# The lab tree, with a file in it.
needs_lab() { [ -e "$tree/$1" ] || unavailable "no lab tree with $1 at $tree: run ./verify first"; }

# A folder in the lab tree for what its servers read, beside `work`; `inside` is its name there.
site() {
    site=$(mktemp -d "$tree/srv/bench-XXXXXX")
    inside=/srv/${site##*/}
    chmod 0777 "$site"
}

# To be ended with the bench.
started() { children="$children $*"; }

tidy() {
    # shellcheck disable=SC2086 # a list of numbers
    [ -z "$children" ] || kill -9 $children 2>/dev/null || :
    rm -rf "$work" ${site:+"$site"}
}

work=$(mktemp -d "${TMPDIR:-/tmp}/netgrade-bench.XXXXXX")
trap tidy EXIT
trap 'exit 130' INT TERM

# Seconds, processor seconds and kilobytes of a command; what it said is in $work/out and $work/err.
measured() {
    /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >"$work/out" 2>"$work/err" || :
    tail -1 "$work/time" | awk '{ print $1, $2 + $3, $4 }'
}

# Two namespaces, the processes near and far, with a wire between them on which each packet takes so many milliseconds, one
# way: netem where the kernel has it, else one of our own. `wire` says which. Here is 10.77.0.1; 10.77.128.0/17 is there.
two_networks() {
    unshare --net sleep 86400 &
    near=$!
    unshare --net sleep 86400 &
    far=$!
    started "$near" "$far"
    sleep 1
    if nsenter -t "$far" -n ip link add wire1 type veth peer name wire0 netns "$near" 2>/dev/null &&
        nsenter -t "$far" -n tc qdisc add dev wire1 root netem delay "$1ms" limit 100000 2>/dev/null &&
        nsenter -t "$near" -n tc qdisc add dev wire0 root netem delay "$1ms" limit 100000 2>/dev/null; then
        nsenter -t "$near" -n sh -c 'ip link set lo up; ip link set wire0 up; ip address add 10.77.0.1/16 dev wire0;
            ip route add 10.77.128.0/17 via 10.77.255.254'
        nsenter -t "$far" -n sh -c 'ip link set lo up; ip link set wire1 up; ip address add 10.77.255.254/16 dev wire1;
            ip route add local 10.77.128.0/17 dev lo'
        wire="netem, $1 ms each way"
    else
        nsenter -t "$far" -n ip link delete wire1 2>/dev/null || :
        "$root/bench/active/delay" "$1" "/proc/$near/ns/net" "/proc/$far/ns/net" >"$work/wire" 2>&1 &
        started $!
        until grep -q up "$work/wire"; do
            kill -0 $! 2>/dev/null || unavailable "no wire: $(cat "$work/wire")"
            sleep 0.2
        done
        wire="bench/active/delay, $1 ms each way (this kernel has no netem)"
    fi
    printf 'schema: netgrade.scope/1\nallow: [10.77.0.0/16]\nauthorised-by: the bench\n' >"$work/scope.yml"
}

nearby() { nsenter -t "$near" -n "$@"; }
yonder() { nsenter -t "$far" -n "$@"; }
