import { expect, it } from 'vitest'
import { readCalicoSelector } from './calico-selector.ts'

const LABELS: ReadonlyMap<string, string> = new Map([
  ['app', 'web'],
  ['tier', 'front'],
  ['example.org/zone', 'a'],
])

it.each([
  ['', true],
  ['all()', true],
  ['!all()', false],
  ['global()', false],
  [`app == 'web'`, true],
  [`app == "web"`, true],
  [`app=='web'&&tier=='front'`, true],
  [`app == 'web' && tier == 'back'`, false],
  [`app == 'api' || tier == 'front'`, true],
  [`app == 'api' || app == 'web' && tier == 'back'`, false],
  [`(app == 'api' || app == 'web') && !(tier == 'back')`, true],
  [`app != 'api'`, true],
  [`missing != 'api'`, true],
  ['has(app)', true],
  ['!has(app)', false],
  ['has(example.org/zone)', true],
  [`example.org/zone in {'a', 'b'}`, true],
  [`app not in {'web'}`, false],
  [`missing not in {'web'}`, true],
  [`app in {}`, false],
  [`app contains 'e'`, true],
  [`app starts with 'we'`, true],
  [`app ends with 'we'`, false],
  [`app == web`, 'unclear'],
  [`app == 'web`, 'unclear'],
  [`app == 'web' tier`, 'unclear'],
  [`app == '\${APP}'`, 'unclear'],
  [`${'('.repeat(5000)}all()${')'.repeat(5000)}`, 'unclear'],
  [`${'!'.repeat(5000)}all()`, 'unclear'],
  [7, 'unclear'],
])('reads %j', (text, claim) => {
  expect(readCalicoSelector(text).selects((key) => LABELS.get(key))).toBe(claim)
})

it('names a label that all it selects carry', () => {
  expect(readCalicoSelector(`has(x) && app == 'web'`).wants).toEqual({
    key: 'app',
    values: ['web'],
  })
  expect(readCalicoSelector(`app in {'web', 'api'}`).wants?.values).toEqual(['web', 'api'])
  expect(readCalicoSelector(`app not in {'web'}`).wants).toBeUndefined()
  expect(readCalicoSelector(`app == 'web' || app == 'api'`).wants).toBeUndefined()
  expect(readCalicoSelector(`!(app == 'web')`).wants).toBeUndefined()
})
