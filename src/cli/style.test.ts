import { describe, expect, it } from 'vitest'
import type { Host } from './host.ts'
import { fileStyle, screenStyle, type Look } from './style.ts'

const AUTO: Look = { color: 'auto', ascii: false, width: undefined }

function styleOn(machine: Partial<Host>, look: Look = AUTO) {
  const host: Host = {
    program: 'portolan',
    env: {},
    workingFolder: '/',
    out: () => {},
    err: () => {},
    isScreen: false,
    columns: undefined,
    readStdin: () => Promise.resolve(new Uint8Array()),
    interruptible: (work) => ({ value: work() }),
    fetch: () => Promise.reject(new Error('offline')),
    now: () => 0,
    today: () => '2026-11-24',
    ...machine,
  }
  return screenStyle(look, host)
}

describe('colours', () => {
  it.each([
    { name: 'no screen', isScreen: false, env: {}, color: false },
    { name: 'a screen', isScreen: true, env: {}, color: true },
    { name: 'a dumb screen', isScreen: true, env: { TERM: 'dumb' }, color: false },
    { name: 'NO_COLOR', isScreen: true, env: { NO_COLOR: '1' }, color: false },
    { name: 'an empty NO_COLOR', isScreen: true, env: { NO_COLOR: '' }, color: true },
    { name: 'FORCE_COLOR', isScreen: false, env: { FORCE_COLOR: '1' }, color: true },
    { name: 'CLICOLOR_FORCE', isScreen: false, env: { CLICOLOR_FORCE: '1' }, color: true },
    { name: 'FORCE_COLOR=0', isScreen: true, env: { FORCE_COLOR: '0' }, color: false },
    { name: 'both', isScreen: true, env: { NO_COLOR: '1', FORCE_COLOR: '1' }, color: false },
    { name: 'a known CI', isScreen: false, env: { GITHUB_ACTIONS: 'true' }, color: true },
    { name: 'an unknown CI', isScreen: false, env: { CI: 'true' }, color: false },
    {
      name: 'NO_COLOR in a known CI',
      isScreen: false,
      env: { GITLAB_CI: 'true', NO_COLOR: '1' },
      color: false,
    },
  ])('follow $name', ({ isScreen, env, color }) => {
    expect(styleOn({ isScreen, env }).color).toBe(color)
  })

  it('follow the flag before anything else', () => {
    const env = { NO_COLOR: '1' }
    expect(styleOn({ env }, { ...AUTO, color: 'always' }).color).toBe(true)
    expect(styleOn({ isScreen: true }, { ...AUTO, color: 'never' }).color).toBe(false)
  })

  it('are not written into files unless asked for', () => {
    expect(fileStyle(AUTO)).toEqual({ color: false, ascii: false, width: 100, links: false })
    expect(fileStyle({ ...AUTO, color: 'always' }).color).toBe(true)
  })
})

describe('the width', () => {
  it.each([
    { name: 'the flag', machine: { isScreen: true, columns: 80 }, width: 120, found: 120 },
    { name: 'the screen', machine: { isScreen: true, columns: 80 }, width: undefined, found: 80 },
    { name: 'COLUMNS', machine: { env: { COLUMNS: '132' } }, width: undefined, found: 132 },
    { name: 'nothing', machine: {}, width: undefined, found: 100 },
    { name: 'nonsense', machine: { env: { COLUMNS: 'wide' } }, width: undefined, found: 100 },
    { name: 'a tiny screen', machine: { columns: 8 }, width: undefined, found: 40 },
  ])('follows $name', ({ machine, width, found }) => {
    expect(styleOn(machine, { ...AUTO, width }).width).toBe(found)
  })
})

describe('links', () => {
  it.each([
    { name: 'a terminal that knows them', env: { TERM_PROGRAM: 'WezTerm' }, links: true },
    { name: 'a new VTE', env: { VTE_VERSION: '7200' }, links: true },
    { name: 'an old VTE', env: { VTE_VERSION: '4600' }, links: false },
    { name: 'an unknown terminal', env: {}, links: false },
    { name: 'no colours', env: { TERM_PROGRAM: 'WezTerm', NO_COLOR: '1' }, links: false },
  ])('follow $name', ({ env, links }) => {
    expect(styleOn({ isScreen: true, env }).links).toBe(links)
  })
})
