// Charts over time: each takes its section of the page and what it shows. Texts of the data go into the page as text alone.

const charts = new Map();
const PIXELS_OF_MARK = 46;

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

function drawing(tag, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The figures behind a chart, as a table that opens. */
function setTable(section, caption, headings, rows) {
  let details = section.querySelector('details.table');
  if (!details) {
    details = element('details', { class: 'table' },
      element('summary', {}, 'Table', element('span', { class: 'hidden' }, ': ' + caption)),
      element('div', { class: 'rows', tabindex: '0', role: 'region', 'aria-label': caption }));
    section.append(details);
  }
  const head = element('tr', {}, ...headings.map((heading) => element('th', { scope: 'col' }, heading)));
  const body = rows.map((row) => element('tr', {}, ...row.map((cell, column) =>
    column === 0 ? element('th', { scope: 'row' }, cell) : element('td', {}, cell))));
  const none = element('tr', {}, element('td', { class: 'none', colspan: headings.length }, 'None'));
  details.querySelector('.rows').replaceChildren(element('table', {}, element('caption', { class: 'hidden' }, caption),
    element('thead', {}, head), element('tbody', {}, ...(body.length === 0 ? [none] : body))));
}

function setNote(section, text) {
  section.querySelector('[data-note]').textContent = text;
}

/** Entries of a sample and a text each. */
function setLegend(section, entries) {
  section.querySelector('.legend').replaceChildren(...entries.map(([sample, text]) => element('span', {}, sample, text)));
}

/** Says that there is nothing to draw, or takes that back. */
function setNothing(section, nothing) {
  section.querySelectorAll('.plot, .legend, [data-list], [data-note]').forEach((place) => { place.hidden = nothing; });
  section.querySelector('.nothing')?.remove();
  if (nothing) {
    section.querySelector('.plot, [data-list]').after(element('p', { class: 'nothing' }, 'Nothing in this period.'));
  }
}

function chartOptions(stacked, label, table) {
  const grid = colour('--line');
  const ink = colour('--ink');
  const quiet = colour('--quiet');
  const font = { family: getComputedStyle(document.body).fontFamily, size: 12 };
  const ticks = { color: quiet, font, maxRotation: 0 };
  return {
    animation: false,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: { stacked, grid: { display: false }, border: { color: grid }, ticks: { ...ticks, autoSkipPadding: 18 } },
      y: { stacked, beginAtZero: true, grid: { color: grid }, border: { display: false }, ticks: { ...ticks, precision: 0, maxTicksLimit: 6, callback: label } },
    },
    plugins: {
      legend: { display: false },
      tooltip: {
        backgroundColor: colour('--paper'), borderColor: colour('--quiet'), borderWidth: 1, multiKeyBackground: colour('--paper'),
        titleColor: ink, bodyColor: ink, footerColor: ink, titleFont: { ...font, weight: 600 }, bodyFont: font,
        footerFont: { ...font, weight: 600 }, padding: 10, boxPadding: 5, boxWidth: 10, boxHeight: 10, caretSize: 0, caretPadding: 10,
        callbacks: {
          title: ([item]) => (item ? bucketTitle(table, table.rows[item.dataIndex]) : ''),
          label: (item) => item.dataset.label + ': ' + label(item.raw),
        },
      },
    },
  };
}

/** Marks the months of an axis of weeks, as many as it has room for, with the year where it changes. */
function markMonths(axis, table) {
  const all = table.rows.flatMap((row, value) => {
    const first = Array.from({ length: table.size }, (unused, day) => dateOf(row.day + day)).find((date) => date.endsWith('-01'));
    return first ? [{ value, year: first.slice(0, 4), month: Number(first.slice(5, 7)), name: monthName(Date.parse(first)) }] : [];
  });
  const step = [1, 2, 3, 6, 12].find((months) => all.length / months * PIXELS_OF_MARK <= axis.chart.width) ?? 12;
  const marks = all.filter((mark) => (mark.month - 1) % step === 0);
  return marks.map((mark, index) => ({
    value: mark.value,
    text: step === 12 ? mark.year : mark.year === marks[index - 1]?.year ? mark.name : [mark.name, mark.year],
  }));
}

/** What is behind the lines and columns where nothing is loaded. */
function unloadedRows(table) {
  return {
    id: 'unloaded',
    beforeDatasetsDraw({ ctx, chartArea, scales: { x } }) {
      const half = table.rows.length > 1 ? (x.getPixelForValue(1) - x.getPixelForValue(0)) / 2 : chartArea.width / 2;
      ctx.fillStyle = colour('--track');
      table.rows.forEach((row, index) => {
        if (row.unloaded) {
          const left = Math.max(chartArea.left, x.getPixelForValue(index) - half);
          const right = Math.min(chartArea.right, x.getPixelForValue(index) + half);
          ctx.fillRect(left, chartArea.top, right - left, chartArea.height);
        }
      });
    },
  };
}

function draw(section, type, table, datasets, options, description) {
  const canvas = section.querySelector('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', description);
  if (table.weekly) {
    let marks = [];
    options.scales.x.afterBuildTicks = (axis) => {
      marks = markMonths(axis, table);
      axis.ticks = marks.map(({ value }) => ({ value }));
    };
    Object.assign(options.scales.x.ticks, { autoSkip: false, callback: (value) => marks.find((mark) => mark.value === value)?.text ?? '' });
  }
  if (isPrinting()) {
    options.devicePixelRatio = 3;
  }
  charts.get(section.id)?.destroy();
  charts.set(section.id, new Chart(canvas, { type, data: { labels: bucketLabels(table), datasets }, options, plugins: [unloadedRows(table)] }));
}

