// Before anything is drawn: the theme that Teams told last, so that a page in the tab does not flash in the other one.
try {
  const theme = sessionStorage.getItem('theme');
  if (theme)
    document.documentElement.dataset.theme = theme;
} catch {
  // No storage, no memory: the theme of the system then.
}
document.documentElement.dataset.script = '';
