// A process of its own: answers with the text of the customer in the address, by one prepared statement and nothing else.
import { createServer, type ServerResponse } from 'node:http'
import pg from 'pg'

process.once('message', ({ url, text, uuid }: { url: string; text: string; uuid: string }) => {
  void start(url, text, uuid)
})
process.on('disconnect', () => process.exit(0))

async function start(url: string, text: string, uuid: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  await pool.query('create table if not exists bench_answers (uuid text primary key, body text not null)')
  await pool.query('insert into bench_answers values ($1, $2) on conflict (uuid) do update set body = excluded.body', [
    uuid,
    text,
  ])
  const server = createServer((incoming, outgoing) => {
    incoming.resume().on('end', () => void answer(outgoing))
  })
  async function answer(outgoing: ServerResponse): Promise<void> {
    const values = [uuid]
    const { rows } = await pool.query<{ body: string }>({
      name: 'read',
      text: 'select body from bench_answers where uuid = $1',
      values,
    })
    const body = Buffer.from(rows[0]?.body ?? '')
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
    outgoing.end(body)
  }
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object' && address !== null) process.send?.(address.port)
  })
}
