import { expect, it } from 'vitest'
import { remembered } from './remembered.ts'

it('reads a text once, also one that is nothing, until there were too many others', () => {
  const asked: string[] = []
  const read = remembered((text) => {
    asked.push(text)
    return text === 'no' ? undefined : text.length
  })
  expect([read('left'), read('left'), read('no'), read('no')]).toEqual([4, 4, undefined, undefined])
  expect(asked).toEqual(['left', 'no'])
  for (let count = 0; count < 3000; count++) read(`${count}`)
  expect(read('left')).toBe(4)
  expect(asked.filter((text) => text === 'left')).toHaveLength(2)
})
