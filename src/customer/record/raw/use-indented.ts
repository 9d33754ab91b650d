import { useEffect, useState } from 'react'
import { indentJson } from './indent-json.ts'

/** So many lines are made in one go: some milliseconds on a slow tablet. */
const LINES_AT_ONCE = 2000

/** A JSON text in lines. The first are there at once; a long text is worked off without holding up the page. */
export function useIndented(json: string): { lines: readonly string[]; isWhole: boolean } {
  const [made, setMade] = useState<{ lines: readonly string[]; isWhole: boolean }>({ lines: [], isWhole: false })
  // The work goes on between other tasks of the page.
  useEffect(() => {
    const steps = indentJson(json, LINES_AT_ONCE)
    const lines: string[] = []
    let timer: ReturnType<typeof setTimeout>
    const goOn = () => {
      const step = steps.next()
      if (step.done === true) return setMade({ lines, isWhole: true })
      if (lines.length === 0) setMade({ lines: step.value, isWhole: false })
      for (const line of step.value) lines.push(line)
      timer = setTimeout(goOn)
    }
    goOn()
    return () => clearTimeout(timer)
  }, [json])
  return made
}
