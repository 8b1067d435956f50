// Keeps parts of a page fresh: an element with an id and `data-live="<seconds>"` takes what the page drawn anew has there.
;(() => {
  const places = [...document.querySelectorAll('[data-live][id]')]
  if (places.length === 0) return
  const every = Math.min(...places.map((place) => Number(place.dataset.live))) * 1000
  let asked = Date.now()
  // What is true with script alone.
  for (const note of document.querySelectorAll('[data-live-note]')) note.hidden = false

  function swap(place, fresh) {
    // Whoever is about to press something there is not to lose it.
    if (!fresh || place.contains(document.activeElement)) return
    if (place.textContent === fresh.textContent) return
    place.replaceChildren(...fresh.childNodes)
  }

  async function renew() {
    if (document.hidden || Date.now() - asked < every / 2) return
    asked = Date.now()
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' })
      if (!answer.ok) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      for (const place of places) swap(place, page.getElementById(place.id))
      document.title = page.title
    } catch {
      // Without a connection the page stays as it is, until the next time.
    }
  }

  setInterval(renew, every)
  document.addEventListener('visibilitychange', renew)
})()
