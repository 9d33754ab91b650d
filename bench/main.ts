import { benchCleaning } from './cleaning.ts'
import { benchFindings } from './findings.ts'
import { benchGateway } from './gateway.ts'
import { benchGrowth } from './growth.ts'
import { benchImport } from './importing.ts'
import { benchLookUps } from './look-ups.ts'
import { benchPages } from './pages.ts'
import { benchReading } from './reading.ts'

const parts = {
  pages: benchPages,
  reading: benchReading,
  findings: benchFindings,
  'look-ups': benchLookUps,
  growth: benchGrowth,
  import: benchImport,
  cleaning: benchCleaning,
  gateway: async () => {
    await benchGateway(0)
    await benchGateway(20)
  },
}

console.log('Figures hold for this machine; only the ratios, each measured in one run, say something elsewhere.')
// All of them, or those named: npm run bench -- pages
const named = process.argv.slice(2)
for (const [name, run] of Object.entries(parts)) {
  // oxlint-disable-next-line no-await-in-loop -- side by side they would measure each other
  if (named.length === 0 || named.includes(name)) await run()
}
