import { PERSONAE } from '../../src/model/itinerary.ts'
import type { Run } from '../../src/report/report.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import {
  asciiJson,
  EVIL,
  PAGES,
  runOf,
  RULES,
  SHOP,
  UNREAD,
  verdictOf,
  withWaived,
  type Example,
} from './verdicts.ts'

/** A result that every writer is run over. Made by the real reader and rules when it is asked for. */
export interface Recorded {
  readonly name: string
  readonly make: () => { readonly verdict: Verdict; readonly run: Run }
}

// What names of an estate may hold that a format, a terminal or a browser takes for something of its own.
const HOSTILE = {
  quotes: `"double" 'single' \`back\` “curly”`,
  newlines: 'one\ntwo\r\nthree\rfour\u2028five\u2029six\u0085seven',
  'the end of a CDATA section': 'a]]>b<![CDATA[c',
  markup: '<script>alert(1)</script><img src=x onerror=alert(1)>&lt;&#0;</details></td>',
  'right-to-left marks': 'invoice\u202Egpj.exe\u2066\u200F\u061C',
  emoji: '🧭 👩‍🚀 🏳️‍🌈 e\u0301',
  '2,000 characters': 'n'.repeat(2000),
  '2,000 wide characters': '漢'.repeat(2000),
  'control characters': '\u0000\u0007\u001B[31mred\u001B]0;title\u0007\u009B2J\u007F',
  'half a pair': 'half\uD800 and \uDC00half',
  'no characters': 'none\uFFFE\uFFFF',
  formulas: `=HYPERLINK("https://evil.example";"x")`,
  'other formulas': '+1-1@SUM(A1)\t=2',
  'separators of tables': 'a,b;c|d\te',
  'workflow commands': '::set-output name=x::y %0A::error::z ##[add-mask]w',
  Markdown: '[click](https://evil.example) **bold** `code` @everyone #1 $x$ ~~~',
  'braces and backslashes': String.raw`{0} {{x}} \" \n \\ }`,
  'what an address escapes': 'a b#c?d%2Fe:f@g',
  'an empty look': '\u200B\u2060\u00AD',
} as const satisfies Readonly<Record<string, string>>

const ONE = `apiVersion: v1
kind: Pod
metadata: { name: one, namespace: shop }
spec: { containers: [{ name: one }] }
`

/** The recorded results: at least thirty, from nothing at all to ten thousand findings. */
export const RECORDED: readonly Recorded[] = [
  example('nothing', { texts: {} }),
  example('no rules', { texts: SHOP, rules: [] }),
  example('faults only', { texts: {}, ...UNREAD }),
  example('many faults', { texts: { 'one.yaml': ONE }, faults: manyFaults(1500) }),
  ...RULES.map((rule) =>
    example(`one finding by ${rule.id}`, {
      texts: { 'shop.yaml': SHOP['deploy/cart.yaml'] ?? '' },
      rules: [rule],
    }),
  ),
  example('one finding of one object', { texts: { 'one.yaml': ONE }, rules: RULES.slice(1, 2) }),
  example('what cannot be told', { texts: { 'guess.yaml': SHOP['deploy/guess.yaml'] ?? '' } }),
  example('all is well', { texts: { 'good.yaml': SHOP['deploy/good.yaml'] ?? '' } }),
  example('an object written twice', { texts: { 'a.yaml': ONE, 'b.yaml': ONE } }),
  example('findings and faults', { texts: SHOP, ...UNREAD }),
  example('standard input', { texts: { '-': ONE } }, { targets: ['-'] }),
  example('a path outside', { texts: { '/x/../y.yaml': ONE, '../z.yaml': ONE, './w.yaml': ONE } }),
  example('a hostile estate', EVIL, { targets: Object.keys(EVIL.texts) }),
  example('nothing that is shown', { texts: SHOP }, { shown: () => false }),
  example('some that is shown', { texts: SHOP }, { shown: ({ severity }) => severity === 'high' }),
  example('what was narrowed', { texts: SHOP }, { selection: ['--rule a,b', '--stop network'] }),
  example('no pages', { texts: SHOP }, { pages: undefined }),
  example(
    'no gate',
    { texts: SHOP },
    { gate: { failOn: 'never', newOnly: false, failed: 0 }, exitCode: 0 },
  ),
  ...PERSONAE.map((persona) => example(`the persona ${persona}`, { texts: SHOP }, { persona })),
  waived('one rule waived', ['root-example']),
  waived(
    'all that is open waived',
    RULES.map(({ id }) => id),
  ),
  ...Object.entries(HOSTILE).map(([name, text]) => example(`names of ${name}`, hostile(text))),
  example('ten thousand findings', { texts: { 'many.yaml': `${ONE}---\n`.repeat(5000) } }),
]

function example(name: string, made: Example, run: Partial<Run> = {}): Recorded {
  return { name, make: () => ({ verdict: verdictOf(made), run: runOf({ pages: PAGES, ...run }) }) }
}

function waived(name: string, rules: readonly string[]): Recorded {
  const verdict = (): Verdict => rules.reduce(withWaived, verdictOf({ texts: SHOP, ...UNREAD }))
  return { name, make: () => ({ verdict: verdict(), run: runOf({ pages: PAGES }) }) }
}

function manyFaults(count: number): NonNullable<Example['faults']> {
  return Array.from({ length: count }, (_, index) => ({
    code: 'INTAKE_YAML',
    at: `deploy/${index}.yaml:1:1`,
    message: 'A tab stands where YAML wants spaces.',
    remedy: 'Replace it with spaces.',
  }))
}

// The name stands wherever an estate may put one: file, object, namespace, label, container, value, fault.
function hostile(text: string): Example {
  const pod = asciiJson({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: text, namespace: text, labels: { [text]: text } },
    spec: { containers: [{ name: text, image: text, securityContext: { privileged: true } }] },
  })
  const namespace = asciiJson({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: text } })
  const file = text.replaceAll('/', '')
  const at = `${file}:3:4`
  return {
    texts: { [file]: pod, [`folder/${file}`]: namespace },
    faults: [{ code: 'INTAKE_YAML', at, message: `It says ${text}`, remedy: `Remove ${text}` }],
    coverage: [{ what: 'files', asked: 3, examined: 2, reasons: [{ why: text, count: 1 }] }],
  }
}
