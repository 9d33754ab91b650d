import { benchCleaning } from './cleaning.ts'
import { benchGateway } from './gateway.ts'

console.log('Figures hold for this machine; only the ratios, each measured in one run, say something elsewhere.')
await benchCleaning()
await benchGateway(0)
await benchGateway(20)
