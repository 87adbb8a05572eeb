/** The system's word for what went wrong, 'ENOENT'; anything else is a bug of ours and is thrown on. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}
