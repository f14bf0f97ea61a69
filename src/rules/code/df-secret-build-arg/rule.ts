import {
  settingsOf,
  stagesOf,
  type Setting,
  type Stage,
} from '../../../analysis/dockerfiles/dockerfile.ts'
import { gradeName } from '../../../analysis/secrets/setting-name.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor, type ImageFault } from '../complaint.ts'

export const dfSecretBuildArg = defineRule({
  id: 'df-secret-build-arg',
  title: 'Hand credentials to a build as mounted secrets',
  topic: 'repository-secrets',
  severity: 'medium',
  references: [
    { title: 'Docker: Build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
    {
      title: 'Dockerfile reference, ARG',
      url: 'https://docs.docker.com/reference/dockerfile/#arg',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    return stagesOf(dockerfile)
      .filter(({ isShipped }) => isShipped)
      .flatMap(faultsIn)
      .map((fault) => complaintFor(fault, dockerfile, scene))
  },
})

// A name that is declared and handed on is one cause: it is shown where it would stay, in ENV.
function faultsIn({ steps }: Stage): readonly ImageFault[] {
  const settingsBy = (keyword: string): readonly Setting[] =>
    steps.filter((step) => step.keyword === keyword).flatMap(settingsOf)
  const declared = settingsBy('ARG').filter(
    ({ key, value }) => value === undefined && isSecret(key),
  )
  const names = declared.map(({ key }) => key)
  const kept = settingsBy('ENV').filter(({ value }) => names.some((name) => refersTo(value, name)))
  const shown = declared.filter(({ key }) => !kept.some(({ value }) => refersTo(value, key)))
  return [
    ...shown.map(({ key, place }) => ({
      place,
      text: `The build takes "${key}" as an argument: its value stays in the history of the image`,
    })),
    ...kept.map(({ key, place }) => ({
      place,
      text: `"${key}" is set to an argument of the build: its value stays in the settings of the image`,
    })),
  ]
}

function refersTo(value: Setting['value'], name: string): boolean {
  return typeof value?.value === 'string' && value.value.includes(`\${${name}}`)
}

function isSecret(name: string): boolean {
  const grade = gradeName(name)
  return grade === 'password' || grade === 'key'
}
