import { describe, expect, it } from 'vitest'
import { blamed, podOwnContext, podWithContext, type Spec } from '../blamed.testing.ts'
import { seccompProfileBaseline, seccompProfileRestricted } from './seccomp-profile.ts'

const TYPE = 'securityContext.seccompProfile.type'

describe('seccompProfile_baseline since 1.19', () => {
  it.each([
    { name: 'none', profile: null, fields: [] },
    { name: 'RuntimeDefault', profile: { type: 'RuntimeDefault' }, fields: [] },
    { name: 'Localhost', profile: { type: 'Localhost', localhostProfile: 'a.json' }, fields: [] },
    { name: 'Unconfined', profile: { type: 'Unconfined' }, fields: [TYPE] },
    { name: 'a profile without type', profile: {}, fields: [TYPE] },
    { name: 'a placeholder', profile: { type: '{{ .Values.type }}' }, fields: [`${TYPE} ?`] },
    { name: 'a text', profile: 'RuntimeDefault', fields: ['securityContext.seccompProfile ?'] },
  ])('says of $name: $fields', ({ profile, fields }) => {
    const ofPod = blamed(seccompProfileBaseline, 19, podOwnContext({ seccompProfile: profile }))
    const ofContainer = blamed(
      seccompProfileBaseline,
      37,
      podWithContext({ seccompProfile: profile }),
    )
    expect(ofPod).toEqual(fields.map((field) => `spec.${field}`))
    expect(ofContainer).toEqual(fields.map((field) => `spec.containers[0].${field}`))
  })
})

describe('seccompProfile_baseline before 1.19', () => {
  const POD = 'seccomp.security.alpha.kubernetes.io/pod'
  const OF = 'container.seccomp.security.alpha.kubernetes.io/'

  it.each([
    { name: 'another annotation', key: 'seccomp.example/pod', value: 'unconfined', says: '' },
    { name: 'the default of the runtime', key: POD, value: 'runtime/default', says: '' },
    { name: 'the default of Docker', key: POD, value: 'docker/default', says: '' },
    { name: 'a file of the node', key: POD, value: 'localhost/a.json', says: '' },
    { name: 'a file not yet named', key: POD, value: 'localhost/${FILE}', says: '' },
    { name: 'none for the pod', key: POD, value: 'unconfined', says: 'sure' },
    { name: 'an empty text', key: POD, value: '', says: 'sure' },
    { name: 'null, an empty text', key: POD, value: null, says: 'sure' },
    { name: 'a placeholder', key: POD, value: '${PROFILE}', says: 'unsure' },
    { name: 'a flag', key: POD, value: false, says: 'unsure' },
    { name: 'none for the container', key: `${OF}web`, value: 'unconfined', says: 'sure' },
    { name: 'a known one for it', key: `${OF}web`, value: 'runtime/default', says: '' },
    { name: 'none for no container', key: `${OF}api`, value: 'unconfined', says: '' },
    {
      name: 'none for a name not known',
      key: `${OF}\${NAME}`,
      value: 'unconfined',
      says: 'unsure',
    },
  ])('says of $name: $says', ({ key, value, says }) => {
    const pod = {
      metadata: { annotations: { [key]: value } },
      spec: { containers: [{ name: 'web' }] },
    }
    const field = `metadata.annotations["${key}"]`
    const expected = { sure: [field], unsure: [`${field} ?`] }[says] ?? []
    expect(blamed(seccompProfileBaseline, 18, pod)).toEqual(expected)
    expect(blamed(seccompProfileBaseline, 19, pod)).toEqual([])
  })

  it.each([
    { name: 'a placeholder', container: { name: '${NAME}' } },
    { name: 'a flag', container: { name: true } },
    { name: 'a text as container', container: '${CONTAINER}' },
  ])('cannot tell whose annotation it is with $name as name', ({ container }) => {
    const annotations = {
      'example.com/web': 'unconfined',
      [`${OF}web`]: 'unconfined',
      [`${OF}api`]: 'runtime/default',
    }
    const spec = { initContainers: [container], containers: [{ name: 'known' }] }
    const pod = { metadata: { annotations }, spec }
    expect(blamed(seccompProfileBaseline, 0, pod)).toEqual([`metadata.annotations["${OF}web"] ?`])
  })

  it('knows the annotation of a container by its placeholder', () => {
    const pod = {
      metadata: { annotations: { [`${OF}\${NAME}`]: 'unconfined' } },
      spec: { containers: [{ name: '${NAME}' }] },
    }
    expect(blamed(seccompProfileBaseline, 0, pod)).toEqual([
      `metadata.annotations["${OF}\${NAME}"]`,
    ])
  })

  it.each([
    { name: 'a null container', container: null },
    { name: 'a container without name', container: {} },
  ])('gives $name the annotation without one', ({ container }) => {
    const pod = {
      metadata: { annotations: { [OF]: 'unconfined' } },
      spec: { containers: [container] },
    }
    expect(blamed(seccompProfileBaseline, 0, pod)).toEqual([`metadata.annotations["${OF}"]`])
  })

  it('cannot tell of annotations that are no mapping', () => {
    expect(blamed(seccompProfileBaseline, 0, { metadata: { annotations: [] } })).toEqual([
      'metadata.annotations ?',
    ])
  })
})

