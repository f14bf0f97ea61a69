/** How much one file may hold. Beyond any of them the document becomes a fault, never a half-read value. */
export interface YamlLimits {
  /** Collections inside one another. */
  readonly maxDepth: number
  /** Nodes of one file, all its documents together. */
  readonly maxNodes: number
  /** Nodes that the aliases of one document may add. */
  readonly maxAliasNodes: number
}

/**
 * Far above real manifests (the deepest custom resource definitions nest about 60 collections). 400,000 nodes out of
 * aliases is where Kubernetes' own decoder refuses in any case.
 */
export const DEFAULT_YAML_LIMITS: YamlLimits = {
  maxDepth: 500,
  maxNodes: 5_000_000,
  maxAliasNodes: 400_000,
}
