type List<T = string> = readonly [T, ...T[]]

export const FIRST_NAMES: List = [
  'Amara', 'Beatriz', 'Caleb', 'Daniela', 'Elias', 'Farah', 'Gordon', 'Hana', 'Imran', 'Joanna', 'Kofi', 'Leila',
  'Marcus', 'Nadia', 'Oscar', 'Priya', 'Quentin', 'Rosa', 'Samuel', 'Tamsin', 'Umar', 'Veronica', 'Walter', 'Ximena',
  'Yusuf', 'Zoë', 'Bridget', 'Curtis', 'Dolores', 'Everett', 'Francine', 'Gustavo', 'Harriet', 'Ignacio', 'Judith',
]
export const LAST_NAMES: List = [
  'Abernathy', 'Bergström', 'Castellanos', 'Delacroix', 'Eastman', 'Figueroa', 'Gallagher', 'Hathaway', 'Iverson',
  'Jankowski', 'Kaplan', 'Lindqvist', 'Mbeki', 'Nakamura', "O'Rourke", 'Pemberton', 'Quintero', 'Rasmussen',
  'Sandoval', 'Thibault', 'Underhill', 'Vasquez', 'Whitfield', 'Xiong', 'Yoder', 'Zamora', 'Baptiste', 'Crowley',
  'Dhaliwal', 'Ellsworth', 'Fontaine', 'Greenbaum', 'Holloway', 'Ishikawa', 'Jefferies', 'Kowalczyk',
]
export const COMPANIES: List = [
  'Harborview Plumbing LLC', 'Twin Pines Landscaping', 'Bluestem Catering Co.', 'Ridgeway Electric Inc.',
  'Copper Kettle Bakery', 'Fairmont Courier Services', 'Larkspur Dental Group', 'Summit Roofing & Siding',
]
export const STREETS: List = [
  'Maple Ave', 'Oakridge Dr', 'Kestrel Ln', 'Juniper St', 'Old Mill Rd', 'Harbor Blvd', 'Wisteria Ct', 'Quarry Rd',
  'Sycamore St', 'Prairie View Dr', 'Cobblestone Way', 'Birchwood Ter', 'Foxglove Ln', 'Station St', 'Orchard Park Rd',
]

type Place = { city: string; state: string; stateName: string; zip: string; areaCode: string; country: 'US' | 'CA' }

const us = (city: string, state: string, stateName: string, zip: string, areaCode: string): Place => ({
  city, state, stateName, zip, areaCode, country: 'US',
})
const canada = (city: string, state: string, stateName: string, zip: string, areaCode: string): Place => ({
  city, state, stateName, zip, areaCode, country: 'CA',
})
export const PLACES: List<Place> = [
  us('Columbus', 'OH', 'Ohio', '43215', '614'),
  us('Dayton', 'OH', 'Ohio', '45402', '937'),
  us('Ann Arbor', 'MI', 'Michigan', '48104', '734'),
  us('Fort Wayne', 'IN', 'Indiana', '46802', '260'),
  us('Erie', 'PA', 'Pennsylvania', '16501', '814'),
  us('Rochester', 'NY', 'New York', '14604', '585'),
  us('Portland', 'ME', 'Maine', '04101', '207'),
  canada('Kitchener', 'ON', 'Ontario', 'N2G 1C5', '519'),
  canada('Windsor', 'ON', 'Ontario', 'N9A 1H7', '226'),
  canada('Sherbrooke', 'QC', 'Québec', 'J1H 1Y2', '819'),
  canada('Moncton', 'NB', 'New Brunswick', 'E1C 1G3', '506'),
]

type Model = { make: string; model: string; trims: List; body: string; engine: string; wmi: string }

export const MODELS: List<Model> = [
  { make: 'Honda', model: 'CR-V', trims: ['EX', 'EX-L', 'Touring'], body: 'SUV', engine: '1.5L I4 Turbo', wmi: '2HK' },
  { make: 'Honda', model: 'Civic', trims: ['LX', 'Sport'], body: 'Sedan', engine: '2.0L I4', wmi: '2HG' },
  { make: 'Ford', model: 'F-150', trims: ['XL', 'XLT', 'Lariat'], body: 'Pickup', engine: '3.5L V6 EcoBoost', wmi: '1FT' },
  { make: 'Ford', model: 'Escape', trims: ['SE', 'Titanium'], body: 'SUV', engine: '1.5L I3', wmi: '1FM' },
  { make: 'Toyota', model: 'RAV4', trims: ['LE', 'XLE', 'Adventure'], body: 'SUV', engine: '2.5L I4', wmi: '2T3' },
  { make: 'Toyota', model: 'Camry', trims: ['LE', 'SE', 'XSE'], body: 'Sedan', engine: '2.5L I4', wmi: '4T1' },
  { make: 'Chevrolet', model: 'Silverado 1500', trims: ['WT', 'LT', 'High Country'], body: 'Pickup', engine: '5.3L V8', wmi: '3GC' },
  { make: 'Subaru', model: 'Outback', trims: ['Premium', 'Limited'], body: 'Wagon', engine: '2.5L H4', wmi: '4S4' },
  { make: 'Hyundai', model: 'Elantra', trims: ['SEL', 'Limited'], body: 'Sedan', engine: '2.0L I4', wmi: 'KMH' },
  { make: 'Volkswagen', model: 'Tiguan', trims: ['S', 'SE'], body: 'SUV', engine: '2.0L I4 Turbo', wmi: '3VV' },
]

export const REPAIRS: List = [
  'Oil and filter service, multi-point inspection', 'Front brake pads and rotors', 'Battery test and replacement',
  'Recall: airbag inflator', 'Tire rotation and wheel alignment', 'A/C not cold, leak test and recharge',
  'Check engine light on: evaporative system leak', 'Coolant flush', 'Transmission fluid service',
  'Customer states: rattle at the rear over bumps', 'Windshield replacement', '60,000-mile maintenance',
]
export const PARTS: List = [
  'Cabin air filter, wiper blades', 'Roof rack cross bars', 'All-weather floor mats', 'Key fob with programming',
  'Brake pad set, front', 'Trailer hitch receiver',
]
