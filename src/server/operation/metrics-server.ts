import { createServer, type Server } from 'node:http'
import { collectDefaultMetrics } from 'prom-client'
import type { Deps } from '../deps.ts'

/**
 * The listener for whatever collects metrics, apart from the one that people reach: `GET /metrics` in the format of Prometheus,
 * and nothing else.
 */
export function makeMetricsServer({ metrics: { registry }, log }: Pick<Deps, 'metrics' | 'log'>): Server {
  collectDefaultMetrics({ register: registry })
  return createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (error: unknown) => {
        log.error({ err: error }, 'the metrics could not be collected')
        response.writeHead(500).end()
      },
    )
  })
}
