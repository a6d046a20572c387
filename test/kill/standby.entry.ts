import { flushCompileCache } from 'node:module'
import { isMainThread } from 'node:worker_threads'
import { awaitOrders } from './orders.ts'

// Threads of the program begin with this file too; they have no orders.
if (isMainThread) {
  // Loaded before the orders come, so that a new life begins at once; importing them does nothing.
  await import('../../src/demo/demo.ts')
  await import('../../src/house.ts')
  flushCompileCache()
  awaitOrders()
}
