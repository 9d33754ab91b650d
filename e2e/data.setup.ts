import { test } from 'playwright/test'
import { makeDataFolders } from './support/data-folder.ts'

test('the data that the tests begin with is there', makeDataFolders)
