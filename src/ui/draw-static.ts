import type { ReactNode } from 'react'
import { Fragment } from 'react/jsx-runtime'

type Element_ = { type: unknown; props: Readonly<Record<string, unknown>> }

const NAMES: Readonly<Record<string, string>> = { className: 'class', tabIndex: 'tabindex', dateTime: 'datetime' }

/**
 * Draws what components return without React: components that call no hooks, elements of HTML, and text. Nothing that is
 * drawn so acts; React draws it anew, and then it does.
 * @throws Error for anything that only React can draw
 */
export function drawStatic(node: ReactNode, parent: Node): void {
  if (node === null || node === undefined || typeof node === 'boolean') return
  if (typeof node === 'string' || typeof node === 'number') {
    parent.appendChild(document.createTextNode(String(node)))
    return
  }
  if (Array.isArray(node)) {
    for (const part of node as ReactNode[]) drawStatic(part, parent)
    return
  }
  const { type, props } = node as Element_
  if (type === Fragment) {
    drawStatic(props['children'] as ReactNode, parent)
  } else if (typeof type === 'function') {
    drawStatic((type as (props: unknown) => ReactNode)(props), parent)
  } else if (typeof type === 'string') {
    const element = document.createElement(type)
    for (const [name, value] of Object.entries(props)) setAttribute(element, name, value)
    drawStatic(props['children'] as ReactNode, element)
    parent.appendChild(element)
  } else {
    throw new Error('only React can draw this')
  }
}

function setAttribute(element: Element, name: string, value: unknown): void {
  if (name === 'children' || value === undefined || value === null || typeof value === 'function') return
  const isText = name.startsWith('aria-') || name.startsWith('data-')
  if (typeof value === 'boolean' && !isText) {
    if (value) element.setAttribute(name, '')
    return
  }
  element.setAttribute(NAMES[name] ?? name, String(value))
}
