import { expect, test } from 'playwright/test'
import { browserName } from './browser-name.ts'

const MOZILLA = 'Mozilla/5.0 '
const cases: [userAgent: string | undefined, browser: string | null, system: string | null][] = [
  [`${MOZILLA}(Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36`, 'Chrome', 'Windows'],
  [`${MOZILLA}(Windows NT 10.0; Win64; x64) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`, 'Edge', 'Windows'],
  [`${MOZILLA}(Macintosh; Intel Mac OS X 10_15_7) Version/17.6 Safari/605.1.15`, 'Safari', 'macOS'],
  [`${MOZILLA}(iPhone; CPU iPhone OS 17_6 like Mac OS X) Version/17.6 Mobile/15E148 Safari/604.1`, 'Safari', 'iOS'],
  [`${MOZILLA}(iPad; CPU OS 17_6 like Mac OS X) CriOS/131.0 Mobile/15E148 Safari/604.1`, 'Chrome', 'iOS'],
  [
    `${MOZILLA}(Linux; Android 14; SM-X200) SamsungBrowser/26.0 Chrome/122.0 Safari/537.36`,
    'Samsung Internet',
    'Android',
  ],
  [`${MOZILLA}(X11; CrOS x86_64 14541.0.0) Chrome/131.0.0.0 Safari/537.36`, 'Chrome', 'ChromeOS'],
  [`${MOZILLA}(X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0`, 'Firefox', 'Linux'],
  ['curl/8.5.0', null, null],
  [undefined, null, null],
]
for (const [userAgent, browser, system] of cases) {
  test(`${browser ?? 'nothing'} on ${system ?? 'nothing'} is told by ${userAgent ?? 'no word'}`, () => {
    expect(browserName(userAgent)).toEqual({ browser, system })
  })
}
