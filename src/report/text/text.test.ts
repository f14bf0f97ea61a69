import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  PAGES,
  PLAIN,
  runOf,
  SHOP,
  UNREAD,
  verdictOf,
  withWaived,
  written,
} from '../../../test/report/verdicts.ts'
import { PERSONAE } from '../../model/itinerary.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { pointOf, positionOf } from '../spots.ts'
import { text } from './text.ts'

const verdict = verdictOf({ texts: SHOP, ...UNREAD })
const CART = 'deploy/cart.yaml'
const cart = verdictOf({ texts: { [CART]: SHOP[CART] ?? '' } })

const MOVES = 'developer 4 · architect 1 · provider 0 · partner 0'

describe('the overview', () => {
  it.each([80, 100, 120, 200])(
    'answers the three questions in ten lines of %i columns',
    (width) => {
      const lines = linesOf(verdict, {}, { width }).slice(0, 10)
      const answers = lines.join('\n')
      expect(answers).toContain(
        'How bad is it?  ■ Urgent · 1 critical, 2 high, 1 medium, 1 low open',
      )
      expect(answers).toMatch(/2 of 3 workloads above baseline · 3 of 3 not isolated/)
      expect(answers).toContain(
        'Whose move      developer 4 · architect 1 · provider 0 · partner 0',
      )
      expect(answers).toContain(
        'Focus first     3 actions close 3 of the 3 critical and high findings',
      )
      expect(answers).toContain('closes 1      developer  small, may break')
      expect(answers).toMatch(/deploy\/cart\.yaml:18:13 +portolan fix privileged-example deploy/)
    },
  )

  it('stays within the screen, but for what may not be cut', () => {
    const isBounded = (line: string): boolean => !/^ {2}\d+:\d+ /.test(line)
    for (const width of [80, 100, 120]) {
      const wide = linesOf(verdict, {}, { width }).filter((l) => isBounded(l) && l.length > width)
      expect(wide).toEqual([])
    }
  })

  it('gives every stop a state in a word, its worst finding and what was examined', () => {
    const lines = linesOf(verdict)
    expect(lines.find((line) => line.startsWith('4 Workloads'))).toMatch(
      /■ Urgent +privileged-example in 1 object +1 +2 +1 +1 +1 +4\/5$/,
    )
    expect(lines.find((line) => line.startsWith('1 Cloud'))).toMatch(
      /○ Not examined +no rule was asked( +-){5} +0\/5$/,
    )
  })

  it('gives a stop two lines on a narrow screen', () => {
    const lines = linesOf(withWaived(verdict, 'limit-example'), {}, { width: 80 })
    const at = lines.findIndex((line) => line.startsWith('4 Workloads'))
    expect(lines[at]).toMatch(/1 critical, 2 high, 1 low, 1 waived, 1 unclear$/)
    expect(lines[at + 1]).toBe('  privileged-example in 1 object · 4/5 examined')
  })

  it('tells what was not examined with its remedy', () => {
    const lines = linesOf(verdict)
    const at = lines.findIndex((line) => line.startsWith('Not examined'))
    expect(lines[at]).toBe('Not examined    1 of 4 files: 1 not valid YAML')
    expect(lines.slice(at + 1)).toEqual(
      expect.arrayContaining([
        '                1 finding cannot be told from what is written',
        '  ○ deploy/broken.yaml:12:7',
        '    A tab stands where YAML wants spaces.',
        '    Replace it with spaces.',
      ]),
    )
  })

  it('names the kinds that no rule knows', () => {
    const widgets = ['A', 'B', 'C', 'D'].map(
      (kind) => `apiVersion: example.com/v1\nkind: ${kind}\nmetadata: { name: w }\n`,
    )
    const lines = linesOf(verdictOf({ texts: { 'a.yaml': widgets.join('---\n') } }))
    expect(lines.join(' ').replace(/ +/g, ' ')).toContain(
      '4 objects of kinds that no rule knows (example.com/A, example.com/B, example.com/C and 1 more)',
    )
  })

  it('counts the faults it does not tell, and tells all in a verbose run', () => {
    const [fault] = UNREAD.faults ?? []
    const faults = Array.from({ length: 14 }, () => fault).filter((f) => f !== undefined)
    const many = verdictOf({ texts: SHOP, faults })
    expect(linesOf(many)).toContain('  4 more faults: -v lists all')
    const all = linesOf(many, { verbose: true }).filter((line) => line.includes('broken.yaml:12:7'))
    expect(all).toHaveLength(14)
  })

  it('names the command for the one with the most to do, where it fits', () => {
    const hint = '   portolan scan deploy --persona developer'
    expect(linesOf(verdict)).toContain(`Whose move      ${MOVES}${hint}`)
    expect(linesOf(verdict, {}, { width: 80 })).toContain(`Whose move      ${MOVES}`)
    expect(linesOf(verdict, { persona: 'developer' })).toContain(`Whose move      ${MOVES}`)
  })

  it('names the flags that narrowed the run', () => {
    expect(linesOf(verdict, { selection: ['--stop workloads'] })[1]).toBe(
      'narrowed by --stop workloads',
    )
  })

  it('promises in open findings where nothing is worse', () => {
    const mild = verdictOf({ texts: SHOP, rules: verdict.rules.slice(2) })
    expect(linesOf(mild)).toContain('Focus first     2 actions close 2 of the 2 open findings')
  })

  it('is clear only for what was examined', () => {
    const good = verdictOf({ texts: { 'good.yaml': SHOP['deploy/good.yaml'] ?? '' } })
    const lines = linesOf(good)
    expect(lines[1]).toBe('How bad is it?  ✓ Clear · nothing open · 1 of 8 stops examined')
    expect(lines).toContain('Focus first     nothing: no finding is open')
    const nothing = linesOf(verdictOf({ texts: {} }))
    expect(nothing[1]).toBe(
      'How bad is it?  ○ Not examined · nothing is known · 0 of 8 stops examined',
    )
    expect(nothing).toContain('Focus first     nothing was examined, so nothing is known')
  })

  it.each([
    { failOn: 'high', failed: 3, exitCode: 1, is: 'failed: 3 at or above high -> exit 1' },
    { failOn: 'urgent', failed: 0, exitCode: 0, is: 'passed: none at or above urgent -> exit 0' },
    {
      failOn: 'high',
      failed: 0,
      exitCode: 3,
      is: 'passed: none at or above high, but incomplete -> exit 3',
    },
    { failOn: 'never', failed: 0, exitCode: 0, is: 'off -> exit 0' },
  ] as const)('ends with the gate: $is', ({ failOn, failed, exitCode, is }) => {
    const lines = linesOf(verdict, { gate: { failOn, newOnly: false, failed }, exitCode })
    expect(lines.at(-1)).toBe(
      `Gate            ${is} · read-only, nothing left this machine · 0.04 s`,
    )
  })
})

