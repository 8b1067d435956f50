import type { Figures } from '../insight/figures.ts'
import { answers, get } from './contract.ts'
import { Nothing } from './fields.ts'

export const insight = {
  figures: get('/api/figures', Nothing, answers<Figures>()),
}
