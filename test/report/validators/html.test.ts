import { describe, expect, it } from 'vitest'
import { html } from '../../../src/report/html/html.ts'
import { PAGES, runOf, SHOP, verdictOf, written } from '../verdicts.ts'
import { judgeHtml } from './html.ts'

const page = written(html, verdictOf({ texts: SHOP }), runOf({ pages: PAGES }))

describe('judgeHtml', () => {
  it('has nothing to say of a page as it is written', () => {
    expect(judgeHtml(page)).toEqual([])
  })

  it.each([
    { name: 'a tag that is not closed', piece: '<h1>deploy', says: 'h1' },
    { name: 'an id used twice', piece: '<h1 id="main">deploy</h1>', says: 'one id' },
    { name: 'a link to nothing', piece: '<h1><a href="#no">d</a></h1>', says: 'the id no' },
    { name: 'a picture', piece: '<h1>d</h1><img src="https://x.example" alt="">', says: '<img>' },
    { name: 'a link that runs', piece: '<h1><a href="javascript:x">d</a></h1>', says: 'leads to' },
    { name: 'a handler', piece: '<h1 onclick="x()">d</h1>', says: 'onclick' },
    { name: 'a foreign script', piece: '<h1>d</h1><script>x()</script>', says: 'the script' },
    { name: 'an unknown label', piece: '<h1 aria-labelledby="no">d</h1>', says: 'the id no' },
  ])('finds $name', ({ piece, says }) => {
    const broken = page.replace('<h1>deploy</h1>', piece)
    expect(JSON.stringify(judgeHtml(broken))).toContain(says)
  })
})
