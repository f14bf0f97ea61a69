import { describe, expect, it } from 'vitest'
import { blamed, type Spec } from '../blamed.testing.ts'
import { runAsNonRoot } from './run-as-non-root.ts'

const YES = { securityContext: { runAsNonRoot: true } }
const NO = { securityContext: { runAsNonRoot: false } }
const OF_POD = 'spec.securityContext.runAsNonRoot'
const OF_FIRST = 'spec.containers[0].securityContext.runAsNonRoot'
const OF_SECOND = 'spec.containers[1].securityContext.runAsNonRoot'

const specs: readonly { name: string; spec: Spec; fields: readonly string[] }[] = [
  { name: 'silence', spec: { containers: [{}, {}] }, fields: [OF_FIRST, OF_SECOND] },
  { name: 'the pod alone', spec: { ...YES, containers: [{}, {}] }, fields: [] },
  { name: 'all containers', spec: { containers: [YES, YES] }, fields: [] },
  { name: 'one container of two', spec: { containers: [YES, {}] }, fields: [OF_SECOND] },
  { name: 'a container that says no', spec: { ...YES, containers: [{}, NO] }, fields: [OF_SECOND] },
  { name: 'a pod that says no', spec: { ...NO, containers: [YES, YES] }, fields: [OF_POD] },
  { name: 'a pod whose no is taken over', spec: { ...NO, containers: [{}] }, fields: [OF_POD] },
  {
    name: 'null for the pod',
    spec: { securityContext: { runAsNonRoot: null }, containers: [{}] },
    fields: [OF_FIRST],
  },
  {
    name: 'a placeholder for the pod',
    spec: { securityContext: { runAsNonRoot: '${ROOT}' }, containers: [{}] },
    fields: [`${OF_POD} ?`],
  },
  {
    name: 'a placeholder for the container',
    spec: { ...YES, containers: [{ securityContext: { runAsNonRoot: '${ROOT}' } }] },
    fields: [`${OF_FIRST} ?`],
  },
  { name: 'no containers', spec: {}, fields: [] },
]

describe('runAsNonRoot', () => {
  it.each(specs)('says of $name: $fields', ({ spec, fields }) => {
    expect(blamed(runAsNonRoot, 0, { spec })).toEqual(fields)
  })

  it.each([
    { name: 'false before 1.35', minor: 34, hostUsers: false, fields: [OF_FIRST] },
    { name: 'false since 1.35', minor: 35, hostUsers: false, fields: [] },
    { name: 'true', minor: 35, hostUsers: true, fields: [OF_FIRST] },
    { name: 'a placeholder', minor: 35, hostUsers: '${USERS}', fields: [`${OF_FIRST} ?`] },
    { name: 'a text', minor: 35, hostUsers: 'false', fields: [`${OF_FIRST} ?`] },
  ])('says with hostUsers $name: $fields', ({ minor, hostUsers, fields }) => {
    expect(blamed(runAsNonRoot, minor, { spec: { hostUsers, containers: [{}] } })).toEqual(fields)
  })
})
