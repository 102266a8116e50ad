// Writes styles/tokens.css: those of Fluent's design tokens that the other styles use, in light, in dark and in Teams' high contrast.
// "node tokens.mjs --check" compares only.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const fluent = createRequire(import.meta.url)('@fluentui/tokens');
const folder = new URL('styles/', import.meta.url);
const target = new URL('tokens.css', folder);

// The product's own green, in the sixteen steps that Fluent builds a theme from.
const brand = {
  10: '#021416', 20: '#07262a', 30: '#093338', 40: '#0a3f45', 50: '#0b4b52', 60: '#0d5860', 70: '#0f656e', 80: '#0f727c',
  90: '#2a929c', 100: '#45adb7', 110: '#62bac3', 120: '#77c3cb', 130: '#96d0d6', 140: '#b4dde1', 150: '#cfeaec', 160: '#e8f6f7',
};

const used = new Set();
for (const name of readdirSync(folder).filter(name => name.endsWith('.css') && name !== 'tokens.css'))
  for (const [, token] of readFileSync(new URL(name, folder), 'utf8').matchAll(/var\(--([A-Za-z0-9]+)/g))
    used.add(token);
for (const [, token] of readFileSync(new URL('scripts/chart.js', import.meta.url), 'utf8').matchAll(/theme\('([A-Za-z0-9]+)'\)/g))
  used.add(token);

const names = Object.keys(fluent.webLightTheme).filter(name => used.has(name));
const light = fluent.createLightTheme(brand);
const dark = fluent.createDarkTheme(brand);
const contrast = fluent.teamsHighContrastTheme;
const fixed = names.filter(name => light[name] === dark[name] && light[name] === contrast[name]);
const themed = names.filter(name => !fixed.includes(name));

// Sizes of text follow the reader's own setting, which pixels would not.
const value = (name, text) => /^(fontSize|lineHeight)/.test(name) ? `${parseInt(text, 10) / 16}rem` : text;
const lines = (theme, which, indent) => which.map(name => `${indent}--${name}: ${value(name, theme[name])};`).join('\n');
const block = (selector, scheme, theme, which, indent = '') => `${indent}${selector} {\n${indent}  color-scheme: ${scheme};\n${lines(theme, which, indent + '  ')}\n${indent}}\n`;

const css = [
  '/* Written by "npm run tokens" from Fluent\'s design tokens. */\n',
  block(':root', 'light', light, [...fixed, ...themed]),
  `@media (prefers-color-scheme: dark) {\n${block(':root:not([data-theme])', 'dark', dark, themed, '  ')}}\n`,
  block(':root[data-theme="dark"]', 'dark', dark, themed),
  block(':root[data-theme="contrast"]', 'dark', contrast, themed),
].join('\n');

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== css) {
    console.error('styles/tokens.css is not what the styles use: npm run tokens');
    process.exit(1);
  }
} else {
  writeFileSync(target, css);
}
