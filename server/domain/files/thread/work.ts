import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Fault } from '#shared/problem.ts'
import { BadFile } from '../content/bad-file.ts'

/** What the thread can do, and what it answers. */
export interface Tasks {
  heicToJpeg: Uint8Array
  pagesOfPdf: number
  turnPng: Uint8Array
}

export type Task = keyof Tasks

/** What it is asked. */
export interface Work {
  task: Task
  data: Uint8Array
}

type Answer<T extends Task> = { done: Tasks[T] } | { bad: Fault }

/** A file that takes longer was made to. */
const LONGEST_MS = 60_000

// From the working directory, not from this file: the server's bundle is one file, and a thread begins with another.
const THREAD = join(process.cwd(), 'server/domain/files/thread/worker.ts')

/** The last of each kind of work. */
const before = new Map<Task, Promise<unknown>>()

/**
 * Works on a file in a thread of its own, so that nobody else waits; one of a kind at a time, since unpacking a picture
 * may take a few hundred megabytes.
 * @throws BadFile when it cannot be read
 */
export function inThread<T extends Task>(task: T, data: Buffer): Promise<Tasks[T]> {
  const mine = (before.get(task) ?? Promise.resolve()).then(() => startThread(task, data))
  before.set(
    task,
    mine.catch(() => undefined),
  )
  return mine
}

async function startThread<T extends Task>(task: T, data: Buffer): Promise<Tasks[T]> {
  const work: Work = { task, data }
  // What the decoder prints about a broken file does not belong into the log.
  const thread = new Worker(THREAD, { workerData: work, execArgv: [], stdout: true, stderr: true })
  const answer = await new Promise<Answer<T>>((resolve) => {
    const broken = (): void => resolve({ bad: { code: 'file_broken' } })
    setTimeout(broken, LONGEST_MS).unref()
    thread.once('message', resolve)
    thread.once('error', broken)
    thread.once('exit', broken)
  })
  await thread.terminate()
  if ('bad' in answer) throw new BadFile(answer.bad.code, answer.bad.params)
  return answer.done
}
