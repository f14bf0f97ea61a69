import { describe, expect, it } from 'vitest'
import { SHOP, UNREAD, verdictOf, written } from '../../../test/report/verdicts.ts'
import { cellOf, csv } from './csv.ts'

describe('the CSV report', () => {
  const lines = written(csv, verdictOf({ texts: SHOP, ...UNREAD })).split('\r\n')

  it('names its columns and has a row for each finding, the worst first', () => {
    expect(lines[0]).toBe(
      'id,state,severity,stop,rule,title,message,apiVersion,kind,namespace,name,file,line,column,' +
        'path,owner,fixable,reference',
    )
    expect(lines[1]).toBe(
      'adbb6540d98ab822,open,critical,workloads,privileged-example,Run no privileged containers,' +
        '"Container ""cart"" is privileged.",apps/v1,Deployment,shop,cart,deploy/cart.yaml,18,13,' +
        '"spec.template.spec.containers[0].securityContext.privileged",developer,yes,' +
        'https://kubernetes.io/docs/concepts/security/',
    )
  })

  it('has a row for each thing that was not examined', () => {
    const unseen = lines.filter((line) => line.includes(',not examined,'))
    expect(unseen).toHaveLength(8)
    expect(unseen[0]).toContain('INTAKE_YAML')
  })
})

describe('cellOf', () => {
  it.each([
    { name: 'leaves plain words alone', text: 'deploy/cart.yaml', is: 'deploy/cart.yaml' },
    { name: 'doubles quotes', text: 'a "b", c', is: '"a ""b"", c"' },
    { name: 'makes text of a formula', text: '=HYPERLINK("x")', is: `"'=HYPERLINK(""x"")"` },
    { name: 'and of one behind blanks', text: '  +1', is: `"'  +1"` },
    { name: 'and of a sum', text: '-2+3', is: `"'-2+3"` },
    { name: 'and of a function', text: '@SUM(A1)', is: `"'@SUM(A1)"` },
    { name: 'and of a wide sign', text: '＝1', is: `"'＝1"` },
    { name: 'spells a tab that would hide one', text: '\t=1', is: String.raw`"\t=1"` },
    { name: 'keeps a record on one line', text: 'a\r\nb', is: String.raw`"a\r\nb"` },
  ])('$name', ({ text, is }) => {
    expect(cellOf(text)).toBe(is)
  })
})
