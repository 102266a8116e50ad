// Fetches the drawing only where a page has a chart.
export async function drawCharts(root) {
  const waiting = [...root.querySelectorAll('figure[data-chart]:not([data-drawn])')];
  if (waiting.length === 0)
    return;
  for (const figure of waiting)
    figure.dataset.drawn = '';
  const { draw } = await import('./chart.js');
  waiting.forEach(draw);
}
