import { shippedStages, wordsOf, type Step } from '../../../../analysis/dockerfiles/dockerfile.ts'
import { deletion, insertion } from '../../../../fix/splice.ts'
import { locate, spanOf, type Path } from '../../../../model/document.ts'
import type { Place } from '../../../../model/place.ts'
import { lineBreak, lineStart } from '../../../../model/source.ts'
import { dfRootUser } from '../../../../rules/code/df-root-user/rule.ts'
import { dfSshServer } from '../../../../rules/code/df-ssh-server/rule.ts'
import type { Charge } from '../../../../rules/judge.ts'
import type { FileDecision, FileStep } from '../file-draft.ts'

/** What is decided about Dockerfiles. */
export const DOCKERFILES: readonly FileDecision[] = [
  { rules: [dfRootUser], decide: stepDown },
  { rules: [dfSshServer], decide: closePort },
]

// A number, as the kubelet cannot tell from a name that it is not root; above those of the host's own accounts.
const USER = 'USER 10001:10001'

function stepDown({ resource }: Charge): FileStep | undefined {
  const { source } = resource.document
  const [stage] = shippedStages(resource)
  if (stage === undefined) return undefined
  const ending = endingOf(stage.steps)
  const newLine = lineBreak(source)
  const isEnded = source.text.endsWith('\n')
  const splice =
    ending === undefined
      ? insertion(source.text.length, `${isEnded ? '' : newLine}${USER}${newLine}`)
      : insertion(lineStart(source, rangeOf(ending.place).start), `${USER}${newLine}`)
  return {
    splices: [splice],
    words: [
      'Restricts: the program writes only where user 10001 may.',
      'Lift: COPY --chown=10001:10001 for the folders that it writes to.',
    ],
  }
}

// What only describes the image may follow the USER; what builds it may need root.
const DESCRIBING = ['CMD', 'ENTRYPOINT', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'STOPSIGNAL']

function endingOf(steps: readonly Step[]): Step | undefined {
  return steps[steps.findLastIndex(({ keyword }) => !DESCRIBING.includes(keyword)) + 1]
}

function closePort({ complaint: { place }, resource }: Charge): FileStep | undefined {
  const step = shippedStages(resource)
    .flatMap(({ steps }) => steps)
    .find((each) => each.keyword === 'EXPOSE' && isBelow(place.path, each.path))
  if (step === undefined) return undefined
  const isAlone = wordsOf(step).length === 1
  const { start, end } = rangeOf(isAlone ? step.place : place)
  const { text } = resource.document.source
  const from = isAlone ? start : start - (/\s*$/.exec(text.slice(0, start))?.[0].length ?? 0)
  return {
    splices: [deletion(from, end)],
    words: [
      'Restricts: nobody is told of port 22 any more.',
      'Lift: nothing to lift; kubectl exec and kubectl debug let people in by their own names.',
    ],
  }
}

function isBelow(path: Path, above: Path): boolean {
  return above.every((step, depth) => step === path[depth])
}

function rangeOf({ document, path }: Place): { readonly start: number; readonly end: number } {
  return spanOf(document.layout, locate(document, path).node)
}
