import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configure } from '../../src/app/configuration/configure.ts'
import { readEstate } from '../../src/intake/read-estate.ts'
import { readYaml } from '../../src/intake/yaml/read-yaml.ts'
import { isMapping } from '../../src/model/part.ts'
import { NEWEST_KUBERNETES } from '../../src/model/version.ts'
import { CATALOGUE } from '../../src/rules/catalogue.ts'
import { loadGuides } from '../../src/rules/guides.ts'
import { loadPages } from '../../src/rules/pages.ts'
import { stopOf, TOPICS } from '../../src/rules/topics.ts'
import { kindOf, refusals } from './kubernetes-fields.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const library = { guides: loadGuides(), pages: loadPages() }

describe('the YAML that people are told to apply is taken by the API server', () => {
  it.each([...library.guides].map(([id, { blocks }]) => ({ id, blocks })))(
    'in guide $id',
    ({ blocks }) => {
      expect(problemsIn(blocks.join('---\n'))).toEqual([])
    },
  )

  it.each(
    [...library.pages].flatMap(([id, { apply }]) => yamlOf(apply).map((yaml) => ({ id, yaml }))),
  )('on page $id', ({ yaml }) => {
    expect(problemsIn(yaml)).toEqual([])
  })

  it('in the configuration that is written for harbour', () => {
    const texts = configure([...TOPICS.keys()], harbour(), { library }).configurations.map(
      ({ text }) => text,
    )
    expect(texts.flatMap(problemsIn)).toEqual([])
  })

  it('has pages without fenced YAML, so that nothing is shown which no example tests', () => {
    const fenced = CATALOGUE.filter((rule) => {
      const file = join(ROOT, 'src', 'rules', stopOf(rule), rule.id, 'page.md')
      return readFileSync(file, 'utf8').includes('```')
    })
    expect(fenced.map(({ id }) => id)).toEqual([])
  })
})

describe('the table of fields', () => {
  it.each([
    {
      name: 'a field nobody knows',
      yaml: 'spec: {containers: [], hostpid: true}',
      says: ['.spec.hostpid: unknown'],
    },
    { name: 'a missing field', yaml: 'spec: {}', says: ['.spec.containers: missing'] },
    {
      name: 'a value of another type',
      yaml: 'spec: {containers: {}, hostPID: "yes"}',
      says: ['.spec.containers: no list', '.spec.hostPID: no boolean'],
    },
    {
      name: 'nothing',
      yaml: 'spec: {containers: [{name: web, resources: {limits: {cpu: 1}}}]}',
      says: [],
    },
  ])('refuses $name', ({ yaml, says }) => {
    expect(problemsIn(`apiVersion: v1\nkind: Pod\n${yaml}\n`)).toEqual(
      says.map((what) => `v1 Pod${what}`),
    )
  })
})

// Examples of Terraform and Dockerfiles are judged by their readers elsewhere.
function yamlOf(fenced: string): readonly string[] {
  return [...fenced.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
}

function problemsIn(text: string): readonly string[] {
  const { documents, faults } = readYaml({ file: 'shown.yaml', text })
  const found = documents.flatMap(({ value }) => {
    // Values of charts, and files of other programs, are no objects.
    if (!isMapping(value) || !('apiVersion' in value)) return []
    const kind = kindOf(value)
    const wrong = refusals(value)
    if (wrong !== undefined) return wrong.map((what) => `${kind}${what}`)
    return isElsewhere(kind) ? [] : [`${kind}: not in the table`]
  })
  const told = found.filter((problem) => !ON_PURPOSE.includes(problem))
  return [...faults.map(({ message }) => message), ...told]
}

// Kinds that the table cannot have: those of other projects (whose groups are none of Kubernetes' own), and files that
// programs of the cluster read themselves.
function isElsewhere(kind: string): boolean {
  const [version = ''] = kind.split(' ')
  const [group = ''] = version.split('/')
  return OTHERS.includes(version) || (group.includes('.') && !group.endsWith('.k8s.io'))
}

const OTHERS: readonly string[] = [
  'gateway.networking.k8s.io/v1',
  'policy.networking.k8s.io/v1alpha1',
  'snapshot.storage.k8s.io/v1',
  'apiserver.config.k8s.io/v1',
  'audit.k8s.io/v1',
  'kubeadm.k8s.io/v1beta4',
  'kubeproxy.config.k8s.io/v1alpha1',
  'kubelet.config.k8s.io/v1beta1',
]

// What the table does not have in a version that it has.
const ON_PURPOSE: readonly string[] = [
  'v1 Node: not in the table',
  'flowcontrol.apiserver.k8s.io/v1 FlowSchema: not in the table',
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding: not in the table',
  'v1 Config: not in the table',
]

function harbour() {
  return readEstate({
    targets: ['examples/harbour'],
    workingFolder: ROOT,
    skipPaths: [],
    readStdin: () => new Uint8Array(),
    kubernetes: NEWEST_KUBERNETES,
    offering: undefined,
    today: '2026-11-24',
  }).scene
}
