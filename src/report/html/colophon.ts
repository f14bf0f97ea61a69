import { OFFERING_TITLES } from '../../model/offering.ts'
import { formatVersion } from '../../model/version.ts'
import { factWords } from '../fact-words.ts'
import { gateWords, plural } from '../headline.ts'
import type { Run } from '../report.ts'
import type { Verdict } from '../told.ts'
import { isolated, text } from './escape.ts'

/** How the page was made: by what, on which day, of what. Nothing of it changes what was found. */
export function colophon(verdict: Verdict, run: Run): string {
  const { scene, rules } = verdict
  const facts: readonly (readonly [name: string, value: string])[] = [
    ['Made by', text(run.tool)],
    ['Judged on', `<time>${scene.today}</time>`],
    ['Targets', run.targets.map((target) => `<code>${isolated(target)}</code>`).join(' ')],
    ['Judged as', `Kubernetes ${formatVersion(scene.kubernetes)}, profile ${run.profile}`],
    ['Offering', OFFERING_TITLES[scene.offering] + evidence(run)],
    ['Rules', `${plural(rules.length, 'rule')}${narrowed(run)}`],
    ['Objects', `${scene.resources.length}`],
    ...factRows(verdict),
    ['Gate', text(gateWords(run))],
    ['Privacy', 'Read-only. Nothing left the machine, and this page loads nothing.'],
  ]
  const rows = facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`)
  return (
    '<footer><h2 id="made">How this was made</h2>' +
    `<dl class="facts">${rows.join('')}</dl></footer>\n`
  )
}

function factRows({ facts = [] }: Verdict): readonly (readonly [string, string])[] {
  if (facts.length === 0) return []
  return [['Rests on', facts.map((each) => text(factWords(each))).join('<br>')]]
}

function evidence({ offeringEvidence }: Run): string {
  return offeringEvidence.length === 0
    ? ''
    : `, told by ${offeringEvidence.map(isolated).join(', ')}`
}

function narrowed({ selection }: Run): string {
  return selection.length === 0 ? '' : `, narrowed by ${isolated(selection.join(', '))}`
}
