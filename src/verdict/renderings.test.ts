import { describe, expect, it } from 'vitest'
import { RULES } from '../../test/report/verdicts.ts'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import type { Via } from '../model/making.ts'
import { resourceOf, type Resource } from '../model/resource.ts'
import { createScene, type Scene } from '../model/scene.ts'
import { judgeSurvey } from './verdict.ts'

const DEVELOPMENT = via('values-dev.yaml')
const PRODUCTION = via('values-prod.yaml')

describe('objects with several renderings', () => {
  const plain = read('plain', 'privileged: true')
  const loose = read('web', 'privileged: true', DEVELOPMENT)
  const tight = read('web', 'privileged: false', PRODUCTION)
  const hidden = read('web', 'privileged: "{{ x }}"', PRODUCTION)

  it('show a finding once, with the renderings that show it', () => {
    expect(told([sceneOf(plain, loose), sceneOf(plain, loose)])).toEqual([
      { name: 'plain', state: 'open', renderings: undefined },
      { name: 'web', state: 'open', renderings: [DEVELOPMENT] },
    ])
    expect(told([sceneOf(plain, loose), sceneOf(plain, tight)])).toContainEqual({
      name: 'web',
      state: 'open',
      renderings: [DEVELOPMENT],
    })
    const both = read('web', 'privileged: true', PRODUCTION)
    expect(told([sceneOf(loose), sceneOf(both)])).toEqual([
      { name: 'web', state: 'open', renderings: [DEVELOPMENT, PRODUCTION] },
    ])
  })

  it('are as bad as the worst of them', () => {
    expect(told([sceneOf(hidden), sceneOf(loose)])).toMatchObject([{ state: 'open' }])
    const { problems } = judge([sceneOf(tight), sceneOf(loose)])
    expect(problems[0]).toMatchObject({ bad: 1, all: 1 })
  })
})

describe('objects that are made of one text', () => {
  it('show a finding once, with all that show it', () => {
    const [first, second] = ['dev', 'prod'].map((name) => overlay(name))
    if (first === undefined || second === undefined) throw new Error('There are two overlays.')
    const survey = { scene: sceneOf(first, second), coverage: [], faults: [] }
    const rules = RULES.filter(({ id }) => id === 'privileged-example')
    const { findings } = judgeSurvey(survey, rules)
    expect(findings.map(({ renderings }) => renderings?.map(({ target }) => target))).toEqual([
      ['dev', 'prod'],
    ])
  })

  it('keep what one of them makes of a text several times', () => {
    const via = { maker: 'helm', target: 'chart', inputs: [] } as const
    const [cart, checkout] = [overlay('cart', via), overlay('checkout', via)]
    const names = judge([sceneOf(cart, checkout)]).findings.map(
      ({ resource }) => resource.namespace,
    )
    expect(names).toEqual(['cart', 'checkout'])
  })
})

const BASE = {
  file: 'base.yaml',
  text: `apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: main, securityContext: { privileged: true } }] }
`,
}

function overlay(namespace: string, from?: Via): Resource {
  const [document] = readYaml(BASE).documents
  if (document === undefined) throw new Error('The base holds nothing.')
  const nodes = document.layout.keys.length
  const making = {
    via: from ?? ({ maker: 'kustomize', target: namespace, inputs: [] } as const),
    sources: [BASE],
    sourceOf: new Uint16Array(nodes),
    certainty: new Uint8Array(nodes),
    deciders: [],
    deciderOf: new Int32Array(nodes).fill(-1),
  }
  const value = { ...Object(document.value), metadata: { name: 'web', namespace } }
  return resourceOf({ ...document, value, making })
}

function via(values: string): Via {
  return { maker: 'helm', target: 'chart', inputs: [values] }
}

function read(name: string, setting: string, from?: Via): Resource {
  const text = `apiVersion: v1
kind: Pod
metadata: { name: ${name} }
spec:
  containers:
    - name: main
      securityContext: { ${setting} }
`
  const [document] = readYaml({ file: `${name}.yaml`, text }).documents
  if (document === undefined) throw new Error('The example holds nothing.')
  if (from === undefined) return resourceOf(document)
  const making = {
    via: from,
    sources: [],
    sourceOf: new Uint16Array(0),
    certainty: new Uint8Array(0),
    deciders: [],
    deciderOf: new Int32Array(0),
  }
  return resourceOf({ ...document, making })
}

function sceneOf(...resources: readonly Resource[]): Scene {
  return createScene(resources, {
    kubernetes: { major: 1, minor: 36 },
    offering: 'none',
    today: '2026-11-24',
  })
}

function judge(renderings: readonly Scene[]) {
  const all = new Set(renderings.flatMap(({ resources }) => resources))
  const survey = { scene: sceneOf(...all), renderings, coverage: [], faults: [] }
  const rules = RULES.filter(({ id }) => id === 'privileged-example')
  return judgeSurvey(survey, rules)
}

function told(renderings: readonly Scene[]) {
  return judge(renderings).findings.map(({ resource, state, renderings: shownBy }) => ({
    name: resource.name,
    state,
    renderings: shownBy,
  }))
}
