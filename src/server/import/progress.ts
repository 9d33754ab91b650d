export type Progress = {
  /** Lines and bytes read so far. */
  line: number
  bytes: number
  /** Bytes of the whole file; unknown for a pipe. */
  size: number | undefined
  seconds: number
}

/**
 * How far reading a file is, how quick, and how long it takes from here on if it stays that quick; one line for a terminal.
 * Lines differ in length, so what is left is told by bytes.
 */
export function progressText({ line, bytes, size, seconds }: Progress): string {
  const parts = [`Line ${line}`]
  if (size !== undefined && size > 0) parts.push(`${Math.floor(Math.min(1, bytes / size) * 100)}%`)
  // A rate over less than that says nothing yet.
  if (seconds >= 1) {
    parts.push(`${Math.round(line / seconds)} lines a second`)
    if (size !== undefined && bytes > 0)
      parts.push(`${durationText(Math.max(0, size - bytes) * (seconds / bytes))} left`)
  }
  return parts.join(', ')
}

function durationText(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
