import { expect, test } from 'playwright/test'
import { vinFindings } from './vin.ts'

const THIS_YEAR = 2026

const cases: [vin: string, year: string | undefined, findings: string[]][] = [
  ['1M8GDM9AXKP042788', undefined, []],
  ['1HGCM82633A004352', '2003', []],
  ['1hgcm8 2633a004352', '2003', []],
  ['1HGCM82643A004352', '2003', ['VIN check digit is 4, computed 3']],
  ['5YJSA1DG9DFP14705', '2012', ['VIN says model year 2013']],
  ['JH4TB2H26CC000000', '2012', []],
  ['JH4TB2H26CC000000', '2011', ['VIN says model year 2012']],
  ['11111111111111111', undefined, ['VIN is a placeholder']],
  ['1HGCM8263OA004352', undefined, ['VIN holds O, which VINs do not use; 0 looks like it']],
  ['1HGCM82633A00435!', '2003', ['VIN holds !, which VINs do not use']],
  ['1HGСM82633A004352', '2003', ['VIN holds С of another alphabet, which only looks like C']],
  ['\u202E1HGCM-82633-A004352', '2003', []],
  ['SHORT123', undefined, ['VIN has 8 characters, not 17; older formats are not checked']],
  ['WVWZZZ1JZ3W386752', undefined, ['Not a North American check digit']],
  ['', '2003', []],
]
for (const [vin, year, findings] of cases) {
  test(`VIN ${vin || '(none)'} of ${year ?? 'no year'}: ${findings[0] ?? 'nothing to say'}`, () => {
    expect(vinFindings(vin, { year }, THIS_YEAR)).toEqual(findings)
  })
}

const makes: [vin: string, make: string, findings: string[]][] = [
  ['1HGCM82633A004352', 'HONDA', []],
  ['1HGCM82633A004352', 'Acura', []],
  ['1HGCM82633A004352', 'Toyota', ['VIN says Honda, the record Toyota']],
  ['1HGCM82633A004352', 'Chevy', ['VIN says Honda, the record Chevy']],
  ['1HGCM82633A004352', 'Home-made', []],
  ['1HGCM82633A004352', '', []],
  ['WVWZZZ1JZ3W386752', 'VW', ['Not a North American check digit']],
  ['WVWZZZ1JZ3W386752', 'Audi', ['Not a North American check digit']],
  ['WVWZZZ1JZ3W386752', 'BMW', ['Not a North American check digit', 'VIN says Volkswagen, the record BMW']],
]
for (const [vin, make, findings] of makes) {
  test(`VIN ${vin} of ${make || 'no make'}: ${findings.at(-1) ?? 'nothing to say'}`, () => {
    expect(vinFindings(vin, { make }, THIS_YEAR)).toEqual(findings)
  })
}
