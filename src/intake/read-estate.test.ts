import { describe, expect, it } from 'vitest'
import { spotOf } from '../model/place.ts'
import {
  configMap,
  coverageIn,
  estateIn,
  estateOf,
  faultsIn,
  objectsIn,
  writeFiles,
} from './estate.testing.ts'
import { STDIN_NAME } from './read-estate.ts'

const BROKEN = 'apiVersion: v1\nkind: Pod\nmetadata:\n\tname: x\n'

describe('readEstate', () => {
  it('reads objects in the order of files and texts, with their places', () => {
    const estate = estateOf({
      'b.yaml': configMap('b'),
      'a.yaml': `${configMap('a1')}---\n${configMap('a2')}`,
    })
    expect(objectsIn(estate)).toEqual([
      'a.yaml ConfigMap/a1',
      'a.yaml ConfigMap/a2',
      'b.yaml ConfigMap/b',
    ])
    expect(coverageIn(estate)).toBe('files 2/2, documents 3/3, objects 3/3')
    expect(estate.faults).toEqual([])
    expect(estate.sources.map(({ file }) => file)).toEqual(['a.yaml', 'b.yaml'])
    const last = estate.scene.resources[1]
    expect(last && spotOf(last.at('metadata', 'name'))).toMatchObject({
      file: 'a.yaml',
      line: 9,
      column: 3,
    })
  })

  it('keeps objects of the same name from several files', () => {
    const estate = estateOf({ 'a.yaml': configMap('x'), 'b.yaml': configMap('x') })
    expect(objectsIn(estate)).toEqual(['a.yaml ConfigMap/x', 'b.yaml ConfigMap/x'])
  })

  it('reads standard input once, before the rest', () => {
    const readStdin = (): Uint8Array => Buffer.from(configMap('piped'))
    const estate = estateOf({ 'a.yaml': configMap('a') }, { targets: ['.', '-', '-'], readStdin })
    expect(objectsIn(estate)).toEqual([`${STDIN_NAME} ConfigMap/piped`, 'a.yaml ConfigMap/a'])
  })

  it('examines standard input as if it had been named', () => {
    const piped = (bytes: string): readonly string[] =>
      faultsIn(estateOf({}, { targets: ['-'], readStdin: () => Buffer.from(bytes, 'latin1') }))
    expect(piped('a: [')).toEqual([`INTAKE_YAML ${STDIN_NAME}:1:5`])
    expect(piped('caf\xe9')).toEqual([`INTAKE_ENCODING ${STDIN_NAME}:1`])
    expect(piped('')).toEqual(['INTAKE_NOTHING -'])
  })

  it('makes a fault of an input that is too large or cannot be read', () => {
    const limits = { maxFileBytes: 3 }
    const readStdin = (): Uint8Array => Buffer.from('abcd')
    expect(faultsIn(estateOf({}, { targets: ['-'], readStdin, limits }))).toEqual([
      `INTAKE_TOO_LARGE ${STDIN_NAME}`,
    ])
    const refuse = (): never => {
      throw Object.assign(new Error('read EAGAIN'), { code: 'EAGAIN' })
    }
    expect(faultsIn(estateOf({}, { targets: ['-'], readStdin: refuse }))).toEqual([
      `INTAKE_UNREADABLE ${STDIN_NAME}`,
    ])
  })

  it('says so when there is nothing to examine', () => {
    const estate = estateOf({ 'compose.yaml': 'services: {}\n', 'empty.yaml': '' })
    expect(faultsIn(estate)).toEqual(['INTAKE_NOTHING .'])
    expect(coverageIn(estate)).toBe('files 0/0, documents 0/0, objects 0/0')
    expect(faultsIn(estateOf({ 'x.yaml': 'apiVersion: v1\nkind: List\nitems: []\n' }))).toEqual([
      'INTAKE_NOTHING .',
    ])
  })

  it('lets other faults speak when they explain that there is nothing', () => {
    expect(faultsIn(estateOf({}, { targets: ['gone'] }))).toEqual(['INTAKE_NOT_FOUND gone'])
  })

  it('refuses files by name once the estate fills the memory', () => {
    const files = { 'a.yaml': configMap('a'), 'b.yaml': configMap('b'), 'c.yaml': 'x: y\n' }
    const estate = estateOf(files, { limits: { maxEstateCharacters: 100 } })
    expect(objectsIn(estate)).toEqual(['a.yaml ConfigMap/a'])
    expect(faultsIn(estate)).toEqual(['INTAKE_TOO_LARGE b.yaml'])
  })

  it('takes the offering from the user before it looks for one', () => {
    const files = { 'x.yaml': `${configMap('x')}  annotations: {eks.amazonaws.com/x: y}\n` }
    expect(estateOf(files)).toMatchObject({ scene: { offering: 'eks' }, offeringEvidence: [/./] })
    expect(estateOf(files, { offering: 'kapsule' })).toMatchObject({
      scene: { offering: 'kapsule' },
      offeringEvidence: [],
    })
  })

  it('counts each thing that was not examined once', () => {
    const estate = estateOf({
      'broken.yaml': `${BROKEN}---\n${configMap('whole')}`,
      'flawed.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {}\n',
      'binary.yaml': 'a\0b',
      'twice.yaml': `${configMap('twice')}kind: ConfigMap\n`,
      'other.yml': 'a: 1\na: 2\n',
    })
    expect(coverageIn(estate)).toBe('files 3/4, documents 3/4, objects 2/3')
    expect(faultsIn(estate)).toEqual([
      'INTAKE_BINARY binary.yaml',
      'INTAKE_YAML broken.yaml:4:1',
      'INTAKE_OBJECT flawed.yaml:3:1',
      'INTAKE_DUPLICATE_KEY twice.yaml:5:1',
    ])
  })
})

