{{ define "scope.name" }}{{ .Chart.Name | upper }}{{ end }}
{{ define "scope.set" }}{{ $_ := set .box "seen" (add (.box.seen | default 0) 1) }}{{ end }}
{{ define "scope.pair" }}{{ index . 0 }}={{ index . 1 }}{{ end }}
