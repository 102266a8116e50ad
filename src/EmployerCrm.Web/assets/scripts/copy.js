// Copies a text of the page. Without script the button is not there: the text can be selected.
export function copyTexts(root) {
  if (!navigator.clipboard)
    return;
  for (const button of root.querySelectorAll('button[data-copy]'))
    button.hidden = false;
  root.addEventListener('click', async event => {
    const button = event.target.closest('button[data-copy]');
    const source = button && document.getElementById(button.dataset.copy);
    if (!source)
      return;
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    const told = button.parentElement.querySelector('[data-copied]');
    if (told)
      told.textContent = told.dataset.copied;
  });
}
