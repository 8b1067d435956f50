// The machine at a hall's entrance goes back to its beginning when nobody has touched it for a while.
;(() => {
  const page = document.querySelector('[data-home][data-home-after]')
  if (!page) return
  let timer = 0

  function wait() {
    clearTimeout(timer)
    timer = setTimeout(goHome, Number(page.dataset.homeAfter) * 1000)
  }

  // Without a connection the page stays as it is: a browser's own error page would stay for good.
  async function goHome() {
    const answer = await fetch(page.dataset.home, { cache: 'no-store' }).catch(() => undefined)
    if (answer?.ok) location.replace(page.dataset.home)
    else wait()
  }

  for (const kind of ['pointerdown', 'keydown', 'scroll']) addEventListener(kind, wait, { passive: true })
  wait()
})()
