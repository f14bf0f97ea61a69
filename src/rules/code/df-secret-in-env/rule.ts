import {
  argumentsOf,
  settingsOf,
  stepsOf,
  type Setting,
} from '../../../analysis/dockerfiles/dockerfile.ts'
import { findCredential } from '../../../analysis/secrets/find-credential.ts'
import { wordsFor } from '../../data/credential-words.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor, type ImageFault } from '../complaint.ts'
import { isFingerprint } from '../fingerprint.ts'

export const dfSecretInEnv = defineRule({
  id: 'df-secret-in-env',
  title: 'Keep credentials out of ENV, ARG and LABEL',
  topic: 'repository-secrets',
  severity: 'high',
  references: [
    {
      title: 'Docker: Build check SecretsUsedInArgOrEnv',
      url: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
    },
    { title: 'Docker: Build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    const steps = [...argumentsOf(dockerfile), ...stepsOf(dockerfile, 'ARG', 'ENV', 'LABEL')]
    return steps
      .flatMap(settingsOf)
      .flatMap(faultOf)
      .map((fault) => complaintFor(fault, dockerfile, scene))
  },
})

function faultOf({ key, value, place }: Setting): readonly ImageFault[] {
  if (typeof value?.value !== 'string' || isFingerprint(value.value, key)) return []
  const credential = findCredential(value.value, { name: key, keptIn: 'open' })
  if (credential === undefined) return []
  const text = `"${key}" is set to ${wordsFor(credential)}: it stands in this file, in the image and in its history`
  return [{ place, text }]
}
