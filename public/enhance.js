// Reading pages are the same for everyone and come from the cache; what belongs to the reader arrives here.
;(() => {
  const root = document.documentElement
  const ask = (path) =>
    fetch(path, {
      headers: { accept: 'application/json', 'accept-language': root.lang },
      cache: 'no-store',
    }).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))

  function element(tag, className, text) {
    const made = document.createElement(tag)
    if (className) made.className = className
    if (text) made.textContent = text
    return made
  }

  function showSession(place, session) {
    if (!session.name) return false
    const prefix = root.lang.startsWith('en') ? '/en' : ''
    place.href = prefix + (session.kind === 'staff' ? '/desk' : '/my')
    place.textContent = session.unread ? `${session.name} (${session.unread})` : session.name
    return session.kind !== 'staff'
  }

  // The words of states and actions stand on the place itself, in the language of the page.
  function panel(each) {
    const word = (kind, code) => open.getAttribute(`data-${kind}-${code}`) ?? ''
    const box = element('section', 'panel panel-mark')
    const body = element('div', 'panel-body')
    body.append(
      element('h2', 'panel-title', each.title),
      element('p', 'panel-text', word('state', each.state)),
    )
    box.append(body)
    if (each.action && each.href) {
      const action = element('div', 'panel-action')
      const link = element('a', 'button', word('action', each.action))
      link.href = (root.lang.startsWith('en') ? '/en' : '') + each.href
      action.append(link)
      box.append(action)
    }
    return box
  }

  // The room that was needed last time is kept free, so that nothing moves when the answer comes.
  function room(height) {
    try {
      if (height === undefined) return sessionStorage.getItem('open-room') ?? ''
      sessionStorage.setItem('open-room', height)
    } catch {
      return '' // storage is switched off
    }
  }

  const place = document.querySelector('[data-session]')
  const open = document.querySelector('[data-open-cases]')
  if (!place) return
  if (open) open.style.minHeight = room()
  ask('/api/session')
    .then((session) => showSession(place, session) && open && ask('/api/my/open'))
    .then((found) => {
      if (!open) return
      open.append(...(found ? found.cases.slice(0, 2).map(panel) : []))
      open.style.minHeight = ''
      room(open.childElementCount ? `${open.offsetHeight}px` : '')
    })
    .catch(() => undefined) // the page is whole without it
})()
