import type { Deps } from './deps.ts'
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
      ...deps.sampleLinks.map((link) => `  ${publicUrl}${link.path}   ${link.title}`),
    )
  }
  return [...lines, ''].join('\n')
}
