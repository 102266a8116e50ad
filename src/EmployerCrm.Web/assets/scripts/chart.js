// Draws a chart from the table that stands in the same figure. The table stays, folded away.
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer]);

const theme = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function option(figure, rows) {
  const [text, line, accent] = [theme('colorNeutralForeground2'), theme('colorNeutralStroke2'), theme('colorBrandForeground1')];
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const limits = { min: Number(figure.dataset.min ?? 0), max: figure.dataset.max ? Number(figure.dataset.max) : undefined };
  return {
    animation: !still,
    animationDuration: 300,
    textStyle: { fontFamily: theme('fontFamilyBase'), color: text },
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', confine: true },
    xAxis: { type: 'category', data: rows.map(row => row.label), axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: { color: text } },
    yAxis: { type: 'value', ...limits, minInterval: 1, splitLine: { lineStyle: { color: line } }, axisLabel: { color: text } },
    series: [{
      type: figure.dataset.chart,
      step: figure.dataset.step ? 'end' : undefined,
      data: rows.map(row => row.value),
      itemStyle: { color: accent, borderRadius: figure.dataset.chart === 'bar' ? [3, 3, 0, 0] : 0 },
      lineStyle: { color: accent, width: 2 },
      symbolSize: 7,
      barMaxWidth: 36,
    }],
  };
}

export function draw(figure) {
  const rows = [...figure.querySelectorAll('tbody tr')].map(row => ({ label: row.cells[0].textContent.trim(), value: Number(row.cells[1].dataset.value ?? row.cells[1].textContent) }));
  const place = figure.querySelector('.chart-place');
  if (rows.length < 2 || !place)
    return;
  place.hidden = false;
  const chart = init(place, null, { renderer: 'svg' });
  chart.setOption(option(figure, rows));
  new ResizeObserver(() => chart.resize()).observe(place);
  const again = () => chart.setOption(option(figure, rows));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  document.addEventListener('theme', again);
  const table = figure.querySelector('details');
  if (table)
    table.open = false;
}
