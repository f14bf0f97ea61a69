import * as v from 'valibot'

const text = v.nullish(v.string())
const texts = v.nullish(v.array(v.string()))
const pairs = v.nullish(v.record(v.string(), v.string()))
const flag = v.nullish(v.boolean())

const gvk = { group: text, version: text, kind: text }
const id = { ...gvk, name: text, namespace: text }
const selector = v.strictObject({ ...id, labelSelector: text, annotationSelector: text })
const fieldSpec = v.strictObject({ ...gvk, path: text, create: flag })

const generatorOptions = v.strictObject({
  labels: pairs,
  annotations: pairs,
  disableNameSuffixHash: flag,
  immutable: flag,
})

const generator = {
  name: text,
  namespace: text,
  behavior: text,
  literals: texts,
  files: texts,
  envs: texts,
  env: text,
  options: v.nullish(generatorOptions),
}

const patch = v.strictObject({
  path: text,
  patch: text,
  target: v.nullish(selector),
  options: v.nullish(v.strictObject({ allowNameChange: flag, allowKindChange: flag })),
})

const fieldOptions = v.nullish(
  v.strictObject({ delimiter: text, index: v.nullish(v.number()), encoding: text, create: flag }),
)

/** A replacement, as it stands in a kustomization or in a file of its own. */
export const replacementSchema = v.strictObject({
  source: v.nullish(v.strictObject({ ...id, fieldPath: text, options: fieldOptions })),
  sourceValue: text,
  targets: v.nullish(
    v.array(
      v.strictObject({
        select: v.nullish(selector),
        reject: v.nullish(v.array(selector)),
        fieldPaths: texts,
        options: fieldOptions,
      }),
    ),
  ),
  path: text,
})

const image = v.strictObject({
  name: text,
  newName: text,
  newTag: text,
  tagSuffix: text,
  digest: text,
})

const label = v.strictObject({
  pairs,
  includeSelectors: flag,
  includeTemplates: flag,
  includeVolumeClaimTemplates: flag,
  fields: v.nullish(v.array(fieldSpec)),
})

const variable = v.strictObject({
  name: text,
  objref: v.strictObject({ ...id, apiVersion: text }),
  fieldref: v.nullish(v.strictObject({ fieldPath: text })),
})

const chart = v.strictObject({
  name: text,
  version: text,
  repo: text,
  releaseName: text,
  namespace: text,
  additionalValuesFiles: texts,
  valuesFile: text,
  valuesInline: v.nullish(v.record(v.string(), v.unknown())),
  valuesMerge: text,
  includeCRDs: flag,
  skipHooks: flag,
  skipTests: flag,
  apiVersions: texts,
  kubeVersion: text,
  nameTemplate: text,
  debug: flag,
  devel: flag,
})

const sortOptions = v.strictObject({
  order: text,
  legacySortOptions: v.nullish(v.strictObject({ orderFirst: texts, orderLast: texts })),
})

/**
 * A kustomization file. Source: sigs.k8s.io/kustomize, api/types.Kustomization, which refuses fields that it does not know
 * and texts that are written as numbers.
 */
export const kustomizationSchema = v.strictObject({
  apiVersion: text,
  kind: text,
  metadata: v.nullish(v.record(v.string(), v.unknown())),
  openapi: pairs,
  namePrefix: text,
  nameSuffix: text,
  namespace: text,
  commonLabels: pairs,
  labels: v.nullish(v.array(label)),
  commonAnnotations: pairs,
  patchesStrategicMerge: texts,
  patchesJson6902: v.nullish(v.array(patch)),
  patches: v.nullish(v.array(patch)),
  images: v.nullish(v.array(image)),
  imageTags: v.nullish(v.array(image)),
  replacements: v.nullish(v.array(replacementSchema)),
  replicas: v.nullish(v.array(v.strictObject({ name: text, count: v.nullish(v.number()) }))),
  vars: v.nullish(v.array(variable)),
  sortOptions: v.nullish(sortOptions),
  resources: texts,
  components: texts,
  crds: texts,
  bases: texts,
  configMapGenerator: v.nullish(v.array(v.strictObject(generator))),
  secretGenerator: v.nullish(v.array(v.strictObject({ ...generator, type: text }))),
  helmGlobals: v.nullish(v.strictObject({ chartHome: text, configHome: text })),
  helmCharts: v.nullish(v.array(chart)),
  helmChartInflationGenerator: v.nullish(v.array(v.record(v.string(), v.unknown()))),
  generatorOptions: v.nullish(generatorOptions),
  configurations: texts,
  generators: texts,
  transformers: texts,
  validators: texts,
  buildMetadata: texts,
})

/** The fields of several words that stand deeper in a kustomization. */
export const NESTED_KEYS = [
  'additionalValuesFiles',
  'allowKindChange',
  'allowNameChange',
  'annotationSelector',
  'apiVersions',
  'disableNameSuffixHash',
  'fieldPath',
  'fieldPaths',
  'includeCRDs',
  'includeSelectors',
  'includeTemplates',
  'includeVolumeClaimTemplates',
  'kubeVersion',
  'labelSelector',
  'newName',
  'newTag',
  'releaseName',
  'sourceValue',
  'tagSuffix',
  'valuesFile',
  'valuesInline',
  'valuesMerge',
] as const
