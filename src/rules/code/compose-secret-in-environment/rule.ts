import { defineRule } from '../../rule.ts'
import { composeCredentials } from '../compose-credentials.ts'
import { toldOnce } from '../told-once.ts'

export const composeSecretInEnvironment = defineRule({
  id: 'compose-secret-in-environment',
  title: 'Keep keys and tokens out of Compose files',
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
  check: toldOnce((service) => composeCredentials(service).filter(({ isPassword }) => !isPassword)),
})
