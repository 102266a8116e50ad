// Only inside the Teams tab: Teams' theme, and signing in with the account that Teams has already.
import { app, authentication } from '@microsoft/teams-js';

const themes = { default: 'light', dark: 'dark', contrast: 'contrast' };

function show(theme) {
  const name = themes[theme] ?? 'light';
  document.documentElement.dataset.theme = name;
  try {
    sessionStorage.setItem('theme', name);
  } catch {
    // Without storage the next page asks Teams again.
  }
  document.dispatchEvent(new Event('theme'));
}

// Once is enough: a browser that keeps no cookie in a frame would sign in for ever.
const tried = 'teams-sign-in';

async function signIn() {
  if (sessionStorage.getItem(tried))
    return;
  sessionStorage.setItem(tried, 'yes');
  const token = await authentication.getAuthToken();
  const answer = await fetch('/sign-in/teams', { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
  if (answer.status === 204)
    location.replace(new URLSearchParams(location.search).get('returnUrl')?.match(/^\/(?![\/\\])/) ? new URLSearchParams(location.search).get('returnUrl') : '/');
}

try {
  await app.initialize();
  const context = await app.getContext();
  show(context.app.theme);
  app.registerOnThemeChangeHandler(show);
  app.notifySuccess();
  if (document.querySelector('[data-teams-sign-in]'))
    await signIn();
  else
    sessionStorage.removeItem(tried);
} catch {
  // Not in Teams after all, or Teams has no token for us: the page's own way to sign in stands there.
}
