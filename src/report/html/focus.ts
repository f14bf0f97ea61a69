import { commandOf } from '../command.ts'
import { plural } from '../headline.ts'
import { actionsFor } from '../order.ts'
import type { Run } from '../report.ts'
import { pointOf } from '../spots.ts'
import { firstActions, promise } from '../text/focus.ts'
import { sentenceOf } from '../text/words.ts'
import type { Action, Verdict } from '../told.ts'
import { isolated, text } from './escape.ts'
import { ruleAnchor, severityMark } from './words.ts'

/**
 * All that there is to do, in the persona's order; what comes after the first actions is folded away. `isTold` says
 * whether the page has something about a rule to lead to.
 */
export function focusHtml(verdict: Verdict, run: Run, isTold: (ruleId: string) => boolean): string {
  const actions = actionsFor(verdict, run)
  const first = firstActions(actions)
  const rest = actions.slice(first.length)
  const items = (some: readonly Action[]): string =>
    some.map((action) => actionHtml(action, run, isTold)).join('')
  const words = promise(verdict, first)
  return (
    '<section aria-labelledby="focus"><h2 id="focus">Focus first</h2>' +
    `<p>${words.charAt(0).toUpperCase()}${words.slice(1)}.</p>` +
    (first.length === 0 ? '' : `<ol class="focus">${items(first)}</ol>`) +
    (rest.length === 0
      ? ''
      : `<details><summary>${plural(rest.length, 'more action')}</summary>` +
        `<ol class="focus" start="${first.length + 1}">${items(rest)}</ol></details>`) +
    '</section>'
  )
}

function actionHtml(action: Action, run: Run, isTold: (ruleId: string) => boolean): string {
  const { rule, title, severity, findings, objects, duty, effort, risk } = action
  const closes = `closes ${plural(findings.length, 'finding')}`
  const link = isTold(rule.id) ? `<a href="#${ruleAnchor(rule.id)}">${closes}</a>` : closes
  const facts = [link, `in ${plural(objects, 'object')}`, `<b>${duty}</b>`, effort, risk]
  return (
    `<li id="do-${rule.id}"><h3>${text(title)}</h3><p>${severityMark(severity)} · ` +
    `${facts.join(' · ')}</p>${nextStep(action, run)}</li>`
  )
}

function nextStep(action: Action, run: Run): string {
  const sentence = sentenceOf(action.rule, run)
  if (sentence !== undefined) return sentence === '' ? '' : `<p>${text(sentence)}</p>`
  const where = isolated(pointOf(action.place))
  return `<p class="next"><code>${where}</code> <code>${text(commandOf(action, run))}</code></p>`
}
