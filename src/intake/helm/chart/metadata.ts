import type { Mark } from '../../../model/making.ts'
import { strval, toInt } from '../functions/convert.ts'
import { copyMarks, markOf, setMark } from '../template/marks.ts'
import { isDict, isList, type Dict, type Value } from '../template/value.ts'

/** What a chart wants of another one. */
export interface Dependency {
  readonly name: string
  readonly version: string
  readonly repository: string
  readonly condition: string
  readonly tags: readonly string[]
  readonly alias: string
  readonly imports: readonly Value[]
  readonly mark: Mark | undefined
}

/** What Chart.yaml says, as far as the engine needs it itself. */
export interface Metadata {
  readonly name: string
  readonly version: string
  readonly apiVersion: string
  readonly kubeVersion: string
  readonly isLibrary: boolean
  readonly dependencies: readonly Dependency[]
  /** All of it as `.Chart` shows it. */
  readonly shown: Dict
}

// The names of Go's fields, by those of the file.
const FIELDS = {
  name: 'Name',
  home: 'Home',
  version: 'Version',
  description: 'Description',
  icon: 'Icon',
  apiVersion: 'APIVersion',
  condition: 'Condition',
  tags: 'Tags',
  appVersion: 'AppVersion',
  kubeVersion: 'KubeVersion',
  type: 'Type',
} as const

/** Reads Chart.yaml, and the dependencies of requirements.yaml where a chart of the old kind has them. */
export function metadataOf(chart: Dict, requirements: Dict | undefined): Metadata {
  const dependencies = listIn(
    requirements?.has('dependencies') ? requirements : chart,
    'dependencies',
  )
  const text = (key: string): string => textIn(chart, key)
  return {
    name: text('name'),
    version: text('version'),
    apiVersion: text('apiVersion') || 'v1',
    kubeVersion: text('kubeVersion'),
    isLibrary: text('type').toLowerCase() === 'library',
    dependencies: dependencies.flatMap((entry, index) =>
      isDict(entry) ? dependencyOf(entry, markOf(dependencies, index)) : [],
    ),
    shown: shownOf(chart, dependencies),
  }
}

function dependencyOf(entry: Dict, mark: Mark | undefined): Dependency {
  return {
    name: textIn(entry, 'name'),
    version: textIn(entry, 'version'),
    repository: textIn(entry, 'repository'),
    condition: textIn(entry, 'condition'),
    tags: listIn(entry, 'tags').map(strval),
    alias: textIn(entry, 'alias'),
    imports: listIn(entry, 'import-values'),
    mark,
  }
}

function shownOf(chart: Dict, dependencies: readonly Value[]): Dict {
  const shown: Dict = new Map()
  for (const [key, name] of Object.entries(FIELDS)) {
    shown.set(name, textIn(chart, key))
    setMark(shown, name, markOf(chart, key))
  }
  if (shown.get('APIVersion') === '') shown.set('APIVersion', 'v1')
  shown.set('Sources', listIn(chart, 'sources'))
  shown.set('Keywords', listIn(chart, 'keywords'))
  shown.set('Deprecated', chart.get('deprecated') === true)
  shown.set('Annotations', annotationsOf(chart))
  shown.set('Maintainers', listIn(chart, 'maintainers').filter(isDict).map(maintainer))
  shown.set('Dependencies', dependencies.filter(isDict).map(shownDependency))
  return shown
}

function annotationsOf(chart: Dict): Dict {
  const annotations = chart.get('annotations') ?? null
  const shown: Dict = new Map()
  if (!isDict(annotations)) return shown
  for (const key of annotations.keys()) shown.set(key, textIn(annotations, key))
  copyMarks(annotations, shown)
  return shown
}

function maintainer(entry: Dict): Dict {
  return new Map([
    ['Name', textIn(entry, 'name')],
    ['Email', textIn(entry, 'email')],
    ['URL', textIn(entry, 'url')],
  ])
}

function shownDependency(entry: Dict): Dict {
  return new Map<string, Value>([
    ['Name', textIn(entry, 'name')],
    ['Version', textIn(entry, 'version')],
    ['Repository', textIn(entry, 'repository')],
    ['Condition', textIn(entry, 'condition')],
    ['Tags', listIn(entry, 'tags')],
    ['Enabled', true],
    ['ImportValues', listIn(entry, 'import-values')],
    ['Alias', textIn(entry, 'alias')],
  ])
}

// A number is taken for the text that it was probably meant as; `1.10` is `1.1`, as it is for Helm.
function textIn(dict: Dict, key: string): string {
  const value = dict.get(key) ?? null
  if (typeof value === 'number' && Number.isInteger(value)) return String(toInt(value))
  return value === null || typeof value === 'object' ? '' : strval(value)
}

function listIn(dict: Dict, key: string): readonly Value[] {
  const value = dict.get(key) ?? null
  return isList(value) ? value : []
}
