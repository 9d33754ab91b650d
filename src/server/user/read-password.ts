import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { UsageProblem } from './arguments.ts'

/**
 * A new password: on a terminal asked for twice and not shown, else the first line of standard input.
 * @throws UsageProblem
 */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    for await (const line of createInterface({ input: process.stdin })) return line
    throw new UsageProblem('No password came on standard input.')
  }
  const password = await askHidden('New password: ')
  if ((await askHidden('The same again: ')) !== password) throw new UsageProblem('The two passwords differ.')
  return password
}

function askHidden(question: string): Promise<string> {
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  return new Promise((resolve, reject) => {
    lines.once('close', () => reject(new UsageProblem('Nothing was changed.')))
    lines.question('', (answer) => {
      process.stderr.write('\n')
      resolve(answer)
      lines.close()
    })
  })
}