describe('seccompProfile_restricted', () => {
  const GOOD = { seccompProfile: { type: 'RuntimeDefault' } }
  const BAD = { seccompProfile: { type: 'Unconfined' } }
  const specs: readonly { name: string; spec: Spec; fields: readonly string[] }[] = [
    {
      name: 'silence, once for each container',
      spec: { containers: [{}, { securityContext: {} }], initContainers: [null] },
      fields: [
        `spec.initContainers[0].${TYPE}`,
        `spec.containers[0].${TYPE}`,
        `spec.containers[1].${TYPE}`,
      ],
    },
    { name: 'the pod alone', spec: { securityContext: GOOD, containers: [{}] }, fields: [] },
    { name: 'the container alone', spec: { containers: [{ securityContext: GOOD }] }, fields: [] },
    {
      name: 'one container of two',
      spec: { containers: [{ securityContext: GOOD }, {}] },
      fields: [`spec.containers[1].${TYPE}`],
    },
    {
      name: 'a wrong pod, though all containers are right',
      spec: { securityContext: BAD, containers: [{ securityContext: GOOD }] },
      fields: [`spec.${TYPE}`],
    },
    {
      name: 'a wrong pod that a container takes over',
      spec: { securityContext: BAD, containers: [{}] },
      fields: [`spec.${TYPE}`],
    },
    {
      name: 'a container that leaves the right pod',
      spec: { securityContext: GOOD, containers: [{ securityContext: BAD }] },
      fields: [`spec.containers[0].${TYPE}`],
    },
    {
      name: 'a pod that is not known yet',
      spec: { securityContext: '${CONTEXT}', containers: [{}] },
      fields: ['spec.securityContext ?'],
    },
    {
      name: 'a container that is not known yet',
      spec: { containers: [{ securityContext: { seccompProfile: '${PROFILE}' } }] },
      fields: ['spec.containers[0].securityContext.seccompProfile ?'],
    },
  ]

  it.each(specs)('says of $name: $fields', ({ spec, fields }) => {
    expect(blamed(seccompProfileRestricted, 19, { spec })).toEqual(fields)
  })

  it('lets Windows pass since 1.25', () => {
    const pod = { spec: { os: { name: 'windows' }, containers: [{}] } }
    expect(blamed(seccompProfileRestricted, 18, pod)).toBeUndefined()
    expect(blamed(seccompProfileRestricted, 24, pod)).toHaveLength(1)
    expect(blamed(seccompProfileRestricted, 25, pod)).toEqual([])
  })
})
