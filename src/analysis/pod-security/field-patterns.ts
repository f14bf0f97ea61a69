type Names = readonly string[]

/** The field at `path` of the pod's spec, as guides write it. */
export function podField(path: Names): Names {
  return [['spec', ...path].join('.')]
}

/** The field at `path` of containers of every sort, as guides write it: `spec.containers[*].image` and so on. */
export function containerFields(path: Names): Names {
  return ['containers[*]', 'initContainers[*]', 'ephemeralContainers[*]'].flatMap((list) =>
    podField([list, ...path]),
  )
}

/** The field at `path` of the pod's spec and of containers of every sort. */
export function podAndContainerFields(path: Names): Names {
  return [...podField(path), ...containerFields(path)]
}
