import 'htmx.org';
import { suggest } from './suggest.js';
import { drawCharts } from './charts.js';
import { guardForms } from './forms.js';
import { copyTexts } from './copy.js';

suggest(document);
drawCharts(document);
guardForms(document);
copyTexts(document);

// What htmx puts into the page is as much alive as what came with it.
document.addEventListener('htmx:after:swap', () => {
  drawCharts(document);
  tellResult();
});

// A list that was filtered says how many are left, where a screen reader hears it.
function tellResult() {
  const spoken = document.getElementById('spoken');
  const count = document.querySelector('[data-count]');
  if (spoken && count && spoken.textContent !== count.textContent)
    spoken.textContent = count.textContent;
}

document.addEventListener('htmx:error', () => {
  const problem = document.getElementById('offline');
  if (problem) {
    problem.setAttribute('role', 'alert');
    problem.hidden = false;
  }
});

// Menus close when the pointer or the focus leaves them, or with Escape.
for (const type of ['click', 'focusin'])
  document.addEventListener(type, event => {
    for (const menu of document.querySelectorAll('details.menu[open]'))
      if (!menu.contains(event.target))
        menu.open = false;
  });
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape')
    return;
  const menu = event.target.closest?.('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// "/" goes to the search, as in other products; not while something is typed.
document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]'))
    return;
  const box = document.querySelector('input[data-suggest]');
  if (box) {
    event.preventDefault();
    box.focus();
  }
});

// For whoever waits for the keys and the lists to work.
document.documentElement.dataset.ready = '';
