{{/* A comment. */}}
{{- define "flow.name" -}}
{{- .Chart.Name | trunc 63 -}}
{{- end -}}
{{- define "flow.labels" }}
app: {{ include "flow.name" . }}
release: {{ .Release.Name }}
{{- end }}
{{- define "flow.recursive" -}}
{{- if gt (int .n) 0 }}{{ .n }},{{ include "flow.recursive" (dict "n" (sub .n 1)) }}{{ end -}}
{{- end -}}
