import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent } from 'undici'
import { freePort } from './desk-process.ts'
import { selfSigned } from './self-signed.ts'

export type Nginx = {
  /** Trusts its certificate. */
  agent: Agent
  /** What it has found worth telling. */
  errors(): string
  stop(): Promise<void>
}

/** The words of deploy/nginx.conf that are another machine's own. */
const NAME = 'desk.example.test'
const PROCESSES = ['127.0.0.1:3001', '127.0.0.1:3002']
const CERTIFICATE = '/etc/ssl/customer-desk'

/**
 * A real nginx with the configuration that the project recommends: only names, ports and the certificate are others.
 * @param program see `findNginx`
 * @param port of `https://localhost`
 */
export async function startNginx(program: string, port: number, desks: readonly string[]): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-nginx-'))
  writeFileSync(join(folder, 'certificate.pem'), selfSigned.cert)
  writeFileSync(join(folder, 'key.pem'), selfSigned.key, { mode: 0o600 })
  let site = readFileSync('deploy/nginx.conf', 'utf8')
    .replaceAll(NAME, 'localhost')
    .replaceAll(CERTIFICATE, folder)
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replace('listen 80', `listen 127.0.0.1:${await freePort()}`)
    // The port is a part of the name here, which it is not where it is 443.
    .replace('Host $host', 'Host $http_host')
  for (const [place, address] of PROCESSES.entries()) {
    site = site.replace(address, new URL(desks[place] ?? '').host)
  }
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  const errorLog = join(folder, 'error.log')
  const config = `
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off;
    worker_processes 1;
    pid ${folder}/pid;
    error_log ${errorLog} warn;
    events {}
    http { ${folders.join(' ')} ${site} }`
  writeFileSync(join(folder, 'nginx.conf'), config)
  const child = spawn(program, ['-e', errorLog, '-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' })
  const gone = once(child, 'exit')
  const errors = () => readFileSync(errorLog, 'utf8')
  return {
    agent: new Agent({ connect: { ca: selfSigned.cert }, connections: 8 }),
    errors,
    async stop() {
      child.kill('SIGQUIT')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
