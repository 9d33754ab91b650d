import { expect, test } from 'playwright/test'
import { sortedByName } from './sort-names.ts'

test('names with numbers stand in the order of the numbers, whatever the case', () => {
  expect(sortedByName(['Store 10', 'store 2', 'Écurie', 'Auto'], (name) => name)).toEqual([
    'Auto',
    'Écurie',
    'store 2',
    'Store 10',
  ])
})
