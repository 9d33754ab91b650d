import { expect, test } from 'playwright/test'
import { credentials, startUpstream } from '#e2e/support/test-upstream.ts'
import { Session } from '#src/contract/desk/session.ts'
import { createApp } from './app.ts'
import { sampleLinks } from './sample/sample-links.ts'
import { readStaticFiles } from './static-files.ts'
import { clientFolder } from './testing/client-folder.ts'
import { basic, type Desk, errorOf, FULL, json, makeDesk, requestBody, staff } from './testing/desk.ts'

// Promise: people are answered in the language that they ask for, where it is one of the three, and logs are English.

const boss = { uuid: 'boss', username: 'boss', name: 'Mara', password: 'boss password', manager: true }

let desk: Desk
test.beforeAll(async () => {
  desk = await makeDesk({ lines: [JSON.stringify({ type: 'user', ...boss, dealerUUIDs: ['dealer-north'] })] })
  desk.deps.files = readStaticFiles(clientFolder('__DESK_SESSION__', { 'assets/app-1.js': 'plain' }))
  desk.app = createApp(desk.deps)
})
test.afterAll(() => desk.db.close())

const inLanguage = (language?: string): Record<string, string> =>
  language === undefined ? {} : { 'accept-language': language }
const nothingHere = async (language?: string) =>
  (await errorOf(await desk.app.request('/api/nothing', { headers: inLanguage(language) }))).errorMessage

const ENGLISH = 'There is nothing at this address.'
const SPANISH = 'No hay nada en esta dirección.'
const FRENCH = 'Il n’y a rien à cette adresse.'
const asked: [language: string | undefined, answer: string][] = [
  [undefined, ENGLISH],
  ['', ENGLISH],
  ['*', ENGLISH],
  ['de', ENGLISH],
  ['en-GB', ENGLISH],
  ['es', SPANISH],
  ['es-US', SPANISH],
  ['ES-mx, en;q=0.5', SPANISH],
  ['fr-CA', FRENCH],
  ['fr-FR;q=0.9, es;q=0.5', FRENCH],
  ['es;q=0.5, fr-FR;q=0.9', FRENCH],
  ['de, fr;q=0.1', FRENCH],
  ['fr;q=0, es;q=0.2', SPANISH],
  ['*, fr;q=0.5', ENGLISH],
  ['fr, *;q=0.5', FRENCH],
  ['eso, fra', ENGLISH],
  [';;q=,,=;-', ENGLISH],
]
for (const [language, answer] of asked) {
  test(`accept-language ${language ?? 'unsaid'} is answered with: ${answer}`, async () => {
    expect(await nothingHere(language)).toBe(answer)
  })
}

test('a wrong password and a dealer that is none of theirs are told in Spanish and in French', async () => {
  const tryPassword = async (language: string) => {
    const wrong = json('POST', { username: staff.username, password: 'a wrong one' }, inLanguage(language))
    return errorOf(await desk.app.request('/api/session', wrong))
  }
  expect(await tryPassword('es')).toEqual({
    errorCode: 100003,
    errorTitle: 'WRONG_CREDENTIAL',
    errorMessage: 'El nombre de usuario o la contraseña no son correctos.',
  })
  expect((await tryPassword('fr')).errorMessage).toBe('Le nom d’utilisateur ou le mot de passe est incorrect.')
  const askFor = async (language: string, ...dealers: string[]) =>
    (
      await errorOf(
        await desk.lookUp(FULL, { headers: { ...basic(), ...inLanguage(language) }, body: requestBody(dealers) }),
      )
    ).errorMessage
  expect(await askFor('es', 'd1')).toBe(
    'No puede consultar el concesionario d1. Consulte sin él o pida que le den acceso.',
  )
  expect(await askFor('fr', 'd1', 'd2')).toBe(
    'Vous ne pouvez pas consulter les concessionnaires d1, d2. Consultez sans eux ou faites-vous accorder l’accès.',
  )
  const many = Array.from({ length: 23 }, (_, n) => `d${n}`)
  expect(await askFor('de', ...many)).toMatch(/^You may not ask for dealers d0, .*, d19 and 3 more\. Ask without/)
  expect(await askFor('es', ...many)).toMatch(/^No puede consultar los concesionarios d0, .*, d19 y 3 más\. /)
})

test('what is wrong with a new password is told in the person’s language', async () => {
  const cookie = await desk.signIn()
  const change = { currentPassword: staff.password, newPassword: 'short' }
  const headers = { cookie, ...inLanguage('fr') }
  const answer = await errorOf(await desk.app.request('/api/account/password', json('POST', change, headers)))
  expect(answer.errorMessage).toBe('Le nouveau mot de passe doit avoir au moins 15 caractères.')
})

