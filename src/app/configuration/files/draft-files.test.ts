import { describe, expect, it } from 'vitest'
import { estateOf } from '../../../intake/estate.testing.ts'
import { draftFiles } from './draft-files.ts'
import { readAgain } from './read-again.ts'

const KUBEADM = (more: string, version = 'v1.36.1') => `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: ${version}
${more}`

const draft = (topic: string, files: Readonly<Record<string, string>>) => {
  const { drafts, notes } = draftFiles(topic, estateOf(files).scene)
  return { texts: new Map(drafts.map(({ file, text }) => [file, text])), notes }
}

describe('files of settings', () => {
  it('are changed where they say it, and keep what else they say', () => {
    const { texts } = draft('kubelet', {
      'kubelet.yaml':
        'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n# ours\nreadOnlyPort: 10255\n',
    })
    expect(texts.get('kubelet.yaml')).toContain('# ours\nreadOnlyPort: 0\n')
  })

  it('come with the files that they name from then on, mounted where the program reads them', () => {
    const { texts } = draft('api-authentication', { 'kubeadm.yaml': KUBEADM('') })
    expect(texts.get('kubeadm.yaml')).toContain('value: /etc/kubernetes/authentication.yaml')
    expect(texts.get('kubeadm.yaml')).toContain('mountPath: /etc/kubernetes/authentication.yaml')
    expect(texts.get('authentication.yaml')).toContain('apiVersion: apiserver.config.k8s.io/v1\n')
  })

  it.each([
    { name: 'a release that cannot do it', text: KUBEADM('', 'v1.31.0') },
    {
      name: 'a flag that says otherwise',
      text: KUBEADM('apiServer: {extraArgs: [{name: anonymous-auth, value: "true"}]}\n'),
    },
    {
      name: 'a file that is named already',
      text: KUBEADM('apiServer: {extraArgs: [{name: authentication-config, value: /a.yaml}]}\n'),
    },
  ])('leave anonymous requests alone for $name', ({ text }) => {
    const { texts } = draft('api-authentication', { 'kubeadm.yaml': text })
    expect(texts.has('authentication.yaml')).toBe(false)
  })

  it('let k3s encrypt by itself, and set no more than what is wrong', () => {
    const file = 'etc/rancher/k3s/config.yaml'
    const config = { [file]: 'cluster-init: true\n' }
    expect(draft('secret-encryption', config).texts.get(file)).toContain(
      'secrets-encryption: true\n',
    )
    const kubelet = draft('kubelet', config).texts.get(file) ?? ''
    expect(kubelet).toContain('protect-kernel-defaults=true')
    expect(kubelet).not.toContain('iptables')
  })

  it('never repeat a key: it is filled in where the file is used', () => {
    const key = 'VGhpcyBpcyBub3QgYSBrZXksIG9ubHkgYW4gZXhhbXA='
    const { texts } = draft('secret-encryption', {
      'encryption.yaml': `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources: [secrets]
    providers:
      - identity: {}
      - aescbc: {keys: [{name: old, secret: ${key}}]}
`,
    })
    const text = texts.get('encryption.yaml') ?? ''
    expect(text).not.toContain(key)
    expect(text.indexOf('${ENCRYPTION_OLD_NEXT}')).toBeLessThan(text.indexOf('${ENCRYPTION_OLD}'))
    expect(text.indexOf('aescbc')).toBeLessThan(text.indexOf('identity'))
  })

  it('are named and not written when they hold a credential elsewhere', () => {
    const { texts, notes } = draft('control-plane-settings', {
      'kubeadm.yaml': `${KUBEADM('')}---
apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
bootstrapTokens: [{token: "abcdef.0123456789abcdef", password: Xk29fhq7Lw0Zt4}]
`,
    })
    expect(texts.size).toBe(0)
    expect(notes.join('')).toContain('kubeadm.yaml')
    expect(notes.join('')).not.toContain('Xk29fhq7Lw0Zt4')
  })
})

describe('Dockerfiles', () => {
  it.each([
    {
      name: 'before what only describes the image',
      before: 'FROM debian:12\nRUN true\nEXPOSE 80\nCMD ["a"]\n',
      after: 'FROM debian:12\nRUN true\nUSER 10001:10001\nEXPOSE 80\nCMD ["a"]\n',
    },
    {
      name: 'at the end, after what needs root',
      before: 'FROM debian:12\nCMD ["a"]\nRUN true',
      after: 'FROM debian:12\nCMD ["a"]\nRUN true\nUSER 10001:10001\n',
    },
    {
      name: 'with the line ends of the file',
      before: 'FROM debian:12\r\nRUN true\r\nCMD ["a"]\r\n',
      after: 'FROM debian:12\r\nRUN true\r\nUSER 10001:10001\r\nCMD ["a"]\r\n',
    },
  ])('get a user $name', ({ before, after }) => {
    expect(draft('image-content', { Dockerfile: before }).texts.get('Dockerfile')).toBe(after)
  })

  it.each([
    { before: 'EXPOSE 8080 22', after: 'EXPOSE 8080' },
    { before: 'EXPOSE 22/tcp 8080', after: 'EXPOSE 8080' },
    { before: 'EXPOSE 22', after: '' },
  ])('lose port 22: $before', ({ before, after }) => {
    const text = (line: string) => `FROM debian:12\nUSER 1000\n${line}\nCMD ["a"]\n`
    const { texts } = draft('image-content', { Dockerfile: text(before) })
    expect(texts.get('Dockerfile')?.replaceAll(/ +/g, ' ')).toBe(text(after))
  })
})

describe('Compose files', () => {
  const compose = (value: string) =>
    `services:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_PASSWORD: ${value}\n`

  it('take passwords from the shell', () => {
    const { texts } = draft('repository-secrets', { 'compose.yaml': compose('Xk29fhq7Lw0Zt4') })
    expect(texts.get('compose.yaml')).toBe(compose('"${POSTGRES_PASSWORD:?put it into .env}"'))
  })

  it('read anew, say nothing of it any more', () => {
    const { scene } = estateOf({ 'compose.yaml': compose('Xk29fhq7Lw0Zt4') })
    const after = readAgain(scene, draftFiles('repository-secrets', scene).drafts)
    expect(after.resources.map(({ name }) => name)).toEqual(['db'])
    expect(draftFiles('repository-secrets', after).drafts).toEqual([])
  })
})
