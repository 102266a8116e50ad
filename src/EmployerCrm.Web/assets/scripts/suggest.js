// Suggestions under a box, as a combobox with a list. Choosing one goes to it; in a form (data-fills) it fills the box, and the fields named there with
// the key and the name. Without script the search box leads to the page of results, and a form finds out by the name.
const delay = 120;

export function suggest(root) {
  for (const input of root.querySelectorAll('input[data-suggest]'))
    attach(input, document.getElementById(input.getAttribute('aria-controls')));
}

function attach(input, list) {
  let timer = 0;
  let asked = null;
  let active = -1;

  const options = () => [...list.querySelectorAll('[role="option"]')];

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(index) {
    const all = options();
    active = all.length === 0 ? -1 : (index + all.length) % all.length;
    all.forEach((option, at) => option.setAttribute('aria-selected', String(at === active)));
    if (active >= 0) {
      input.setAttribute('aria-activedescendant', all[active].id);
      all[active].scrollIntoView({ block: 'nearest' });
    }
  }

  function take(option) {
    const fills = input.dataset.fills?.split(' ');
    if (!fills)
      return location.assign(option.dataset.href);
    const name = option.querySelector('.strong').textContent;
    input.value = name;
    [option.dataset.href.split('/').pop(), name].forEach((value, at) => document.getElementById(fills[at]).value = value);
    input.dispatchEvent(new Event('change', { bubbles: true }));
    close();
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(input.value.slice(0, 200))}`, { signal: asked.signal, headers: { 'HX-Request': 'true' } });
      if (!answer.ok || answer.redirected)
        return close();
      // What stands in another list has the same ids.
      for (const other of document.querySelectorAll('[role="listbox"]'))
        other.replaceChildren();
      list.innerHTML = await answer.text();
      list.hidden = options().length === 0 && list.textContent.trim() === '';
      input.setAttribute('aria-expanded', String(!list.hidden));
      active = -1;
      input.removeAttribute('aria-activedescendant');
    } catch (error) {
      if (error.name !== 'AbortError')
        close();
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, delay);
  });
  input.addEventListener('focus', () => {
    if (list.hidden)
      ask();
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options().length > 0) {
      event.preventDefault();
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      choose(active + (event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1));
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault();
      take(options()[active]);
    }
  });
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role="option"]');
    if (option)
      take(option);
  });
  input.addEventListener('blur', () => setTimeout(close, 100));
}
