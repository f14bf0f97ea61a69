import { setPlace } from '../../../../model/edit.ts'
import { composePasswordInEnvironment } from '../../../../rules/code/compose-password-in-environment/rule.ts'
import { composeSecretInEnvironment } from '../../../../rules/code/compose-secret-in-environment/rule.ts'
import type { Charge } from '../../../../rules/judge.ts'
import { fieldEdits } from '../../decisions/decision.ts'
import type { FileDecision, FileStep } from '../file-draft.ts'

/** What is decided about Compose files: credentials come from the shell or from `.env`, which is not committed. */
export const COMPOSE: readonly FileDecision[] = [
  { rules: [composePasswordInEnvironment, composeSecretInEnvironment], decide: takeFromShell },
]

function takeFromShell({ complaint: { place } }: Charge): FileStep | undefined {
  const [section, name] = place.path
  // In a list, in a command or in an address the value is only a part of what is written.
  if (section !== 'environment' || typeof name !== 'string' || place.path.length !== 2)
    return undefined
  return {
    edits: fieldEdits([setPlace(place, `\${${name}:?put it into .env}`)]),
    words: [
      `Restricts: docker compose up asks for ${name}, from the shell or from .env, which belongs in .gitignore.`,
      'Lift: nothing to lift; change the value, as the history of the file keeps it.',
    ],
  }
}
