import { defineRule } from '../../rule.ts'
import { composeCredentials } from '../compose-credentials.ts'
import { toldOnce } from '../told-once.ts'

export const composePasswordInEnvironment = defineRule({
  id: 'compose-password-in-environment',
  title: 'Keep passwords out of Compose files',
  topic: 'repository-secrets',
  // Most open a database that runs beside, for development: whoever has the file runs one of his own.
  severity: 'medium',
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
  check: toldOnce((service) => composeCredentials(service).filter(({ isPassword }) => isPassword)),
})
