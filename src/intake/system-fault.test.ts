import { describe, expect, it } from 'vitest'
import { systemFault } from './system-fault.ts'

describe('systemFault', () => {
  it.each([
    { code: 'EACCES', message: /does not allow/ },
    { code: 'EPERM', message: /does not allow/ },
    { code: 'ENOENT', message: /not there any more/ },
    { code: 'ELOOP', message: /circle/ },
    { code: 'ENAMETOOLONG', message: /longer than/ },
    { code: 'EIO', message: /\(EIO\)/ },
  ])('tells $code in words', ({ code, message }) => {
    const error = Object.assign(new Error(`${code}: /home/someone/x.yaml`), { code })
    const fault = systemFault(error, 'x.yaml')
    expect(fault).toMatchObject({ code: 'INTAKE_UNREADABLE', at: 'x.yaml' })
    expect(fault.message).toMatch(message)
  })

  it('throws our own mistakes on', () => {
    expect(() => systemFault(new TypeError('ours'), 'x.yaml')).toThrow('ours')
  })
})
