import { describe, expect, it } from 'vitest'
import { claimOf } from './claim.ts'
import { documentOf } from './estate.testing.ts'

const NAMED = 'metadata: {name: x}'

describe('claimOf', () => {
  it.each([
    { name: 'a Pod', text: `{apiVersion: v1, kind: Pod, ${NAMED}, spec: {}}` },
    {
      name: 'an object whose name the server makes',
      text: '{apiVersion: v1, kind: Secret, metadata: {generateName: x-}}',
    },
    {
      name: 'an object of a foreign kind',
      text: `{apiVersion: argoproj.io/v1alpha1, kind: Rollout, ${NAMED}}`,
    },
    {
      name: 'a foreign kind that ends like a list',
      text: `{apiVersion: x.io/v1, kind: AllowList, ${NAMED}, items: [1]}`,
    },
    {
      name: 'a foreign kind that ends like a list, without items',
      text: `{apiVersion: x.io/v1, kind: AllowList, ${NAMED}, spec: {}}`,
    },
    {
      name: 'a name with a placeholder',
      text: "{apiVersion: v1, kind: Secret, metadata: {name: '${NAME}'}}",
    },
    {
      name: 'a workload whose pod a placeholder hides',
      text: `{apiVersion: apps/v1, kind: Deployment, ${NAMED}, spec: '\${SPEC}'}`,
    },
    {
      name: 'a file for kubeadm',
      text: '{apiVersion: kubeadm.k8s.io/v1beta4, kind: ClusterConfiguration}',
    },
    {
      name: 'a file for the kubelet',
      text: '{apiVersion: kubelet.config.k8s.io/v1beta1, kind: KubeletConfiguration}',
    },
    { name: 'an audit policy', text: '{apiVersion: audit.k8s.io/v1, kind: Policy, rules: []}' },
    {
      name: 'encryption at rest',
      text: '{apiVersion: apiserver.config.k8s.io/v1, kind: EncryptionConfiguration, resources: []}',
    },
    { name: 'a kubeconfig', text: '{apiVersion: v1, kind: Config, contexts: []}' },
    {
      name: 'a review, which has no name',
      text: '{apiVersion: authorization.k8s.io/v1, kind: SubjectAccessReview, spec: {}}',
    },
    {
      name: 'a Service of another group without a name',
      text: '{apiVersion: serving.knative.dev/v1, kind: Service, metadata: {}}',
    },
  ])('takes $name for an object', ({ text }) => {
    expect(claimOf(documentOf(text).value)).toEqual({ kind: 'object' })
  })

  it.each([
    { name: 'a compose file', text: '{services: {web: {image: nginx}}}' },
    { name: 'a chart', text: '{apiVersion: v2, name: web, version: 1.0.0}' },
    {
      name: 'the values of a chart that choose a kind',
      text: '{kind: DaemonSet, image: {tag: x}}',
    },
    {
      name: 'a kustomization',
      text: '{apiVersion: kustomize.config.k8s.io/v1beta1, kind: Kustomization, metadata: {name: x}}',
    },
    {
      name: 'a plug-in of Kustomize',
      text: `{apiVersion: builtin, kind: PatchTransformer, ${NAMED}}`,
    },
    { name: 'a file for skaffold', text: `{apiVersion: skaffold/v4beta6, kind: Config, ${NAMED}}` },
    { name: 'a file for kind', text: '{apiVersion: kind.x-k8s.io/v1alpha4, kind: Cluster}' },
    { name: 'settings of some other tool', text: '{apiVersion: v1, kind: Config, theme: dark}' },
    { name: 'an OpenAPI document', text: '{openapi: 3.1.0, info: {title: x}}' },
    { name: 'a JSON patch', text: '[{op: add, path: /spec, value: 1}]' },
    { name: 'a text', text: 'apiVersion' },
    { name: 'null', text: '~' },
    { name: 'a devfile', text: '{apiVersion: 1.0.0, metadata: {name: x}}' },
    {
      name: 'a foreign kind without metadata',
      text: '{apiVersion: x.io/v1, kind: Thing, items: 1}',
    },
  ])('leaves $name alone', ({ text }) => {
    expect(claimOf(documentOf(text).value)).toEqual({ kind: 'unrelated' })
  })

  it.each([
    { name: 'a plain list', text: '{apiVersion: v1, kind: List, items: []}', of: {} },
    { name: 'a plain list without items', text: '{apiVersion: v1, kind: List}', of: {} },
    {
      name: 'a list that the server wrote',
      text: '{apiVersion: v1, kind: PodList, metadata: {}, items: null}',
      of: { apiVersion: 'v1', kind: 'Pod' },
    },
    {
      name: 'a list of a foreign kind',
      text: '{apiVersion: x.io/v1, kind: ThingList, items: []}',
      of: { apiVersion: 'x.io/v1', kind: 'Thing' },
    },
  ])('takes $name for a list', ({ text, of }) => {
    expect(claimOf(documentOf(text).value)).toEqual({ kind: 'list', of })
  })

  it.each([
    {
      name: 'no apiVersion',
      text: `{kind: Deployment, ${NAMED}}`,
      path: [],
      message: /no apiVersion/,
    },
    {
      name: 'an empty apiVersion',
      text: `{apiVersion: '', kind: Service, ${NAMED}}`,
      path: [],
      message: /no apiVersion/,
    },
    {
      name: 'an apiVersion that is a number',
      text: `{apiVersion: 1, kind: Pod, spec: {}}`,
      path: ['apiVersion'],
      message: /a number, not text/,
    },
    { name: 'no kind', text: `{apiVersion: apps/v1, ${NAMED}}`, path: [], message: /no kind/ },
    {
      name: 'a kind that is a list',
      text: `{apiVersion: apps/v1, kind: [Pod], ${NAMED}}`,
      path: ['kind'],
      message: /a list, not text/,
    },
    {
      name: 'no metadata',
      text: '{apiVersion: v1, kind: Pod, spec: {}}',
      path: ['metadata'],
      message: /no name/,
    },
    {
      name: 'no name',
      text: '{apiVersion: v1, kind: Secret, metadata: {labels: {}}}',
      path: ['metadata'],
      message: /no name/,
    },
    {
      name: 'metadata that is a list',
      text: '{apiVersion: v1, kind: Pod, metadata: [x]}',
      path: ['metadata'],
      message: /a list, not a mapping/,
    },
    {
      name: 'a name that is a number',
      text: '{apiVersion: v1, kind: Pod, metadata: {name: 12}}',
      path: ['metadata', 'name'],
      message: /a number, not text/,
    },
    {
      name: 'a name that is true',
      text: '{apiVersion: v1, kind: Pod, metadata: {name: yes}}',
      path: ['metadata', 'name'],
      message: /true or false/,
    },
    {
      name: 'no pod',
      text: `{apiVersion: apps/v1, kind: Deployment, ${NAMED}, spec: {replicas: 3}}`,
      path: [],
      message: /no pod: its spec\.template\.spec is empty/,
    },
    {
      name: 'items that are a mapping',
      text: '{apiVersion: v1, kind: List, items: {}}',
      path: ['items'],
      message: /a mapping/,
    },
  ])('finds the flaw of an object with $name', ({ text, path, message }) => {
    const claim = claimOf(documentOf(text).value)
    expect(claim).toMatchObject({ kind: 'flawed', path })
    expect(claim).toHaveProperty('message', expect.stringMatching(message))
  })
})
