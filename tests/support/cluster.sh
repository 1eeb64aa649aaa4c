# SPDX-FileCopyrightText: 2026 The Ghar Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A PostgreSQL server of the tests' own: in a temporary folder, on a local socket, no network. Sourced by tests/run.
#
#   start_cluster   sets GHAR_TEST_PG to the connection text of a superuser
#   stop_cluster    stops that server and removes its folder
#
# The role ghar_password can log in with the password "open sesame" only; everybody else is trusted.

cluster=""

# The folder of the newest PostgreSQL programs on this machine, 15 or newer; nothing when there are none.
postgres_programs() {
    local folder version best="" best_version=14
    for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin \
        /usr/local/opt/postgresql@*/bin /usr/bin /usr/local/bin; do
        [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/psql" ] || continue
        version=$("$folder/initdb" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
        if [ "$version" -gt "$best_version" ]; then
            best=$folder
            best_version=$version
        fi
    done
    printf '%s' "$best"
}

# The server refuses to run as root, so there it runs as the user that its package made.
as_server() {
    if [ "$(id -u)" = 0 ]; then
        (cd "$cluster" && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

start_cluster() {
    local programs
    programs=$(postgres_programs)
    if [ -z "$programs" ]; then
        printf '%s\n' "There is no PostgreSQL 15 or newer on this machine, and the tests need one. Install it with PostGIS," \
            "or set GHAR_WITHOUT_POSTGRES=1 to leave those tests out (they are then reported as skipped)." >&2
        return 1
    fi
    cluster=$(mktemp -d "${TMPDIR:-/tmp}/ghar-pg.XXXXXX")
    [ "$(id -u)" != 0 ] || chown postgres: "$cluster"
    as_server "$programs/initdb" --pgdata "$cluster/data" --encoding UTF8 --locale C.UTF-8 --auth trust \
        --username postgres --no-sync >"$cluster.log" 2>&1 || {
        cat "$cluster.log" >&2
        return 1
    }
    mv "$cluster.log" "$cluster/initdb.log"
    as_server tee "$cluster/data/pg_hba.conf" >/dev/null <<'HBA'
local all ghar_password scram-sha-256
local all all           trust
HBA
    as_server "$programs/pg_ctl" --pgdata "$cluster/data" --wait --silent --log "$cluster/server.log" \
        --options "-k '$cluster' -c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off" \
        start || {
        cat "$cluster/server.log" >&2
        return 1
    }
    cluster_programs=$programs
    GHAR_TEST_PG="host=$cluster user=postgres dbname=postgres"
    export GHAR_TEST_PG
    "$programs/psql" --no-psqlrc --quiet --set ON_ERROR_STOP=1 "$GHAR_TEST_PG" \
        --command "CREATE ROLE ghar_password LOGIN PASSWORD 'open sesame'"
}

stop_cluster() {
    [ -n "$cluster" ] || return 0
    # pg_ctl finds the server by the number in its own data folder and touches no other one.
    [ ! -f "$cluster/data/postmaster.pid" ] \
        || as_server "$cluster_programs/pg_ctl" --pgdata "$cluster/data" --mode immediate --wait --silent stop || true
    rm -rf "$cluster"
    cluster=""
}
