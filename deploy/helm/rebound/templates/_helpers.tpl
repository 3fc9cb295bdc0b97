{{/* The four applications of the chart, in the order they are written. */}}
{{- define "rebound.labels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/part-of: rebound
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- end }}

{{- define "rebound.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "rebound.image" -}}
{{- $images := .root.Values.images -}}
{{- $digest := get $images.digests .name -}}
{{- if $digest -}}
{{ $images.registry }}/{{ .name }}@{{ $digest }}
{{- else -}}
{{ $images.registry }}/{{ .name }}:{{ $images.tag | default .root.Chart.AppVersion }}
{{- end -}}
{{- end }}

{{/* As measured in docs/benchmarks.md: the options of ./rebound up. */}}
{{- define "rebound.javaOptions" -}}
-XX:+UseSerialGC -Xmx256m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:+UseCompactObjectHeaders -Xmn20m -XX:TrimNativeHeapInterval=5000 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED{{ with .root.Values.applications.javaOptions }} {{ . }}{{ end }}{{ with (get .root.Values.services .name).javaOptions }} {{ . }}{{ end }}
{{- end }}

{{/* Whether anything scales this application, which then sets its number of processes. */}}
{{- define "rebound.scaled" -}}
{{- $a := .root.Values.autoscaling -}}
{{- if or (and $a.cpu.enabled (has .name (list "web" "application-service"))) (and $a.lag.enabled (has .name (list "feedback-service" "insights-service"))) -}}yes{{- end -}}
{{- end }}

{{/* What is no secret, as names of variables and their values. */}}
{{- define "rebound.settings" -}}
{{- $v := .root.Values -}}
JAVA_TOOL_OPTIONS: {{ include "rebound.javaOptions" . | quote }}
MALLOC_ARENA_MAX: "2"
QUARKUS_HTTP_PORT: {{ (get $v.services .name).port | quote }}
QUARKUS_SHUTDOWN_TIMEOUT: {{ printf "%dS" (sub (int $v.applications.stopWithin) (add (int $v.applications.pauseBeforeStop) 10)) | quote }}
REBOUND_DEVELOPMENT: {{ $v.development | quote }}
REBOUND_REALM_URL: {{ required "realmUrl: the realm's address, https://../realms/rebound" $v.realmUrl | quote }}
REBOUND_WEB_URL: {{ required "webUrl: where people open Rebound" $v.webUrl | quote }}
{{- with $v.tracing.endpoint }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ . | quote }}
OTEL_TRACES_SAMPLER_ARG: {{ $v.tracing.share | quote }}
{{- end }}
{{- if eq .name "web" }}
REBOUND_APPLICATION_URL: {{ printf "http://application-service:%d" (int (get $v.services "application-service").port) | quote }}
REBOUND_FEEDBACK_URL: {{ printf "http://feedback-service:%d" (int (get $v.services "feedback-service").port) | quote }}
REBOUND_INSIGHTS_URL: {{ printf "http://insights-service:%d" (int (get $v.services "insights-service").port) | quote }}
QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING: "true"
QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED: "true"
QUARKUS_HTTP_PROXY_TRUSTED_PROXIES: {{ join "," $v.network.podCidrs | quote }}
{{- else }}
REBOUND_TRUSTED_PROXIES: {{ join "," $v.network.podCidrs | quote }}
REBOUND_TOPICS_PARTITIONS: {{ $v.kafka.partitions | quote }}
REBOUND_TOPICS_REPLICATION: {{ $v.kafka.replication | quote }}
KAFKA_BOOTSTRAP_SERVERS: {{ $v.kafka.bootstrap | quote }}
{{- if $v.kafka.tls }}
KAFKA_SECURITY_PROTOCOL: SSL
KAFKA_SSL_TRUSTSTORE_TYPE: PEM
KAFKA_SSL_TRUSTSTORE_LOCATION: /etc/rebound/kafka-ca/ca.crt
KAFKA_SSL_KEYSTORE_TYPE: PKCS12
KAFKA_SSL_KEYSTORE_LOCATION: /etc/rebound/kafka-user/user.p12
{{- end }}
{{ include "rebound.database" (dict "root" .root "database" (get $v.databases .name) "rebound" "" "quarkus" "" "folder" "postgres-ca") }}
{{ include "rebound.database" (dict "root" .root "database" (get $v.databases "keys") "rebound" "KEYS_" "quarkus" "KEYS_" "folder" "keys-postgres-ca") }}
{{- if $v.migrations.job }}
QUARKUS_FLYWAY_MIGRATE_AT_START: "false"
QUARKUS_FLYWAY_KEYS_MIGRATE_AT_START: "false"
{{- end }}
{{- if eq .name "feedback-service" }}
REBOUND_MAIL_FROM: {{ required "mail.from: whom invitations come from" $v.mail.from | quote }}
REBOUND_MAIL_HOST: {{ required "mail.host: what sends mail" $v.mail.host | quote }}
REBOUND_MAIL_PORT: {{ $v.mail.port | quote }}
REBOUND_MAIL_START_TLS: {{ $v.mail.startTls | quote }}
{{- end }}
{{- end }}
{{- end }}

{{/* Where one database is. JDBC takes its TLS in the address, the reactive client beside it. */}}
{{- define "rebound.database" -}}
REBOUND_{{ .rebound }}POSTGRES_HOST: {{ .database.host | quote }}
REBOUND_{{ .rebound }}POSTGRES_PORT: {{ .database.port | quote }}
REBOUND_{{ .rebound }}DB_NAME: {{ .database.name | quote }}
{{- if ne .root.Values.databaseTls "off" }}
QUARKUS_DATASOURCE_{{ .quarkus }}JDBC_URL: {{ printf "jdbc:postgresql://%s:%d/%s?sslmode=%s" .database.host (int .database.port) .database.name .root.Values.databaseTls }}{{ if eq .root.Values.databaseTls "verify-full" }}&sslrootcert=/etc/rebound/{{ .folder }}/ca.crt{{ end }}
QUARKUS_DATASOURCE_{{ .quarkus }}REACTIVE_POSTGRESQL_SSL_MODE: {{ .root.Values.databaseTls }}
{{- if eq .root.Values.databaseTls "verify-full" }}
QUARKUS_DATASOURCE_{{ .quarkus }}REACTIVE_TRUST_CERTIFICATE_PEM: "true"
QUARKUS_DATASOURCE_{{ .quarkus }}REACTIVE_TRUST_CERTIFICATE_PEM_CERTS: /etc/rebound/{{ .folder }}/ca.crt
QUARKUS_DATASOURCE_{{ .quarkus }}REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM: HTTPS
{{- else }}
QUARKUS_DATASOURCE_{{ .quarkus }}REACTIVE_TRUST_ALL: "true"
{{- end }}
{{- end }}
{{- end }}

{{/* A variable from a secret. */}}
{{- define "rebound.secret" -}}
- name: {{ .name }}
  valueFrom: {secretKeyRef: {name: {{ .secret }}, key: {{ .key }}}}
{{- end }}

{{- define "rebound.databaseSecrets" -}}
{{- $d := .root.Values.databases -}}
{{ include "rebound.secret" (dict "name" "REBOUND_DB_USER" "secret" (get $d .name).secret "key" "username") }}
{{ include "rebound.secret" (dict "name" "REBOUND_DB_PASSWORD" "secret" (get $d .name).secret "key" "password") }}
{{ include "rebound.secret" (dict "name" "REBOUND_KEYS_DB_USER" "secret" $d.keys.secret "key" "username") }}
{{ include "rebound.secret" (dict "name" "REBOUND_KEYS_DB_PASSWORD" "secret" $d.keys.secret "key" "password") }}
{{ include "rebound.secret" (dict "name" "REBOUND_KEY_ENCRYPTION_KEY" "secret" .root.Values.secrets.keyEncryption "key" "key") }}
{{- end }}

{{/* What is secret, each by the name of the secret that holds it. */}}
{{- define "rebound.secrets" -}}
{{- $v := .root.Values -}}
{{- if eq .name "web" -}}
{{ include "rebound.secret" (dict "name" "REBOUND_WEB_CLIENT_SECRET" "secret" $v.secrets.web "key" "client-secret") }}
{{ include "rebound.secret" (dict "name" "REBOUND_SESSION_SECRET" "secret" $v.secrets.web "key" "session-secret") }}
{{- else -}}
{{ include "rebound.databaseSecrets" . }}
{{- if $v.kafka.tls }}
{{ include "rebound.secret" (dict "name" "KAFKA_SSL_KEYSTORE_PASSWORD" "secret" .name "key" "user.password") }}
{{- end }}
{{- if and (eq .name "feedback-service") $v.mail.secret }}
{{ include "rebound.secret" (dict "name" "REBOUND_MAIL_USERNAME" "secret" $v.mail.secret "key" "username") }}
{{ include "rebound.secret" (dict "name" "REBOUND_MAIL_PASSWORD" "secret" $v.mail.secret "key" "password") }}
{{- end }}
{{- end }}
{{- end }}

{{/* Files: a folder to write to, and whose certificates are believed. */}}
{{- define "rebound.mounts" -}}
- {name: tmp, mountPath: /tmp}
{{- if ne .name "web" }}
{{- if eq .root.Values.databaseTls "verify-full" }}
- {name: postgres-ca, mountPath: /etc/rebound/postgres-ca, readOnly: true}
- {name: keys-postgres-ca, mountPath: /etc/rebound/keys-postgres-ca, readOnly: true}
{{- end }}
{{- if and .root.Values.kafka.tls (not .migration) }}
- {name: kafka-ca, mountPath: /etc/rebound/kafka-ca, readOnly: true}
- {name: kafka-user, mountPath: /etc/rebound/kafka-user, readOnly: true}
{{- end }}
{{- end }}
{{- end }}

{{- define "rebound.volumes" -}}
{{- $v := .root.Values -}}
- name: tmp
  emptyDir: {sizeLimit: {{ (get $v.services .name).temporary }}}
{{- if ne .name "web" }}
{{- if eq $v.databaseTls "verify-full" }}
- name: postgres-ca
  secret: {secretName: {{ (get $v.databases .name).ca }}, items: [{key: ca.crt, path: ca.crt}]}
- name: keys-postgres-ca
  secret: {secretName: {{ $v.databases.keys.ca }}, items: [{key: ca.crt, path: ca.crt}]}
{{- end }}
{{- if and $v.kafka.tls (not .migration) }}
- name: kafka-ca
  secret: {secretName: {{ $v.kafka.ca }}, items: [{key: ca.crt, path: ca.crt}]}
- name: kafka-user
  secret: {secretName: {{ .name }}, items: [{key: user.p12, path: user.p12}]}
{{- end }}
{{- end }}
{{- end }}

{{/* Of a pod, and of a container: the restricted profile of Pod Security. */}}
{{- define "rebound.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
{{ include "rebound.pullSecrets" . }}
{{- end }}

{{/* The names by which a registry lets pods in; nothing where it asks for none. */}}
{{- define "rebound.pullSecrets" -}}
{{- with .Values.images.pullSecrets -}}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- end }}

{{- define "rebound.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
{{- end }}
