{{- define "shop.labels" -}}
app: {{ .Chart.Name }}
{{- end -}}

{{- define "shop.image" -}}
{{ .repository }}:{{ default "latest" .tag }}
{{- end -}}

{{- define "shop.container" -}}
name: {{ .name }}
image: {{ .image }}
securityContext:
  privileged: {{ .privileged }}
{{- end -}}
