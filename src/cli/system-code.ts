/** The code of an error of the system, such as EACCES; anything else is a mistake of ours and is thrown on. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}
