import type { Persona } from '../../model/itinerary.ts'

/** What each persona opens a report for. */
export const QUESTIONS: Readonly<Record<Persona, string>> = {
  boss: 'Are we safe enough, what does it take, and who decides?',
  analyst: 'Who could do what, how would we see it, and where is the proof?',
  architect: 'What is our standard, where do we depart from it, and with whose leave?',
  developer: 'What is wrong in my files, how do I mend it, and what may break?',
  user: 'Is my data kept as I was promised?',
}

/** How near a topic is, in words. */
export const NEARNESS = [
  { affinity: 3, title: 'First of all' },
  { affinity: 2, title: 'Then' },
  { affinity: 1, title: 'Keep an eye on' },
] as const
