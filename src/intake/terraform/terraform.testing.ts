import type { Resource } from '../../model/resource.ts'
import { estateOf, type Files } from '../estate.testing.ts'

/** All objects of an estate that Terraform makes, as `kind name`. */
export function objectsOf(files: Files): readonly string[] {
  return estateOf(files).scene.resources.map(({ kind, name }) => `${kind} ${name}`)
}

/** The object of that kind and name. */
export function objectIn(files: Files, kind: string, name: string): Resource {
  const { resources } = estateOf(files).scene
  const found = resources.find((resource) => resource.kind === kind && resource.name === name)
  if (found === undefined) throw new Error(`There is no ${kind} ${name}.`)
  return found
}

/** What an expression gives where `context` stands beside it. */
export function answer(expression: string, context = ''): unknown {
  const text = `${context}\noutput "answer" {\n  value = ${expression}\n}\n`
  return objectIn({ 'main.tf': text }, 'output', 'answer').get('value')?.value
}
