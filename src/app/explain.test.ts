import { describe, expect, it } from 'vitest'
import { PERSONAE } from '../model/itinerary.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import { explain, PARTS } from './explain.ts'
import { explanationMarkdown } from './explanation-markdown.ts'
import { loadPages } from './pages.ts'

const PAGES = await loadPages()
const NOBODY = { persona: undefined, provider: undefined }

describe('every rule', () => {
  it.each(CATALOGUE.map(({ id }) => ({ id })))(
    '$id tells all eight parts to everybody',
    ({ id }) => {
      for (const persona of [undefined, ...PERSONAE]) {
        const told = explain(id, PAGES, { persona, provider: undefined })
        const parts = told.ok ? told.value.parts : []
        expect(parts.map(({ name }) => name).toSorted()).toEqual([...PARTS].toSorted())
        for (const { body } of parts) expect(body.trim().length).toBeGreaterThan(20)
      }
    },
  )
})

describe('an explanation', () => {
  it('keeps the usual order when nobody asks for another', () => {
    const told = explain('root-container', PAGES, NOBODY)
    expect(told.ok && told.value.parts.map(({ name }) => name)).toEqual(PARTS)
    expect(told.ok && told.value.lead).toBeUndefined()
  })

  it('begins for the boss with one sentence and with why it matters', () => {
    const told = explain('root-container', PAGES, { persona: 'boss', provider: undefined })
    expect(told.ok && told.value.parts[0]?.name).toBe('Why it matters')
    expect(told.ok && told.value.lead).toBe(PAGES.get('root-container')?.boss)
  })

  it('names one owner when the provider is known, and all of them otherwise', () => {
    const one = explain('root-container', PAGES, { persona: undefined, provider: 'kapsule' })
    expect(one.ok && one.value.owners).toEqual([{ party: 'developer', offerings: ['kapsule'] }])
    const all = explain('root-container', PAGES, NOBODY)
    expect(all.ok && all.value.owners[0]?.offerings).toHaveLength(7)
  })

  it('is a page of Markdown with a heading for each part', () => {
    const told = explain('root-container', PAGES, NOBODY)
    const page = told.ok ? explanationMarkdown(told.value) : ''
    expect(page.startsWith('# Container may run as root\n\n**Run containers as')).toBe(true)
    const headings = page.split('\n').filter((line) => line.startsWith('## '))
    expect(headings).toEqual(PARTS.map((name) => `## ${name}`))
    expect(page).toContain('\n## References\n\n- [')
    expect(page).not.toMatch(/\n{3}/)
  })

  it.each([
    { id: 'root-contaner', says: 'Did you mean "root-container"?' },
    { id: '0123456789abcdef', says: 'tells the rule of each finding' },
  ])('of $id is a fault', ({ id, says }) => {
    const told = explain(id, PAGES, NOBODY)
    expect(told.ok ? '' : told.fault.remedy).toContain(says)
  })
})
