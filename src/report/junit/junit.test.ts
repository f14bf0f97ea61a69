import { describe, expect, it } from 'vitest'
import { malformed } from '../../../test/report/validators/xml.ts'
import {
  EVIL,
  runOf,
  SHOP,
  UNREAD,
  verdictOf,
  withWaived,
  written,
} from '../../../test/report/verdicts.ts'
import { junit } from './junit.ts'
import { xmlText } from './xml.ts'

const shop = verdictOf({ texts: SHOP, ...UNREAD })

describe('the JUnit report', () => {
  it('has a suite for each stop, and one for what was not examined', () => {
    const suites = [...written(junit, shop).matchAll(/<testsuite (.*)>/g)].map(
      ([, attributes]) => attributes,
    )
    expect(suites).toEqual([
      'name="Cloud" tests="1" failures="0" errors="0" skipped="1"',
      'name="Cluster" tests="1" failures="0" errors="0" skipped="1"',
      'name="Identity" tests="1" failures="0" errors="0" skipped="1"',
      'name="Workloads" tests="10" failures="4" errors="0" skipped="1"',
      'name="Network" tests="1" failures="0" errors="0" skipped="1"',
      'name="Third parties" tests="1" failures="0" errors="0" skipped="1"',
      'name="Data" tests="1" failures="0" errors="0" skipped="1"',
      'name="Code" tests="1" failures="0" errors="0" skipped="1"',
      'name="Not examined" tests="1" failures="0" errors="1" skipped="0"',
    ])
  })

  it.each([
    {
      name: 'a pass',
      is: '<testcase classname="portolan.root-example" name="Pod shop/good" file="deploy/good.yaml"/>',
    },
    {
      name: 'an object with two findings of a rule as one failure',
      is:
        '<testcase classname="portolan.root-example" name="Deployment shop/cart" file="deploy/cart.yaml">' +
        '<failure message="Container &quot;cart&quot; may run as root: nothing forbids it." type="high">' +
        'deploy/cart.yaml:17:11 high: Container &quot;cart&quot; may run as root: nothing forbids it. ' +
        '[spec.template.spec.containers[0].securityContext.runAsNonRoot] ef826e7ca19c1ff5\n' +
        'deploy/cart.yaml:19:11 high: Container &quot;log&quot; may run as root: nothing forbids it. ' +
        '[spec.template.spec.containers[1].securityContext.runAsNonRoot] 37f808d3ee5bed20</failure></testcase>',
    },
    {
      name: 'what cannot be told as skipped',
      is:
        '<testcase classname="portolan.privileged-example" name="Pod shop/guess" file="deploy/guess.yaml">' +
        '<skipped message="cannot tell: Container &quot;guess&quot; is privileged."/></testcase>',
    },
    {
      name: 'a fault as an error',
      is:
        '<testcase classname="portolan.fault.INTAKE_YAML" name="deploy/broken.yaml:12:7">' +
        '<error message="A tab stands where YAML wants spaces." type="INTAKE_YAML">Replace it with spaces.</error>',
    },
  ])('tells $name', ({ is }) => {
    expect(written(junit, shop)).toContain(is)
  })

  it('skips what is waived', () => {
    expect(written(junit, withWaived(shop, 'limit-example'))).toContain(
      '<skipped message="waived: Container &quot;cart&quot; may take all memory of its node."/>',
    )
  })

  it('does not let a hidden finding pass', () => {
    const run = runOf({ shown: ({ rule }) => rule.id !== 'root-example' })
    const names = [...written(junit, shop, run).matchAll(/root-example" name="([^"]*)"/g)]
    expect(names.map(([, name]) => name)).toEqual(['Pod shop/guess', 'Pod shop/good'])
  })

  it('numbers objects that are written twice', () => {
    const text = SHOP['deploy/good.yaml'] ?? ''
    const report = written(junit, verdictOf({ texts: { 'a.yaml': text, 'b.yaml': text } }))
    expect(report).toContain('name="Pod shop/good" file="a.yaml"')
    expect(report).toContain('name="Pod shop/good #2" file="b.yaml"')
  })

  it('tells the passes of a large estate rule by rule', () => {
    const good = (SHOP['deploy/good.yaml'] ?? '').trimEnd()
    const texts = {
      'all.yaml': `${`${good}\n---\n`.repeat(7000)}${SHOP['deploy/cart.yaml'] ?? ''}`,
    }
    const report = written(junit, verdictOf({ texts }))
    expect(report).toContain(
      '<testcase classname="portolan.root-example" name="7000 objects without a finding"/>',
    )
    expect(report.match(/<testcase /g)).toHaveLength(7 + 4 + 3)
  })

  it('is well-formed for a hostile estate', () => {
    expect(malformed(written(junit, verdictOf(EVIL)))).toEqual([])
    expect(malformed('<a b="<"></a>')).not.toEqual([])
    expect(malformed('<a>\u001B</a>')).not.toEqual([])
  })
})

describe('xmlText', () => {
  it('writes entities and spells controls', () => {
    expect(xmlText(`<a href="x">'&'\u0000]]>`)).toBe(
      String.raw`&lt;a href=&quot;x&quot;&gt;&apos;&amp;&apos;\u0000]]&gt;`,
    )
  })
})