/** Says so where not all days of a week are in the period, and its counts are lower for that. */
function partText(table, row) {
  return row.days < table.size ? row.days + ' of ' + table.size + ' days' : '';
}

function bucketLabels(table) {
  return table.rows.map((row) => shortDay(row.day, false));
}

function bucketNames(table) {
  return table.rows.map((row) => dateOf(row.day) + (partText(table, row) ? ' (' + partText(table, row) + ')' : ''));
}

function bucketTitle(table, row) {
  const part = partText(table, row);
  return (table.weekly ? 'Week of ' : WEEKDAYS[weekday(row.day)] + ' ') + shortDay(row.day, true) + (part ? ' (' + part + ')' : '');
}

function bucketNote(table) {
  const ends = [['first', table.rows[0]], ['last', table.rows[table.rows.length - 1]]]
    .filter(([, row]) => partText(table, row)).map(([end, row]) => 'The ' + end + ' week has ' + partText(table, row) + '.');
  const note = table.weekly ? 'By week, named by its Monday.' : 'By day.';
  const unloaded = table.rows.some((row) => row.unloaded) ? ['Grey: nothing is loaded.'] : [];
  return [note, ...ends, ...unloaded].join(' ');
}

function rowCount(row, count) {
  return countText(row.unloaded ? null : count || 0);
}

/** Name, colour, rate, dashes, and the mark of a day as Chart.js calls it and as it is drawn. */
const LINES = [
  ['Bot handled', '--line-1', 'bot_handled', [], 'circle', 'M7 5a3 3 0 1 0 6 0a3 3 0 1 0 -6 0'],
  ['Deflection', '--line-2', 'deflection', [6, 3], 'triangle', 'M10 1.5l3.5 6h-7z'],
  ['Automation', '--line-3', 'automation', [2, 3], 'rect', 'M7.5 2.5h5v5h-5z'],
];

function lineSample([, name, , dash, , mark]) {
  return drawing('svg', { viewBox: '0 0 20 10', class: 'sample-line', 'aria-hidden': 'true' },
    drawing('path', { d: 'M0 5h20', stroke: colour(name), 'stroke-width': 2, 'stroke-dasharray': dash.join(' ') }),
    drawing('path', { d: mark, fill: colour(name) }));
}

function boxSample(name) {
  return drawing('svg', { viewBox: '0 0 10 10', 'aria-hidden': 'true' },
    drawing('rect', { width: 10, height: 10, rx: 2, fill: colour(name) }));
}

function showTrend(table) {
  const section = document.getElementById('trend');
  const rows = table.rows;
  const nothing = rows.every((row) => !row.sums.conversations);
  setNothing(section, nothing);
  setNote(section, bucketNote(table));
  setLegend(section, LINES.map((line) => [lineSample(line), line[0]]));
  setTable(section, 'Rates over time', [table.weekly ? 'Week' : 'Day', 'Conversations', ...LINES.map((line) => line[0])],
    rows.map((row, index) => [bucketNames(table)[index], rowCount(row, row.sums.conversations),
      ...LINES.map((line) => rateText(rate(line[2], row.sums)))]));
  if (nothing) {
    return;
  }
  const datasets = LINES.map(([label, name, key, borderDash, pointStyle]) => ({
    label, data: rows.map((row) => rate(key, row.sums)), borderColor: colour(name), backgroundColor: colour(name),
    borderDash, pointStyle, pointRadius: rows.length > 40 ? 0 : 3, borderWidth: 2, borderJoinStyle: 'round', spanGaps: false,
  }));
  const options = chartOptions(false, rateText, table);
  options.scales.y.suggestedMax = 1000;
  options.scales.y.ticks.callback = (value) => value / 10 + '%';
  options.plugins.tooltip.usePointStyle = true;
  options.plugins.tooltip.filter = (item) => item.raw !== null;
  options.plugins.tooltip.callbacks.footer = ([item]) => (item ? counted(rows[item.dataIndex].sums.conversations, 'conversation') : '');
  draw(section, 'line', table, datasets, options, 'Lines of three rates over time; the table below has the figures.');
}

/** Stacked columns over time of parts of the conversations or of the answers. */
function showStack(id, caption, parts, table) {
  const section = document.getElementById(id);
  const used = parts.filter((part) => table.rows.some((row) => part[2](row.sums)));
  setNothing(section, used.length === 0);
  setLegend(section, used.map(([label, name]) => [boxSample(name), label]));
  setTable(section, caption, [table.weekly ? 'Week' : 'Day', ...parts.map((part) => part[0])],
    table.rows.map((row, index) => [bucketNames(table)[index], ...parts.map((part) => rowCount(row, part[2](row.sums)))]));
  if (used.length === 0) {
    return;
  }
  const datasets = used.map(([label, name, count]) => ({
    label, data: table.rows.map((row) => (row.unloaded ? null : count(row.sums) || 0)), backgroundColor: colour(name),
    borderColor: colour('--paper'), borderWidth: { top: table.rows.length > 120 ? 0 : 1 }, borderSkipped: false,
    categoryPercentage: 0.86, barPercentage: 1, maxBarThickness: 56,
  }));
  const options = chartOptions(true, (value) => COUNT.format(value), table);
  const tooltip = options.plugins.tooltip;
  tooltip.filter = (item) => Boolean(item.raw);
  tooltip.itemSort = (a, b) => b.datasetIndex - a.datasetIndex;
  tooltip.callbacks.footer = (items) => 'Total: ' + countText(items.reduce((sum, item) => sum + item.raw, 0));
  draw(section, 'bar', table, datasets, options, caption + ' as stacked columns; the table below has the figures.');
}