describe('readEstate on what is not ours', () => {
  it.each([
    { name: 'broken YAML', file: 'ci.yaml', text: 'a: [\n' },
    {
      name: 'broken YAML with an object further in',
      file: 'ci.yaml',
      text: 'run: |\n  apiVersion: v1\n  kind: Pod\n\tx\n',
    },
    { name: 'a key given twice', file: 'values.yaml', text: 'kind: DaemonSet\na: 1\na: 2\n' },
    { name: 'an alias bomb', file: 'x.yaml', text: `a: &a [x]\n${bomb()}` },
    { name: 'another encoding', file: 'fr.yml', text: Buffer.from('nom: caf\xe9\n', 'latin1') },
    { name: 'JSON with comments', file: 'tsconfig.json', text: '{ // kind\n "a": 1, }' },
    {
      name: 'a JSON schema',
      file: 'schema.json',
      text: '{"properties": {"apiVersion": {"type": "string"}, "kind": {"type": "string"}}}',
    },
    { name: 'binary JSON', file: 'data.json', text: 'a\0b' },
    {
      name: 'a template of something else',
      file: 'play.yml',
      text: '{% for x in y %}\nname: {{ x }}\n{% endfor %}\n',
    },
    {
      name: 'the values of a chart',
      file: 'values.yaml',
      text: 'apiVersion: v2\nname: x\nversion: 1.0.0\n',
    },
    {
      name: 'a list of JSON patches',
      file: 'patch.json',
      text: '[{"op": "add", "path": "/kind", "value": "apiVersion"}]',
    },
  ])('says nothing about $name', ({ file, text }) => {
    const estate = estateOf({ [file]: text, 'x/ours.yaml': configMap('ours') })
    expect(estate.faults).toEqual([])
    expect(coverageIn(estate)).toBe('files 1/1, documents 1/1, objects 1/1')
  })

  it('passes over large JSON that does not begin like an object', () => {
    const rest = ` "x": "${'x'.repeat(200)}"}`
    const limits = { maxFileBytes: 100 }
    const files = { 'dump.json': `{"a": 1,${rest}`, 'export.json': `{"apiVersion": "v1",${rest}` }
    expect(faultsIn(estateOf(files, { limits }))).toEqual(['INTAKE_TOO_LARGE export.json'])
    expect(faultsIn(estateOf(files, { limits, targets: ['dump.json'] }))).toEqual([
      'INTAKE_TOO_LARGE dump.json',
    ])
    expect(faultsIn(estateOf({ 'x.yaml': '#'.repeat(200) }, { limits }))).toEqual([
      'INTAKE_TOO_LARGE x.yaml',
    ])
  })

  it('reports what is broken in a manifest that was named', () => {
    const files = { 'x.yml': 'a: [', 'y.json': Buffer.from([0xff]) }
    expect(faultsIn(estateOf(files, { targets: ['x.yml', 'y.json'] }))).toEqual([
      expect.stringMatching(/^INTAKE_YAML x\.yml:/),
      'INTAKE_ENCODING y.json:1',
    ])
  })

  it('examines other files that were named, as a shell does for a star, for objects only', () => {
    const files = {
      'README.md': '# Notes\n* a: [\n\t"\n',
      'logo.png': Buffer.from('89504e470d0a1a0a00', 'hex'),
      pod: configMap('whole'),
      broken: BROKEN,
    }
    const estate = estateOf(files, { targets: Object.keys(files) })
    expect(objectsIn(estate)).toEqual(['pod ConfigMap/whole'])
    expect(faultsIn(estate)).toEqual(['INTAKE_YAML broken:4:1'])
  })

  it('says that a manifest is UTF-16', () => {
    const utf16 = Buffer.from(`\uFEFF${configMap('x')}`, 'utf16le')
    expect(faultsIn(estateOf({ 'x.yaml': utf16 }))).toEqual(['INTAKE_ENCODING x.yaml:1'])
  })
})

