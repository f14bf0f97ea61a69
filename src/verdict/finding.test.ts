import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../test/report/verdicts.ts'

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: main
      image: registry.example/web:1.0.0
      securityContext:
        privileged: true
`

describe('the identity of a finding', () => {
  const [before] = idsOf({ 'a.yaml': POD })

  it.each([
    { name: 'its lines move', texts: { 'a.yaml': `# moved\n\n${POD}` } },
    { name: 'its file is renamed', texts: { 'other/b.yaml': POD } },
    {
      name: 'the file is indented anew',
      texts: { 'a.yaml': POD.replaceAll('  ', '    ').replace('- name', '-   name') },
    },
    {
      name: 'a container is put before it',
      texts: { 'a.yaml': POD.replace('    - name: main', '    - name: first\n    - name: main') },
    },
    {
      name: 'another object is put before it',
      texts: { 'a.yaml': `${POD.replace('name: web', 'name: other')}---\n${POD}` },
    },
  ])('stays when $name', ({ texts }) => {
    expect(before).toMatch(/^[0-9a-f]{16}$/)
    expect(idsOf(texts)).toContain(before)
  })

  it.each([
    { name: 'the object has another name', text: POD.replace('name: web', 'name: api') },
    { name: 'the container has another name', text: POD.replace('name: main', 'name: side') },
    {
      name: 'the object is in another namespace',
      text: POD.replace('name: web', 'name: web\n  namespace: x'),
    },
  ])('changes when $name', ({ text }) => {
    expect(idsOf({ 'a.yaml': text })).not.toContain(before)
  })

  it('is unique when an object is written twice', () => {
    const ids = idsOf({ 'a.yaml': POD, 'b.yaml': POD })
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain(before)
  })

  it('stands for the same state when the two writings differ and change places', () => {
    const unclear = POD.replace('privileged: true', 'privileged: "${P}"')
    const statesOf = (texts: Readonly<Record<string, string>>): readonly string[] =>
      verdictOf({ texts })
        .findings.map(({ id, state }) => `${id} ${state}`)
        .toSorted()
    const states = statesOf({ 'a.yaml': POD, 'b.yaml': unclear })
    expect(states.some((state) => state.endsWith('cannot-tell'))).toBe(true)
    expect(statesOf({ 'a.yaml': unclear, 'b.yaml': POD })).toEqual(states)
  })
})

function idsOf(texts: Readonly<Record<string, string>>): readonly string[] {
  return verdictOf({ texts })
    .findings.filter(({ rule }) => rule.id === 'privileged-example')
    .map(({ id }) => id)
}
