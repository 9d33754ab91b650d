import { expect, test } from 'playwright/test'
import { waitingRoom } from './waiting-room.ts'

const stays = new AbortController().signal

test('whoever waits gets the place that is given back, in turn', async () => {
  const room = waitingRoom(1)
  const first = await room.enter(stays, 1000)
  const second = room.enter(stays, 1000)
  expect(await room.enter(stays, 1000)).toBeUndefined()
  first?.()
  first?.()
  const leave = await second
  expect(leave).toBeDefined()
  // Given back twice, the place is still one.
  const third = room.enter(stays, 1000)
  expect(await room.enter(stays, 1000)).toBeUndefined()
  leave?.()
  expect(await third).toBeDefined()
})

test('whoever gives up makes room in the queue', async () => {
  const room = waitingRoom(1)
  await room.enter(stays, 1000)
  const gone = new AbortController()
  const waited = room.enter(gone.signal, 1000)
  gone.abort(new Error('gone'))
  await expect(waited).rejects.toThrow('gone')
  expect(await room.enter(stays, 1)).toBeUndefined()
  await expect(room.enter(AbortSignal.abort(new Error('gone before')), 1)).rejects.toThrow('gone before')
})
