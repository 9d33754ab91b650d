import { fold } from '#src/format/text.ts'

/**
 * A make with its world manufacturer identifiers (the first three characters of a VIN), as makers publish them. A code that
 * several makes share stands with each. First those of cars and light vehicles only; then those of pickups, vans, chassis,
 * heavy trucks and motorcycles, where position 7 does not tell the cycle of the model year (49 CFR 565.15).
 */
type Make = readonly [make: string, light: string, others?: string]

/** The makes of one company stand together: a record that names its sister is no difference worth a word. */
const COMPANIES: readonly (readonly Make[])[] = [
  [
    ['Honda', '19X 1HG 2HG 2HJ 2HK 3CZ 3HG 4S6 5FN 5J6 5KB 7FA JHL JHM SHH SHS', '1HF 5FP JH2'],
    ['Acura', '19U 19V 2HH 2HN 5FR 5J8 JH4'],
  ],
  [
    [
      'Toyota',
      '1NX 2T1 2T3 3MY 4T1 4T3 5TD 5YF 7MU 7SV JF1 JT2 JT3 JTD JTE JTK JTM JTN NMT SB1 VNK WZ1',
      '3TM 3TY 4TA JT4 5TB 5TE 5TF',
    ],
    ['Lexus', '2T2 58A 5TD JT6 JT8 JTH JTJ'],
    ['Scion', '3MY JF1 JTK JTL JTN'],
  ],
  [
    ['Ford', '1FA 1FM 1ZV 2FA 2FM 3FA 3FM MAJ WF0', '1FB 1FC 1FD 1FT 2FD 2FT 3FC 3FD 3FE 3FR 3FT NM0'],
    ['Lincoln', '1LN 2LM 2LN 3LN 5LM', '5LT 5L1'],
    ['Mercury', '1ME 1ZW 2ME 2MR 3ME 4M2'],
  ],
  [
    ['Chevrolet', '1G1 1GN 1Y1 2CN 2G1 2GN 3G1 3GN 6G1 6G3 KL1 KL7 KL8', '1GA 1GB 1GC 2GC 3GC 3N6 54D'],
    ['GMC', '1GK 2CT 2GK 3GK', '1GD 1GJ 1GT 2GT 3GD 3GT'],
    ['Buick', '1G4 2G4 3G5 5GA KL4 LRB W04'],
    ['Cadillac', '1G6 1GY 2G6 3GY LRE'],
    ['Pontiac', '1G2 1GM 2CK 2G2 3G2 3G7 5Y2 6G2 KL2'],
    ['Oldsmobile', '1G3 1GH 2G3'],
    ['Saturn', '1G8 3GS 5GZ W08'],
    ['Hummer', '5GN 5GR 5GT', '1GT'],
  ],
  [
    ['Chrysler', '1A4 1A8 1C3 1C4 1C8 2A4 2A8 2C3 2C4 2C8 3A4 3A8 3C3 3C4 3C8 4C3'],
    ['Dodge', '1B3 1C3 1C4 1D4 1D8 2B3 2B4 2B8 2C3 2C4 2D4 2D8 3C4 3D4 4B3 JB3', '1B7 1D7 2B5 2B6 2B7 3B6 3B7 3D6 3D7'],
    ['Jeep', '1C4 1J4 1J8 3C4 ZAC', '1C6'],
    ['Ram', '2C4', '1C6 3C6 3C7 ZFB'],
    ['Plymouth', '1P3 1P4 2P3 2P4 3P3'],
    ['Fiat', '3C3 ZFA ZFB'],
    ['Alfa Romeo', 'ZAR ZAS'],
    ['Maserati', 'ZAM ZN6'],
  ],
  [
    ['Nissan', '1N4 3N1 3N8 5N1 JN1 JN8 KNM SJN', '1N6 3N6 JN6'],
    ['Infiniti', '3PC 5N1 5N3 JN1 JN8 JNK JNR JNX SJK'],
  ],
  [
    ['Hyundai', '2HM 5NM 5NP 5XY KM8 KMH TMA', '5NT'],
    ['Kia', '3KP 5XX 5XY KNA KND'],
    ['Genesis', '5NM KM8 KMH KMT KMU'],
  ],
  [['Subaru', '4S3 4S4 JF1 JF2', '4S4']],
  [['Mazda', '1YV 3MD 3MV 3MY 3MZ 4F2 7MM JM1 JM3', '4F4 JM2']],
  [['Mitsubishi', '4A3 4A4 6MM JA3 JA4 ML3', '1Z7 JA7']],
  [
    ['Volkswagen', '1VW 1V2 2V4 2V8 3VV 3VW 9BW WVG WVW', 'WV1 WV2'],
    ['Audi', 'TRU WA1 WAU WUA'],
    ['Porsche', 'WP0 WP1'],
    ['Bentley', 'SCB SJA'],
    ['Lamborghini', 'ZHW ZPB'],
  ],
  [
    ['BMW', '3MW 4US 5UM 5UX 5YM WBA WBS WBX WBY', 'WB1'],
    ['MINI', 'WMW WMZ'],
    ['Rolls-Royce', 'SCA SLA'],
  ],
  [
    ['Mercedes-Benz', '4JG 55S W1K W1N WDB WDC WDD', 'W1V W1W W1X W1Y W1Z WD3 WD4 WDF WDP WDY WDZ'],
    ['smart', 'WME'],
    ['Freightliner', '', '1FU 1FV 2FU 2FV 3AK 3AL 4UZ WDP WDY'],
    ['Sterling', '', '2FW 2FZ'],
    ['Western Star', '', '2WK 2WL 5KJ'],
  ],
  [
    ['Jaguar', 'SAD SAJ'],
    ['Land Rover', 'SAL'],
  ],
  [
    ['Volvo', '7JR LVY LYV YV1 YV4'],
    ['Polestar', 'LPS YSM YSR'],
    ['Volvo Trucks', '', '4V1 4V4 4V5 YV2'],
    ['Mack', '', '1M1 1M2'],
  ],
  [['Tesla', '5YJ 7SA LRW XP7', '7G2']],
  [['Rivian', '7PD', '7FC']],
  [['Lucid', '50E']],
  [['Saab', '5S3 JF4 YS3']],
  [['Suzuki', '2S2 2S3 JS2 JS3 KL5', '5Z6 JS1']],
  [['Isuzu', '4NU 4S2 JAC', '4KL 54D JAA JAL']],
  [['Aston Martin', 'SCF SD7']],
  [['Ferrari', 'ZFF']],
  [['Lotus', 'SCC']],
  [['McLaren', 'SBM']],
  [['Renault', 'VF1']],
  [['Peugeot', 'VF3']],
  [['Citroën', 'VF7']],
  [['Opel', 'W0L W0V']],
  [['Škoda', 'TMB']],
  [['SEAT', 'VSS']],
  [['Kenworth', '', '1NK 1XK 2NK 3BK']],
  [['Peterbilt', '', '1NP 1XP 2NP']],
  [['International', '', '1HS 1HT 3HA 3HS']],
  [['Hino', '', '5PV JHB JHH']],
  [['Mitsubishi Fuso', '', 'JL6']],
  [['Harley-Davidson', '', '1HD 5HD']],
  [['Kawasaki', '', 'JKA JKB']],
  [['Yamaha', '', 'JYA']],
  [['Triumph', '', 'SMT']],
  [['Ducati', '', 'ZDM']],
  [['KTM', '', 'VBK']],
]

