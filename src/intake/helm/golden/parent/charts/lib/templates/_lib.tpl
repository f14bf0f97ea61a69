{{- define "lib.data" -}}
lib: {{ .Chart.Name | quote }}
{{- end -}}
