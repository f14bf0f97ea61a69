import { describe, expect, it } from 'vitest'
import { blamed, podWith } from '../blamed.testing.ts'
import { hostPorts } from './host-ports.ts'

describe('hostPorts', () => {
  it.each([
    { name: 'no ports', ports: null, fields: [] },
    { name: 'container ports', ports: [{ containerPort: 80 }], fields: [] },
    { name: 'nought', ports: [{ containerPort: 80, hostPort: 0 }], fields: [] },
    { name: 'a null port', ports: [null], fields: [] },
    {
      name: 'a port of the node',
      ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }],
      fields: ['spec.containers[0].ports[1].hostPort'],
    },
    {
      name: 'a placeholder',
      ports: [{ hostPort: '${PORT}' }],
      fields: ['spec.containers[0].ports[0].hostPort ?'],
    },
    {
      name: 'a text, which the API server refuses',
      ports: [{ hostPort: '0' }],
      fields: ['spec.containers[0].ports[0].hostPort ?'],
    },
    {
      name: 'a fraction',
      ports: [{ hostPort: 80.5 }],
      fields: ['spec.containers[0].ports[0].hostPort ?'],
    },
    { name: 'a number as ports', ports: 80, fields: ['spec.containers[0].ports ?'] },
  ])('says of $name: $fields', ({ ports, fields }) => {
    expect(blamed(hostPorts, 0, podWith({ ports }))).toEqual(fields)
  })
})