/** What a code says: the makes that use it, most used first, and whether all of them are cars and light vehicles. */
export type Maker = { makes: readonly string[]; isLight: boolean }

const MAKERS = new Map<string, { makes: string[]; isLight: boolean }>()
for (const [make, light, others = ''] of COMPANIES.flat()) {
  for (const [codes, isLight] of [
    [light, true],
    [others, false],
  ] as const) {
    for (const code of codes.split(' ').filter((text) => text !== '')) {
      const known = MAKERS.get(code)
      if (known === undefined) MAKERS.set(code, { makes: [make], isLight })
      else {
        if (!known.makes.includes(make)) known.makes.push(make)
        known.isLight &&= isLight
      }
    }
  }
}

/** Who built a vehicle, by the first three characters of its VIN; undefined for codes that are not in the table. */
export function makerOf(vin: string): Maker | undefined {
  return MAKERS.get(vin.slice(0, 3))
}

const ALSO_CALLED: Readonly<Record<string, string>> = {
  ...{ chevy: 'chevrolet', vw: 'volkswagen', mercedes: 'mercedesbenz', benz: 'mercedesbenz', harley: 'harleydavidson' },
  ...{
    rangerover: 'landrover',
    minicooper: 'mini',
    alfa: 'alfaromeo',
    infinity: 'infiniti',
    gm: 'gmc',
    bmwmini: 'mini',
  },
  ...{ ramtrucks: 'ram', dodgeram: 'dodge', citroen: 'citroën', navistar: 'international' },
}

const bare = (make: string): string => fold(make).replace(/[^\p{L}\p{N}]/gu, '')

const COMPANY_OF = new Map<string, number>(
  COMPANIES.flatMap((makes, company) => makes.map(([make]) => [bare(make), company] as const)),
)

/** Whether a make as people write it is one of another company than all of those; what nobody here knows is none. */
export function isOfOtherMaker(make: string, makes: readonly string[]): boolean {
  const written = bare(make)
  const company = COMPANY_OF.get(bare(ALSO_CALLED[written] ?? written))
  return company !== undefined && makes.every((other) => COMPANY_OF.get(bare(other)) !== company)
}