describe('readEstate on templates', () => {
  const CHART = { 'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n' }
  const HOLE = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n'
  const POD = `${HOLE}spec:\n  containers: []\n`

  it('renders the templates of a chart, and reads its other files', () => {
    const estate = estateOf({
      ...CHART,
      'web/templates/pod.yaml': POD,
      'web/templates/tests/quoted.yaml': configMap('"{{ .Chart.Name }}-x"'),
      'web/templates/plain.yaml': configMap('plain'),
      'web/templates/_helpers.tpl': '{{ define "x" }}{{ end }}',
      'web/templates/NOTES.txt': '{{ .x }}',
      'web/crds/crd.yaml': configMap('crd'),
      'web/values.yaml': 'image: x\n',
    })
    expect(objectsIn(estate)).toEqual([
      'web/crds/crd.yaml ConfigMap/crd',
      'web/templates/plain.yaml ConfigMap/plain',
      'web/templates/pod.yaml Pod/web',
      'web/templates/tests/quoted.yaml ConfigMap/web-x',
    ])
    expect(faultsIn(estate)).toEqual([])
    expect(coverageIn(estate)).toBe('files 4/4, documents 4/4, objects 4/4, charts 1/1')
  })

  it('delivers nothing of a chart that does not render, and names the line', () => {
    const estate = estateOf({
      ...CHART,
      'web/templates/pod.yaml': POD,
      'web/templates/plain.yaml': `${configMap('plain')}# {{ .Values.a.b }}\n`,
    })
    expect(objectsIn(estate)).toEqual([])
    expect(faultsIn(estate)).toEqual(['INTAKE_RENDER web/templates/plain.yaml:5:6'])
    expect(coverageIn(estate)).toBe('files 0/0, documents 0/0, objects 0/0, charts 0/1')
  })

  it('tells the line of the template when what it renders to is no YAML', () => {
    const text = `${configMap('x')}data:\n  a: {{ print "b: c" }}\n`
    const estate = estateOf({ ...CHART, 'web/templates/x.yaml': text })
    expect(faultsIn(estate)).toEqual(['INTAKE_YAML web/templates/x.yaml:6:6'])
  })

  it.each([
    { name: 'the folder of templates', target: 'my web/templates' },
    { name: 'a template', target: 'my web/templates/pod.yaml' },
    { name: 'a folder in it', target: 'my web/templates/deep' },
  ])('knows the chart when $name was named', ({ target }) => {
    const folder = writeFiles({
      'my web/Chart.yaml': '',
      'my web/templates/pod.yaml': HOLE,
      'my web/templates/deep/pod.yaml': HOLE,
    })
    const { faults } = estateIn(folder, { targets: [target] })
    expect(faults[0]).toMatchObject({
      code: 'INTAKE_TEMPLATE',
      remedy: expect.stringContaining("helm template 'my web' | portolan scan -"),
    })
  })

  it('names the chart as the working folder when it is that', () => {
    const folder = writeFiles({ 'Chart.yaml': '', 'templates/pod.yaml': HOLE })
    for (const targets of [['templates'], ['templates/pod.yaml']]) {
      expect(estateIn(folder, { targets }).faults[0]?.remedy).toContain('helm template . |')
    }
  })

  it.each([
    { name: 'Go', text: HOLE, at: '4:9' },
    { name: 'Jinja', text: `{% if x %}\n${configMap('x')}{% endif %}\n`, at: '1:1' },
    { name: 'ERB', text: `<% if x %>\n${configMap('x')}<% end %>\n`, at: '1:1' },
  ])('reports a template of $name that is no YAML, once a file', ({ text, at }) => {
    const estate = estateOf({ 'x.yaml': `${text}---\n${text}---\n${configMap('whole')}` })
    expect(faultsIn(estate)).toEqual([`INTAKE_TEMPLATE x.yaml:${at}`])
    expect(objectsIn(estate)).toEqual(['x.yaml ConfigMap/whole'])
    expect(coverageIn(estate)).toBe('files 1/1, documents 1/2, objects 1/1')
  })

  it('takes no other folder of that name for one of a chart', () => {
    const folder = writeFiles({ 'templates/x.yaml': configMap('"{{ .x }}"') })
    expect(estateIn(folder).faults).toEqual([])
    expect(estateIn(folder, { targets: ['templates'] }).faults).toEqual([])
  })

  it('judges holes inside of texts as usual', () => {
    const estate = estateOf({
      'rules.yaml': `${configMap('rules')}data: {x: '{{ $labels.pod }}'}\n`,
    })
    expect(objectsIn(estate)).toEqual(['rules.yaml ConfigMap/rules'])
    expect(estate.faults).toEqual([])
    expect(estate.scene.resources[0]?.get('data', 'x')?.resolved).toBe(false)
  })
})

