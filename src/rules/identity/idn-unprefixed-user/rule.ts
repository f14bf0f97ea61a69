import { defineRule } from '../../rule.ts'
import { BINDING_KINDS, fieldOf, knownSubjects, roleGivenBy } from '../binding.ts'
import { prefixOf, usualPrefix } from '../user-prefix.ts'

export const idnUnprefixedUser = defineRule({
  id: 'idn-unprefixed-user',
  title: 'Name users as the identity provider does',
  topic: 'authentication',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Authenticating, OpenID Connect tokens',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#openid-connect-tokens',
    },
    {
      title: 'Kubernetes: Hardening Guide, Authentication Mechanisms',
      url: 'https://kubernetes.io/docs/concepts/security/hardening-guide/authentication-mechanisms/',
    },
  ],

  subject: BINDING_KINDS,
  check(binding, scene) {
    // Parts of the cluster sign in by certificates, under names of their own.
    if (roleGivenBy(binding)?.name.startsWith('system:')) return []
    return knownSubjects(binding).flatMap((member) => {
      const { kind, name } = member.subject
      if (kind !== 'User' || prefixOf(name) !== undefined || isComponent(name)) return []
      const usual = usualPrefix(scene)
      if (usual === undefined) return []
      return {
        place: fieldOf(member, 'name'),
        message: `User "${name}" has no prefix, where other users of the estate have "${usual}": who vouches for it cannot be told.`,
        sure: true,
      }
    })
  },
})

function isComponent(user: string): boolean {
  return user.startsWith('kube') || user.startsWith('k8s')
}
