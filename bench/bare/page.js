// The least that shows a customer: what any page on top of it costs is measured against this.
const ROWS = 50
const COLUMNS = ['order_number', 'order_status', 'order_type', 'tag_or_hat', 'order_date', 'close_date', 'order_amount']
const [, , , uuid, tab] = location.pathname.split('/')
const main = document.querySelector('main')
// The page may have asked already (ask.js).
const response = await (globalThis.answer ??
  fetch(`/customer/v2/customer/${uuid}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: document.body.dataset.request,
  }))
const { customerInfo, dealerOrderInfoList: orders, addressListV2 } = await response.json()

const element = (name, text, ...children) => {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  made.append(...children)
  return made
}

function drawInfo() {
  const lines = customerInfo.communications.map((item) => element('li', `${item.commType} ${item.commValue}`))
  const addresses = addressListV2.map((item) => element('li', `${item.line1}, ${item.city} ${item.state} ${item.zip}`))
  const vehicles = customerInfo.vehicles.map((item) => element('li', `${item.year} ${item.make} ${item.model}`))
  main.replaceChildren(element('ul', undefined, ...lines, ...addresses, ...vehicles))
}

function drawOrders(sorted) {
  const heads = COLUMNS.map((name) => {
    const button = element('button', name)
    button.addEventListener('click', () =>
      drawOrders(
        orders.toSorted((a, b) => ((a[name] ?? '') < (b[name] ?? '') ? -1 : (a[name] ?? '') > (b[name] ?? '') ? 1 : 0)),
      ),
    )
    return element('th', undefined, button)
  })
  const rows = sorted
    .slice(0, ROWS)
    .map((order) => element('tr', undefined, ...COLUMNS.map((name) => element('td', order[name] ?? ''))))
  const body = element('tbody', undefined, ...rows)
  main.replaceChildren(
    element('table', undefined, element('thead', undefined, element('tr', undefined, ...heads)), body),
  )
}

document.querySelector('h1').textContent = `${customerInfo.fname} ${customerInfo.lname}`
document.querySelector('p').textContent = `${orders.length} orders`
const newest = orders.toSorted((a, b) => (a.order_date < b.order_date ? 1 : -1))
const [info, list] = document.querySelectorAll('button')
info.addEventListener('click', drawInfo)
list.addEventListener('click', () => drawOrders(newest))
if (tab === 'orders') drawOrders(newest)
else drawInfo()
