import { describe, expect, it } from 'vitest'
import { POLICY, judged, waivedIn } from './waivers.testing.ts'

const CART = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
spec:
  template:
    spec:
      containers:
        - name: cart
          image: registry.example/cart:1.0.0
        - name: log
          image: registry.example/log:1.0.0
`
const TEXTS = { 'deploy/cart.yaml': CART }
const ALL = ['limit-example cart 0: W-1', 'limit-example cart 1: W-1']

function entry(match: string, rest = ''): string {
  return `- id: W-1
  rule: limit-example
  match: ${match}
  reason: "the cache grows on market days"
  owner: "@org/shop"
  expires: 2027-01-31
${rest}`
}

/** The text with lines put above the line that holds `mark`. */
function above(mark: string, ...lines: readonly string[]): string {
  return CART.replace(new RegExp(`^( *).*${mark}.*$`, 'm'), (line, indent: string) =>
    [...lines.map((text) => indent + text), line].join('\n'),
  )
}

const LIFT =
  '# portolan: lift limit-example until=2027-01-31 owner=@org/shop -- grows on market days'

describe('what a waiver file matches', () => {
  it.each([
    { name: 'an object', match: '{ namespace: shop, kind: Deployment, name: cart }', waived: ALL },
    { name: 'one of several', match: '{ namespace: [mail, shop] }', waived: ALL },
    { name: 'stars in names', match: '{ namespace: sh*, name: "c?rt" }', waived: ALL },
    { name: 'a container', match: '{ name: cart, container: log }', waived: ALL.slice(1) },
    { name: 'an image', match: '{ image: "registry.example/cart:*" }', waived: ALL.slice(0, 1) },
    { name: 'a file', match: '{ path: deploy/cart.yaml }', waived: ALL },
    { name: 'a folder', match: '{ path: deploy/ }', waived: ALL },
    { name: 'another folder', match: '{ path: dep/ }', waived: [] },
    { name: 'another namespace', match: '{ namespace: mail, name: cart }', waived: [] },
    { name: 'another kind', match: '{ name: cart, kind: Pod }', waived: [] },
    { name: 'another container', match: '{ container: web }', waived: [] },
  ])('is $name', ({ match, waived }) => {
    expect(waivedIn(judged(TEXTS, entry(match)))).toEqual(waived)
  })

  it.each([
    { name: 'the one that is judged', cluster: 'prod', waived: ALL },
    { name: 'by a pattern', cluster: 'pro*', waived: ALL },
    { name: 'another', cluster: 'test', waived: [] },
  ])('is a cluster: $name', ({ cluster, waived }) => {
    const file = entry(`{ namespace: shop, cluster: "${cluster}" }`)
    const verdict = judged(TEXTS, file, { ...POLICY, cluster: 'prod' })
    expect(waivedIn(verdict)).toEqual(waived)
    expect(verdict.waivers.map(({ isElsewhere = false }) => isElsewhere)).toEqual([
      waived.length === 0,
    ])
  })

  it('is no cluster that nobody named', () => {
    expect(waivedIn(judged(TEXTS, entry('{ namespace: shop, cluster: "*" }')))).toEqual([])
  })

  it('is a Namespace by its name', () => {
    const text = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n'
    const waivers = entry('{ namespace: shop }').replace('limit-', 'namespace-')
    expect(waivedIn(judged({ 'ns.yaml': text }, waivers))).toHaveLength(1)
  })
})

describe('a waiver', () => {
  it('holds through its last day and not after it', () => {
    const text = entry('{ name: cart }')
    expect(waivedIn(judged(TEXTS, text, POLICY, '2027-01-31'))).toEqual(ALL)
    const late = judged(TEXTS, text, POLICY, '2027-02-01')
    expect(waivedIn(late)).toEqual([])
    expect(late.waivers).toMatchObject([{ standing: 'expired', covers: 2, lifts: 0 }])
  })

  it('does not count at the gate, nor is it what to do first', () => {
    const { stops, focus } = judged(TEXTS, entry('{ name: cart }'))
    const workloads = stops.find(({ stop }) => stop === 'workloads')
    expect(workloads).toMatchObject({ waived: 2, counts: { medium: 0 } })
    expect(focus.map(({ rule }) => rule.id)).not.toContain('limit-example')
  })

  it('lifts what cannot be told too: its owner took the risk', () => {
    const text = CART.replace(
      'image: registry.example/cart:1.0.0',
      'securityContext: { privileged: "${P}" }',
    )
    const waivers = entry('{ name: cart }', '  approvedBy: "@kim"\n').replace(
      'limit-',
      'privileged-',
    )
    expect(waivedIn(judged({ 'a.yaml': text }, waivers))).toHaveLength(1)
  })

  it('that holds until there is a fix has ended when there is one', () => {
    const open = entry('{ name: cart }', '  untilFixed: true\n')
    expect(waivedIn(judged(TEXTS, open))).toEqual(ALL)
    const fixable = entry('{ name: cart }', '  approvedBy: "@kim"\n  untilFixed: true\n')
    const verdict = judged(TEXTS, fixable.replace('limit-', 'root-'))
    expect(waivedIn(verdict)).toEqual([])
    expect(verdict.waivers).toMatchObject([{ standing: 'ended', covers: 2, lifts: 0 }])
  })

  it('cannot lift a locked rule', () => {
    const verdict = judged({ 'a.yaml': above('kind:', LIFT) }, entry('{ name: cart }'), {
      ...POLICY,
      lockedRules: ['limit-old'],
    })
    expect(waivedIn(verdict)).toEqual([])
    expect(verdict.waivers.map(({ standing }) => standing)).toEqual(['locked', 'locked'])
  })

  it('of the file decides over comments, and comments over annotations', () => {
    const annotated = above('apiVersion', LIFT).replace(
      '  name: cart\n',
      '  name: cart\n  annotations: { portolan/lift.limit-example: "until=2027-02-01; owner=x; grows on market days" }\n',
    )
    const byFile = judged({ 'a.yaml': annotated }, entry('{ container: log }'))
    expect(waivedIn(byFile)).toEqual([
      'limit-example cart 0: a.yaml:1',
      'limit-example cart 1: W-1',
    ])
    const late = judged(
      { 'a.yaml': annotated },
      entry('{ container: log }').replace('2027-01-31', '2026-01-01'),
    )
    expect(waivedIn(late)).toEqual(['limit-example cart 0: a.yaml:1'])
    const byAnnotation = judged({ 'a.yaml': annotated.replace(LIFT, '') })
    expect(waivedIn(byAnnotation)).toEqual(ALL.map((line) => line.replace('W-1', 'a.yaml:6')))
  })

  it('lifts nothing where none has leave', () => {
    const { findings, waivers, faults } = judged({ 'a.yaml': CART })
    expect(waivers).toEqual([])
    expect(faults).toEqual([])
    expect(findings.every(({ state }) => state === 'open')).toBe(true)
  })
})

describe('a comment', () => {
  it.each([
    { name: 'a whole object', mark: 'apiVersion', waived: [0, 1] },
    { name: 'a field of which others are missing', mark: 'spec:', waived: [0, 1] },
    { name: 'a container', mark: 'name: log', waived: [1] },
    { name: 'a list', mark: 'containers:', waived: [0, 1] },
    { name: 'another field', mark: 'kind:', waived: [] },
    { name: 'a field beside the missing one', mark: 'image: registry.example/log', waived: [] },
  ])('above $name covers what is below it', ({ mark, waived }) => {
    const verdict = judged({ 'a.yaml': above(mark, LIFT) })
    expect(verdict.faults).toEqual([])
    expect(
      verdict.findings.flatMap(({ state, place }) =>
        state === 'waived' ? place.path.filter((step) => typeof step === 'number') : [],
      ),
    ).toEqual(waived)
  })

  it('may stand among others, above the line that separates objects', () => {
    const text = `# one\n${LIFT}\n# two\n---\n${CART}`
    expect(waivedIn(judged({ 'a.yaml': text }))).toHaveLength(2)
  })

  it('says who, why and until when', () => {
    const verdict = judged({
      'a.yaml': above('name: log', LIFT.replace(' -- ', ' ticket=S-1 -- ')),
    })
    expect(verdict.findings.find(({ state }) => state === 'waived')?.waiver).toEqual({
      id: 'a.yaml:12',
      owner: '@org/shop',
      reason: 'grows on market days',
      expires: '2027-01-31',
      source: 'comment',
      ticket: 'S-1',
    })
  })

  it('within a text is a part of that text', () => {
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  a: |\n    ${LIFT}\n    kind: x\n`
    const verdict = judged({ 'a.yaml': text })
    expect(verdict.waivers).toEqual([])
    expect(verdict.faults).toEqual([])
  })

  it.each([
    {
      name: 'no end',
      text: '# portolan: lift limit-example owner=x -- grows on market days',
      message: /has no end/,
    },
    {
      name: 'no owner',
      text: '# portolan: lift limit-example until=2027-01-31 -- grows on market days',
      message: /no owner/,
    },
    {
      name: 'no reason',
      text: '# portolan: lift limit-example until=2027-01-31 owner=x',
      message: /no reason/,
    },
    { name: 'no rule', text: '# portolan: lift', message: /no rule ""/ },
    {
      name: 'an unknown rule',
      text: '# portolan: lift nix until=2027-01-31 owner=x -- grows on market days',
      message: /no rule "nix"/,
    },
    {
      name: 'an unknown word',
      text: '# portolan: lift limit-example til=2027-01-31 owner=x -- grows a lot',
      message: /"til" is no word/,
    },
    {
      name: 'a word twice',
      text: '# portolan: lift limit-example owner=y until=2027-01-31 owner=x -- grows a lot',
      message: /"owner" twice/,
    },
    {
      name: 'an unknown order',
      text: '# portolan: ignore limit-example',
      message: /"portolan: ignore" is no order/,
    },
    {
      name: 'a grave rule without approval',
      text: LIFT.replace('limit', 'root'),
      message: /nobody approved/,
    },
  ])('with $name lifts nothing and is told', ({ text, message }) => {
    const { findings, faults } = judged({ 'a.yaml': above('name: log', text) })
    expect(findings.filter(({ state }) => state !== 'open')).toEqual([])
    expect(faults.map(({ code, at }) => `${code} ${at}`)).toEqual(['WAIVER_SOURCE a.yaml:12:9'])
    expect(faults[0]?.message).toMatch(message)
  })

  it.each([
    {
      name: 'behind a field',
      text: CART.replace('name: log', `name: log ${LIFT}`),
      message: /stands behind a field/,
    },
    { name: 'above nothing', text: `${CART}${LIFT}\n`, message: /No field of an object begins/ },
  ])('$name lifts nothing and is told', ({ text, message }) => {
    const { findings, faults } = judged({ 'a.yaml': text })
    expect(findings.filter(({ state }) => state !== 'open')).toEqual([])
    expect(faults[0]?.message).toMatch(message)
  })
})

describe('an annotation', () => {
  const annotated = (text: string): string =>
    CART.replace(
      '  name: cart\n',
      `  name: cart\n  annotations:\n    portolan/lift.limit-example: "${text}"\n`,
    )

  it('covers its object', () => {
    const text = annotated('until=2027-01-31; owner=@org/shop; grows; on market days')
    const verdict = judged({ 'a.yaml': text })
    expect(waivedIn(verdict)).toEqual(ALL.map((line) => line.replace('W-1', 'a.yaml:6')))
    expect(verdict.waivers[0]?.waiver.reason).toBe('grows; on market days')
  })

  it.each([
    { name: 'without an end', text: 'owner=x; grows on market days', message: /has no end/ },
    {
      name: 'with a slip',
      text: 'untill=2027-01-31; owner=x; grows on market days',
      message: /has no end/,
    },
    {
      name: 'with two ends',
      text: 'until=2027-01-31; until=2027-02-01; owner=x; grows a lot',
      message: /"until" twice/,
    },
  ])('$name lifts nothing and is told', ({ text, message }) => {
    const { findings, faults } = judged({ 'a.yaml': annotated(text) })
    expect(findings.filter(({ state }) => state !== 'open')).toEqual([])
    expect(faults.map(({ at }) => at)).toEqual(['a.yaml:6:5'])
    expect(faults[0]?.message).toMatch(message)
  })
})