test('logs and the record are English whatever is asked for', async () => {
  const broken = await makeDesk()
  broken.deps.sessions.find = () => Promise.reject(new Error('no such thing'))
  const headers = { cookie: `customer-desk=${'A'.repeat(43)}`, ...inLanguage('es') }
  const response = await broken.app.request('/api/session', { headers })
  expect((await errorOf(response)).errorMessage).toMatch(/^El servidor falló\. /)
  expect(broken.logs.join('')).toContain('"msg":"request failed"')
  expect(broken.logs.join('')).not.toContain('servidor')
  await broken.db.close()
})

test('of the platform’s faults the server’s own sentence is translated, what the platform wrote is not', async () => {
  const upstream = await startUpstream()
  const env = {
    CUSTOMER_API_URL: upstream.url,
    CUSTOMER_API_USERNAME: credentials.username,
    CUSTOMER_API_PASSWORD: credentials.password,
  }
  const forwarding = await makeDesk({ env })
  const ask = async (fault: string, language?: string) =>
    (await errorOf(await forwarding.lookUp(`fault-${fault}`, { headers: { ...basic(), ...inLanguage(language) } })))
      .errorMessage
  expect(await ask('500-nothing', 'es')).toBe('La plataforma del concesionario falló y no envió ninguna explicación.')
  expect(await ask('malformed', 'fr')).toMatch(
    /^La réponse de la plateforme du concessionnaire n’a pas pu être lue \(endommagée au caractère .*\)\. Réessayez; /,
  )
  expect(await ask('bad-bytes', 'es')).toMatch(
    /^La respuesta de la plataforma del concesionario no .*\. Intente de nuevo; /,
  )
  expect(await ask('500-json', 'fr')).toBe(await ask('500-json'))
  expect(forwarding.logs.join('')).toContain('"msg":"upstream fault"')
  expect(forwarding.logs.join('')).not.toContain('plateforme')
  await forwarding.deps.source.close()
  await forwarding.db.close()
  await upstream.close()
})

test('the page is in the language that its person chose, else in that of the browser', async () => {
  const page = async (headers: Record<string, string>) => {
    const response = await desk.app.request('/customers/some-uuid', { headers })
    expect(response.headers.get('vary')).toBe('accept-encoding, accept-language, cookie')
    const language = response.headers.get('content-language')
    expect(await response.text()).toContain(`<html lang="${language}">`)
    return language
  }
  expect(await page({})).toBe('en-US')
  expect(await page(inLanguage('es-MX,es;q=0.9'))).toBe('es-US')
  const cookie = await desk.signIn()
  expect(await page({ cookie, ...inLanguage('es') })).toBe('es-US')
  const keep = (value: string) => desk.app.request('/api/preferences/language', json('PUT', { value }, { cookie }))
  expect((await keep('de-DE')).status).toBe(400)
  expect((await keep('fr-CA')).status).toBe(204)
  expect(await page({ cookie, ...inLanguage('es') })).toBe('fr-CA')
  expect(await page({ cookie })).toBe('fr-CA')
  expect(await page(inLanguage('es'))).toBe('es-US')
  await desk.app.request('/api/preferences', { method: 'DELETE', headers: { cookie } })
})

test('lists for spreadsheets have headings in the language of their person', async () => {
  const cookie = await desk.signIn(boss.username, boss.password)
  const first = async (path: string, language?: string) => {
    const text = await (await desk.app.request(path, { headers: { cookie, ...inLanguage(language) } })).text()
    return text.split('\r\n')[0]?.replace('\uFEFF', '')
  }
  expect(await first('/api/staff/csv')).toBe(
    'name,username,UUID,role,access,dealers,last look-up,last sign-in,unused for 90 days',
  )
  expect(await first('/api/staff/csv', 'es')).toMatch(/^nombre,nombre de usuario,UUID,función,/)
  await desk.app.request('/api/preferences/language', json('PUT', { value: 'fr-CA' }, { cookie }))
  expect(await first('/api/staff/csv', 'es')).toMatch(/^nom,nom d’utilisateur,UUID,rôle,/)
  expect(await first('/api/audit/csv', 'es')).toMatch(/^date et heure,événement,résultat,état,/)
})

test('the sample’s links are told in the language of the page', async () => {
  const sample = createApp({ ...desk.deps, sampleLinks })
  const headers = { cookie: await desk.signIn(), ...inLanguage('fr') }
  const session = Session.parse(await (await sample.request('/api/session', { headers })).json())
  expect(session.sample?.links[1]).toEqual({ title: 'Une entreprise avec 60 commandes', path: sampleLinks[1]?.path })
})

test('a build that lacks a language is said at the start, by the file', () => {
  expect(() => readStaticFiles('/nowhere')).toThrow(/'\/nowhere\/en-US\/index\.html'/)
})
