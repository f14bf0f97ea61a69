import { defineRule } from '../../rule.ts'
import { complainApart, faultUnless, isGiven } from '../faults.ts'

const FILES = ['token-auth-file', 'basic-auth-file'] as const

export const apiStaticToken = defineRule({
  id: 'api-static-token',
  title: 'Keep no file of tokens or passwords for the API server',
  topic: 'api-authentication',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Authenticating, static token file',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#static-token-file',
    },
    {
      title: 'Kubernetes: Hardening guide, authentication mechanisms',
      url: 'https://kubernetes.io/docs/concepts/security/hardening-guide/authentication-mechanisms/#static-token-file',
    },
  ],
  controls: { 'cis-1.12': ['1.2.2'] },

  subject: ['kube-apiserver'],
  check: (apiServer) =>
    complainApart(
      FILES.flatMap((name) => {
        const setting = apiServer.setting(name)
        return faultUnless(setting, !isGiven(setting), `${name} is set`)
      }),
      {
        what: 'The API server lets people in by a file of credentials that never end',
        doubt: 'The API server may let people in by a file of tokens',
      },
    ),
})
