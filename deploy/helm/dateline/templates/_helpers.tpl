{{- define "dateline.labels" -}}
app.kubernetes.io/name: dateline
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "dateline.allLabels" -}}
{{ include "dateline.labels" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{/* What a release takes with it must not be the news: topics, nor the cluster, whose id stands on the volumes that stay. */}}
{{- define "dateline.kept" -}}
helm.sh/resource-policy: keep
{{- end }}

{{- define "dateline.image" -}}
{{- with .Values.image -}}
{{- if .digest }}{{ .repository }}@{{ .digest }}{{ else }}{{ .repository }}:{{ .tag | default $.Chart.AppVersion }}{{ end -}}
{{- end -}}
{{- end }}

{{/* The user of a service in Kafka. The console whose people may act is another one than the console that only looks. */}}
{{- define "dateline.user" -}}
dateline-{{ if and (eq .component "console") .root.Values.console.tokensSecret }}console-acting{{ else }}{{ .component }}{{ end }}
{{- end }}

{{- define "dateline.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "dateline.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{/* How Kafka is found, and how its brokers and we know one another: files that Strimzi hands out. */}}
{{- define "dateline.kafkaEnv" -}}
- {name: DATELINE_KAFKA_BOOTSTRAP, value: "{{ .Values.kafka.cluster }}-kafka-bootstrap:{{ .Values.kafka.listenerPort }}"}
- {name: DATELINE_KAFKA_SECURITY, value: tls}
- {name: DATELINE_KAFKA_CA_FILE, value: /run/secrets/kafka-ca/ca.crt}
- {name: DATELINE_KAFKA_CERTIFICATE_FILE, value: /run/secrets/kafka-user/user.crt}
- {name: DATELINE_KAFKA_KEY_FILE, value: /run/secrets/kafka-user/user.key}
- {name: DATELINE_KAFKA_REPLICATION, value: {{ .Values.kafka.replicas | quote }}}
{{- with .Values.schemaRegistry.url }}
- {name: DATELINE_KAFKA_SCHEMA_REGISTRY, value: {{ . | quote }}}
{{- end }}
{{- end }}

{{- define "dateline.kafkaMounts" -}}
- {name: kafka-ca, mountPath: /run/secrets/kafka-ca, readOnly: true}
- {name: kafka-user, mountPath: /run/secrets/kafka-user, readOnly: true}
{{- end }}

{{- define "dateline.kafkaVolumes" -}}
- name: kafka-ca
  secret: {secretName: "{{ .root.Values.kafka.cluster }}-cluster-ca-cert", items: [{key: ca.crt, path: ca.crt}]}
- name: kafka-user
  secret:
    secretName: {{ .user }}
    defaultMode: 0440
    items: [{key: user.crt, path: user.crt}, {key: user.key, path: user.key}]
{{- end }}

{{/* Where rows are; sections differ, the settings in them do not. */}}
{{- define "dateline.databaseEnv" -}}
{{- $prefix := printf "DATELINE_%s_DATABASE" (upper .component) -}}
- {name: {{ $prefix }}_URL, value: "{{ .root.Values.postgres.url }}&sslrootcert=/run/secrets/postgres-ca/ca.crt"}
- name: {{ $prefix }}_USER
  valueFrom: {secretKeyRef: {name: {{ .secret }}, key: username}}
- {name: {{ $prefix }}_PASSWORD_FILE, value: /run/secrets/postgres/password}
{{- end }}

{{/* The pod of a program that has the rights of the operator; "starts" says what it runs. */}}
{{- define "dateline.operatorPod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  {{- include "dateline.podSecurity" .root | nindent 2 }}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.defaults.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.defaults.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
containers:
  - name: {{ .component }}
    image: {{ include "dateline.image" .root | quote }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    {{- toYaml .starts | nindent 4 }}
    securityContext:
      {{- include "dateline.containerSecurity" .root | nindent 6 }}
    env:
      {{- include "dateline.kafkaEnv" .root | nindent 6 }}
      {{- range $key, $value := .root.Values.env }}
      - {name: {{ $key }}, value: {{ $value | quote }}}
      {{- end }}
    resources:
      {{- toYaml .resources | nindent 6 }}
    volumeMounts:
      - {name: tmp, mountPath: /tmp}
      {{- include "dateline.kafkaMounts" .root | nindent 6 }}
volumes:
  - name: tmp
    emptyDir: {sizeLimit: 256Mi}
  {{- include "dateline.kafkaVolumes" (dict "root" .root "user" "dateline-operator") | nindent 2 }}
{{- end }}