describe('the listing', () => {
  it('tells one line per rule and file, and each finding in a verbose run', () => {
    const short = linesOf(verdict).filter((line) => line.includes('may run as root'))
    expect(short).toHaveLength(1)
    expect(short[0]).toMatch(/^ {2}17:11 {2}high .*\(and 1 more\) +root-example {2}fix available$/)
    const all = linesOf(verdict, { verbose: true }).filter((l) => l.includes('may run as root'))
    expect(all).toHaveLength(2)
  })

  it('counts what it does not tell', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [`${index}.yaml`, SHOP[CART] ?? '']),
    )
    const lines = linesOf(verdictOf({ texts }))
    expect(lines).toContain('25 more findings: -v lists all, -f json too, --rule and --stop narrow')
    expect(linesOf(verdictOf({ texts }), { verbose: true }).join('\n')).not.toContain(
      'more finding',
    )
  })

  it('counts what the user filtered', () => {
    const lines = linesOf(verdict, { shown: ({ severity }) => severity !== 'low' })
    expect(lines).toContain('1 finding counted but not shown (--severity)')
  })
})

describe('a persona', () => {
  it.each(PERSONAE)('%s sees every finding', (persona) => {
    const lines = linesOf(verdict, { persona, pages: PAGES, verbose: true })
    const rows = lines.filter((line) =>
      /^ {2}\S+ {2,}(critical|high|medium|low|cannot tell) /.test(line),
    )
    expect(rows).toHaveLength(verdict.findings.length)
    for (const { place, rule } of verdict.findings) {
      const { line, column } = positionOf(place)
      const points = [` ${line}:${column} `, ` ${pointOf(place)} `]
      expect(rows.some((row) => row.includes(rule.id) && points.some((p) => row.includes(p)))).toBe(
        true,
      )
    }
  })

  it.each(['boss', 'user'] as const)('%s reads sentences instead of commands', (persona) => {
    const lines = linesOf(verdict, { persona, pages: PAGES })
    const focus = lines.slice(0, lines.indexOf(''))
    expect(focus).toContain(`   To the ${persona}, privileged-example is ${PRICE[persona]}.`)
    expect(focus.join('\n')).not.toMatch(/portolan (fix|explain)/)
    expect(lines).toContain('Run containers as a user other than root · 2 findings · developer')
    expect(lines.find((line) => line.startsWith('4 Workloads'))).not.toContain('-example')
  })

  it('architect reads by topic, with its owner and its guide', () => {
    const lines = linesOf(verdict, { persona: 'architect' })
    const topic = lines.indexOf('Root, escalation, capabilities · 2 findings · developer')
    expect(lines[topic + 1]).toBe('  portolan guide root-and-capabilities')
    expect(lines).toContain('Namespaces as a boundary · 1 finding · architect')
  })

  it('analyst reads the evidence of each finding', () => {
    const lines = linesOf(verdict, { persona: 'analyst' })
    for (const { id } of verdict.findings) {
      expect(lines.some((line) => line.startsWith(`    ${id}  `))).toBe(true)
    }
    expect(lines.join('\n')).toContain(
      'Deployment shop/cart  spec.template.spec.containers[0].securityContext.privileged',
    )
  })
})

