import { describe, expect, it } from 'vitest'
import { interruptible } from './interruptible.ts'

describe('interruptible work', () => {
  it('gives its value', () => {
    expect(interruptible(() => 6 * 7)).toEqual({ value: 42 })
    expect(interruptible(() => undefined)).toEqual({ value: undefined })
  })

  it('throws what it throws', () => {
    expect(() =>
      interruptible(() => {
        throw new TypeError('ours')
      }),
    ).toThrow('ours')
  })

  it('may be done within other such work', () => {
    expect(interruptible(() => interruptible(() => 1))).toEqual({ value: { value: 1 } })
  })

  it('ends in its midst when Ctrl-C is pressed', () => {
    const outcome = interruptible(() => {
      process.kill(process.pid, 'SIGINT')
      const end = performance.now() + 20_000
      let turns = 0
      while (performance.now() < end) turns++
      return turns
    })
    expect(outcome).toBeUndefined()
  })
})
