import type { Setting } from '../../../analysis/cluster/component.ts'
import { fileNamed } from '../../../analysis/cluster/named-file.ts'
import { memberOf } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'

// What load balancers and the kubelet ask without a name, and what tells an attacker nothing.
const HEALTH_PATHS: readonly unknown[] = ['/livez', '/readyz', '/healthz']

export const apiAnonymous = defineRule({
  id: 'api-anonymous',
  title: 'Let nobody ask the API server without a name',
  topic: 'api-authentication',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Authenticating, anonymous requests',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests',
    },
    {
      title: 'Kubernetes: Anonymous authenticator configuration',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-authenticator-configuration',
    },
  ],
  controls: { 'cis-1.12': ['1.2.1'], 'stig-v2r3': ['V-242390'], 'ms-threat-matrix': ['MS-TA9029'] },

  subject: ['kube-apiserver'],
  check(apiServer, scene) {
    const flag = apiServer.setting('anonymous-auth')
    if (flag.value === 'false') return []
    const file = apiServer.setting('authentication-config')
    return checkFile(file, scene) ?? checkFlag(flag)
  },
})

// The file outranks the flag's default where it has a word about anonymous requests; with both the server does not start.
function checkFile(file: Setting, scene: Scene): readonly Complaint[] | undefined {
  if (!file.sure) return [doubtAbout(file, 'The API server may answer anybody')]
  const named = fileNamed(file.value, ['AuthenticationConfiguration'], scene)
  if (named.kind === 'none') return undefined
  if (named.kind === 'unread') {
    const message = 'The API server may answer anybody: this file decides it, and it was not read.'
    return [{ place: file.place, message, sure: false }]
  }
  const anonymous = named.resource.get('anonymous')
  if (anonymous === undefined) return undefined
  if (memberOf(anonymous.value, 'enabled') === false || isForHealth(named.resource)) return []
  const message = 'The API server answers anybody, beyond its health checks: this file allows it.'
  return [{ place: file.place, message, sure: anonymous.resolved }]
}

function isForHealth(file: Resource): boolean {
  const paths = file.list('anonymous', 'conditions').map(({ value }) => memberOf(value, 'path'))
  return paths.length > 0 && paths.every((path) => HEALTH_PATHS.includes(path))
}

function checkFlag(flag: Setting): readonly Complaint[] {
  if (!flag.sure) return [doubtAbout(flag, 'The API server may answer anybody')]
  const reason = flag.from === 'default' ? 'nothing switches it off' : 'anonymous-auth is not false'
  return [
    {
      place: flag.place,
      message: `The API server answers requests of nobody in particular: ${reason}.`,
      sure: true,
    },
  ]
}
