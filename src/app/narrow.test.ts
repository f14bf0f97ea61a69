import { describe, expect, it } from 'vitest'
import { estateIn, writeFiles } from '../intake/estate.testing.ts'
import { narrowSurvey } from './narrow.ts'

const object = (kind: string, namespace: string | undefined, name: string): string =>
  [
    `apiVersion: v1`,
    `kind: ${kind}`,
    `metadata: { name: ${name}${namespace === undefined ? '' : `, namespace: ${namespace}`} }`,
    kind === 'Pod' ? 'spec: { containers: [{ name: web }] }' : '',
    '---',
  ].join('\n')

const TEXT = [
  object('Pod', 'shop', 'cart'),
  object('Pod', 'shop-test', 'cart'),
  object('Pod', undefined, 'stray'),
  object('Secret', 'mail', 'key'),
  object('Namespace', undefined, 'shop'),
  object('Node', undefined, 'node-1'),
].join('\n')

const namesIn = (namespaces: readonly string[], excludeNamespaces: readonly string[]) => {
  const estate = estateIn(writeFiles({ 'all.yaml': TEXT }))
  const survey = narrowSurvey(estate, { namespaces, excludeNamespaces })
  return { survey, names: survey.scene.resources.map(({ kind, name }) => `${kind}/${name}`) }
}

describe('narrowing to namespaces', () => {
  it.each([
    { name: 'one', take: ['shop'], skip: [], names: ['Pod/cart', 'Namespace/shop'] },
    { name: 'a pattern', take: ['shop-*'], skip: [], names: ['Pod/cart'] },
    { name: 'the default one', take: ['default'], skip: [], names: ['Pod/stray'] },
    { name: 'several', take: ['mail', 'default'], skip: [], names: ['Pod/stray', 'Secret/key'] },
    { name: 'a pattern but one', take: ['shop*'], skip: ['shop'], names: ['Pod/cart'] },
    {
      name: 'all but some, with what is outside of namespaces',
      take: [],
      skip: ['shop*', 'default'],
      names: ['Secret/key', 'Node/node-1'],
    },
  ])('takes $name', ({ take, skip, names }) => {
    expect(namesIn(take, skip).names).toEqual(names)
  })

  it('counts as asked what was asked for, and judges those pods only', () => {
    const { survey } = namesIn(['shop'], [])
    const objects = survey.coverage.find(({ what }) => what === 'objects')
    expect(objects).toMatchObject({ asked: 2, examined: 2 })
    expect(survey.scene.pods.map(({ owner }) => owner.namespace)).toEqual(['shop'])
    expect(survey.scene.containers).toHaveLength(1)
  })

  it('still finds the others when a rule looks them up', () => {
    const { scene } = namesIn(['shop'], []).survey
    expect(scene.find('Secret', 'mail', 'key')).toBeDefined()
    expect(scene.podsIn('default')).toHaveLength(1)
  })

  it('says so when no object is there, and names what is', () => {
    const [fault] = namesIn(['shpo'], []).survey.faults
    expect(fault).toMatchObject({ code: 'INTAKE_NOTHING', at: 'shpo' })
    expect(fault?.remedy).toBe('Did you mean "shop"? Found: default, mail, shop, shop-test.')
  })

  it('changes nothing when nothing is narrowed', () => {
    const estate = estateIn(writeFiles({ 'all.yaml': TEXT }))
    expect(narrowSurvey(estate, { namespaces: [], excludeNamespaces: [] })).toBe(estate)
  })
})
