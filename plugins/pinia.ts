/** The stores of the staff desk; citizens' pages have none and do not load their code. */
export default defineNuxtPlugin({
  name: 'pinia',
  async setup(app) {
    if (!/^(\/en)?\/desk(\/|$)/.test(useRoute().path)) return
    const { createPinia } = await import('pinia')
    app.vueApp.use(createPinia())
  },
})
