import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { estateIn, estateOf, writeFiles } from '../estate.testing.ts'

const CHART = 'apiVersion: v2\nname: web\nversion: 1.0.0\n'
const MOST_MS = 10_000

describe('a hostile chart', () => {
  it.each([
    {
      name: 'a template that includes itself',
      template: '{{ define "x" }}{{ include "x" . }}{{ end }}{{ include "x" . }}',
    },
    {
      name: 'a template that names itself',
      template: '{{ define "x" }}{{ template "x" . }}{{ end }}{{ template "x" . }}',
    },
    {
      name: 'a text that carries itself out',
      template: '{{ $t := "{{ tpl .t . }}" }}{{ tpl $t (dict "t" $t) }}',
    },
    { name: 'an endless loop', template: '{{ range until 100000000 }}{{ . }}{{ end }}' },
    { name: 'a loop over a number', template: '{{ range 1000000000000 }}{{ end }}' },
    {
      name: 'loops in loops',
      template:
        '{{ range until 10000 }}{{ range until 10000 }}{{ range until 10000 }}x{{ end }}{{ end }}{{ end }}',
    },
    { name: 'a long repetition', template: '{{ repeat 1000000000 "xxxxxxxxxx" }}' },
    { name: 'repetitions of repetitions', template: DOUBLING() },
    { name: 'a wide number', template: '{{ printf "%1000000000d" 1 }}' },
    { name: 'a long random text', template: '{{ randAlphaNum 2000000000 }}' },
    {
      name: 'a regular expression that backtracks',
      template: '{{ regexMatch "(a*)*(a*)*(a*)*b$" (repeat 20000 "a") }}{{ fail "done" }}',
    },
    {
      name: 'a map in itself',
      template: '{{ $d := dict }}{{ $_ := set $d "d" $d }}{{ toYaml $d }}',
    },
    {
      name: 'a map in itself as JSON',
      template: '{{ $d := dict }}{{ $_ := set $d "d" $d }}{{ toJson $d }}',
    },
    {
      name: 'a map in itself, printed',
      template: '{{ $d := dict }}{{ $_ := set $d "d" $d }}{{ $d }}',
    },
    { name: 'parentheses', template: `{{ ${'('.repeat(100_000)} }}` },
    { name: 'blocks', template: '{{ if 1 }}'.repeat(100_000) },
    {
      name: 'a chain of else',
      template: `{{ if 0 }}${'{{ else if 0 }}'.repeat(100_000)}{{ end }}`,
    },
  ])('ends with a fault at its template: $name', ({ template }) => {
    const start = Date.now()
    const { faults, scene } = estateOf({ 'Chart.yaml': CHART, 'templates/x.yaml': template })
    expect(faults).toMatchObject([
      { code: 'INTAKE_RENDER', at: expect.stringMatching(/^templates\/x\.yaml:\d+:\d+$/) },
    ])
    expect(scene.resources).toEqual([])
    expect(Date.now() - start).toBeLessThan(MOST_MS)
  })

  it('is not followed out of its folder', () => {
    const folder = writeFiles({ 'outside.txt': 'secret', 'web/Chart.yaml': CHART })
    symlinkSync(join(folder, 'outside.txt'), join(folder, 'web', 'inside.txt'))
    expect(estateIn(folder, { targets: ['web'] }).faults).toMatchObject([
      { code: 'INTAKE_OUTSIDE_ROOT', at: 'web/inside.txt' },
    ])
  })

  it.each([
    { name: '../../etc/passwd', code: 'INTAKE_OUTSIDE_ROOT' },
    { name: '/etc/passwd', code: 'INTAKE_OUTSIDE_ROOT' },
    { name: 'x/../../y', code: 'INTAKE_OUTSIDE_ROOT' },
  ])('is not unpacked when a file is named $name', ({ name, code }) => {
    const archive = gzipSync(tarOf(name, 'x'))
    const { faults } = estateOf({ 'Chart.yaml': CHART, 'charts/x-1.0.0.tgz': archive })
    expect(faults).toMatchObject([{ code, at: 'charts/x-1.0.0.tgz' }])
  })

  it('is not unpacked when the archive is a bomb', () => {
    const archive = gzipSync(Buffer.alloc(300 * 1024 * 1024))
    const { faults } = estateOf({ 'Chart.yaml': CHART, 'charts/x-1.0.0.tgz': archive })
    expect(faults).toMatchObject([{ code: 'INTAKE_TOO_LARGE', at: 'charts/x-1.0.0.tgz' }])
  })

  it('is read from an archive as from a folder', () => {
    const archive = gzipSync(
      Buffer.concat([
        tarOf('x/Chart.yaml', 'apiVersion: v2\nname: x\nversion: 1.0.0\n'),
        tarOf(
          'x/templates/x.yaml',
          'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Chart.Name }}\n',
        ),
      ]),
    )
    const { faults, scene } = estateOf({ 'Chart.yaml': CHART, 'charts/x-1.0.0.tgz': archive })
    expect(faults).toEqual([])
    expect(scene.resources).toMatchObject([
      { name: 'x', document: { source: { file: 'charts/x-1.0.0.tgz/x/templates/x.yaml' } } },
    ])
  })
})

function DOUBLING(): string {
  return `{{ $x := "x" }}${'{{ $x = print $x $x }}'.repeat(60)}{{ $x }}`
}

// One file in an archive, as ustar has it.
function tarOf(name: string, text: string): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('0', 156)
  header.write('ustar', 257)
  const body = Buffer.alloc(Math.ceil(text.length / 512) * 512)
  body.write(text)
  return Buffer.concat([header, body])
}
