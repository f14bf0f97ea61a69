import { credentialsInWords } from '../../../analysis/secrets/credentials-in-words.ts'
import { findCredential } from '../../../analysis/secrets/find-credential.ts'
import { memberOf } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { wordsFor } from '../../data/credential-words.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { variablesOf } from '../compose-service.ts'
import { toldOnce } from '../told-once.ts'

export const composeSecretInEnvironment = defineRule({
  id: 'compose-secret-in-environment',
  title: 'Keep credentials out of Compose files',
  topic: 'repository-secrets',
  severity: 'high',
  references: [
    {
      title: 'Docker: Secrets in Compose',
      url: 'https://docs.docker.com/compose/how-tos/use-secrets/',
    },
    {
      title: 'Docker: Best practices for environment variables in Compose',
      url: 'https://docs.docker.com/compose/how-tos/environment-variables/best-practices/',
    },
  ],

  subject: ['ComposeService'],
  check: toldOnce((service) => {
    const variables = variablesOf(service).flatMap(
      ({ name, value, place }): readonly Complaint[] => {
        const credential = findCredential(value, { name, keptIn: 'open' })
        if (credential === undefined) return []
        const message = `Service "${service.name}" has ${wordsFor(credential)} as a literal in the variable "${name}".`
        return [{ place, message, sure: true }]
      },
    )
    return [...variables, ...inCommand(service, 'command'), ...inCommand(service, 'entrypoint')]
  }),
})

function inCommand(service: Resource, field: 'command' | 'entrypoint'): readonly Complaint[] {
  const value = memberOf(service.value, field)
  const words =
    typeof value === 'string' ? [`${value} `] : service.list(field).map((word) => word.value)
  return credentialsInWords(words).map(({ word, ...credential }) => ({
    place: typeof value === 'string' ? service.at(field) : service.at(field, word),
    message: `Service "${service.name}" has ${wordsFor(credential)} in its ${field}.`,
    sure: true,
  }))
}
