// The second screen of a counter: looks whether something else is to be shown, keeps what is shown while somebody
// touches it, and takes signatures by hand.
;(() => {
  const page = document.querySelector('[data-screen]')
  if (!page) return
  const { screen: version, shown, paired, state, touch, every, home } = page.dataset
  const offline = document.querySelector('[data-offline]')
  let touchedAt = Date.now()

  async function look() {
    try {
      const answer = await fetch(state, { cache: 'no-store' })
      if (!answer.ok) throw new Error(String(answer.status))
      const now = await answer.json()
      if (offline) offline.hidden = true
      const same =
        String(now.version) === version && now.shown === (shown === '1') && now.paired === (paired === '1')
      if (same) return setTimeout(look, Number(every) * 1000)
      // Whoever comes next begins in the city's own language and size.
      if (now.shown) location.reload()
      else location.replace(home)
    } catch {
      // Without a connection what was shown goes away, too: nobody can tell any more whose it is.
      if (offline) offline.hidden = false
      if (shown === '1' && Date.now() - touchedAt > 120_000) page.querySelector('main')?.replaceChildren()
      setTimeout(look, 3000)
    }
  }

  // Nobody goes back to what was shown before.
  addEventListener('pageshow', ({ persisted }) => persisted && location.replace(home))

  let toldAt = 0
  function touched() {
    touchedAt = Date.now()
    if (shown !== '1' || touchedAt - toldAt < 15_000) return
    toldAt = touchedAt
    fetch(touch, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).catch(
      () => {
        toldAt = 0
      },
    )
  }
  for (const kind of ['pointerdown', 'keydown', 'scroll']) addEventListener(kind, touched, { passive: true })

  const field = page.querySelector('[data-sign]')
  const path = field?.querySelector('path')
  const input = page.querySelector('[data-drawn]')
  if (field && path && input) {
    const MOST = 4000
    let drawing = false
    const draw = (event, begin) => {
      if (!begin && !drawing) return
      event.preventDefault()
      if (begin) field.setPointerCapture(event.pointerId)
      drawing = true
      const box = field.getBoundingClientRect()
      const at = (value, size, units) => Math.round(Math.min(1, Math.max(0, value / size)) * units)
      const x = at(event.clientX - box.left, box.width, 300)
      const y = at(event.clientY - box.top, box.height, 100)
      const point = `${begin ? 'M' : 'L'}${x} ${y}`
      if (input.value.endsWith(point) || input.value.length + point.length > MOST) return
      input.value += point
      path.setAttribute('d', input.value)
    }
    const stop = () => {
      drawing = false
    }
    field.addEventListener('pointerdown', (event) => draw(event, true))
    field.addEventListener('pointermove', (event) => draw(event, false))
    field.addEventListener('pointerup', stop)
    field.addEventListener('pointercancel', stop)
    page.querySelector('[data-sign-clear]')?.addEventListener('click', () => {
      input.value = ''
      path.setAttribute('d', '')
    })
  }

  // A word of thanks stays for a while only.
  if (page.dataset.thanks) setTimeout(() => location.replace(home), Number(page.dataset.thanks))
  if (paired === '1') look()
})()
