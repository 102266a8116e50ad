// A form is sent once however often it is pressed, and what was typed is not lost by leaving unasked.
export function guardForms(root) {
  root.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post')
      return;
    if (form.dataset.sent !== undefined) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = '';
    delete form.dataset.touched;
  });
  // A page that comes back from the browser's memory can be sent again.
  window.addEventListener('pageshow', () => root.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));
  root.addEventListener('input', event => {
    const form = event.target.form;
    if (form?.dataset.keep !== undefined)
      form.dataset.touched = '';
  });
  window.addEventListener('beforeunload', event => {
    if (root.querySelector('form[data-touched]'))
      event.preventDefault();
  });
  // The problem list takes the focus, so that a screen reader says it first.
  root.querySelector('[data-problems]')?.focus();
}