const PRICE = { boss: 'money', user: 'privacy' } as const

describe('one file', () => {
  it('is told line by line', () => {
    expect(linesOf(cart, { targets: [`./${CART}`] })).toEqual([
      CART,
      '  3:1    low       Namespace "shop" admits any pod.                       namespace-example',
      '  15:11  medium    Container "cart" may take all memory of its node.      limit-example',
      '  17:11  high      Container "cart" may run as root: nothing forbids it.  root-example  fix available',
      '  18:13  critical  Container "cart" is privileged.                        privileged-example  fix available',
      '  19:11  high      Container "log" may run as root: nothing forbids it.   root-example  fix available',
      '1 critical, 2 high, 1 medium, 1 low open · 1 file, 2 objects, 0 unreadable · gate failed: 3 at or above high -> exit 1',
      'portolan fix ./deploy/cart.yaml',
    ])
  })

  it('says when there is nothing, and when not all could be read', () => {
    const texts = { 'good.yaml': SHOP['deploy/good.yaml'] ?? '' }
    const targets = ['good.yaml']
    expect(linesOf(verdictOf({ texts }), { targets })[1]).toBe('  Nothing found.')
    const lines = linesOf(verdictOf({ texts, ...UNREAD }), { targets })
    expect(lines[1]).toBe('  Nothing found in what could be read.')
    expect(lines).toContain('    Replace it with spaces.')
  })

  it.each([
    { name: 'a folder of one file', targets: ['deploy'], persona: undefined },
    { name: 'the boss', targets: [CART], persona: 'boss' },
    { name: 'two targets', targets: [CART, 'other'], persona: undefined },
  ] as const)('is an overview for $name', ({ targets, persona }) => {
    expect(linesOf(cart, { targets, persona })[1]).toContain('How bad is it?')
  })
})

describe('the style', () => {
  it('paints without changing a word', () => {
    const painted = written(text, verdict, runOf(), { ...PLAIN, color: true })
    expect(painted).toContain('\u001B[1;31m■ Urgent\u001B[0m')
    expect(stripVTControlCharacters(painted).replaceAll(/ +$/gm, '')).toBe(written(text, verdict))
  })

  it('is ASCII alone when asked', () => {
    const texts = { 'größe.yaml': (SHOP[CART] ?? '').replaceAll('cart', '尺寸') }
    const lines = linesOf(verdictOf({ texts }), {}, { ascii: true })
    expect(lines.filter((line) => /[^ -~]/.test(line))).toEqual([])
    expect(lines.join('\n')).toMatch(/!!! Urgent/)
    expect(lines.join('\n')).toContain(String.raw`gr\u00f6\u00dfe.yaml`)
  })

  it('links a rule to its reference where the screen can', () => {
    const linked = written(text, verdict, runOf(), { ...PLAIN, links: true })
    expect(linked).toContain(
      '\u001B]8;;https://kubernetes.io/docs/concepts/security/\u001B\\privileged-example\u001B]8;;\u001B\\',
    )
  })
})

function linesOf(
  verdict: Verdict,
  run: Parameters<typeof runOf>[0] = {},
  style: Partial<typeof PLAIN> = {},
): readonly string[] {
  return written(text, verdict, runOf(run), { ...PLAIN, ...style })
    .split('\n')
    .slice(0, -1)
}
