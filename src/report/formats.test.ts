import { describe, expect, it } from 'vitest'
import {
  EVIL,
  PAGES,
  PLAIN,
  runOf,
  SHOP,
  UNREAD,
  verdictOf,
  withWaived,
  written,
} from '../../test/report/verdicts.ts'
import { PERSONAE } from '../model/itinerary.ts'
import { FORMATS, formatOf } from './formats.ts'
import type { Style } from './report.ts'

// What our own colours and links look like; whatever else begins with an escape came from the estate.
const ESCAPE = '\u001B'
const OWN_COLOUR = String.raw`${ESCAPE}\[[\d;]+m`
const OWN_LINK = String.raw`${ESCAPE}\]8;;(?:https://[\w./-]+)?${ESCAPE}\\`
const OWN_SEQUENCES = new RegExp(`${OWN_COLOUR}|${OWN_LINK}`, 'g')
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u

const STYLES: readonly Style[] = [
  PLAIN,
  { ...PLAIN, width: 80 },
  { ...PLAIN, width: 20, ascii: true },
  { color: true, ascii: false, width: 160, links: true },
]

describe.each(FORMATS)('$name', (format) => {
  it('lets nothing through that a terminal obeys or nobody sees', () => {
    const verdict = verdictOf(EVIL)
    expect(verdict.findings).toHaveLength(3)
    const runs = [
      runOf({ pages: PAGES, targets: Object.keys(EVIL.texts), verbose: true }),
      ...PERSONAE.map((persona) => runOf({ pages: PAGES, persona })),
    ]
    for (const style of STYLES) {
      for (const run of runs) {
        const text = written(format, verdict, run, style).replaceAll(OWN_SEQUENCES, '')
        const lines = text.split(/\r?\n/)
        expect(lines.filter((line) => UNSEEN.test(line))).toEqual([])
      }
    }
  })

  it('writes the same bytes for the same verdict', () => {
    const write = (): string => written(format, verdictOf({ texts: SHOP, ...UNREAD }))
    expect(write()).toBe(write())
  })

  it('tells every fault', () => {
    const text = written(format, verdictOf({ texts: SHOP, ...UNREAD }))
    for (const word of ['deploy/broken.yaml', 'A tab stands', 'Replace it with spaces.']) {
      expect(text).toContain(word)
    }
  })

  it('tells waived and unclear findings apart from open ones', () => {
    const verdict = withWaived(verdictOf({ texts: SHOP }), 'root-example')
    const text = written(format, verdict)
    expect(text).toMatch(/waived|"suppressions"/i)
    expect(text).toMatch(/cannot[ -]tell/i)
  })

  it('says that nothing was examined rather than that all is well', () => {
    const text = written(format, verdictOf({ texts: {} }))
    expect(text).toMatch(/not examined|"results":\[\]/i)
    expect(text).not.toMatch(/✓|"Clear"/)
  })

  it('lists only what is shown', () => {
    const shown = runOf({ shown: ({ rule }) => rule.id !== 'limit-example', targets: ['.'] })
    const text = written(format, verdictOf({ texts: SHOP }), shown)
    expect(text).not.toContain('may take all memory')
  })
})

describe('formatOf', () => {
  it('finds by name', () => {
    for (const format of FORMATS) expect(formatOf(format.name)).toBe(format)
    expect(formatOf('telegram')).toBeUndefined()
  })
})
