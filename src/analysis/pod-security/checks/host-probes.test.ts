import { describe, expect, it } from 'vitest'
import { blamed, podWith } from '../blamed.testing.ts'
import { hostProbesAndHostLifecycle } from './host-probes.ts'

describe('hostProbesAndHostLifecycle', () => {
  it.each([{ caller: 'livenessProbe' }, { caller: 'readinessProbe' }, { caller: 'startupProbe' }])(
    'minds the host of a $caller by HTTP and by TCP',
    ({ caller }) => {
      const byHttp = podWith({ [caller]: { httpGet: { host: '10.0.0.1', port: 80 } } })
      const byTcp = podWith({ [caller]: { tcpSocket: { host: '127.0.0.1', port: 80 } } })
      expect(blamed(hostProbesAndHostLifecycle, 34, byHttp)).toEqual([
        `spec.containers[0].${caller}.httpGet.host`,
      ])
      expect(blamed(hostProbesAndHostLifecycle, 34, byTcp)).toEqual([
        `spec.containers[0].${caller}.tcpSocket.host`,
      ])
    },
  )

  it.each([{ hook: 'postStart' }, { hook: 'preStop' }])('minds the host of $hook', ({ hook }) => {
    const handlers = { httpGet: { host: 'a' }, tcpSocket: { host: 'b' } }
    const pod = podWith({ lifecycle: { [hook]: handlers } })
    expect(blamed(hostProbesAndHostLifecycle, 37, pod)).toEqual([
      `spec.containers[0].lifecycle.${hook}.httpGet.host`,
      `spec.containers[0].lifecycle.${hook}.tcpSocket.host`,
    ])
  })

  it.each([
    { name: 'no host', probe: { httpGet: { port: 80 } }, fields: [] },
    { name: 'an empty host', probe: { httpGet: { host: '', port: 80 } }, fields: [] },
    { name: 'a null host', probe: { tcpSocket: { host: null } }, fields: [] },
    { name: 'a command', probe: { exec: { command: ['host'] } }, fields: [] },
    { name: 'gRPC', probe: { grpc: { port: 80 } }, fields: [] },
    {
      name: 'a placeholder',
      probe: { httpGet: { host: '${HOST}' } },
      fields: ['spec.containers[0].livenessProbe.httpGet.host ?'],
    },
    {
      name: 'a number as host',
      probe: { httpGet: { host: 10 } },
      fields: ['spec.containers[0].livenessProbe.httpGet.host ?'],
    },
  ])('says of $name: $fields', ({ probe, fields }) => {
    const pod = podWith({ livenessProbe: probe })
    expect(blamed(hostProbesAndHostLifecycle, 34, pod)).toEqual(fields)
  })

  it('is not in force before 1.34', () => {
    const pod = podWith({ livenessProbe: { httpGet: { host: '10.0.0.1' } } })
    expect(blamed(hostProbesAndHostLifecycle, 33, pod)).toBeUndefined()
  })
})
