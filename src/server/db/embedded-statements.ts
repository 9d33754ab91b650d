import { type PGlite, parse, protocol } from '@electric-sql/pglite'

type Serializer = (value: unknown) => string
type Statement = { name: string; serializers: (Serializer | undefined)[]; description: Message | undefined }
type Message = Awaited<ReturnType<PGlite['execProtocol']>>['messages'][number]

const { serialize } = protocol

/**
 * Runs parameterised statements on the embedded database, each prepared once and planned once: planning
 * takes several times as long as running for look-ups this small. One call at a time, please.
 */
export function embeddedStatements(pglite: PGlite) {
  const prepared = new Map<string, Statement>()

  const send = async (...parts: Uint8Array[]): Promise<Message[]> => {
    const { messages } = await pglite.execProtocol(Buffer.concat([...parts, serialize.sync()]))
    return messages
  }

  async function prepare(sql: string): Promise<Statement> {
    const name = `statement_${prepared.size}`
    const messages = await send(serialize.parse({ name, text: sql }), serialize.describe({ type: 'S', name }))
    const types = parse.parseDescribeStatementResults(messages)
    const statement = {
      name,
      serializers: types.map((type) => pglite.serializers[type]),
      description: messages.find((message) => message.name === 'rowDescription'),
    }
    prepared.set(sql, statement)
    return statement
  }

  return async (sql: string, params: readonly unknown[]): Promise<object[]> => {
    const { name, serializers, description } = prepared.get(sql) ?? (await prepare(sql))
    const values = params.map((param, index) => {
      if (param === null || param === undefined) return null
      return serializers[index]?.(param) ?? String(param)
    })
    const messages = await send(serialize.bind({ statement: name, values }), serialize.execute({}))
    const [result] = parse.parseResults(
      description === undefined ? messages : [description, ...messages],
      pglite.parsers,
    )
    return result?.rows ?? []
  }
}
