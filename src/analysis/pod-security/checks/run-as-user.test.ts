import { describe, expect, it } from 'vitest'
import { blamed, podOwnContext, podWithContext } from '../blamed.testing.ts'
import { runAsUser } from './run-as-user.ts'

const FIELD = 'securityContext.runAsUser'

describe('runAsUser', () => {
  it.each([
    { name: 'unset', user: null, fields: [] },
    { name: 'a number', user: 1000, fields: [] },
    { name: 'a very large number', user: 2n ** 60n, fields: [] },
    { name: 'nought', user: 0, fields: [FIELD] },
    { name: 'a placeholder', user: '${UID}', fields: [`${FIELD} ?`] },
    { name: 'a text, which the API server refuses', user: '0', fields: [`${FIELD} ?`] },
    { name: 'a fraction', user: 0.5, fields: [`${FIELD} ?`] },
  ])('says of $name: $fields', ({ user, fields }) => {
    const ofPod = blamed(runAsUser, 23, podOwnContext({ runAsUser: user }))
    const ofContainer = blamed(runAsUser, 37, podWithContext({ runAsUser: user }))
    expect(ofPod).toEqual(fields.map((field) => `spec.${field}`))
    expect(ofContainer).toEqual(fields.map((field) => `spec.containers[0].${field}`))
  })

  it('blames the pod and its containers each for their own', () => {
    const securityContext = { runAsUser: 0 }
    const pod = { spec: { securityContext, containers: [{}, { securityContext }] } }
    expect(blamed(runAsUser, 23, pod)).toEqual([`spec.${FIELD}`, `spec.containers[1].${FIELD}`])
  })

  it('is in force since 1.23, and not in a user namespace since 1.35', () => {
    const pod = { spec: { hostUsers: false, securityContext: { runAsUser: 0 } } }
    expect(blamed(runAsUser, 22, pod)).toBeUndefined()
    expect(blamed(runAsUser, 34, pod)).toEqual([`spec.${FIELD}`])
    expect(blamed(runAsUser, 35, pod)).toEqual([])
  })
})
