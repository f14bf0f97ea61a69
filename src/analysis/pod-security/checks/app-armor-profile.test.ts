import { describe, expect, it } from 'vitest'
import { blamed, podOwnContext, podWithContext } from '../blamed.testing.ts'
import { appArmorProfile } from './app-armor-profile.ts'

const TYPE = 'securityContext.appArmorProfile.type'
const KEY = 'container.apparmor.security.beta.kubernetes.io/web'

describe('appArmorProfile', () => {
  it.each([
    { name: 'none', profile: null, fields: [] },
    { name: 'RuntimeDefault', profile: { type: 'RuntimeDefault' }, fields: [] },
    { name: 'Localhost', profile: { type: 'Localhost' }, fields: [] },
    { name: 'Unconfined', profile: { type: 'Unconfined' }, fields: [TYPE] },
    { name: 'a profile without type', profile: {}, fields: [TYPE] },
    { name: 'a placeholder', profile: { type: '${TYPE}' }, fields: [`${TYPE} ?`] },
  ])('says of $name: $fields', ({ profile, fields }) => {
    const ofPod = blamed(appArmorProfile, 0, podOwnContext({ appArmorProfile: profile }))
    const ofContainer = blamed(appArmorProfile, 37, podWithContext({ appArmorProfile: profile }))
    expect(ofPod).toEqual(fields.map((field) => `spec.${field}`))
    expect(ofContainer).toEqual(fields.map((field) => `spec.containers[0].${field}`))
  })

  it.each([
    { name: 'runtime/default', value: 'runtime/default', says: '' },
    { name: 'a profile of the node', value: 'localhost/web', says: '' },
    { name: 'a profile not yet named', value: 'localhost/${PROFILE}', says: '' },
    { name: 'an empty text', value: '', says: '' },
    { name: 'null, an empty text', value: null, says: '' },
    { name: 'unconfined', value: 'unconfined', says: 'sure' },
    { name: 'the new spelling', value: 'RuntimeDefault', says: 'sure' },
    { name: 'a placeholder', value: '${PROFILE}', says: 'unsure' },
    { name: 'a flag', value: true, says: 'unsure' },
  ])('says of the annotation with $name: $says', ({ value, says }) => {
    const pod = { metadata: { annotations: { 'example.com/a': true, [KEY]: value } } }
    const field = `metadata.annotations["${KEY}"]`
    const expected = { sure: [field], unsure: [`${field} ?`] }[says] ?? []
    expect(blamed(appArmorProfile, 37, pod)).toEqual(expected)
  })

  it.each([
    { name: 'metadata', pod: { metadata: '${METADATA}' }, fields: ['metadata ?'] },
    {
      name: 'annotations',
      pod: { metadata: { annotations: [] } },
      fields: ['metadata.annotations ?'],
    },
  ])('cannot tell of $name of the wrong type', ({ pod, fields }) => {
    expect(blamed(appArmorProfile, 37, pod)).toEqual(fields)
  })
})
