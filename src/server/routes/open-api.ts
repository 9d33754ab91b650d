import { Hono } from 'hono'
import { openApiDocument } from './open-api-document.ts'
import type { Env } from '../deps.ts'

/** The surface for programs, generated from the schemas that the code runs on. */
export function openApiRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  const document = openApiDocument()
  routes.get('/openapi.json', (c) => c.json(document))
  return routes
}