describe('readEstate on Kustomize', () => {
  const OVERLAY = {
    'prod/kustomization.yaml':
      'resources: [../base]\npatches: [{path: patches/replicas.yaml}, {path: patches/json.yaml}]\n',
    'prod/patches/replicas.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: {replicas: 3}\n',
    'prod/patches/json.yaml': '[{op: add, path: /apiVersion, value: x}]\n',
    'base/kustomization.yaml': 'resources: [x.yaml]\n',
    'base/x.yaml': configMap('x'),
  }
  const BUILDS = {
    'prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: loud.yaml}]\n',
    'prod/loud.yaml': `${configMap('x')}data: {mode: loud}\n`,
    'base/kustomization.yaml': 'resources: [x.yaml]\n',
    'base/x.yaml': configMap('x'),
    'alone.yaml': configMap('alone'),
  }

  it('judges no patch alone when the build fails', () => {
    const estate = estateOf(OVERLAY)
    expect(objectsIn(estate)).toEqual(['base/x.yaml ConfigMap/x'])
    expect(faultsIn(estate)).toEqual([
      'INTAKE_PATCH prod/patches/replicas.yaml:1:1',
      'INTAKE_KUSTOMIZE prod/kustomization.yaml:2:11',
    ])
    expect(coverageIn(estate)).toBe('files 1/3, documents 1/1, objects 1/1')
  })

  it('judges what is built, and none of its parts alone', () => {
    const estate = estateOf(BUILDS)
    expect(objectsIn(estate)).toEqual(['alone.yaml ConfigMap/alone', 'base/x.yaml ConfigMap/x'])
    expect(estate.faults).toEqual([])
    expect(coverageIn(estate)).toBe('files 5/5, documents 5/5, objects 2/2')
    expect(estate.renderings).toBeUndefined()
    expect(estate.scene.resources[1]?.get('data', 'mode')?.value).toBe('loud')
  })

  it('tells overlays that cannot be together apart', () => {
    const estate = estateOf({
      ...BUILDS,
      'test/kustomization.yaml': 'resources: [../base]\n',
      'far/kustomization.yaml': 'resources: [../base]\nnamespace: far\n',
    })
    expect(
      estate.renderings?.map(({ resources }) =>
        resources.map(({ document, name }) => `${document.making?.via.target ?? '-'} ${name}`),
      ),
    ).toEqual([
      ['- alone', 'far x', 'prod x'],
      ['- alone', 'far x', 'test x'],
    ])
  })

  it('leaves objects of the same file name to those that read them', () => {
    const flux =
      'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: apps}\n'
    const estate = estateOf({ 'kustomization.yaml': flux })
    expect(estate.faults).toEqual([])
    expect(estate.scene.resources.map(({ name }) => name)).toEqual(['apps'])
  })

  it.each([{ target: 'prod/patches' }, { target: 'prod/patches/replicas.yaml' }])(
    'knows a patch when $target is all that was named',
    ({ target }) => {
      const estate = estateIn(writeFiles(OVERLAY), { targets: [target] })
      expect(faultsIn(estate)).toEqual(['INTAKE_PATCH prod/patches/replicas.yaml:1:1'])
    },
  )

  it('reports a broken kustomization, for nobody knows its patches', () => {
    const estate = estateOf({ 'kustomization.yaml': 'patches: [\n', 'x.yaml': configMap('x') })
    expect(faultsIn(estate)).toEqual([expect.stringMatching(/^INTAKE_YAML kustomization\.yaml:/)])
  })
})

function bomb(): string {
  const names = [...'abcdefghi']
  const lines = names.slice(1).map((name, index) => {
    const before = `*${names[index] ?? ''}`
    return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(', ')}]\n`
  })
  return `${lines.join('')}binary: x\n`
}

describe('templates outside of charts', () => {
  it.each(['a.yaml.j2', 'a.yml.tpl', 'a.json.tmpl', 'a.yaml.erb'])(
    'are never silent: %s',
    (name) => {
      const estate = estateOf({
        [name]: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ name }}\n',
        'b.yaml': configMap('b'),
      })
      expect(estate.faults.map(({ code, at }) => `${code} ${at}`)).toEqual([
        `INTAKE_TEMPLATE ${name}:4:9`,
      ])
      expect(objectsIn(estate)).toEqual(['b.yaml ConfigMap/b'])
    },
  )

  it('concern nobody when they make no objects', () => {
    const estate = estateOf({ 'a.yaml.j2': 'users: {{ users }}\n', 'b.yaml': configMap('b') })
    expect(estate.faults).toEqual([])
  })
})
