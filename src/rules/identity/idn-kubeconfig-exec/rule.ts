import { isKubeconfig, kubeconfigUsers } from '../../../analysis/kubeconfig/kubeconfig.ts'
import { defineRule } from '../../rule.ts'
import { CREDENTIAL_PLUGINS } from '../credential-plugins.data.ts'

const KNOWN: ReadonlySet<string> = new Set(CREDENTIAL_PLUGINS.names)

export const idnKubeconfigExec = defineRule({
  id: 'idn-kubeconfig-exec',
  title: 'Let kubeconfig files run known credential plugins only',
  topic: 'authentication',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Authenticating, client-go credential plugins',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins',
    },
    {
      title: 'Kubernetes: Organizing Cluster Access Using kubeconfig Files',
      url: 'https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9003'] },

  subject: ['Config'],
  check(kubeconfig) {
    if (!isKubeconfig(kubeconfig)) return []
    return kubeconfigUsers(kubeconfig).flatMap(({ name, path }) => {
      const command = kubeconfig.get(...path, 'exec', 'command')
      if (typeof command?.value !== 'string' || isKnown(command.value)) return []
      return {
        place: command.place,
        message: command.resolved
          ? `To sign in as "${name}" runs "${command.value}" on the user's machine, which is no known credential plugin.`
          : `What runs on the user's machine to sign in as "${name}" is decided by a placeholder.`,
        sure: command.resolved,
      }
    })
  },
})

// A path with a folder in it leads away from PATH: a relative one starts where the kubeconfig lies.
function isKnown(command: string): boolean {
  const isRelative = /^[^/\\]+[/\\]/.test(command) && !/^[A-Za-z]:[/\\]/.test(command)
  const name = command.split(/[/\\]/).at(-1) ?? ''
  return !isRelative && KNOWN.has(name.replace(/\.(?:exe|cmd)$/i, ''))
}
