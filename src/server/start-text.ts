import type { Deps } from './deps.ts'
import { DEFAULT_LANGUAGE, wordsOf } from './language.ts'
import { sampleAccounts, sampleService } from './sample/sample-lines.ts'

/** What a person reads when the server is up. */
export function startText(deps: Deps): string {
  const { publicUrl, localAccounts } = deps.config
  const lines = ['', `Customer Desk is ready: ${publicUrl}`]
  if (deps.sampleLinks !== undefined) {
    lines.push(
      '',
      'Sample dealership, for trying out. Sign in with',
      ...(localAccounts ? sampleAccounts : []).map((account) => `  ${account.username} / ${account.password}`),
      `  service account (HTTP Basic): ${sampleService.username} / ${sampleService.password}`,
      'and open',
      ...deps.sampleLinks.map((link) => `  ${publicUrl}${link.path}   ${link.title(wordsOf(DEFAULT_LANGUAGE))}`),
    )
  }
  return [...lines, ''].join('\n')
}
