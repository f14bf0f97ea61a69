import { describe, expect, it } from 'vitest'
import { blamed, podOwnContext, podWithContext } from '../blamed.testing.ts'
import { windowsHostProcess } from './windows-host-process.ts'

const FIELD = 'securityContext.windowsOptions.hostProcess'

describe('windowsHostProcess', () => {
  it.each([
    { name: 'unset', windowsOptions: {}, fields: [] },
    { name: 'false', windowsOptions: { hostProcess: false }, fields: [] },
    { name: 'true', windowsOptions: { hostProcess: true }, fields: [FIELD] },
    { name: 'a placeholder', windowsOptions: { hostProcess: '${HOST}' }, fields: [`${FIELD} ?`] },
  ])('says of $name: $fields', ({ windowsOptions, fields }) => {
    const ofPod = blamed(windowsHostProcess, 0, podOwnContext({ windowsOptions }))
    const ofContainer = blamed(windowsHostProcess, 0, podWithContext({ windowsOptions }))
    expect(ofPod).toEqual(fields.map((field) => `spec.${field}`))
    expect(ofContainer).toEqual(fields.map((field) => `spec.containers[0].${field}`))
  })
})
