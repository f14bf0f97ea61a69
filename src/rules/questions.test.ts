import { describe, expect, it } from 'vitest'
import { FRAMEWORK_IDS } from '../model/framework.ts'
import { findControl } from '../model/frameworks.ts'
import { STOPS } from '../model/itinerary.ts'
import { QUESTIONS } from './questions.ts'
import { TOPICS } from './topics.ts'

const questions = [...QUESTIONS].map(([id, question]) => ({ id, question }))

describe('the questions', () => {
  it.each(questions)('are whole: $id', ({ id, question }) => {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    expect(question.question).toMatch(/^[A-Z].*\?$/)
    expect(question.evidence).toMatch(/^[A-Z].*\.$/)
    expect(question.written).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(question.reference.url).toMatch(/^https:\/\//)
    const topic = TOPICS.get(question.topic ?? '')
    expect(question.topic === undefined ? question.stop : topic?.stop).toBe(question.stop)
  })

  it.each(questions)('answer to controls that there are: $id', ({ question }) => {
    const unknown = FRAMEWORK_IDS.flatMap((framework) =>
      (question.controls?.[framework] ?? []).filter(
        (id) => findControl(framework, id) === undefined,
      ),
    )
    expect(unknown).toEqual([])
  })

  it('are asked at every stop, along the itinerary', () => {
    const stops = questions.map(({ question }) => STOPS.indexOf(question.stop))
    expect(new Set(stops).size).toBe(STOPS.length)
    expect(stops).toEqual(stops.toSorted((a, b) => a - b))
  })
})
