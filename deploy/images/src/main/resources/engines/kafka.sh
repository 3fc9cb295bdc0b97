#!/bin/sh
# As the published image has it: a variable KAFKA_A_B is the setting a.b.
set -eu
data=/var/lib/kafka
settings=$data/server.properties
env | sed -n 's/^KAFKA_//p' | while IFS='=' read -r name value; do
  printf '%s=%s\n' "$(printf %s "$name" | tr 'A-Z_' 'a-z.')" "$value"
done >"$settings"
echo "log.dirs=$data/log" >>"$settings"
set -- /opt/java/bin/java -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info -cp '/opt/kafka/libs/*'
[ -e "$data/log/meta.properties" ] || "$@" -Xmx128m kafka.tools.StorageTool format -t UmVib3VuZExvY2FsU3RhY2s -c "$settings"
exec "$@" -Xms64m -Xmx512m kafka.Kafka "$settings"
