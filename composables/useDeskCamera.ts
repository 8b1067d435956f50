import type { PagePicture } from '#shared/files/pdf-of-pictures.ts'

/** Where the chosen camera is remembered in this browser. */
const REMEMBERED = 'yz-camera'

/** As large as document cameras are; the browser takes what comes next to it. */
const WIDTH = 2592
const HEIGHT = 1944

/** Of a picture as JPEG. */
const QUALITY = 0.88

/** A shot: the page as it will be kept, and small for a look at it. */
export interface Shot extends PagePicture {
  small: string
}

/** What stands between a clerk and a picture: nothing yet, the browser asks, it runs, or there is no camera. */
export type CameraState = 'closed' | 'starting' | 'running' | 'none'

/** A document camera, or whatever camera there is: choosing one, looking through it, taking pictures. */
export function useDeskCamera(video: Readonly<Ref<HTMLVideoElement | null>>) {
  const state = ref<CameraState>('closed')
  const cameras = shallowRef<{ value: string; label: string }[]>([])
  const chosen = ref('')
  let stream: MediaStream | undefined

  async function open(deviceId = localStorage.getItem(REMEMBERED) ?? ''): Promise<void> {
    close()
    state.value = 'starting'
    try {
      stream = await ask(deviceId)
      const [track] = stream.getVideoTracks()
      chosen.value = track?.getSettings().deviceId ?? deviceId
      localStorage.setItem(REMEMBERED, chosen.value)
      // Names of cameras are told only once one of them may be used.
      const devices = await navigator.mediaDevices.enumerateDevices()
      cameras.value = devices
        .filter(({ kind }) => kind === 'videoinput')
        .map(({ deviceId: value, label }, i) => ({ value, label: label || String(i + 1) }))
      state.value = 'running'
      await nextTick()
      if (video.value) video.value.srcObject = stream
    } catch {
      close()
      state.value = 'none'
    }
  }

  /** A camera that is gone gives way to any other. */
  async function ask(deviceId: string): Promise<MediaStream> {
    const size = { width: { ideal: WIDTH }, height: { ideal: HEIGHT } }
    const devices = navigator.mediaDevices
    if (deviceId) {
      const exact = await devices
        .getUserMedia({ video: { ...size, deviceId: { exact: deviceId } } })
        .catch(() => undefined)
      if (exact) return exact
    }
    return devices.getUserMedia({ video: { ...size, facingMode: 'environment' } })
  }

  function close(): void {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = undefined
    state.value = 'closed'
  }

  /** What the camera sees now, turned by so many quarters clockwise; undefined before it sees anything. */
  async function shoot(quarters: number): Promise<Shot | undefined> {
    const source = video.value
    if (!source || source.videoWidth === 0) return undefined
    const page = drawn(source, quarters, 1)
    const blob = await new Promise<Blob | null>((resolve) => {
      page.toBlob(resolve, 'image/jpeg', QUALITY)
    })
    if (!blob) return undefined
    return {
      data: new Uint8Array(await blob.arrayBuffer()),
      width: page.width,
      height: page.height,
      small: drawn(source, quarters, 240 / page.width).toDataURL('image/jpeg', 0.7),
    }
  }

  onBeforeUnmount(close)
  return { state, cameras, chosen, open, close, shoot }
}

function drawn(video: HTMLVideoElement, quarters: number, scale: number): HTMLCanvasElement {
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)]
  const canvas = document.createElement('canvas')
  const turned = quarters % 2 === 1
  canvas.width = turned ? height : width
  canvas.height = turned ? width : height
  const context = canvas.getContext('2d')
  context?.translate(canvas.width / 2, canvas.height / 2)
  context?.rotate((quarters * Math.PI) / 2)
  context?.drawImage(video, -width / 2, -height / 2, width, height)
  return canvas
}
