import classes from './empty-page.module.css'

/** Takes everything of the customer and of the person off the screen, also when no other page can be had. */
export function emptyPage(title: string, words: string): void {
  document.title = `${title} · Customer Desk`
  const alert = element('p', words)
  alert.setAttribute('role', 'alert')
  const again = element('a', 'Go to the sign-in')
  again.href = '/sign-in'
  const main = document.createElement('main')
  main.className = classes.page ?? ''
  main.append(element('h1', title), alert, again)
  document.body.replaceChildren(main)
}

function element<Name extends 'h1' | 'p' | 'a'>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
