import { parentPort, workerData } from 'node:worker_threads'
import { fault, type Fault } from '#shared/problem.ts'
import { BadFile } from '../content/bad-file.ts'
import { pagesOfPdf } from '../content/pdf.ts'
import { heicToJpeg } from './heic-to-jpeg.ts'
import { turnPng } from './turn-png.ts'
import type { Task, Tasks, Work } from './work.ts'

/** Runs in a thread of its own: what takes long, and what a file may be made for to take for ever. */
const DO: { [T in Task]: (data: Buffer) => Tasks[T] | Promise<Tasks[T]> } = {
  heicToJpeg,
  pagesOfPdf,
  turnPng,
}

async function work(): Promise<{ done: unknown } | { bad: Fault }> {
  const { task, data } = workerData as Work
  try {
    return { done: await DO[task](Buffer.from(data)) }
  } catch (error) {
    return { bad: error instanceof BadFile ? error.fault : fault('file_broken') }
  }
}

parentPort?.postMessage(await work(), [])
