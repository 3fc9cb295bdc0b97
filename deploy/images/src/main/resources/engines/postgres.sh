#!/bin/sh
# As the published image has it: POSTGRES_PASSWORD is the superuser's, and the server starts once to
# be set up and once to stay.
set -eu
export PATH=/opt/postgres/bin:$PATH PGDATA=/var/lib/postgresql/data
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  umask 077
  printf '%s' "${POSTGRES_PASSWORD:?is the password of the superuser}" >/tmp/password
  initdb -U postgres -A scram-sha-256 --pwfile=/tmp/password -E UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --no-locale --no-instructions
  rm /tmp/password
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  # A statement a line, before anybody may connect.
  for file in /docker-entrypoint-initdb.d/*.sql; do
    [ ! -e "$file" ] || postgres --single postgres <"$file"
  done
  pg_ctl -w -o "-c listen_addresses= -c unix_socket_directories=/tmp" start
  pg_ctl -w -m fast stop
fi
# What comes after the program's name are its options.
shift
exec postgres -c 'listen_addresses=*' -c unix_socket_directories=/tmp "$@"
