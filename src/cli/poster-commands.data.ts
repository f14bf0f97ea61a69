import type { VOCABULARY } from '../app/vocabulary.ts'
import type { PosterCommand } from '../report/poster/poster.ts'

type Persona = (typeof VOCABULARY.persona)[number]

/** What each persona types, and what for. A test holds the lines to the table of commands. */
export const POSTER_COMMANDS: Readonly<Record<Persona, readonly PosterCommand[]>> = {
  boss: [
    { line: 'portolan scan --persona boss', tells: 'how bad it is, in your words' },
    { line: 'portolan responsibility deploy', tells: 'what is yours, and what your provider does' },
    { line: 'portolan diff last-month.json deploy', tells: 'whether it got better' },
    { line: 'portolan lift list', tells: 'who lifted what, why, until when' },
    { line: 'portolan poster --persona boss deploy', tells: 'this page, with your estate on it' },
  ],
  analyst: [
    {
      line: 'portolan scan --persona analyst -v',
      tells: 'every finding with id, object and field',
    },
    { line: 'portolan explain ID --persona analyst', tells: 'how it is used, and the references' },
    { line: 'portolan compliance nsa deploy', tells: 'control by control, gaps included' },
    { line: 'portolan diff last-week.json deploy', tells: 'what is new, what is gone' },
    { line: 'portolan lift check', tells: 'waivers that ended, or soon will' },
    { line: 'portolan report last.json -f csv', tells: 'the evidence as a table' },
  ],
  architect: [
    { line: 'portolan scan --persona architect', tells: 'where the estate departs, by owner' },
    { line: 'portolan guide network deploy', tells: 'the configuration for this estate' },
    { line: 'portolan responsibility deploy', tells: 'what the offering leaves to you' },
    { line: 'portolan fix --only-safe deploy', tells: 'what nothing running will notice' },
    { line: 'portolan init', tells: 'the gate: portolan.yaml, baseline, pipeline' },
    { line: 'portolan lift check', tells: 'waivers that ended, or soon will' },
  ],
  developer: [
    { line: 'portolan scan deploy/cart.yaml', tells: 'one file, line by line' },
    { line: 'portolan fix deploy/cart.yaml', tells: 'the changes as a diff; --write makes them' },
    { line: 'portolan explain ID --persona developer', tells: 'what to write, and what may break' },
    { line: 'portolan lift ID --on OBJECT --owner WHO --reason TEXT', tells: 'ask for a way out' },
    { line: 'portolan scan --new', tells: 'only what you added, before you push' },
  ],
  user: [
    { line: 'portolan scan --persona user', tells: 'what it means for your data' },
    { line: 'portolan guide personal-data', tells: 'what you may expect to be told' },
    { line: 'portolan responsibility', tells: 'who answers for what' },
    { line: 'portolan poster --persona user deploy', tells: 'this page, about one service' },
  ],
}
