import * as v from 'valibot'
import { BOARD_PERIODS, type BoardView } from '../exchange/board-view.ts'
import { answers, get, post } from './contract.ts'
import { Id } from './fields.ts'

export const exchangeBoard = {
  read: get(
    '/api/exchange/board',
    v.object({ period: v.fallback(v.optional(v.picklist(BOARD_PERIODS), 'today'), 'today') }),
    answers<BoardView>(),
  ),
  acknowledge: post(
    '/api/exchange/alerts/:alert/acknowledgement',
    v.object({ alert: Id }),
    answers<{ alert: string }>(),
  ),
}
